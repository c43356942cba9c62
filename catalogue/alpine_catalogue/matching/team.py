"""The optimal team: the fewest hubs that cover all needs, and among those the cheapest.

Exact for up to `EXACT_NEEDS` needs: dynamic programming over subsets of needs. For every subset S, `best[S]` is the
cheapest single hub that covers S; the cheapest team of m hubs for a set is the cheapest split of that set into S and a
team of m - 1. A hub never pays twice: if it were best for two parts, one hub for their union would make a smaller team.
Above that number the greedy choice is used, whose team is at most 1 + ln(needs) times as large as the smallest one
(Chvátal 1979), and `Solution.exact` says so.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alpine_catalogue.matching.fit import Flags, Floats

EXACT_NEEDS = 10
_ROWS_AT_ONCE = 8192
_NEVER = 1e9


@dataclass(frozen=True)
class Solution:
    """Rows of the chosen hubs with the needs (columns) each was chosen for, and what the team costs."""

    parts: tuple[tuple[int, tuple[int, ...]], ...]
    cost: float
    exact: bool


def solve(misfit: Floats, covers: Flags, cost: Floats, rider: int | None = None) -> Solution:
    """Return the optimal team for all needs (columns), each of which some hub (row) must cover.

    `misfit` is what is missing when a hub meets a need (0 to 1), `cost` what taking the hub costs at all. `rider` is a
    column that nobody is hired for alone: whoever meets it must be chosen for another need too.
    """
    needs = misfit.shape[1]
    if needs == 0:
        return Solution((), 0.0, True)
    if needs > EXACT_NEEDS:
        return _greedy(misfit, covers, cost, rider)
    best, row = _best_single(misfit, covers, cost)
    if rider is not None:
        best[1 << rider] = np.inf
    return _smallest(best, row, needs)


def _best_single(misfit: Floats, covers: Flags, cost: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Cost and row of the cheapest hub for each subset of needs (as a bit mask)."""
    needs = misfit.shape[1]
    subsets = ((np.arange(1 << needs)[:, None] >> np.arange(needs)) & 1).astype(float)
    price = np.where(covers, misfit, _NEVER)
    best, row = np.full(1 << needs, np.inf), np.zeros(1 << needs, dtype=np.int64)
    for start in range(0, len(cost), _ROWS_AT_ONCE):
        stop = start + _ROWS_AT_ONCE
        total = price[start:stop] @ subsets.T + cost[start:stop, None]
        local = total.argmin(axis=0)
        value = total[local, np.arange(1 << needs)]
        better = value < best
        best[better], row[better] = value[better], local[better] + start
    best[best >= _NEVER] = np.inf
    best[0] = np.inf  # nobody is hired for nothing
    return best, row


def _smallest(best: Floats, row: NDArray[np.int64], needs: int) -> Solution:
    full = (1 << needs) - 1
    masks = np.arange(full + 1)
    team, splits = best, []
    while not np.isfinite(team[full]):
        team, split = _one_more(team, best, masks)
        splits.append(split)
    parts, rest = [], full
    for split in reversed(splits):
        parts.append(int(split[rest]))
        rest ^= parts[-1]
    parts.append(rest)
    chosen = tuple((int(row[part]), tuple(n for n in range(needs) if part >> n & 1)) for part in parts)
    return Solution(tuple(sorted(chosen)), float(team[full]), True)


def _one_more(team: Floats, best: Floats, masks: NDArray[np.int64]) -> tuple[Floats, NDArray[np.int64]]:
    """Cheapest teams with one hub more, for every set of needs, and the part that the added hub takes."""
    larger, split = np.full(len(masks), np.inf), np.zeros(len(masks), dtype=np.int64)
    for part in np.flatnonzero(np.isfinite(best[1:])) + 1:
        within = masks[(masks & part) == part]
        price = team[within ^ part] + best[part]
        better = price < larger[within]
        larger[within[better]], split[within[better]] = price[better], part
    return larger, split


def _greedy(misfit: Floats, covers: Flags, cost: Floats, rider: int | None) -> Solution:
    open_needs, parts, total = np.ones(misfit.shape[1], dtype=bool), [], 0.0
    while open_needs.any():
        gain = (covers & open_needs).sum(axis=1)
        if rider is not None and open_needs[rider]:
            gain = gain * covers[:, rider]  # first, while it has other needs to meet
        price = np.where(covers & open_needs, misfit, 0.0).sum(axis=1) + cost
        chosen = int(np.lexsort((price, -gain))[0])
        taken = covers[chosen] & open_needs
        parts.append((chosen, tuple(int(need) for need in np.flatnonzero(taken))))
        total += float(price[chosen])
        open_needs &= ~taken
    return Solution(tuple(sorted(parts)), total, False)
