"""Facts told in passing, where a cue word makes clear which fact a figure or a day is: never a guess. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations
from typing import Any, Protocol, TypeVar

from actions.facts.cue_words import CueWords
from actions.facts.days import DayReader
from actions.facts.figure_words import FigureWords
from actions.facts.figures import figures_in
from actions.facts.letters import plain_letters

_CLAUSES = re.compile(r"(?<=\D)[,;](?=\s)|(?<=\d)[,;](?=\s)|(?<=\D)\.(?=\s|$)|[!?](?=\s|$)|\n|\s[–-]\s")
_APART = str.maketrans("'’-_/", "     ")
_NEVER = "none"
_ORDER = "first_order"


@dataclass(frozen=True)
class Reading:
    """What is needed to read a text: how figures, days and cues are written, the text's language, and today."""

    figures: FigureWords
    days: DayReader
    cues: CueWords
    language: str
    today: date


def told_in_passing(text: str, reading: Reading) -> dict[str, Any]:
    """Return facts by name, in the form in which they are told; the first mention of each counts."""
    told: dict[str, Any] = {}
    for clause in _CLAUSES.split(text):
        told = dict(_in_clause(clause, reading)) | told
    return told


def bare_sum(text: str, reading: Reading) -> Any:
    """Return the only sum in a text ("how much for 20.000 euro?"), or None where there is none or more than one."""
    sums = [figure for figure in figures_in(text, reading.figures) if figure.sum]
    return sums[0].told if len(sums) == 1 else None


def _in_clause(clause: str, reading: Reading) -> Iterator[tuple[str, Any]]:
    cues, plain = reading.cues, plain_letters(clause).translate(_APART)
    supposing = bool(cues.supposing[reading.language].search(plain))
    sums = [figure for figure in figures_in(clause, reading.figures) if figure.sum]
    for name, sum_told in _paired(plain, cues.money, sums):
        if not supposing or name in cues.supposed_is_enough:
            yield name, sum_told.told
    if not supposing:
        days = reading.days.days_in(clause)
        yield from ((name, day.told) for name, day in _paired(plain, cues.day, days))
        yield from _order(plain, [day.told for day in days], reading)


def _order(plain: str, days: Sequence[str], reading: Reading) -> Iterator[tuple[str, Any]]:
    """Ordered already, with no day told: yesterday is the last day on which it can have been."""
    ordered = reading.cues.ordered
    if ordered["none"][reading.language].search(plain):
        yield _ORDER, _NEVER
    elif ordered["done"][reading.language].search(plain):
        yield _ORDER, days[0] if len(days) == 1 else (reading.today - timedelta(days=1)).isoformat()


class _Placed(Protocol):
    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


P = TypeVar("P", bound=_Placed)


def _paired(plain: str, cues: Mapping[str, re.Pattern[str]], found: Sequence[P]) -> list[tuple[str, P]]:
    """Give each cue one of what was found, so that all are as near as possible; nothing where one would get none."""
    hits = [(name, hit) for name, words in cues.items() if (hit := words.search(plain))]
    if not hits or len(found) < len(hits):
        return []
    together = min(permutations(found, len(hits)), key=lambda order: sum(map(_apart, (hit for _, hit in hits), order)))
    return [(name, one) for (name, _), one in zip(hits, together, strict=True)]


def _apart(cue: re.Match[str], one: _Placed) -> int:
    return max(one.start - cue.end(), cue.start() - one.end, 0)
