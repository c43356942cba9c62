"""Which facts would settle the verdicts on programmes, the one that settles most first. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.fact_kinds import FactKinds
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.records import READ_RECORDS


def deciding_facts(outcomes: Iterable[Outcome], asked: Mapping[str, Any], kinds: FactKinds) -> list[str]:
    """Return facts on which a verdict still hangs and that were not asked yet, those of most programmes first.

    Of facts that decide as many programmes, the one that decides them more alone comes first, then the one that the
    registry names first. Lists of other firms or of aid cannot be told in a sentence; a person has to look at them.
    """
    weights: dict[str, tuple[int, float]] = {}
    for outcome in outcomes:
        for name in outcome.missing if outcome.verdict is Verdict.UNKNOWN else ():
            count, alone = weights.get(name, (0, 0.0))
            weights[name] = (count + 1, alone + 1 / len(outcome.missing))
    order = list(kinds.by_name)
    askable = [name for name in weights if name not in asked and kinds[name].form not in READ_RECORDS]
    return sorted(askable, key=lambda name: (-weights[name][0], -weights[name][1], order.index(name)))
