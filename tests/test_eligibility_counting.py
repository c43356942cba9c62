"""Which firms count together: five ways, with chains of partners and linked firms."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_examples import case

from alpine_catalogue.eligibility.counting import counted
from alpine_catalogue.eligibility.values import ENDLESS

WAYS = ("eu", "applicant_only", "all_ge_25", "group", "unknown")


def firm(share: float, people: int, *ties: dict[str, Any]) -> dict[str, Any]:
    return {"share": share, "employees": people, "turnover": people * 1e6, "balance": 0, "related": list(ties)}


def people(way: str, *ties: dict[str, Any], own: Any = 40) -> tuple[float, float]:
    return counted(case(employees=own, related=list(ties)), "employees", way)


@pytest.mark.parametrize(
    ("share", "eu", "all_ge_25", "group"),
    [(0.2499, 0, 0, 0), (0.25, 25, 100, 0), (0.5, 50, 100, 0), (0.5001, 100, 100, 100), (1.0, 100, 100, 100)],
)
def test_how_much_of_a_tied_firm_counts_depends_on_its_share(
    share: float, eu: float, all_ge_25: float, group: float
) -> None:
    tie = firm(share, 100)
    assert people("eu", tie) == (40 + eu, 40 + eu)
    assert people("all_ge_25", tie) == (40 + all_ge_25, 40 + all_ge_25)
    assert people("group", tie) == (40 + group, 40 + group)
    assert people("applicant_only", tie) == (40, 40)


@pytest.mark.parametrize(
    ("tie", "eu", "all_ge_25", "group"),
    [
        # a linked firm brings its own linked firms in full and its partners in part
        (firm(1.0, 100, firm(0.6, 10)), 110, 110, 110),
        (firm(1.0, 100, firm(0.3, 10)), 103, 110, 100),
        (firm(1.0, 100, firm(0.2, 10)), 100, 100, 100),
        # a partner brings the firms linked to it, in its own share, and none of its partners
        (firm(0.4, 100, firm(0.6, 10)), 44, 110, 0),
        (firm(0.4, 100, firm(0.3, 10)), 40, 110, 0),
        # down the chain
        (firm(1.0, 100, firm(0.6, 10, firm(0.3, 20))), 116, 130, 110),
        (firm(0.4, 100, firm(0.6, 10, firm(0.7, 20))), 52, 130, 0),
        (firm(0.4, 100, firm(0.6, 10, firm(0.3, 20))), 44, 130, 0),
        (firm(0.2, 100, firm(1.0, 10)), 0, 0, 0),
    ],
)
def test_ties_of_tied_firms_count_through_the_chain(
    tie: dict[str, Any], eu: float, all_ge_25: float, group: float
) -> None:
    assert people("eu", tie, own=0)[1] == pytest.approx(eu)
    assert people("all_ge_25", tie, own=0)[1] == pytest.approx(all_ge_25)
    assert people("group", tie, own=0)[1] == pytest.approx(group)


def test_several_ties_add_up_for_every_figure() -> None:
    ties = [firm(0.3, 10), firm(1.0, 5)]
    assert people("eu", *ties) == (48, 48)
    told = case(turnover=1_000_000, balance=3, related=ties)
    assert counted(told, "turnover", "eu") == (9_000_000, 9_000_000)
    assert counted(told, "balance", "eu") == (3, 3)


def test_a_text_that_does_not_say_who_counts_leaves_everything_between_the_firm_alone_and_all_its_ties() -> None:
    assert people("unknown", firm(0.3, 100)) == (40, 140)
    assert people("unknown", firm(0.2, 100)) == (40, 40)
    assert people("unknown") == (40, 40)


def test_a_vague_figure_stays_as_vague_as_it_is() -> None:
    assert people("eu", firm(1.0, 100), own=[40, 45]) == (140, 145)
    assert people("group", own=[40, 45]) == (40, 45)


def test_ties_that_nobody_told_are_presumed_to_be_none_or_leave_the_sum_open() -> None:
    assert counted(case(employees=40), "employees", "eu") == (40, 40)
    unknown = case(employees=40, presume=False)
    assert counted(unknown, "employees", "eu") == (40, ENDLESS)
    assert counted(case(employees=[40, 45], presume=False), "employees", "eu") == (40, ENDLESS)
    assert counted(unknown, "employees", "applicant_only") == (40, 40)


def test_figures_of_the_year_before_are_counted_in_the_same_way() -> None:
    told = case(employees=1, employees_year_before=40, related=[firm(1.0, 100)])
    assert counted(told, "employees", "eu", "_year_before") == (140, 140)


SHARES = st.sampled_from([0.1, 0.25, 0.4, 0.5, 0.51, 0.8, 1.0])
FIRMS: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.builds(firm, SHARES, st.integers(0, 50)),
    lambda ties: st.builds(
        lambda share, own, some: firm(share, own, *some), SHARES, st.integers(0, 50), st.lists(ties)
    ),
    max_leaves=5,
)


@given(ties=st.lists(FIRMS, max_size=3))
def test_no_way_of_counting_leaves_anybody_out_of_the_applicant_or_counts_more_than_all_ties(
    ties: list[dict[str, Any]],
) -> None:
    found = {way: people(way, *ties) for way in WAYS}
    assert all(low >= 40 for low, _ in found.values())
    assert found["group"][1] <= found["eu"][1] + 1e-9
    assert found["eu"][1] <= found["all_ge_25"][1] + 1e-9
    assert found["unknown"] == (40, found["all_ge_25"][1])


@given(tie=FIRMS, more=st.integers(1, 50))
def test_a_larger_tie_never_makes_the_applicant_smaller(tie: dict[str, Any], more: int) -> None:
    larger = {**tie, "employees": tie["employees"] + more}
    for way in WAYS:
        assert people(way, larger)[1] >= people(way, tie)[1]
