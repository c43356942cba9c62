"""Which hubs may be proposed to a firm at all, and what taking each of them costs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alpine_catalogue.matching.fit import Flags, Floats
from alpine_catalogue.matching.search import Limits, Search
from alpine_catalogue.matching.traits import Traits
from alpine_catalogue.matching.weights import Weights


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


def weigh(traits: Traits, km: Floats, search: Search, weights: Weights) -> Candidates:
    """Judge all hubs with the firm's place, trade, language and limits in mind."""
    trade = _trade_fit(traits, search.sectors, weights)
    serves = traits.serves(search.area)
    home = traits.countries.any_of([search.country] if search.country else traits.countries.rows)
    allowed = (trade > 0) & _inside_limits(traits, km, search.limits) & (serves | traits.beyond_area)
    cost = _cost(traits, km, ~home, search, weights) + ~serves * weights.outside_area
    return Candidates(km, trade, cost, serves, allowed, ~home)


def _trade_fit(traits: Traits, sectors: Sequence[str], weights: Weights) -> Floats:
    """Return 1.0 where a hub names the firm's sector, less where it serves all, 0.0 where it names only others.

    `sectors` are NACE divisions; without any, nothing speaks against a hub.
    """
    if not sectors:
        return np.full(len(traits.all_trades), weights.cross_sector)
    named = traits.trades.any_of(code for sector in sectors for code in (sector, sector[0]))
    fit: Floats = np.where(traits.all_trades, weights.cross_sector, named.astype(float))
    return fit


def _inside_limits(traits: Traits, km: Floats, limits: Limits) -> Flags:
    inside = ~(traits.ids.any_of(limits.without) | traits.kinds.any_of(limits.without))
    if limits.only_language:
        inside &= traits.languages.any_of([limits.only_language])
    if limits.only_country:
        inside &= traits.countries.any_of([limits.only_country])
    if limits.nearer_than_km is not None:
        inside &= km < limits.nearer_than_km
    return inside


def _cost(traits: Traits, km: Floats, abroad: Flags, search: Search, weights: Weights) -> Floats:
    cost: Floats = (
        np.nan_to_num(km) / 100 * weights.per_100_km
        + ~traits.languages.any_of([search.language]) * weights.other_language
        + abroad * weights.across_border
        + traits.doubtful * weights.unverified
    )
    return cost
