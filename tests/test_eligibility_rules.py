"""Programme files become rules: words of the language, what a failure means, sources, editions by date."""

from datetime import date
from typing import Any

import pytest
from rule_examples import EVER, GRANT, ON, OPEN, PAGE, condition, judged, law, programme, rule

from alpine_catalogue.eligibility.answer import Answer, Verdict
from alpine_catalogue.eligibility.conditions.base import Either, Every, Unclear
from alpine_catalogue.eligibility.conditions.costs import CostLimit, CostShare
from alpine_catalogue.eligibility.conditions.de_minimis import DeMinimisRoom
from alpine_catalogue.eligibility.conditions.figures import Age, Day, Figure
from alpine_catalogue.eligibility.conditions.history import Apart, Awards
from alpine_catalogue.eligibility.conditions.ownership import Owners
from alpine_catalogue.eligibility.conditions.size import Size
from alpine_catalogue.eligibility.conditions.steps import Step
from alpine_catalogue.eligibility.conditions.words import Choice, Flag, Place, Trade
from alpine_catalogue.eligibility.rules import Rules, areas_of, rules_of

WORDS: list[tuple[dict[str, Any], Any]] = [
    ({"seat": ["AT"]}, Place("seat", frozenset({"AT"}))),
    ({"site": ["AT", "DE2"]}, Place("site", frozenset({"AT", "DE2"}))),
    ({"use": ["AT"]}, Place("use", frozenset({"AT"}))),
    ({"production": ["AT"]}, Place("production", frozenset({"AT"}))),
    ({"project": ["AT"]}, Place("project", frozenset({"AT"}))),
    ({"trade": {"except": ["A"], "doubtful": ["B"]}}, Trade(frozenset(), frozenset("A"), frozenset("B"))),
    ({"trade": {"only": ["C"]}}, Trade(frozenset("C"), frozenset(), frozenset())),
    ({"owners": {"kind": "public", "each": {"below": 0.25}}}, Owners("public", False, "below", 0.25)),
    ({"owners": {"kind": "public", "together": {"above": 0.5}}}, Owners("public", True, "above", 0.5)),
    ({"digital_core": {"is": False}}, Flag("digital_core", False)),
    ({"digital_core": {"is": False, "asked_in": ["K62"]}}, Flag("digital_core", False, frozenset({"K62"}))),
    ({"legal_form": {"one_of": ["cooperative"]}}, Choice("legal_form", frozenset({"cooperative"}), True)),
    ({"legal_form": {"none_of": ["cooperative"]}}, Choice("legal_form", frozenset({"cooperative"}), False)),
    ({"employees": {"below": 5}}, Figure("employees", "below", 5.0)),
    ({"loan": {"above": {"share": 0.03, "of": "turnover"}}}, Figure("loan", "above", 0.03, "turnover")),
    ({"founded": {"over": {"years": 5}}}, Age("founded", "over", 5)),
    ({"founded": {"at_most": {"years": 1, "months": 6}}}, Age("founded", "at_most", 1, 6)),
    ({"expense_day": {"after": "2025-06-27"}}, Day("expense_day", "after", date(2025, 6, 27))),
    ({"expense_day": {"not_after": "application"}}, Day("expense_day", "not_after", None)),
    ({"defined": "nothing_ordered_yet"}, Day("first_order", "not_before", None)),
    ({"step": {"name": "selfi40"}}, Step("selfi40")),
    (
        {"step": {"name": "selfi40", "paid": True, "since": "2024-01-01", "until": "2024-12-31"}},
        Step("selfi40", True, date(2024, 1, 1), date(2024, 12, 31)),
    ),
    ({"cost_share": {"of": "advice", "at_least": 0.3}}, CostShare(("advice",), "at_least", 0.3)),
    ({"cost_share": {"of": ["a", "b"], "at_most": 0.3}}, CostShare(("a", "b"), "at_most", 0.3)),
    (
        {"apart": {"of": ["this", "it-b"], "years": 2, "by": "submitted", "reading": "unclear"}},
        Apart(frozenset({"it-test", "it-b"}), 2, "submitted", "unclear"),
    ),
    (
        {"apart": {"of": ["this"], "years": 1, "by": "decided", "reading": "rolling", "status": "refused"}},
        Apart(frozenset({"it-test"}), 1, "decided", "rolling", "refused"),
    ),
    ({"awards": {"of": []}}, Awards(frozenset(), 1, None, "decided", "granted")),
    (
        {"awards": {"of": ["this"], "fewer_than": 3, "within": {"months": 24}, "by": "submitted", "status": "refused"}},
        Awards(frozenset({"it-test"}), 3, 24, "submitted", "refused"),
    ),
    ({"awards": {"of": [], "within": {"years": 3}}}, Awards(frozenset(), 1, 36, "decided", "granted")),
    (
        {"awards": {"of": [], "within": {"calendar_year": True}, "sum_below": 5}},
        Awards(frozenset(), 1, None, "decided", "granted", calendar_year=True, sum_at_most=5),
    ),
    (
        {"awards": {"of": [], "within": {"since": "2024-07-01"}}},
        Awards(frozenset(), 1, None, "decided", "granted", since=date(2024, 7, 1)),
    ),
    (
        {
            "size": {
                "employees": {"at_least": 3, "at_most": 9},
                "balance": {"below": 5},
                "money": "all",
                "counted": "group",
            }
        },
        Size((("at_least", 3), ("at_most", 9)), (), (("below", 5),), "all", "group"),
    ),
    (
        {"size": {"turnover": {"at_most": 5}, "balance": {"at_most": 5}, "counted": "eu"}},
        Size((), (("at_most", 5),), (("at_most", 5),), "any", "eu"),
    ),
    (
        {"size": {"at_most": "small", "counted": "eu"}},
        Size((("below", 50),), (("at_most", 1e7),), (("at_most", 1e7),), "any", "eu", remembers=True),
    ),
    ({"unclear": "who is meant"}, Unclear("who is meant")),
]


@pytest.mark.parametrize(("told", "test"), WORDS, ids=lambda value: str(value)[:60])
def test_each_word_of_the_language_is_one_test(told: dict[str, Any], test: Any) -> None:
    assert rule(told) == test


def test_several_comparisons_of_a_fact_must_all_hold() -> None:
    both = rule({"employees": {"at_least": 5, "below": 10}})
    assert both == Every((Figure("employees", "at_least", 5.0), Figure("employees", "below", 10.0)))
    assert rule({"cost": {"at_least": 5}}) == rule({"cost": {"at_least": 5}})
    limits = rule({"cost": {"at_least": 5, "at_most": 9}})
    assert isinstance(limits, Every)
    assert isinstance(rule({"cost": {"at_least": 5}}), CostLimit)
    assert [(one.comparison, one.limit) for one in limits.tests if isinstance(one, CostLimit)] == [
        ("at_least", 5.0),
        ("at_most", 9.0),
    ]
    assert rule({"cost": {"at_most": {"share": 0.1, "of": "turnover"}}}) == Figure("cost", "at_most", 0.1, "turnover")


def test_groups_hold_tests_and_read_each_fact_once() -> None:
    told = [{"employees": {"below": 5}}, {"turnover": {"below": 5}}, {"employees": {"above": 9}}]
    assert isinstance(rule({"any": told}), Either)
    assert isinstance(rule({"all": told}), Every)
    assert rule({"any": told}).reads == rule({"all": told}).reads == ("employees", "turnover")


def test_de_minimis_may_have_a_limit_of_its_own() -> None:
    own = {told: rule({"de_minimis": body}) for told, body in (("no", True), ("yes", {"at_most": 180_000}))}
    assert {told: one.own_limit for told, one in own.items() if isinstance(one, DeMinimisRoom)} == {
        "no": None,
        "yes": 180_000,
    }


@pytest.mark.parametrize(
    "told", [{"defined": "no_such_test"}, {"size": {"at_most": "tiny", "counted": "eu"}}, {"step": {"nam": "selfi40"}}]
)
def test_what_the_language_and_the_law_do_not_know_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        rule(told)


def conditions_of(*told: dict[str, Any]) -> Any:
    return rules_of(programme(conditions=list(told)), law()).editions[0].conditions


@pytest.mark.parametrize(
    ("told", "if_not"),
    [
        ({"seat": ["AT"]}, Verdict.NOT_ELIGIBLE),
        ({"step": {"name": "selfi40"}}, Verdict.NOT_YET),
        ({"apart": {"of": ["this"], "years": 1, "by": "decided", "reading": "rolling"}}, Verdict.NOT_YET),
        ({"awards": {"of": ["this"]}}, Verdict.NOT_ELIGIBLE),
        ({"proposals_received": {"below": 250}}, Verdict.TOO_LATE),
        ({"seat": ["AT"], "if_not": "not_yet"}, Verdict.NOT_YET),
        ({"step": {"name": "selfi40"}, "if_not": "not_eligible"}, Verdict.NOT_ELIGIBLE),
    ],
)
def test_what_a_failure_means_is_usual_for_the_word_or_told(told: dict[str, Any], if_not: Verdict) -> None:
    (one,) = conditions_of(condition(told))
    assert one.if_not is if_not
    assert (one.verdict(True), one.verdict(False), one.verdict(None)) == (Verdict.ELIGIBLE, if_not, Verdict.UNKNOWN)


def test_what_no_source_confirms_refuses_nobody() -> None:
    (one,) = conditions_of({"seat": ["AT"], "source": "memory"})
    assert not one.certain
    assert (one.verdict(True), one.verdict(False), one.verdict(None)) == (
        Verdict.ELIGIBLE,
        Verdict.UNKNOWN,
        Verdict.UNKNOWN,
    )


def test_a_condition_keeps_its_rule_its_source_and_a_word_for_what_it_is_about() -> None:
    first, second, third = conditions_of(
        condition({"seat": ["AT"]}, if_not="not_yet"),
        {"any": [{"seat": ["AT"]}], "label": "somewhere", "source": "notice"},
        {"defined": "nothing_ordered_yet", "source": "memory"},
    )
    assert [one.label for one in (first, second, third)] == ["seat", "somewhere", "nothing_ordered_yet"]
    assert [one.source for one in (first, second, third)] == [f"{PAGE}/page", f"{PAGE}/notice", PAGE]
    assert (first.told, second.told) == ({"seat": ["AT"]}, {"any": [{"seat": ["AT"]}]})


def test_the_area_of_a_programme_is_that_of_its_first_condition_about_a_place() -> None:
    told = [condition({"employees": {"below": 5}}), condition({"site": ["DE2"]}), condition({"seat": ["AT"]})]
    assert areas_of(programme(conditions=told)) == ["DE2"]
    assert areas_of(programme()) == []


OLD = {"name": "old", "from": None, "until": "2024-06-30", "support": {"kind": "grant", "modules": [{"rate": 0.5}]}}
NEW = {"name": "new", "from": "2024-07-01", "until": None, "conditions": [condition({"employees": {"below": 50}})]}


def two_editions(**more: Any) -> Rules:
    both = [OLD | more, NEW | more]
    return rules_of(programme(editions=both, conditions=[condition({"seat": ["AT"]})]), law())


def test_an_edition_adds_its_own_conditions_to_the_programmes_and_may_pay_otherwise() -> None:
    old, new = two_editions().editions
    assert [one.label for one in old.conditions] == ["seat"]
    assert [one.label for one in new.conditions] == ["seat", "employees"]
    assert old.support.modules[0].grant_at_most == float("inf")
    assert new.support.modules[0].grant_at_most == 10_000
    assert (old.since, old.until, new.since, new.until) == (None, date(2024, 6, 30), date(2024, 7, 1), None)


def edition(on: date, told: dict[str, Any] | None = None, **more: Any) -> str | None:
    found = judged(told or {}, on, editions=[OLD | more, NEW | more]).edition
    return found.name if found else None


@pytest.mark.parametrize(("on", "name"), [(date(2024, 6, 30), "old"), (date(2024, 7, 1), "new"), (ON, "new")])
def test_the_day_of_the_question_picks_the_edition(on: date, name: str) -> None:
    assert edition(on) == name
    assert edition(on, {"expense_day": "1999-01-01"}) == name


def test_another_day_may_pick_the_edition_once_it_is_told() -> None:
    assert edition(ON, {"expense_day": "2024-06-30"}, picked_by="expense_day") == "old"
    assert edition(ON, {"expense_day": "2024-07-01"}, picked_by="expense_day") == "new"
    assert edition(ON, picked_by="expense_day") == "new"
    assert edition(date(2024, 1, 1), picked_by="expense_day") == "old"


def test_a_day_outside_every_edition_is_unknown_with_the_days_that_there_are() -> None:
    ended = judged(on=date(2024, 7, 1), editions=[OLD], windows=[OPEN | {"opens": "2020-01-01"}])
    assert (ended.edition, ended.verdict, ended.amount, ended.missing) == (None, Verdict.UNKNOWN, None, ())
    first = ended.reasons[0]
    assert (first.condition, first.expected, first.found) == ("edition", [["None", "2024-06-30"]], "2024-07-01")
    assert (first.answer, first.source) == (Answer.UNKNOWN, PAGE)
    dated = judged(on=date(2020, 7, 1), editions=[NEW])
    assert dated.reasons[0].expected == [["2024-07-01", "None"]]
    closed = judged(on=date(2026, 7, 1), editions=[OLD])
    assert closed.verdict is Verdict.TOO_LATE


def test_the_support_of_the_programme_is_that_of_each_edition_unless_it_has_its_own() -> None:
    cheap = {"kind": "loan", "modules": [{"rate": 0.1}]}
    found = rules_of(programme(editions=[EVER, EVER | {"support": cheap}], support=GRANT), law())
    assert [one.support.kind for one in found.editions] == ["grant", "loan"]


def test_the_windows_of_an_edition_are_looked_at_only_on_its_days() -> None:
    closed = OPEN | {"opens": "2023-01-01", "closes": "2023-06-30", "edition": "old"}
    windows = [closed, OPEN | {"edition": "new"}]
    assert judged({"employees": 5}, editions=[OLD, NEW], windows=windows).verdict is Verdict.ELIGIBLE
    assert judged(on=date(2023, 9, 1), editions=[OLD, NEW], windows=windows).verdict is Verdict.TOO_LATE
    assert judged(on=date(2020, 1, 1), editions=[NEW], windows=windows).verdict is Verdict.UNKNOWN


def test_a_room_of_the_programme_itself_is_its_own() -> None:
    paid = GRANT | {"rooms": [{"of": ["this"], "sum_below": 6_000}]}
    received = [{"programme": "it-test", "amount": 5_000, "decided": "2025-05-05"}]
    amount = judged({"cost": 10_000, "aid_received": received}, support=paid).amount
    assert amount is not None
    assert (amount.low, amount.high) == (1_000, 1_000)


def test_the_same_limit_counts_the_cost_of_its_own_edition() -> None:
    early = {"kind": "grant", "modules": [{"rate": 0.5}]}
    late = {"kind": "grant", "modules": [{"rate": 0.5, "cost_since": "2026-02-01"}]}
    editions = [OLD | {"support": early}, {"name": "new", "from": "2024-07-01", "until": None, "support": late}]
    rules: dict[str, Any] = {"editions": editions, "conditions": [condition({"cost": {"at_least": 100}})]}
    assert judged({"costs": [{"amount": 100, "day": "2026-01-15"}]}, **rules).verdict is Verdict.NOT_ELIGIBLE
    assert judged({"costs": [{"amount": 100, "day": "2026-02-15"}]}, **rules).verdict is Verdict.ELIGIBLE
