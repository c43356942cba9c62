"""The project's cost: what counts of it, limits, shares of types, the smallest grant."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_examples import GRANT, case, condition, holds, holds_strictly, judged, pays, rule
from trying_values import both_sides

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.conditions.costs import CostLimit, CostShare, Paid, SmallestGrant
from alpine_catalogue.eligibility.eligible_cost import Clip, EligibleCost
from alpine_catalogue.eligibility.records import Cost
from alpine_catalogue.eligibility.values import exactly

LINES = [
    {"type": "advice", "amount": 3_000, "day": "2025-06-20", "module": "plan"},
    {"type": "goods", "amount": 9_000, "day": "2025-07-15", "module": "buy"},
    {"amount": 1_000},
]


def eligible(counts: EligibleCost, *lines: dict[str, Any], **facts: Any) -> tuple[float, float]:
    return counts.of(case(costs=list(lines), **facts) if lines else case(**facts))


def test_without_lines_the_whole_cost_counts_as_vaguely_as_it_is_told() -> None:
    some = EligibleCost(module="plan", since=date(2026, 1, 1).toordinal(), clips=(Clip(("advice",), 0.5),))
    assert eligible(some, cost=500) == (500, 500)
    assert eligible(some, cost=[100, 900]) == (100, 900)
    assert eligible(some)[0] == 0


def test_lines_of_another_module_and_earlier_invoices_do_not_count() -> None:
    assert eligible(EligibleCost(), *LINES) == (13_000, 13_000)
    assert eligible(EligibleCost(module="buy"), *LINES) == (10_000, 10_000)
    assert eligible(EligibleCost(since=date(2025, 6, 27).toordinal()), *LINES) == (10_000, 10_000)
    assert eligible(EligibleCost(since=date(2025, 6, 20).toordinal()), *LINES) == (13_000, 13_000)
    assert eligible(EligibleCost(since=date(2025, 6, 21).toordinal()), *LINES) == (10_000, 10_000)


def test_a_rate_of_a_loan_looks_at_the_loan_alone() -> None:
    assert eligible(EligibleCost(base="loan"), *LINES, loan=70_000) == (70_000, 70_000)


@pytest.mark.parametrize(
    ("share", "advice", "goods", "expected"),
    [
        (0.7, 3_000, 9_000, 10_000),
        (0.7, 4_000, 8_000, 12_000),
        (0.5, 3_000, 9_000, 6_000),
        (0.75, 3_000, 9_000, 12_000),
    ],
)
def test_cost_of_a_type_above_its_share_of_the_eligible_total_drops_out(
    share: float, advice: int, goods: int, expected: float
) -> None:
    lines = [{"type": "advice", "amount": advice}, {"type": "goods", "amount": goods}]
    low, high = eligible(EligibleCost(clips=(Clip(("goods",), share),)), *lines)
    assert low == high == pytest.approx(expected)


def test_types_may_be_clipped_together_and_several_clips_one_after_the_other() -> None:
    lines = [{"type": kind, "amount": 1_000} for kind in ("advice", "goods", "training", "other")]
    assert eligible(EligibleCost(clips=(Clip(("goods", "training"), 0.2),)), *lines)[0] == pytest.approx(2_500)
    twice = (Clip(("goods",), 0.1), Clip(("training",), 0.1))
    assert eligible(EligibleCost(clips=twice), *lines)[0] == pytest.approx(
        3_000 + 3_000 / 9 - 1_000 + (2_000 + 3_000 / 9) / 9
    )


LINE_LISTS = st.lists(
    st.builds(lambda kind, amount: {"type": kind, "amount": amount}, st.sampled_from("ab"), st.integers(0, 10_000)),
    min_size=1,
)


@given(lines=LINE_LISTS, share=st.sampled_from([0.1, 0.3, 0.5, 0.9]))
def test_after_a_clip_the_type_has_at_most_its_share_and_nothing_else_is_lost(
    lines: list[dict[str, Any]], share: float
) -> None:
    counted = eligible(EligibleCost(clips=(Clip(("a",), share),)), *lines)[0]
    others = sum(line["amount"] for line in lines if line["type"] == "b")
    assert others <= counted + 1e-6
    assert counted - others <= share * counted + 1e-6


@pytest.mark.parametrize(
    ("limits", "cost", "expected"),
    [
        ({"at_least": 4_000}, 3_999, False),
        ({"at_least": 4_000}, 4_000, True),
        ({"at_most": 4_000}, 4_000, True),
        ({"at_most": 4_000}, 4_001, False),
        ({"above": 4_000}, 4_000, False),
        ({"below": 4_000}, 4_000, False),
        ({"at_least": 2_000, "at_most": 4_000}, 1_999, False),
        ({"at_least": 2_000, "at_most": 4_000}, 3_000, True),
        ({"at_least": 2_000, "at_most": 4_000}, 4_001, False),
        ({"at_least": 4_000}, [3_000, 5_000], None),
        ({"at_least": 4_000}, None, True),
    ],
)
def test_a_limit_on_the_cost_is_presumed_to_be_met_until_the_cost_is_told(
    limits: dict[str, int], cost: Any, expected: bool | None
) -> None:
    assert holds({"cost": limits}, cost=cost) is expected


def test_nothing_is_presumed_of_a_cost_when_nothing_may_be() -> None:
    assert holds_strictly({"cost": {"at_least": 4_000}}) is None
    assert holds_strictly({"cost": {"at_least": 4_000}}, cost=4_000) is True


def test_the_limit_looks_at_the_cost_that_counts() -> None:
    rules: dict[str, Any] = {
        "conditions": [condition({"cost": {"at_least": 10_000}})],
        "support": {"kind": "grant", "modules": [{"rate": 0.5, "cost_since": "2025-06-27"}]},
    }
    assert judged({"costs": LINES}, **rules).verdict is Verdict.ELIGIBLE
    assert judged({"costs": LINES[:2]}, **rules).verdict is Verdict.NOT_ELIGIBLE
    assert judged({"costs": []}, **rules).verdict is Verdict.NOT_ELIGIBLE


def test_a_limit_may_be_a_share_of_another_figure() -> None:
    asked = {"cost": {"at_most": {"share": 0.1, "of": "turnover"}}}
    assert [holds(asked, turnover=1_000_000, cost=cost) for cost in (100_000, 100_001)] == [True, False]


@pytest.mark.parametrize(("advice", "expected"), [(2_999, False), (3_000, True), (3_001, True)])
def test_a_gate_on_a_type_of_cost_compares_its_share(advice: int, expected: bool) -> None:
    lines = [{"type": "advice", "amount": advice}, {"type": "goods", "amount": 10_000 - advice}]
    assert holds({"cost_share": {"of": "advice", "at_least": 0.3}}, costs=lines) is expected


def test_a_gate_may_look_at_several_types_and_none_of_them_is_nothing() -> None:
    asked = {"cost_share": {"of": ["advice", "training"], "at_most": 0.5}}
    lines = [{"type": "advice", "amount": 3}, {"type": "training", "amount": 3}, {"type": "goods", "amount": 6}]
    assert holds(asked, costs=lines) is True
    assert holds(asked, costs=lines[:2]) is False
    assert holds({"cost_share": {"of": "advice", "at_least": 0.1}}, costs=[]) is False
    assert holds({"cost_share": {"of": "advice", "at_most": 0.1}}, costs=[{"amount": 0}]) is True


def test_a_share_is_presumed_to_be_planned_right_until_the_lines_are_told() -> None:
    asked = {"cost_share": {"of": "advice", "at_least": 0.3}}
    assert (holds(asked), holds_strictly(asked), holds(asked, cost=5_000)) == (True, None, True)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"cost": {"at_least": 4_000}}, "cost"),
        ({"cost": {"at_most": 4_000}}, "cost"),
        ({"cost_share": {"of": "advice", "at_least": 0.3}}, "costs"),
        ({"cost_share": {"of": ["advice", "training"], "at_most": 0.3}}, "costs"),
    ],
)
def test_the_costs_tried_stand_on_both_sides(told: dict[str, Any], name: str) -> None:
    assert both_sides(rule(told), case(presume=False), name)


def test_lines_are_tried_on_both_sides_of_a_limit_too() -> None:
    rules: dict[str, Any] = {"conditions": [condition({"cost": {"at_least": 4_000}})]}
    asked = judged(**rules).rules.editions[0].conditions[0].test
    assert asked.reads == ("cost", "costs")
    assert both_sides(asked, case(), "costs")
    assert both_sides(asked, case(), "cost")


SMALLEST: dict[str, Any] = {
    "conditions": [condition({"smallest_grant": True})],
    "support": {"kind": "grant", "modules": [{"rate": 0.5, "grant_at_least": 4_000, "grant_at_most": 10_000}]},
}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, Verdict.ELIGIBLE),
        ({"cost": 7_999}, Verdict.NOT_ELIGIBLE),
        ({"cost": 8_000}, Verdict.ELIGIBLE),
        ({"cost": [7_000, 9_000]}, Verdict.UNKNOWN),
        ({"costs": [{"amount": 7_999}]}, Verdict.NOT_ELIGIBLE),
        ({"costs": [{"amount": 8_000}]}, Verdict.ELIGIBLE),
    ],
)
def test_what_comes_out_must_reach_the_smallest_grant(facts: dict[str, Any], expected: Verdict) -> None:
    assert judged(facts, **SMALLEST).verdict is expected


def test_the_smallest_grant_asks_for_the_size_where_the_rate_hangs_on_it() -> None:
    module = {
        "rates": {"micro": 0.8, "small": 0.5, "medium": 0.2},
        "counted": "applicant_only",
        "grant_at_least": 4_000,
    }
    rules = SMALLEST | {"support": {"kind": "grant", "modules": [{**module, "grant_at_most": 90_000}]}}
    assert judged({"cost": 10_000, "employees": 9, "turnover": 1}, **rules).verdict is Verdict.ELIGIBLE
    assert judged({"cost": 10_000, "employees": 60, "turnover": 1}, **rules).verdict is Verdict.NOT_ELIGIBLE
    vague = judged({"cost": 10_000, "turnover": 1, "balance": 1}, **rules)
    assert (vague.verdict, vague.missing) == (Verdict.UNKNOWN, ("employees",))
    assert judged({"cost": 100_000, "turnover": 1}, **rules).verdict is Verdict.UNKNOWN
    assert "cost" in judged({"cost": [4_000, 30_000], "employees": 9, "turnover": 1}, **rules).missing


def test_an_unknown_rate_leaves_the_smallest_grant_open() -> None:
    rules = SMALLEST | {"support": {"kind": "grant", "modules": [{"rate": None, "grant_at_least": 4_000}]}}
    assert judged({"cost": 10_000}, **rules).verdict is Verdict.UNKNOWN


def test_one_module_that_is_large_enough_will_do() -> None:
    small, large = ({"rate": rate, "grant_at_least": 4_000, "grant_at_most": 10_000} for rate in (0.1, 0.5))
    rules = SMALLEST | {"support": {"kind": "grant", "modules": [small, large]}}
    assert judged({"cost": 10_000}, **rules).verdict is Verdict.ELIGIBLE


def test_tests_of_different_editions_are_different_because_other_cost_counts() -> None:
    for told in ({"cost": {"at_least": 4_000}}, {"smallest_grant": True}):
        assert rule(told) == rule(told)
        assert rule(told) != rule(told, "it-other")


def test_a_rule_that_stands_alone_knows_no_payment() -> None:
    assert rule({"smallest_grant": True}).holds(case(cost=5)) is None
    assert pays(GRANT["modules"][0], cost=1_000) == (500, 500)


def lines(*sums: float, type: str = "other") -> list[tuple[Cost, ...]]:
    return [(Cost(type, sum_, None, None),) for sum_ in sums]


def test_a_cent_beside_the_limit_is_tried_in_one_sum_or_in_one_line() -> None:
    asked = CostLimit("at_least", 4_000.0, Paid())
    assert list(asked.witnesses("cost", case())) == [exactly(3_999.99), exactly(4_000.0)]
    assert list(asked.witnesses("costs", case())) == lines(3_999.99, 4_000.0)
    assert asked.holds(case(cost=4_000)) is True, "without a support, all cost counts"


def test_for_the_smallest_grant_many_sums_and_every_class_are_tried() -> None:
    asked = SmallestGrant(Paid())
    assert asked.reads == ("cost", "costs", "people_trained", "employees", "turnover", "balance")
    people = [9, 10, 49, 50, 249, 250]
    assert list(asked.witnesses("employees", case())) == [exactly(number) for number in people]
    assert list(asked.witnesses("turnover", case())) == [
        exactly(2e6),
        exactly(2e6 + 1),
        exactly(1e7),
        exactly(1e7 + 1),
        exactly(5e7),
        exactly(5e7 + 1),
    ]
    assert list(asked.witnesses("balance", case()))[-2:] == [exactly(4.3e7), exactly(4.3e7 + 1)]
    assert list(asked.witnesses("people_trained", case())) == [
        exactly(number) for number in (1.0, 2.0, 5.0, 10.0, 100.0, 1000.0)
    ]
    sums = [part * 10.0**digits for digits in range(2, 8) for part in (1, 2, 5)]
    assert list(asked.witnesses("cost", case())) == [exactly(sum_) for sum_ in sums]
    assert list(asked.witnesses("costs", case())) == lines(*sums)


def test_shares_of_cost_are_tried_right_beside_the_limit() -> None:
    tried = list(CostShare(("advice", "training"), "at_least", 0.3).witnesses("costs", case()))
    assert [(one.type, one.amount) for one, _ in tried] == [("advice", pytest.approx(sum_)) for sum_ in (299, 300, 301)]
    assert [(other.type, other.amount) for _, other in tried] == [
        ("other", pytest.approx(sum_)) for sum_ in (701, 700, 699)
    ]


def test_a_vague_invoice_counts_only_if_no_day_of_it_is_too_early() -> None:
    since = EligibleCost(since=date(2025, 6, 27).toordinal())
    assert eligible(since, {"amount": 5, "day": "2025-06"}) == (0, 0)
    assert eligible(since, {"amount": 5, "day": "2025-07"}) == (5, 5)
