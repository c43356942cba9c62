"""The optimal team, proven against trying every possibility: fewest hubs, and among those the cheapest."""

from itertools import combinations
from math import inf, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from alpine_catalogue.matching.team import EXACT_NEEDS, Solution, solve

Problem = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]


@st.composite
def problems(draw: st.DrawFn, most_hubs: int = 9, most_needs: int = 5, fewest_needs: int = 1) -> Problem:
    """Misfit, coverage and cost, such that some hub covers each need. Round figures make ties likely."""
    hubs, needs = draw(st.integers(1, most_hubs)), draw(st.integers(fewest_needs, most_needs))
    shares = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9, 1.0])
    misfit = np.array(draw(st.lists(shares, min_size=hubs * needs, max_size=hubs * needs))).reshape(hubs, needs)
    flags = draw(st.lists(st.booleans(), min_size=hubs * needs, max_size=hubs * needs))
    covers = np.array(flags, dtype=bool).reshape(hubs, needs)
    for need in np.flatnonzero(~covers.any(axis=0)):
        covers[draw(st.integers(0, hubs - 1)), need] = True
    cost = np.array(draw(st.lists(st.sampled_from([0.0, 0.05, 0.3, 1.0, 2.5]), min_size=hubs, max_size=hubs)))
    return misfit, covers, cost


def by_trying_everything(
    misfit: NDArray[np.float64], covers: NDArray[np.bool_], cost: NDArray[np.float64]
) -> tuple[int, float]:
    """Return size and price of the best team: for each set of hubs, each need goes to the member that fits it best.

    Every member of a smallest team is needed, so it keeps at least one need however the needs are given out.
    """
    hubs = len(cost)
    for size in range(1, hubs + 1):
        best = inf
        for team in map(list, combinations(range(hubs), size)):
            if covers[team].any(axis=0).all():
                price = np.where(covers[team], misfit[team], inf).min(axis=0).sum() + cost[team].sum()
                best = min(best, float(price))
        if best < inf:
            return size, best
    raise AssertionError("the problem has no team")


def price_of(solution: Solution, misfit: NDArray[np.float64], cost: NDArray[np.float64]) -> float:
    return float(sum(cost[row] + sum(misfit[row, need] for need in needs) for row, needs in solution.parts))


def check_consistent(
    solution: Solution, misfit: NDArray[np.float64], covers: NDArray[np.bool_], cost: NDArray[np.float64]
) -> None:
    told = [need for _, needs in solution.parts for need in needs]
    assert sorted(told) == list(range(misfit.shape[1])), "every need is given to one hub, none to two"
    assert all(covers[row, need] for row, needs in solution.parts for need in needs)
    assert all(needs for _, needs in solution.parts), "nobody is hired for nothing"
    assert len({row for row, _ in solution.parts}) == len(solution.parts), "no hub is paid twice"
    assert solution.cost == pytest.approx(price_of(solution, misfit, cost))


@settings(max_examples=300, deadline=None)
@given(problems())
def test_the_team_is_the_best_of_all_possible_ones(problem: Problem) -> None:
    misfit, covers, cost = problem
    solution = solve(misfit, covers, cost)
    check_consistent(solution, misfit, covers, cost)
    size, price = by_trying_everything(misfit, covers, cost)
    assert solution.exact
    assert len(solution.parts) == size
    assert solution.cost == pytest.approx(price)


@settings(max_examples=30, deadline=None)
@given(problems(most_hubs=7, most_needs=EXACT_NEEDS, fewest_needs=8))
def test_it_is_exact_up_to_the_stated_number_of_needs(problem: Problem) -> None:
    solution = solve(*problem)
    size, price = by_trying_everything(*problem)
    assert (solution.exact, len(solution.parts)) == (True, size)
    assert solution.cost == pytest.approx(price)


@settings(max_examples=60, deadline=None)
@given(problems(most_hubs=9, most_needs=16, fewest_needs=EXACT_NEEDS + 1))
def test_above_that_number_the_team_says_it_is_not_exact_and_keeps_its_bound(problem: Problem) -> None:
    misfit, covers, cost = problem
    solution = solve(misfit, covers, cost)
    check_consistent(solution, misfit, covers, cost)
    size, _ = by_trying_everything(misfit, covers, cost)
    assert solution.exact is False
    assert len(solution.parts) <= (1 + log(misfit.shape[1])) * size


def test_fewer_hubs_win_over_cheaper_ones() -> None:
    misfit = np.array([[0.0, 9.9], [9.9, 0.0], [1.0, 1.0]])
    covers = np.array([[True, False], [False, True], [True, True]])
    solution = solve(misfit, covers, np.array([0.0, 0.0, 5.0]))
    assert solution.parts == ((2, (0, 1)),)
    assert solution.cost == pytest.approx(7.0)


def test_without_needs_there_is_no_team() -> None:
    solution = solve(np.zeros((3, 0)), np.zeros((3, 0), dtype=bool), np.zeros(3))
    assert solution == Solution((), 0.0, True)


def test_more_hubs_than_are_looked_at_at_once_make_no_difference() -> None:
    """The best hub stands behind the first block of rows."""
    hubs = 20_000
    misfit, covers, cost = np.ones((hubs, 3)), np.ones((hubs, 3), dtype=bool), np.ones(hubs)
    misfit[17_321] = 0.0
    assert solve(misfit, covers, cost).parts == ((17_321, (0, 1, 2)),)


def test_of_two_equal_teams_the_first_is_taken_every_time() -> None:
    misfit, covers, cost = np.zeros((4, 2)), np.ones((4, 2), dtype=bool), np.zeros(4)
    assert {solve(misfit, covers, cost).parts for _ in range(5)} == {((0, (0, 1)),)}


@settings(max_examples=100, deadline=None)
@given(problems(most_hubs=6, most_needs=5, fewest_needs=2), st.data())
def test_nobody_is_hired_for_the_rider_alone(problem: Problem, data: st.DataObject) -> None:
    """Proven by asking for each other need in turn that a hub with the rider meets it."""
    misfit, covers, cost = problem
    rider = misfit.shape[1] - 1
    misfit[:, rider] = 0.0
    covers[:, rider] &= covers[:, :rider].any(axis=1)
    if not covers[:, rider].any() or not covers[:, :rider].any(axis=0).all():
        return
    solution = solve(misfit, covers, cost, rider)
    check_consistent(solution, misfit, covers, cost)
    assert (rider,) not in [needs for _, needs in solution.parts]
    possible = []
    for need in range(rider):
        only = covers[:, :rider].copy()
        only[~covers[:, rider], need] = False
        if only.any(axis=0).all():
            possible.append(by_trying_everything(misfit[:, :rider], only, cost))
    size, price = min(possible)
    assert len(solution.parts) == size
    assert solution.cost == pytest.approx(price)


@settings(max_examples=40, deadline=None)
@given(problems(most_hubs=6, most_needs=14, fewest_needs=EXACT_NEEDS + 1))
def test_nobody_is_hired_for_the_rider_alone_where_the_choice_is_greedy(problem: Problem) -> None:
    misfit, covers, cost = problem
    covers[0] = True
    solution = solve(misfit, covers, cost, misfit.shape[1] - 1)
    check_consistent(solution, misfit, covers, cost)
    assert (misfit.shape[1] - 1,) not in [needs for _, needs in solution.parts]
