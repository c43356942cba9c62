"""Which facts are unknown, which of their values are tried, and what happens where there are too many."""

from typing import Any

import pytest
from rule_examples import case, condition, judged, law, programme

from alpine_catalogue.eligibility import trying
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.records import Aid
from alpine_catalogue.eligibility.rules import Condition, rules_of
from alpine_catalogue.eligibility.settling import groups_among, unknown_facts
from alpine_catalogue.eligibility.trying import group_of, witnesses_of


def conditions(*told: dict[str, Any]) -> tuple[Condition, ...]:
    rules = rules_of(programme(conditions=[condition(one) for one in told]), law())
    return rules.editions[0].conditions


def unknown(told: dict[str, Any], presume: bool = True, **facts: Any) -> tuple[str, ...]:
    return unknown_facts(conditions(told)[0], case(presume=presume, **facts))


@pytest.mark.parametrize(
    ("told", "facts", "expected"),
    [
        ({"employees": {"below": 5}}, {}, ("employees",)),
        ({"employees": {"below": 5}}, {"employees": 3}, ()),
        ({"employees": {"below": 5}}, {"employees": [3, 9]}, ("employees",)),
        (
            {"private_customer_share": {"below": 0.5}},
            {"private_customer_share": [0.1, 0.2]},
            ("private_customer_share",),
        ),
        ({"turnover": {"below": 5}}, {"turnover": [1, 2]}, ("turnover",)),
        ({"line_speed": {"below": 5}}, {"line_speed": [1, 2]}, ("line_speed",)),
        ({"founded": {"over": {"years": 5}}}, {"founded": 2020}, ("founded",)),
        ({"founded": {"over": {"years": 5}}}, {"founded": "2020-01-01"}, ()),
        ({"digital_core": {"is": True}}, {}, ("digital_core",)),
        ({"digital_core": {"is": True}}, {"digital_core": False}, ()),
        ({"insolvent": {"is": True}}, {}, ()),
        ({"seat": ["IT"]}, {}, ("place",)),
        ({"seat": ["IT"]}, {"region": "ITH1"}, ("place",)),
        ({"seat": ["IT"]}, {"province": "ITH10"}, ()),
        ({"trade": {"only": ["C"]}}, {"sector": ["C31"]}, ("sector",)),
        ({"trade": {"only": ["C"]}}, {"sector": ["C31.01", "C31"]}, ("sector",)),
        ({"trade": {"only": ["C"]}}, {"sector": ["C31.01"]}, ()),
        ({"step": {"name": "selfi40"}}, {}, ("steps.selfi40",)),
        ({"step": {"name": "selfi40"}}, {"steps": {"selfi40": False}}, ()),
        ({"step": {"name": "selfi40"}}, {"steps": {"selfi40": True}}, ("steps.selfi40",)),
        ({"step": {"name": "selfi40"}}, {"steps": {"selfi40": {"done": 2024}}}, ("steps.selfi40",)),
        ({"step": {"name": "selfi40"}}, {"steps": {"selfi40": {"done": 2024, "paid": True}}}, ()),
        ({"cost": {"at_least": 5}}, {}, ()),
        ({"cost": {"at_least": 5}}, {"cost": [3, 9]}, ("cost",)),
        ({"cost": {"at_least": 5}}, {"costs": []}, ()),
        ({"owners": {"kind": "fund", "each": {"below": 0.5}}}, {"owners": []}, ()),
    ],
)
def test_a_fact_is_unknown_until_it_is_told_as_exactly_as_can_be(
    told: dict[str, Any], facts: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert unknown(told, **facts) == expected


def test_strictly_what_was_presumed_is_unknown_too() -> None:
    assert unknown({"insolvent": {"is": True}}, presume=False) == ("insolvent",)
    assert unknown({"cost": {"at_least": 5}}, presume=False) == ("cost", "costs")
    assert unknown({"cost": {"at_least": 5}}, presume=False, costs=[]) == ()
    assert unknown({"cost": {"at_least": 5}}, presume=False, cost=4) == ("costs",)


def grouped(*told: dict[str, Any], **facts: Any) -> list[tuple[int, list[str]]]:
    return [(len(group), names) for group, names in groups_among(conditions(*told), case(**facts))]


def test_conditions_that_share_an_unknown_fact_are_looked_at_together() -> None:
    people, money, both = (
        {"employees": {"below": 5}},
        {"turnover": {"below": 5}},
        {"loan": {"below": {"share": 1, "of": "turnover"}}},
    )
    assert grouped(people, money) == [(1, ["employees"]), (1, ["turnover"])]
    assert grouped(people, money, {"any": [people, money]}) == [(3, ["employees", "turnover"])]
    assert grouped(people, {"any": [people, money]}, employees=3) == [(1, []), (1, ["turnover"])]
    assert grouped(both, money, people) == [(2, ["turnover"]), (1, ["employees"])]
    assert grouped() == []


def tried(name: str, *told: dict[str, Any], **facts: Any) -> list[Any]:
    return witnesses_of(name, conditions(*told), case(**facts))


def test_figures_are_tried_in_order_each_once_as_far_as_what_is_told_allows() -> None:
    few, more = {"employees": {"below": 50}}, {"employees": {"at_least": 10}}
    assert tried("employees", few, more, few) == [(0, 0), (9.5, 9.5), (10, 10), (49.5, 49.5), (50, 50)]
    assert tried("employees", few, more, employees=[10, 49.5]) == [(10, 10), (49.5, 49.5)]
    assert tried("employees", few, more, employees=[11, 49]) == [(11, 11), (49, 49)]
    assert tried("employees", few, employees=[20, None]) == [(20, 20), (49.5, 49.5), (50, 50)]
    assert tried("employees", few, {"turnover": {"below": 5}}) == [(0, 0), (49.5, 49.5), (50, 50)]


def test_words_are_tried_each_once() -> None:
    asked = {"legal_form": {"one_of": ["cooperative"]}}
    assert tried("legal_form", asked, asked) == ["limited_company", "cooperative", "partnership"]


def test_of_a_step_told_in_part_the_rest_is_tried() -> None:
    paid = {"step": {"name": "selfi40", "paid": True, "since": "2024-01-01"}}
    told = tried("steps.selfi40", paid, steps={"selfi40": {"paid": True}})
    assert [(one["done"], one["paid"]) for one in told] == [(True, True), (True, True)]
    assert len({one["day"] for one in told}) == 2
    assert len(tried("steps.selfi40", paid)) == 4


def test_records_of_several_tests_are_tried_together() -> None:
    once = {"awards": {"of": ["this"]}}
    other = {"awards": {"of": ["it-b"], "fewer_than": 2}}
    found = tried("aid_received", once, other)
    assert [len(records) for records in found] == [0, 2, 1, 3]
    assert all(isinstance(one, Aid) for records in found for one in records)


def test_a_group_with_too_many_combinations_hangs_on_all_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    told = ({"any": [{"employees": {"below": 50}}, {"digital_core": {"is": True}}]},)
    names = ["digital_core", "employees"]
    for most, kind in ((6, trying.Tried), (5, trying.Untried)):
        monkeypatch.setattr(trying, "MOST_COMBINATIONS", most)
        group = group_of(conditions(*told), names, case())
        assert isinstance(group, kind)
        assert group.ends == (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)
        assert dict(group.turns) == dict.fromkeys(names, Verdict.NOT_ELIGIBLE)
    outcome = judged(conditions=[condition(told[0])])
    assert (outcome.verdict, set(outcome.missing)) == (Verdict.UNKNOWN, set(names))


def test_a_group_knows_what_it_can_come_to_and_which_facts_turn_it() -> None:
    either = {"any": [{"employees": {"below": 50}}, {"digital_core": {"is": True}}]}
    group = group_of(conditions(either), ["digital_core", "employees"], case())
    assert (group.ends, set(group.turns)) == ((Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE), {"digital_core", "employees"})
    assert group.glimpse == (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)
    settled = group_of(
        conditions(either), ["digital_core"], Case(case(employees=3).facts, case().on, case().kinds, law())
    )
    assert (settled.ends, dict(settled.turns)) == ((Verdict.ELIGIBLE, Verdict.ELIGIBLE), {})


def test_a_fact_that_only_makes_a_bad_outcome_worse_elsewhere_turns_nothing() -> None:
    soft = condition({"chamber_member": {"is": True}}, if_not="not_yet")
    hard = condition({"digital_core": {"is": False}})
    assert judged(conditions=[soft, hard]).missing == ("chamber_member", "digital_core")
    doubt = condition({"unclear": "whom"})
    assert judged(conditions=[soft, hard, doubt]).missing == ("digital_core",)
    mixed = condition({"all": [{"chamber_member": {"is": True}}, {"employees": {"below": 5}}]}, if_not="not_yet")
    assert set(judged(conditions=[mixed, hard]).missing) == {"chamber_member", "employees", "digital_core"}
