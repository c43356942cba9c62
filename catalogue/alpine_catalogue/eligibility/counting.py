"""Which firms count together, and what they add to the applicant's figures.

Five ways are met in programmes: the EU's (partners of 25 to 50 % in part, linked firms of more in full, through the
chain), the applicant alone, every tie of 25 % or more in full, the consolidated group, and texts that do not say.
"""

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.records import Firm
from alpine_catalogue.eligibility.values import ENDLESS, Interval

RELATED = "related"
_PARTNER_FROM = 0.25
_LINKED_ABOVE = 0.5


def counted(case: Case, figure: str, way: str, year: str = "") -> Interval:
    """Return the applicant's figure with what other firms add to it; `year` is the suffix of another year's fact."""
    own = case.figure(figure + year)
    if way == "applicant_only":
        return own
    related = case.related
    if related is None:
        return (own[0], ENDLESS)
    if not related:
        return own
    added = sum(_added(firm, figure, way) for firm in related)
    least = 0.0 if way == "unknown" else added
    return (own[0] + least, own[1] + added)


def _added(firm: Firm, figure: str, way: str) -> float:
    if way == "group":
        return _group(firm, figure)
    if way in ("all_ge_25", "unknown"):  # no other way counts more
        return _all_from_a_quarter(firm, figure)
    return _eu(firm, figure)


def _eu(firm: Firm, figure: str) -> float:
    """Linked firms in full with their own ties; partners by their share, with the firms linked to them."""
    if firm.share > _LINKED_ABOVE:
        return _own(firm, figure) + sum(_eu(tied, figure) for tied in firm.related)
    if firm.share >= _PARTNER_FROM:
        return firm.share * _group_of(firm, figure)
    return 0.0


def _group(firm: Firm, figure: str) -> float:
    return _group_of(firm, figure) if firm.share > _LINKED_ABOVE else 0.0


def _group_of(firm: Firm, figure: str) -> float:
    return _own(firm, figure) + sum(_group(tied, figure) for tied in firm.related)


def _all_from_a_quarter(firm: Firm, figure: str) -> float:
    if firm.share < _PARTNER_FROM:
        return 0.0
    return _own(firm, figure) + sum(_all_from_a_quarter(tied, figure) for tied in firm.related)


def _own(firm: Firm, figure: str) -> float:
    found: float = getattr(firm, figure)
    return found
