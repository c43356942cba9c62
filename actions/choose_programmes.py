"""Which programmes are worth telling a firm about, and in which order. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rules import areas_of
from alpine_catalogue.model import PainPoint

_WORTH_TELLING = (Verdict.ELIGIBLE, Verdict.NOT_YET, Verdict.UNKNOWN)
MOST = 4
MOST_CLOSED = 3


def worth_telling(outcomes: Iterable[Outcome], needs: Sequence[str], pains: Mapping[str, PainPoint]) -> list[Outcome]:
    """Return at most `MOST` outcomes: surest verdict first, then those that meet most needs, then the nearest money."""
    return _chosen(outcomes, _WORTH_TELLING, needs, pains)[:MOST]


def closed_already(outcomes: Iterable[Outcome], needs: Sequence[str], pains: Mapping[str, PainPoint]) -> list[Outcome]:
    """Return at most `MOST_CLOSED` programmes that would be worth telling if they were not over."""
    return _chosen(outcomes, (Verdict.TOO_LATE,), needs, pains)[:MOST_CLOSED]


def _chosen(
    outcomes: Iterable[Outcome], verdicts: Sequence[Verdict], needs: Sequence[str], pains: Mapping[str, PainPoint]
) -> list[Outcome]:
    wanted = {word for need in needs or ("no_funding",) for word in pains[need].needs}

    def met(outcome: Outcome) -> int:
        return len(wanted & set(outcome.programme.needs))

    chosen = [outcome for outcome in outcomes if outcome.verdict in verdicts and met(outcome)]
    return sorted(chosen, key=lambda o: (verdicts.index(o.verdict), -met(o), _width(o), o.programme.id))


def _width(outcome: Outcome) -> int:
    """How wide the programme's area is: a chamber's voucher is nearer to the firm than a European call."""
    areas = areas_of(outcome.programme)
    return len(areas) * 10 - max((len(area) for area in areas), default=0)
