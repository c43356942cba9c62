"""Proposes teams of hubs to a firm."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from alpine_catalogue.errors import UnknownCode
from alpine_catalogue.matching.candidates import Candidates, weigh
from alpine_catalogue.matching.distance import Travel
from alpine_catalogue.matching.fit import Fits, Flags, Floats
from alpine_catalogue.matching.proposal import Member, Proposal, Team
from alpine_catalogue.matching.reasons import reasons_for
from alpine_catalogue.matching.search import Search
from alpine_catalogue.matching.team import solve
from alpine_catalogue.matching.traits import Traits
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.model import Hub, PainPoint

_ALTERNATIVES = 2


class Matcher:
    """Knows all hubs and criteria; what is the same for every firm is worked out once."""

    def __init__(self, hubs: Iterable[Hub], pains: Mapping[str, PainPoint], criteria: Criteria) -> None:
        """Take the hubs (in a fixed order, so that ties always fall the same way)."""
        self.hubs: Sequence[Hub] = sorted(hubs, key=lambda hub: hub.id)
        self._pains = pains
        self._criteria = criteria
        self._fits = Fits.of(self.hubs, pains, criteria.weights)
        self._traits = Traits.of(self.hubs, criteria)
        self._travel = Travel.to(self.hubs)

    def propose(self, search: Search) -> Proposal:
        """Return the best team for the firm, alternatives, and what nobody covers; raises UnknownCode."""
        return _Task(self, search, self._chosen(search)).proposal()

    def best_team(self, search: Search) -> Team:
        """Return the optimal team alone, without alternatives; raises UnknownCode."""
        return _Task(self, search, self._chosen(search)).team()

    def _chosen(self, search: Search) -> list[PainPoint]:
        for pain in search.pains:
            if pain not in self._pains:
                raise UnknownCode("pain point", pain, self._pains)
        return [self._pains[pain] for pain in dict.fromkeys(search.pains)]

    def fits(self, pains: Sequence[PainPoint]) -> tuple[Floats, Flags]:
        """Fit and coverage of every hub for these pains."""
        return self._fits.of_pains(pains)

    def candidates(self, search: Search) -> Candidates:
        """What each hub is to this firm."""
        return weigh(self._traits, self._travel.km_from(search.at), search, self._criteria.weights)

    def rows(self, ids: Iterable[str]) -> list[int]:
        """Where these hubs stand in `hubs`, in that order."""
        return [int(row) for row in np.flatnonzero(self._traits.ids.any_of(ids))]

    @property
    def criteria(self) -> Criteria:
        """The figures behind the proposals."""
        return self._criteria


class _Task:
    """One search: the arrays for it, and the teams that come out of them."""

    def __init__(self, matcher: Matcher, search: Search, pains: list[PainPoint]) -> None:
        self._matcher, self._search, self._pains = matcher, search, pains
        self._weights = matcher.criteria.weights
        self._seen = matcher.candidates(search)
        fit, self._covers = matcher.fits(pains)
        self._misfit = 1.0 - fit * self._seen.trade[:, None]

    def team(self) -> Team:
        return self._team(self._pool())

    def proposal(self) -> Proposal:
        pool = self._pool()
        team = self._team(pool)
        uncovered = [pain.id for column, pain in enumerate(self._pains) if not self._covers[pool, column].any()]
        local = self._team(pool & self._seen.serves & ~self._seen.abroad)
        across = self._team(pool, must_be=self._seen.abroad)
        others = self._others(pool, team)
        return Proposal(
            team,
            others,
            tuple(uncovered),
            local=local if local.ids and local.ids != team.ids else None,
            across=across if across.ids and across.ids != team.ids else None,
        )

    def _pool(self) -> Flags:
        """Hubs for the firm's area and those within reach; farther ones only for needs nobody nearer covers."""
        near = self._seen.serves | (self._seen.km <= self._weights.reach_km)
        pool = self._seen.allowed & near
        lacking = ~self._covers[pool].any(axis=0)
        far = self._seen.allowed & (self._seen.km <= self._weights.widen_km)
        wider: Flags = pool | (far & self._covers[:, lacking].any(axis=1))
        return wider

    def _team(self, pool: Flags, must_be: Flags | None = None) -> Team:
        """The optimal team from `pool`; with `must_be`, one that holds at least one such hub."""
        rows = np.flatnonzero(pool)
        covers, misfit = self._covers[rows], self._misfit[rows]
        columns = np.flatnonzero(covers.any(axis=0))
        covers, misfit = covers[:, columns], misfit[:, columns]
        rider = None if must_be is None else len(columns)
        if must_be is not None:
            if not (must_be[rows] & covers.any(axis=1)).any():
                return Team((), 0.0, True)
            covers = np.column_stack([covers, must_be[rows] & covers.any(axis=1)])
            misfit = np.column_stack([misfit, np.zeros(len(rows))])
        solution = solve(misfit, covers, self._seen.cost[rows], rider)
        members = (
            self._member(int(rows[row]), [self._pains[columns[need]] for need in needs if need < len(columns)])
            for row, needs in solution.parts
        )
        return Team(tuple(sorted(members, key=lambda member: -len(member.covers))), solution.cost, solution.exact)

    def _others(self, pool: Flags, team: Team) -> tuple[Team, ...]:
        """The best teams that do without one of the proposed hubs, best first."""
        found: dict[frozenset[str], Team] = {}
        for row in self._matcher.rows(team.ids):
            rest = pool.copy()
            rest[row] = False
            other = self._team(rest)
            if other.ids and self._needs_met(other) == self._needs_met(team):
                found[other.ids] = other
        return tuple(sorted(found.values(), key=lambda other: (len(other.members), other.cost))[:_ALTERNATIVES])

    @staticmethod
    def _needs_met(team: Team) -> set[str]:
        return {pain for member in team.members for pain in member.covers}

    def _member(self, row: int, covers: list[PainPoint]) -> Member:
        hub, km = self._matcher.hubs[row], float(self._seen.km[row])
        return Member(
            hub,
            tuple(pain.id for pain in covers),
            None if np.isnan(km) else round(km),
            reasons_for(hub, covers, self._search, float(self._seen.trade[row])),
        )
