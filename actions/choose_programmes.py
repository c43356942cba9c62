"""Which programmes are worth telling a firm about, and in which order. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.verdict import Outcome
from alpine_catalogue.model import PainPoint

_WORTH_TELLING = (Verdict.ELIGIBLE, Verdict.NOT_YET, Verdict.UNKNOWN)
MOST = 4


def worth_telling(outcomes: Iterable[Outcome], needs: Sequence[str], pains: Mapping[str, PainPoint]) -> list[Outcome]:
    """Return at most `MOST` outcomes: surest verdict first, then those that meet most needs, then the nearest money."""
    wanted = {word for need in needs or ("no_funding",) for word in pains[need].needs}

    def met(outcome: Outcome) -> int:
        return len(wanted & set(outcome.programme.needs))

    chosen = [o for o in outcomes if o.verdict in _WORTH_TELLING and met(o)]
    return sorted(chosen, key=lambda o: (_WORTH_TELLING.index(o.verdict), -met(o), _width(o), o.programme.id))[:MOST]


def _width(outcome: Outcome) -> int:
    """How wide the programme's area is: a chamber's voucher is nearer to the firm than a European call."""
    areas = outcome.programme.rules["areas"]
    return len(areas) * 10 - max(len(area) for area in areas)
