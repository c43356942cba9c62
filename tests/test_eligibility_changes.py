"""Why not, and what would change it: the fewest changes, those that a firm can make before others."""

from datetime import date
from typing import Any

import pytest
from rule_examples import ON, OPEN, case, condition, judged, rule

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.changes import nearest_change
from alpine_catalogue.eligibility.waiting import turning_days

BAVARIA = condition({"site": ["DE2"]})
FEW = condition({"employees": {"below": 50}})
STEP = condition({"step": {"name": "selfi40", "since": "2024-01-01"}})
MEMBER = condition({"chamber_member": {"is": True}}, if_not="not_yet")
ONCE = condition({"awards": {"of": ["this"], "within": {"months": 24}}})


def changes(*conditions: dict[str, Any], window: dict[str, Any] = OPEN, **told: Any) -> list[tuple[str, Any]] | None:
    outcome = judged(told, conditions=list(conditions), windows=[window])
    found = nearest_change(outcome)
    return None if found is None else [(one.fact, one.to) for one in found]


def test_a_branch_comes_before_moving_the_seat() -> None:
    assert changes(BAVARIA, country="AT") == [("branches", ("DE2",))]


def test_a_figure_goes_no_further_than_it_must() -> None:
    ((fact, to),) = changes(FEW, employees=60) or []
    assert fact == "employees"
    assert 49 <= to[0] < 50
    ((_, more),) = changes(condition({"employees": {"at_least": 5}}), employees=3) or []
    assert more == (5, 5)


def test_what_a_firm_can_do_now_is_proposed_before_anything_else() -> None:
    either = condition({"any": [{"employees": {"below": 50}}, {"chamber_member": {"is": True}}]})
    assert changes(either, employees=60, chamber_member=False) == [("chamber_member", True)]


def test_two_things_that_stand_in_the_way_must_both_change() -> None:
    found = changes(MEMBER, BAVARIA, chamber_member=False, country="AT") or []
    assert sorted(found) == [("branches", ("DE2",)), ("chamber_member", True)]


def test_a_step_is_to_be_made_again_in_time() -> None:
    ((fact, to),) = changes(STEP, steps={"selfi40": {"done": "2023-11-20"}}) or []
    assert (fact, to["done"]) == ("steps.selfi40", True)
    assert to["day"][0] >= date(2024, 1, 1).toordinal()


def aid(decided: str) -> dict[str, Any]:
    return {"programme": "it-test", "amount": 5, "decided": decided}


def test_waiting_helps_until_the_last_award_drops_out() -> None:
    found = changes(ONCE, aid_received=[aid("2024-06-15")], window={**OPEN, "closes": "2026-12-31"})
    assert found == [("day", date(2026, 6, 15))]


def test_waiting_beyond_the_last_day_does_not_help() -> None:
    found = changes(ONCE, aid_received=[aid("2025-06-15")])
    assert found is None or all(fact != "day" for fact, _ in found)


@pytest.mark.parametrize(
    ("told", "facts", "day"),
    [
        ({"founded": {"over": {"years": 5}}}, {"founded": "2021-05-01"}, date(2026, 5, 2)),
        ({"founded": {"at_least": {"years": 5}}}, {"founded": "2021-05-01"}, date(2026, 5, 1)),
        (
            {"apart": {"of": ["this"], "years": 2, "by": "decided", "reading": "rolling"}},
            {"aid_received": [aid("2024-05-10")]},
            date(2026, 5, 10),
        ),
        ({"all": [{"founded": {"at_least": {"years": 5}}}]}, {"founded": "2021-05-01"}, date(2026, 5, 1)),
        (
            {"de_minimis": True},
            {"aid_received": [{"amount": 300_000, "decided": "2023-05-10"}]},
            date(2026, 5, 10),
        ),
    ],
)
def test_the_first_day_that_helps_is_found(told: dict[str, Any], facts: dict[str, Any], day: date) -> None:
    assert ("day", day) in (changes(condition(told), **facts) or [])


def test_a_call_that_opens_later_is_waited_for() -> None:
    later = {"opens": "2026-05-01", "closes": "2026-06-30", "status": "open", "as_of": "2026"}
    assert changes(window=later) == [("day", date(2026, 5, 1))]
    both = changes(MEMBER, window=later, chamber_member=False) or []
    assert sorted(both) == [("chamber_member", True), ("day", date(2026, 5, 1))]


def test_where_nothing_helps_nothing_is_proposed() -> None:
    never = condition({"all": [{"employees": {"below": 5}}, {"employees": {"above": 5}}]})
    assert changes(never, employees=9) is None


@pytest.mark.parametrize(
    ("conditions", "told"),
    [([MEMBER], {"chamber_member": True}), ([MEMBER], {}), ([condition({"unclear": "whom"})], {})],
)
def test_only_a_refusal_or_a_not_yet_is_to_be_changed(conditions: list[dict[str, Any]], told: dict[str, Any]) -> None:
    assert changes(*conditions, **told) is None


def test_a_closed_call_and_a_day_outside_every_edition_are_not_to_be_changed() -> None:
    assert changes(MEMBER, window={**OPEN, "closes": "2026-01-31"}, chamber_member=False) is None
    ended = judged(editions=[{"name": "old", "from": None, "until": "2020-01-01"}])
    assert nearest_change(ended) is None


def test_a_change_names_the_condition_that_it_is_about() -> None:
    outcome = judged({"country": "AT", "chamber_member": False}, conditions=[MEMBER, BAVARIA])
    found = {one.fact: one.condition for one in nearest_change(outcome) or ()}
    assert {fact: about.label for fact, about in found.items() if about} == {
        "branches": "site",
        "chamber_member": "chamber_member",
    }
    waiting = judged(on=date(2025, 12, 1))
    assert [(one.fact, one.condition) for one in nearest_change(waiting) or ()] == [("day", None)]


def test_what_is_proposed_makes_the_firm_eligible() -> None:
    told: dict[str, Any] = {"country": "AT", "employees": 60, "chamber_member": False}
    rules: dict[str, Any] = {"conditions": [MEMBER, BAVARIA, FEW]}
    assert judged(told, **rules).verdict is Verdict.NOT_ELIGIBLE
    found = nearest_change(judged(told, **rules))
    assert found is not None
    assert len(found) == 3
    changed = told | {one.fact: list(one.to) if isinstance(one.to, tuple) else one.to for one in found}
    assert judged(changed, ON, **rules).verdict is Verdict.ELIGIBLE


YEARS = {"founded": {"at_least": {"years": 5}}}


@pytest.mark.parametrize(
    ("tests", "told", "first"),
    [
        ([YEARS, {"employees": {"below": 50}}], {"founded": "2021-05-01", "employees": 60}, "day"),
        (
            [YEARS, {"chamber_member": {"is": True}}],
            {"founded": "2021-05-01", "chamber_member": False},
            "chamber_member",
        ),
        ([{"digital_core": {"is": False}}, YEARS], {"founded": "2021-05-01", "digital_core": True}, "day"),
        (
            [{"step": {"name": "selfi40"}}, YEARS],
            {"founded": "2021-05-01", "steps": {"selfi40": False}},
            "steps.selfi40",
        ),
    ],
)
def test_what_can_be_done_comes_before_waiting_and_waiting_before_what_a_firm_is(
    tests: list[dict[str, Any]], told: dict[str, Any], first: str
) -> None:
    assert [fact for fact, _ in changes(condition({"any": tests}), **told) or []] == [first]
    assert [fact for fact, _ in changes(condition({"any": tests[::-1]}), **told) or []] == [first]


def test_more_than_three_changes_are_too_many_to_propose() -> None:
    wanted = {"chamber_member": {"is": True}, "university": {"is": True}, "employees": {"below": 50}}
    told = {"chamber_member": False, "university": False, "employees": 60, "country": "AT"}
    three = [condition({name: body}) for name, body in wanted.items()]
    assert len(changes(*three, **told) or []) == 3
    assert changes(*three, BAVARIA, **told) is None


def test_what_is_open_is_not_to_be_changed_even_if_something_fails() -> None:
    assert changes({"employees": {"below": 50}, "source": "memory"}, employees=60) is None


def test_nobody_is_sent_back_in_time() -> None:
    planned = condition({"expense_day": {"not_before": "application"}})
    found = changes(planned, expense_day="2026-02-01") or []
    assert [fact for fact, _ in found] == ["expense_day"]


def test_a_figure_that_is_too_large_goes_to_the_next_whole_one() -> None:
    assert changes(FEW, employees=60) == [("employees", (49, 49))]
    assert changes(condition({"cost": {"at_most": 5_000}}), cost=9_000) == [("cost", (5_000, 5_000))]
    share = condition({"private_customer_share": {"at_most": 0.25}})
    assert changes(share, private_customer_share=0.4) == [("private_customer_share", (0.25, 0.25))]


def days_after(told: dict[str, Any], **facts: Any) -> set[date]:
    return set(turning_days(rule(told), case(**facts)))


def both(day: date) -> set[date]:
    return {day, date.fromordinal(day.toordinal() + 1)}


def test_the_days_on_which_a_test_may_turn_are_those_of_its_spans_of_time() -> None:
    assert days_after({"founded": {"over": {"years": 4, "months": 3}}}, founded="2022-03-10") == both(date(2026, 6, 10))
    assert days_after({"founded": {"over": {"years": 5}}}, founded="2019-03-10") == set()
    assert days_after({"founded": {"over": {"years": 5}}}) == set()
    assert days_after({"founded": {"over": {"years": 5}}}, founded="2021-03-01") == {date(2026, 3, 2)}
    new_year = both(date(2027, 1, 1))
    awards = {"awards": {"of": ["this"], "within": {"months": 24}}}
    assert days_after(awards, aid_received=[aid("2024-06-15")]) == both(date(2026, 6, 15)) | new_year
    assert (
        days_after({"awards": {"of": ["this"]}}, aid_received=[aid("2026-04-15")]) == both(date(2026, 4, 15)) | new_year
    )
    assert days_after(awards) == new_year
    assert days_after(awards, aid_received=[{"programme": "it-test"}]) == new_year
    assert days_after({"any": [awards, {"employees": {"below": 5}}]}) == new_year
    assert days_after({"de_minimis": True}, aid_received=[aid("2023-05-10")]) == both(date(2026, 5, 10))
    apart = {"apart": {"of": ["this"], "years": 3, "by": "decided", "reading": "rolling"}}
    assert days_after(apart, aid_received=[aid("2023-05-10")]) == both(date(2026, 5, 10))
    assert days_after({"founded": {"over": {"years": 5}}}, founded="none") == set()
