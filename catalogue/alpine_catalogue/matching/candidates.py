"""Which hubs may be proposed to a firm at all, and what taking each of them costs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alpine_catalogue.matching.fit import Flags, Floats, trade_fit
from alpine_catalogue.matching.search import Search
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.model import Hub
from alpine_catalogue.place import within


@dataclass(frozen=True)
class Candidates:
    """Per hub (row): distance in km (nan when unknown), trade fit, cost, and how it may be considered."""

    km: Floats
    trade: Floats
    cost: Floats
    serves: Flags
    """It names the firm's area (or nothing known speaks against that)."""
    allowed: Flags
    """Nothing known speaks against it, wherever it is."""
    abroad: Flags


def weigh(hubs: Sequence[Hub], km: Floats, search: Search, criteria: Criteria) -> Candidates:
    """Look at every hub once, with the firm's place, trade, language and limits in mind."""
    trade = np.array([trade_fit(hub, search.sectors, criteria) for hub in hubs])
    serves = np.array([within(search.area, hub.serves) is not False for hub in hubs])
    abroad = np.array([bool(search.country) and hub.country != search.country for hub in hubs])
    beyond = np.array([criteria.kinds[hub.kind]["beyond_area"] for hub in hubs])
    inside = np.array([_inside_limits(hub, distance, search) for hub, distance in zip(hubs, km, strict=True)])
    allowed = (trade > 0) & inside & (serves | beyond)
    return Candidates(km, trade, _cost(hubs, km, abroad, search, criteria), serves, allowed, abroad)


def _inside_limits(hub: Hub, km: float, search: Search) -> bool:
    limits = search.limits
    if hub.id in limits.without or hub.kind in limits.without:
        return False
    if limits.only_language and limits.only_language not in hub.languages:
        return False
    if limits.only_country and hub.country != limits.only_country:
        return False
    return limits.nearer_than_km is None or bool(km < limits.nearer_than_km)


def _cost(hubs: Sequence[Hub], km: Floats, abroad: Flags, search: Search, criteria: Criteria) -> Floats:
    weights = criteria.weights
    foreign_tongue = np.array([search.language not in hub.languages for hub in hubs])
    doubtful = np.array([hub.status != "active" for hub in hubs])
    cost: Floats = (
        np.nan_to_num(km) / 100 * weights.per_100_km
        + foreign_tongue * weights.other_language
        + abroad * weights.across_border
        + doubtful * weights.unverified
    )
    return cost
