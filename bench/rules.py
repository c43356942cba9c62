"""How long it takes to judge all programmes for one firm, and to read their rules, on one core."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from statistics import median
from typing import Any

from alpine_catalogue.eligibility.changes import nearest_change
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.loading import read_rulebook
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.model import Programme
from bench import catalogue, generated
from bench.apart import figures_of
from bench.contestants import Say
from bench.timing import times_ms

_DAY = date(2026, 11, 22)
_FIRM = {"country": "IT", "region": "ITH1", "province": "ITH10", "sector": ["C31"], "employees": 12}


def measure(say: Say) -> dict[str, Any]:
    """Return medians and bests of repeated runs for the real programmes and for 10,000 generated ones, in ms."""
    say("rules: 80 and 10,000 programmes ...")
    return {"rules": figures_of("bench.rules")}


def _measured() -> dict[str, float]:
    real = catalogue.programmes()
    book = read_rulebook(real, catalogue.FOLDER)
    many = read_rulebook(generated.programmes(real, 10_000), catalogue.FOLDER)
    return {
        **_taken("n80", partial(_judged, book), 300),
        **_taken("n80_explained", partial(_explained, book), 10),
        **_taken("n80_changes", partial(_changes, book), 10),
        **_taken("n10000", partial(_judged, many), 15),
        **_taken("load80", _loaded, 10),
    }


def _taken(name: str, do: Callable[[], Any], repeats: int) -> dict[str, float]:
    taken = times_ms(do, repeats)
    return {f"{name}_ms": round(median(taken), 3), f"{name}_best_ms": round(min(taken), 3)}


def _judged(book: RuleBook) -> Sequence[Outcome]:
    """All verdicts; what a firm has told is read anew each time."""
    return book.judge_all(facts_from(_FIRM, book.kinds), _DAY)


def _explained(book: RuleBook) -> list[Any]:
    """Verdicts with all that can be told of them: reasons, facts missing and assumed, sums of money."""
    return [(one.reasons, one.missing, one.assumed, one.amount) for one in _judged(book)]


def _changes(book: RuleBook) -> list[Any]:
    """Verdicts with what would change them."""
    return [nearest_change(one) for one in _judged(book)]


def _loaded() -> RuleBook:
    """All files of the catalogue, read and checked against their schemas, and the rules of the programmes read."""
    programmes: Sequence[Programme] = catalogue.programmes()
    return read_rulebook(programmes, catalogue.FOLDER)


if __name__ == "__main__":
    print(json.dumps(_measured()))
