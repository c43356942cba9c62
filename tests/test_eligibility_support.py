"""The money: rates, brackets, bonuses, caps, joined modules, and what earlier aid has used up; always as a range."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_examples import case, pays, support

HALF: dict[str, Any] = {"rate": 0.5}


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        (1_900, (570, 570)),
        (2_000, (600, 600)),
        (20_000, (6_000, 6_000)),
        (25_000, (6_000, 6_000)),
        ([0, 10_000], (0, 3_000)),
    ],
)
def test_a_rate_is_a_share_of_the_cost_up_to_the_cap(cost: Any, expected: tuple[float, float]) -> None:
    assert pays({"rate": 0.3, "grant_at_most": 6_000}, cost=cost) == expected


def test_an_unknown_cost_leaves_everything_up_to_the_cap() -> None:
    assert pays(HALF | {"grant_at_most": 6_000}) == (0, 6_000)
    assert pays(HALF | {"grant_at_most": 6_000, "cost_at_least": 4_000}) == (2_000, 6_000)
    assert pays(HALF | {"cost_at_least": 4_000}, cost=[1_000, 3_000]) == (1_500, 1_500)
    assert pays(HALF | {"cost_at_least": 4_000}, cost=[1_000, 9_000]) == (2_000, 4_500)


def test_without_any_limit_an_unknown_cost_tells_no_amount() -> None:
    assert pays(HALF) is None
    assert pays(HALF, cost=[1_000, None]) is None
    assert pays(HALF, cost=1_000) == (500, 500)


def test_cost_above_the_basis_is_simply_not_counted() -> None:
    assert pays({"rate": 0.3, "basis_at_most": 100_000}, cost=140_000) == (30_000, 30_000)
    assert pays({"rate": 0.3, "basis_at_most": 100_000}, cost=90_000) == (27_000, 27_000)
    assert pays({"rate": 0.3, "basis_at_most": 100_000}) == (0, 30_000)


def test_a_rate_that_no_source_tells_leaves_the_amount_open_or_up_to_the_cap() -> None:
    assert pays({"rate": None}, cost=1_000) is None
    assert pays({"rate": None, "grant_at_most": 6_000}, cost=1_000) == (0, 6_000)


def test_a_cap_that_no_source_tells_leaves_the_lower_end_open() -> None:
    assert pays(HALF | {"grant_at_most": None}, cost=1_000) == (0, 500)


@pytest.mark.parametrize(
    ("cost", "expected"), [(4_000_000, 650_000), (2_500_000, 500_000), (1_000_000, 200_000), (0, 0)]
)
def test_brackets_give_each_slice_its_own_rate(cost: int, expected: float) -> None:
    told = {"brackets": [{"up_to": 2_500_000, "rate": 0.2}, {"rate": 0.1}]}
    assert pays(told, cost=cost) == (expected, expected)


def test_a_slice_of_unknown_rate_matters_only_to_who_reaches_it() -> None:
    told = {
        "brackets": [{"up_to": 1_000, "rate": 1}, {"up_to": 2_000, "rate": 0.5}, {"rate": None}],
        "grant_at_most": 9_000,
    }
    assert pays({"brackets": [{"up_to": 1_000, "rate": 0}, {"rate": 0.5}]}, cost=1_500) == (250, 250)
    assert pays(told, cost=1_700) == (1_350, 1_350)
    assert pays(told, cost=2_000) == (1_500, 1_500)
    assert pays(told, cost=2_001) == (0, 9_000)
    assert pays(told, cost=[1_700, 5_000]) == (1_350, 9_000)


BONUS: dict[str, Any] = {
    "rate": 0.4,
    "bonuses": [
        {"when": {"university": {"is": True}}, "points": 0.1},
        {"when": {"insolvent": {"is": True}}, "points": 0.3},
    ],
}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"university": True, "insolvent": False}, (5_000, 5_000)),
        ({"university": False, "insolvent": False}, (4_000, 4_000)),
        ({"insolvent": False}, (4_000, 5_000)),
        ({"university": True}, (5_000, 8_000)),
        ({"university": True, "insolvent": True}, (8_000, 8_000)),
    ],
)
def test_bonus_points_count_when_sure_and_perhaps_when_not_and_are_never_presumed(
    facts: dict[str, Any], expected: tuple[float, float]
) -> None:
    low, high = pays(BONUS, cost=10_000, **facts) or (0, 0)
    assert (low, high) == (pytest.approx(expected[0]), pytest.approx(expected[1]))


def test_points_and_rates_have_ceilings() -> None:
    facts = {"cost": 10_000, "university": True, "insolvent": True}
    assert pays(BONUS | {"points_at_most": 0.2}, **facts) == pytest.approx((6_000, 6_000))
    assert pays(BONUS | {"rate_at_most": 0.6}, **facts) == pytest.approx((6_000, 6_000))
    assert pays(BONUS | {"rate_at_most": 0.6}, **facts | {"insolvent": False}) == pytest.approx((5_000, 5_000))


def test_a_flat_bonus_is_added_after_the_cap() -> None:
    told = HALF | {"grant_at_most": 5_000, "bonuses": [{"when": {"university": {"is": True}}, "amount": 500}]}
    assert pays(told, cost=10_000, university=True) == (5_500, 5_500)
    assert pays(told, cost=40_000, university=True) == (5_500, 5_500)
    assert pays(told, cost=40_000) == (5_000, 5_500)
    fine = HALF | {"bonuses": [{"when": {"university": {"is": True}}, "amount": -900}]}
    assert pays(fine, cost=1_000, university=True) == (0, 0), "nobody pays in"


@pytest.mark.parametrize(
    ("people", "expected"),
    [(6, (3_000, 3_000)), (4, (2_400, 2_400)), (20, (3_000, 3_000)), (None, (0, 3_000)), ([2, 4], (1_200, 2_400))],
)
def test_a_cap_per_head_counts_the_people_trained(people: Any, expected: tuple[float, float]) -> None:
    assert pays({"rate": 0.6, "per_head": {"at_most": 600}}, cost=5_000, people_trained=people) == expected


def test_no_more_heads_count_than_the_programme_allows() -> None:
    told = {"rate": 1, "per_head": {"at_most": 600, "people_at_most": 2}}
    assert pays(told, cost=9_000, people_trained=5) == (1_200, 1_200)
    assert pays(told, cost=9_000, people_trained=1) == (600, 600)


def test_a_lump_sum_is_paid_whatever_the_cost() -> None:
    assert pays({"lump_sum": 2_883}) == (2_883, 2_883)
    assert pays({"lump_sum": 2_883}, cost=1) == (2_883, 2_883)


def test_a_deduction_is_worth_its_tax_and_a_loan_its_interest() -> None:
    deduction = {"brackets": [{"up_to": 2_500_000, "rate": 1.8}, {"up_to": 10_000_000, "rate": 1.0}], "tax_rate": 0.24}
    assert pays(deduction, cost=200_000) == pytest.approx((86_400, 86_400))
    assert pays(deduction, cost=3_000_000) == pytest.approx((1_200_000, 1_200_000))
    loan = {"rate": 1, "share_of": "loan", "interest": {"rate": 0.0275, "years": 5, "payments_a_year": 2}}
    assert pays(loan, loan=100_000) == pytest.approx((7_717.37, 7_717.37), abs=0.01)
    dearer = {**loan, "interest": {"rate": 0.03575, "years": 5, "payments_a_year": 2}}
    assert pays(dearer, loan=100_000) == pytest.approx((10_092.38, 10_092.38), abs=0.01)


def test_a_share_of_the_loan_has_nothing_to_do_with_the_cost() -> None:
    told = {"rate": 0.05, "share_of": "loan", "grant_at_most": 200_000}
    assert pays(told, loan=1_000_000, cost=1) == (50_000, 50_000)
    assert pays(told, loan=6_000_000) == (200_000, 200_000)


def test_early_invoices_and_types_above_their_share_earn_nothing() -> None:
    lines = [
        {"type": "advice", "amount": 3_000, "day": "2025-06-20"},
        {"type": "goods", "amount": 9_000, "day": "2025-07-01"},
    ]
    assert pays(HALF | {"cost_since": "2025-06-27"}, costs=lines) == (4_500, 4_500)
    assert pays({"rate": 0.4, "clips": [{"of": "goods", "share": 0.7}]}, costs=lines) == pytest.approx((4_000, 4_000))
    assert pays({"rate": 0.4, "clips": [{"of": ["goods"], "share": 0.7}]}, cost=12_000) == pytest.approx((4_800, 4_800))


# -- by size class ------------------------------------------------------------------------------------------------

BY_CLASS: dict[str, Any] = {"rates": {"micro": 0.8, "small": 0.5, "medium": 0.2, "large": None}, "counted": "eu"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"employees": 9, "turnover": 2_000_000}, (800, 800)),
        ({"employees": 9, "balance": 2_000_000}, (800, 800)),
        ({"employees": 9, "turnover": 2_000_001, "balance": 2_000_001}, (500, 500)),
        ({"employees": 10, "turnover": 1}, (500, 500)),
        ({"employees": 49, "turnover": 10_000_000}, (500, 500)),
        ({"employees": 50, "turnover": 1}, (200, 200)),
        ({"employees": 249, "turnover": 9e9, "balance": 43_000_000}, (200, 200)),
        ({"employees": [5, 20], "turnover": 1}, (500, 800)),
        ({"employees": [10, 60], "turnover": 1}, (200, 500)),
        ({"employees": 9, "turnover": [1_000_000, 3_000_000], "balance": 9e6}, (500, 800)),
        ({"employees": 250}, None),
        ({}, None),
        ({"employees": 9}, None),
    ],
)
def test_the_rate_is_that_of_the_class_or_of_all_classes_that_it_may_be(
    facts: dict[str, Any], expected: tuple[float, float] | None
) -> None:
    assert pays(BY_CLASS, cost=1_000, **facts) == expected


def test_related_firms_count_for_the_class_as_the_programme_says() -> None:
    owner = {"share": 1.0, "employees": 30, "turnover": 1, "balance": 1}
    facts = {"employees": 5, "turnover": 1, "related": [owner], "cost": 1_000}
    assert pays(BY_CLASS, **facts) == (500, 500)
    assert pays(BY_CLASS | {"counted": "applicant_only"}, **facts) == (800, 800)
    assert pays({"rates": {"micro": 0.8, "small": 0.5, "medium": 0.2}}, **facts) == (500, 500), "the EU's way is usual"
    partner = facts | {"related": [{**owner, "share": 0.4}]}
    found = [pays(BY_CLASS | {"counted": way}, **partner) for way in ("group", "eu", "all_ge_25")]
    assert found == [(800, 800), (500, 500), (500, 500)]
    rich = facts | {"related": [{"share": 0.4, "employees": 0, "turnover": 9_000_000, "balance": 9_000_000}]}
    assert [pays(BY_CLASS | {"counted": way}, **rich) for way in ("group", "eu")] == [(800, 800), (500, 500)]


def test_one_rate_for_all_classes_needs_no_size() -> None:
    assert pays({"rates": dict.fromkeys(("micro", "small", "medium", "large"), 0.5)}, cost=1_000) == (500, 500)
    assert pays(HALF, cost=1_000, employees=900) == (500, 500)
    assert pays({"rates": {"micro": None, "small": None}, "grant_at_most": 7}, cost=1_000) == (0, 7)


# -- several modules ----------------------------------------------------------------------------------------------

MODULES = [
    {"id": "plan", "rate": 0.5, "grant_at_most": 15_000},
    {"id": "invest", "rate": 0.2, "grant_at_most": 30_000},
    {"id": "train", "rate": 0.3, "grant_at_most": 15_000},
]


def together(*costs: tuple[str | None, int], **more: Any) -> tuple[float, float] | None:
    lines = [{"amount": amount, **({"module": module} if module else {})} for module, amount in costs]
    told = {"kind": "grant", "together": True, "modules": MODULES, "grant_at_most": 50_000} | more
    return support(told).amount(case(costs=lines))


def test_modules_that_add_up_are_capped_each_and_as_a_whole() -> None:
    assert together(("plan", 20_000), ("invest", 120_000), ("train", 40_000)) == (46_000, 46_000)
    assert together(("plan", 40_000), ("invest", 200_000), ("train", 60_000)) == (50_000, 50_000)
    assert together(("plan", 20_000)) == (10_000, 10_000)


def test_not_knowing_which_cost_belongs_where_the_sum_lies_between_the_worst_and_the_best_module() -> None:
    told = support({"kind": "grant", "together": True, "modules": MODULES})
    assert told.amount(case(cost=10_000)) == (2_000, 5_000)
    assert told.amount(case(cost=40_000)) == (8_000, 20_000)
    assert told.amount(case()) == (0, 60_000)
    assert together(("plan", 5_000), (None, 5_000)) == (1_000, 5_000)


def test_of_alternatives_the_one_that_is_for_the_firm_pays() -> None:
    modules = [
        {"when": {"employees": {"below": 10}}, "rate": 0.8},
        {"when": {"employees": {"at_least": 10}}, "rate": 0.5},
    ]
    told = support({"kind": "grant", "modules": modules})
    assert told.amount(case(cost=1_000, employees=9)) == (800, 800)
    assert told.amount(case(cost=1_000, employees=10)) == (500, 500)
    assert told.amount(case(cost=1_000)) == (500, 800)
    assert len(told.fitting(case(employees=9))) == 1


def test_whom_a_module_is_for_is_never_presumed() -> None:
    modules = [{"when": {"insolvent": {"is": False}}, "rate": 0.8}, {"when": {"insolvent": {"is": True}}, "rate": 0.5}]
    told = support({"kind": "grant", "modules": modules})
    assert told.amount(case(cost=1_000)) == (500, 800)
    related = support(
        {"kind": "grant", "modules": [{"when": {"size": {"employees": {"below": 5}, "counted": "eu"}}, "rate": 1}]}
    )
    assert related.amount(case(cost=1_000, employees=4)) == (1_000, 1_000), "related firms that nobody told are none"
    assert related.amount(case(cost=1_000, employees=5)) is None


def test_one_module_of_unknown_amount_leaves_the_whole_open() -> None:
    assert support({"kind": "grant", "modules": [HALF, {"rate": None}]}).amount(case(cost=1_000)) is None
    capped = {"kind": "grant", "modules": [HALF, HALF], "grant_at_most": 900}
    assert support(capped).amount(case()) == (0, 900)


def test_the_cost_that_counts_is_that_of_the_modules_that_may_be_for_the_firm() -> None:
    lines = [{"amount": 1_000, "module": "plan"}, {"amount": 400, "module": "invest"}]
    alternatives = support({"kind": "grant", "modules": MODULES[:2]})
    assert alternatives.eligible_cost(case(costs=lines)) == (400, 1_000)
    joined = support({"kind": "grant", "together": True, "modules": MODULES[:2]})
    assert joined.eligible_cost(case(costs=lines)) == (1_400, 1_400)
    assert joined.eligible_cost(case(costs=[*lines, {"amount": 50}])) == (450, 1_050)
    assert joined.eligible_cost(case(cost=[100, 200])) == (100, 200)
    loan = support({"kind": "loan", "modules": [{"rate": 1, "share_of": "loan"}]})
    assert loan.eligible_cost(case(loan=5, cost=7)) == (7, 7)


# -- what is left beside other aid --------------------------------------------------------------------------------


def with_room(*received: dict[str, Any], **facts: Any) -> tuple[float, float] | None:
    rooms = [{"of": ["this"], "sum_below": 12_000}, {"of": [], "sum_below": 30_000, "within": {"calendar_year": True}}]
    told = {"kind": "grant", "modules": [HALF], "rooms": rooms}
    return support(told).amount(case(**{"cost": 20_000, "aid_received": list(received)} | facts))


def award(amount: int, programme: str = "it-test", decided: Any = "2026-02-01") -> dict[str, Any]:
    return {"programme": programme, "amount": amount, "decided": decided}


def test_earlier_awards_use_up_the_room() -> None:
    assert with_room() == (10_000, 10_000)
    assert with_room(award(1_999)) == (10_000, 10_000)
    assert with_room(award(5_000)) == (7_000, 7_000)
    assert with_room(award(15_000)) == (0, 0)
    assert with_room(award(24_000, "it-other")) == (6_000, 6_000)
    assert with_room(award(24_000, "it-other", None)) == (6_000, 10_000), "the day may lie in another year"


def test_awards_that_nobody_told_use_up_nothing() -> None:
    told = {"kind": "grant", "modules": [HALF], "rooms": [{"of": ["this"], "sum_below": 12_000}]}
    assert support(told).amount(case(cost=40_000)) == (12_000, 12_000)
    assert support(told).before_rooms(case(cost=40_000, aid_received=[award(5_000)])) == (20_000, 20_000)


def beside(**facts: Any) -> tuple[float, float] | None:
    other = {"fact": "other_aid", "share_of_cost_at_most": 0.5}
    return support({"kind": "grant", "modules": [HALF | {"grant_at_most": 90_000}], "with_other_aid": other}).amount(
        case(**facts)
    )


def test_two_aids_may_pay_a_share_of_the_cost_between_them() -> None:
    assert beside(cost=100_000, other_aid=0) == (50_000, 50_000)
    assert beside(cost=100_000, other_aid=30_000) == (20_000, 20_000)
    assert beside(cost=100_000, other_aid=60_000) == (0, 0)
    assert beside(cost=100_000, other_aid=[10_000, 30_000]) == (20_000, 40_000)
    assert beside(cost=100_000) == (0, 50_000)
    assert beside(cost=[80_000, 100_000], other_aid=30_000) == (10_000, 20_000)


# -- in the contract's words --------------------------------------------------------------------------------------


def test_the_amount_is_told_to_the_cent_in_the_programmes_currency() -> None:
    told = support({"kind": "grant", "modules": [{"rate": 1 / 3}]}).amount_told(case(cost=100))
    assert told is not None
    assert (told.low, told.high, told.currency) == (33.33, 33.33, "EUR")
    assert support({"kind": "grant", "modules": [HALF]}).amount_told(case()) is None


def test_nobody_is_told_less_than_the_smallest_grant_that_is_paid() -> None:
    told = support({"kind": "grant", "modules": [HALF | {"grant_at_least": 4_000, "grant_at_most": 10_000}]})
    found = [
        told.amount_told(case(**facts)) for facts in ({}, {"cost": 9_000}, {"cost": [1_000, 9_000]}, {"cost": 5_000})
    ]
    assert [(one.low, one.high) for one in found if one] == [
        (4_000, 10_000),
        (4_500, 4_500),
        (4_000, 4_500),
        (2_500, 2_500),
    ]


# -- what holds of any support ------------------------------------------------------------------------------------

SUMS = st.integers(0, 200_000)
RATES = st.sampled_from([0, 0.1, 0.3, 0.5, 0.8, 1])
ONE_MODULE = st.fixed_dictionaries(
    {"rate": RATES},
    optional={
        "grant_at_most": SUMS,
        "basis_at_most": SUMS,
        "cost_at_least": SUMS,
        "per_head": st.builds(lambda cap, most: {"at_most": cap, "people_at_most": most}, SUMS, st.integers(1, 20)),
        "brackets": st.builds(
            lambda border, low, high: [{"up_to": border, "rate": low}, {"rate": high}], SUMS, RATES, RATES
        ),
        "bonuses": st.builds(
            lambda points, amount: [{"when": {"university": {"is": True}}, "points": points, "amount": amount}],
            RATES,
            st.sampled_from([0, 500]),
        ),
        "rate_at_most": RATES,
        "points_at_most": RATES,
    },
)
SUPPORTS = st.builds(
    lambda modules, joined, cap: {"kind": "grant", "modules": modules, "together": joined, **cap},
    st.lists(ONE_MODULE, min_size=1, max_size=3),
    st.booleans(),
    st.one_of(st.just({}), SUMS.map(lambda most: {"grant_at_most": most})),
)
UNIVERSITY = st.sampled_from([True, False, None])


@given(told=SUPPORTS, low=SUMS, more=SUMS, university=UNIVERSITY, people=st.integers(0, 30))
def test_low_is_never_above_high_and_nothing_is_negative(
    told: dict[str, Any], low: int, more: int, university: bool | None, people: int
) -> None:
    found = support(told).amount(case(cost=[low, low + more], university=university, people_trained=people))
    assert found is not None
    assert 0 <= found[0] <= found[1]


@given(told=SUPPORTS, cost=SUMS, more=SUMS, university=UNIVERSITY, people=st.integers(0, 30))
def test_more_cost_never_lowers_a_grant(
    told: dict[str, Any], cost: int, more: int, university: bool | None, people: int
) -> None:
    facts = {"university": university, "people_trained": people}
    small, large = (support(told).amount(case(cost=sum_, **facts)) for sum_ in (cost, cost + more))
    assert small is not None
    assert large is not None
    assert small[0] <= large[0] + 1e-6
    assert small[1] <= large[1] + 1e-6


@given(told=SUPPORTS, low=SUMS, part=SUMS, more=SUMS, university=st.booleans(), people=st.integers(0, 30))
def test_what_a_firm_gets_in_the_end_lies_within_what_it_was_told_before(
    told: dict[str, Any], low: int, part: int, more: int, university: bool, people: int
) -> None:
    modules = [{key: limit for key, limit in one.items() if key != "cost_at_least"} for one in told["modules"]]
    paid = support(told | {"modules": modules})
    vague = paid.amount(case(cost=[low, low + part + more]))
    exact = paid.amount(case(cost=low + part, university=university, people_trained=people))
    assert vague is not None
    assert exact is not None
    assert vague[0] <= exact[0] + 1e-6
    assert exact[1] <= vague[1] + 1e-6


def test_a_sum_that_just_misses_the_smallest_grant_is_too_small() -> None:
    told = support({"kind": "grant", "modules": [HALF | {"grant_at_least": 4_000, "grant_at_most": 10_000}]})
    answers = [told.big_enough(case(cost=cost)) for cost in (7_999, 8_000, [0, 8_000], [0, 7_999], [8_000, None])]
    assert answers == [False, True, None, False, True]


def test_rooms_that_count_awards_hold_no_money_down() -> None:
    told = {"kind": "grant", "modules": [HALF], "rooms": [{"of": ["this"], "fewer_than": 3}]}
    assert support(told).amount(case(cost=1_000, aid_received=[award(5)])) == (500, 500)
    with pytest.raises(KeyError, match="of"):
        support({"kind": "grant", "modules": [HALF], "rooms": [{"sum_below": 5}]})


def joined(*modules: dict[str, Any], **facts: Any) -> tuple[float, float] | None:
    return support({"kind": "grant", "together": True, "modules": list(modules)}).amount(case(**facts))


def test_unsplit_cost_brings_no_more_than_if_all_of_it_belonged_to_the_module_that_pays_best() -> None:
    half, capped = {"id": "a", "rate": 0.5, "grant_at_most": 900}, {"id": "b", "rate": 0.2, "grant_at_most": 900}
    assert joined(half, capped, cost=1_000) == (200, 500)
    assert joined(half, capped, cost=9_000) == (900, 1_800)
    bonus = {"bonuses": [{"when": {"university": {"is": True}}, "amount": 300}]}
    assert joined(half | bonus, capped, cost=1_000) == (200, 800), "the bonus may come on top"
    taxed = {"id": "c", "rate": 0.5, "tax_rate": 0.5, "grant_at_most": 900}
    assert joined(taxed, capped, cost=1_000) == (200, 250)
    brackets = {"id": "d", "brackets": [{"rate": 0.1}], "grant_at_most": 900}
    assert joined(brackets, capped, cost=1_000) == (100, 300), "of brackets, the sum of all is the limit"
    rates = {"id": "e", "rates": {"micro": 0.8, "small": 0.4, "medium": 0.1, "large": 0.1}, "grant_at_most": 900}
    assert joined(rates, capped, cost=1_000) == (100, 800), "of a firm of unknown size, the best class counts"


def test_modules_have_the_id_that_lines_of_cost_name_or_their_place() -> None:
    told = support({"kind": "grant", "modules": [{"id": "plan", "rate": 0.5}, {"rate": 0.5}]})
    assert [module.id for module in told.modules] == ["plan", "1"]
    assert not told.together


def test_a_rate_of_nothing_pays_nothing() -> None:
    assert pays({"rate": 0}, cost=1_000) == (0, 0)
    assert pays({"rate": 0}) == (0, 0)


def test_two_rates_for_four_classes_are_told_apart() -> None:
    told = {"rates": {"micro": 0.8, "small": 0.5, "medium": 0.5, "large": 0.5}}
    assert pays(told, cost=1_000, employees=9, turnover=1) == (800, 800)
    assert pays(told, cost=1_000, employees=60, turnover=1) == (500, 500)


def test_a_slice_of_unknown_rate_is_held_down_by_the_cap_of_the_whole() -> None:
    told = {
        "kind": "grant",
        "modules": [{"brackets": [{"up_to": 1_000, "rate": 1}, {"rate": None}]}],
        "grant_at_most": 9_000,
    }
    assert support(told).amount(case(cost=[500, 5_000])) == (500, 9_000)


def test_other_aid_that_is_presumed_to_be_none_takes_nothing_away() -> None:
    told = {"kind": "grant", "modules": [HALF], "with_other_aid": {"fact": "loan", "share_of_cost_at_most": 0.4}}
    assert support(told).amount(case(cost=100_000)) == (40_000, 40_000)
    assert support(told).amount(case(cost=100_000, loan=15_000)) == (25_000, 25_000)
