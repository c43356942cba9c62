"""Why not, and what would change it: the fewest changes, those that a firm can make before others."""

from datetime import date
from typing import Any

import pytest
from rule_examples import ON, OPEN, condition, judged

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.changes import nearest_change

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
