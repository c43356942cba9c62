"""What goes together for one project, what excludes each other, and the best combination by money."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_examples import ON, PAGE, kinds, law, programme

from alpine_catalogue.eligibility.answer import Answer
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.law import Law
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.eligibility.together import Combination, Together, together

COST = 100_000


def paying(name: str, sum_: float | None, same_cost: str = "allowed", **rules: Any) -> Any:
    """A programme that pays a lump sum."""
    module = {"rate": None} if sum_ is None else {"lump_sum": sum_}
    paid = {"kind": rules.pop("kind", "grant"), "modules": [module]}
    joined = {"same_cost": same_cost, **rules.pop("joined", {})}
    return programme(name, support=paid, together=joined, **rules)


def found(*programmes: Any, **told: Any) -> Together:
    book = RuleBook(programmes, kinds(), law())
    return together(book.judge_all(facts_from({"cost": COST} | told, kinds()), ON))


def best(*programmes: Any, **told: Any) -> Combination:
    combination = found(*programmes, **told).best
    assert combination is not None
    return combination


def answer(*programmes: Any) -> tuple[Answer, str]:
    (pair,) = found(*programmes).pairs
    return pair.answer, pair.because


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("allowed", "allowed", (Answer.HOLDS, "allowed")),
        ("allowed", "unknown", (Answer.UNKNOWN, "not_told")),
        ("unknown", "unknown", (Answer.UNKNOWN, "not_told")),
        ("excluded", "allowed", (Answer.FAILS, "excluded")),
        ("excluded", "unknown", (Answer.FAILS, "excluded")),
        ("fiscal_only", "allowed", (Answer.FAILS, "fiscal_only")),
    ],
)
def test_a_text_that_excludes_wins_over_one_that_says_nothing(
    one: str, other: str, expected: tuple[Answer, str]
) -> None:
    assert answer(paying("a", 1, one), paying("b", 1, other)) == expected
    assert answer(paying("a", 1, other), paying("b", 1, one)) == expected


@pytest.mark.parametrize("kind", ["tax_credit", "deduction"])
def test_fiscal_aid_goes_with_whom_only_fiscal_aid_is_allowed(kind: str) -> None:
    assert answer(paying("a", 1, "fiscal_only"), paying("b", 1, kind=kind)) == (Answer.HOLDS, "allowed")
    assert answer(paying("b", 1, kind=kind), paying("a", 1, "fiscal_only")) == (Answer.HOLDS, "allowed")


def test_a_programme_named_as_incompatible_is_so_in_either_order_and_for_its_reason() -> None:
    named = paying("a", 1, joined={"not_with": [{"programme": "b", "because": "same_firm", "source": "notice"}]})
    for pair in (found(named, paying("b", 1)).pairs[0], found(paying("b", 1), named).pairs[0]):
        assert (pair.answer, pair.because, pair.source) == (Answer.FAILS, "same_firm", f"{PAGE}/notice")
        assert {pair.one, pair.other} == {"a", "b"}
    assert answer(named, paying("c", 1)) == (Answer.HOLDS, "allowed")


def test_every_pair_is_told_with_a_source() -> None:
    pairs = found(paying("a", 1), paying("b", 1), paying("c", 1)).pairs
    assert [(pair.one, pair.other) for pair in pairs] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert all(pair.source for pair in pairs)


def test_the_best_combination_has_the_most_money_among_those_that_surely_go_together() -> None:
    one = best(paying("a", 5), paying("b", 7), paying("c", 11, "excluded"))
    assert (one.programmes, one.low, one.high, one.currency, one.limited_by) == (("b", "a"), 12, 12, "EUR", ())
    alone = best(paying("a", 5), paying("b", 7), paying("c", 13, "excluded"))
    assert (alone.programmes, alone.high) == (("c",), 13)
    unsure = best(paying("a", 5), paying("b", 7, "unknown"))
    assert (unsure.programmes, unsure.high) == (("b",), 7)


def test_fewer_programmes_are_better_where_they_bring_the_same() -> None:
    assert best(paying("a", COST), paying("b", COST)).programmes == ("a",)


def test_no_more_is_paid_than_the_project_costs() -> None:
    one = best(paying("a", 70_000), paying("b", 60_000))
    assert (one.high, one.low, one.limited_by) == (COST, COST, ("cost",))


def test_small_aid_shares_what_is_left_under_its_ceiling() -> None:
    small = [paying(name, 60_000, state_aid="de_minimis") for name in ("a", "b")]
    received = [{"amount": 230_000, "decided": "2025-05-05"}]
    one = best(*small, paying("c", 5_000), cost=9e9, aid_received=received)
    assert (one.high, one.limited_by) == (75_000, ("de_minimis",))
    assert best(*small, cost=9e9).limited_by == ()
    full = best(*small, paying("c", 5_000), cost=9e9, aid_received=[{"amount": 400_000, "decided": "2025-05-05"}])
    assert (full.programmes, full.high) == (("c",), 5_000)


def test_programmes_may_share_a_cap_in_money_or_as_a_share_of_the_cost() -> None:
    in_money = {"caps": [{"programmes": ["this", "b"], "sum_at_most": 12_000, "source": "page"}]}
    one = best(paying("a", 10_000, joined=in_money), paying("b", 9_000), paying("c", 500))
    assert (one.high, set(one.limited_by)) == (12_500, {"shared_cap"})
    share = {"caps": [{"programmes": ["this", "b"], "share_of_cost_at_most": 0.15, "source": "page"}]}
    assert best(paying("a", 10_000, joined=share), paying("b", 9_000)).high == 15_000
    assert best(paying("a", 10_000, joined=in_money), paying("c", 500)).limited_by == ()


def test_every_shared_cap_counts_and_so_does_one_within_another() -> None:
    first = {"caps": [{"programmes": ["this", "b"], "sum_at_most": 12_000, "source": "page"}]}
    second = {"caps": [{"programmes": ["this", "d"], "sum_at_most": 9_000, "source": "page"}]}
    offered = [
        paying("a", 10_000, joined=first),
        paying("b", 9_000),
        paying("c", 8_000, joined=second),
        paying("d", 8_000),
    ]
    assert best(*offered).high == 21_000
    assert best(*offered, cost=20_000).high == 20_000
    assert best(*offered, cost=20_000).limited_by == ("cost", "shared_cap")
    small = [paying(name, 10_000, state_aid="de_minimis", joined=first if name == "a" else {}) for name in "abc"]
    received = [{"amount": 285_000, "decided": "2025-05-05"}]
    assert best(*small, aid_received=received).high == 15_000
    assert best(*small).high == 22_000


def test_help_that_costs_nothing_goes_with_any_money() -> None:
    assert answer(paying("a", 5, "excluded"), paying("b", 7, "excluded", kind="in_kind")) == (Answer.HOLDS, "service")
    assert answer(paying("a", 5, "excluded", kind="in_kind"), paying("b", 7, kind="in_kind")) == (
        Answer.FAILS,
        "excluded",
    )


def test_money_of_two_currencies_is_never_added_up() -> None:
    one = best(paying("a", 5), paying("b", 7, currency="CHF"))
    assert (one.programmes, one.high, one.currency) == (("b",), 7, "CHF")


def test_loans_services_and_unknown_sums_are_not_added_up() -> None:
    assert best(paying("a", 5), paying("b", 70, kind="loan"), paying("c", 70, kind="in_kind")).programmes == ("a",)
    assert best(paying("a", 5), paying("b", None)).programmes == ("a",)
    assert found(paying("b", 70, kind="loan")).best is None
    assert found().best is None


def test_a_range_of_sums_adds_up_at_both_ends() -> None:
    half = {"kind": "grant", "modules": [{"rate": 0.5, "grant_at_most": 30_000}]}
    one = best(programme("a", support=half), paying("b", 5_000), cost=[10_000, 50_000])
    assert (one.low, one.high) == (10_000, 30_000)


def test_of_very_many_programmes_the_largest_sums_are_combined() -> None:
    many = [paying(f"p{number:02}", number + 1) for number in range(16)]
    one = best(*many)
    assert len(one.programmes) == 14
    assert one.high == sum(range(3, 17))


@given(
    sums=st.lists(st.integers(1, 50_000), min_size=1, max_size=4),
    barred=st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=3),
)
def test_the_best_combination_is_the_best_of_all_sets(sums: list[int], barred: set[tuple[int, int]]) -> None:
    def rule(number: int) -> dict[str, Any]:
        others = [other for one, other in barred if one == number and other < len(sums) and other != number]
        return {"not_with": [{"programme": f"p{other}", "because": "same_cost", "source": "page"} for other in others]}

    offered = [paying(f"p{number}", sum_, joined=rule(number)) for number, sum_ in enumerate(sums)]
    shut = {frozenset(pair) for pair in barred}
    sets = [[number for number in range(len(sums)) if mask >> number & 1] for mask in range(1, 2 ** len(sums))]
    allowed = [
        chosen for chosen in sets if not any(frozenset((a, b)) in shut for a in chosen for b in chosen if a != b)
    ]
    assert best(*offered).high == max(min(COST, sum(sums[number] for number in chosen)) for chosen in allowed)


def test_each_answer_cites_the_programme_whose_text_says_so() -> None:
    def cited(one: str, other: str, **rules: Any) -> str:
        first = paying("a", 1, one, url="https://a.example", **rules)
        (pair,) = found(first, paying("b", 1, other, url="https://b.example")).pairs
        return pair.source

    assert cited("excluded", "allowed") == "https://a.example"
    assert cited("allowed", "excluded") == "https://b.example"
    assert cited("allowed", "unknown") == "https://b.example"
    assert cited("allowed", "allowed") == "https://a.example"
    assert cited("allowed", "allowed", kind="in_kind") == "https://a.example"


def test_what_exactly_fills_a_limit_is_not_held_down_by_it() -> None:
    assert best(paying("a", 60_000), paying("b", 40_000)).limited_by == ()
    assert best(paying("a", 60_000), paying("b", 40_001)).limited_by == ("cost",)


def test_before_any_law_that_we_know_small_aid_has_no_ceiling() -> None:
    small = [paying(name, 30_000, state_aid="de_minimis") for name in ("a", "b")]
    book = RuleBook(small, kinds(), Law((), (), {}, ""))
    combined = together(book.judge_all(facts_from({"cost": COST}, kinds()), ON)).best
    assert combined is not None
    assert (combined.high, combined.limited_by) == (60_000, ())
