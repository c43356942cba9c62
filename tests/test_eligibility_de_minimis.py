"""De minimis: the ceiling of the day, what was received in its period, and what would be new."""

from datetime import date
from typing import Any

import pytest
from rule_examples import ON, case, condition, holds_strictly, judged, kinds, law, rule
from trying_values import both_sides

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.de_minimis import DeMinimisRoom, received_before
from alpine_catalogue.eligibility.facts import Facts
from alpine_catalogue.eligibility.law import Law
from alpine_catalogue.eligibility.records import Aid
from alpine_catalogue.eligibility.values import exactly


def aid(amount: float, decided: Any = "2025-01-20", **more: Any) -> dict[str, Any]:
    return {"amount": amount, "decided": decided, **more}


def room(*received: dict[str, Any], new: float | None = 7_500, own: float | None = None, on: date = ON) -> bool | None:
    asked = DeMinimisRoom(own, lambda case: None if new is None else (0.0, float(new)))
    return asked.holds(case(on, aid_received=list(received)))


def received(*told: dict[str, Any], on: date = ON) -> tuple[float, float] | None:
    return received_before(case(on, aid_received=list(told)))


@pytest.mark.parametrize(
    ("before", "expected"), [(0, True), (292_500, True), (292_501, None), (299_999, None), (300_000, False)]
)
def test_aid_at_the_ceiling_ends_it_and_aid_that_would_pass_it_stays_open(before: int, expected: bool | None) -> None:
    assert room(aid(before)) is expected


def test_the_first_aid_may_be_as_large_as_the_programme_pays() -> None:
    assert room(new=400_000) is True
    assert room(aid(1), new=400_000) is None


def test_aid_that_drops_out_of_the_three_years_counts_no_more() -> None:
    three = [aid(100_000, "2023-02-15"), aid(80_000, "2023-04-10"), aid(150_000, "2025-01-20")]
    assert received(*three) == (230_000, 230_000)
    assert room(*three) is True
    assert room(*three, aid(90_000, "2024-05-05")) is False


@pytest.mark.parametrize(
    ("decided", "surely", "perhaps"),
    [
        ("2023-03-01", 0, 0),
        ("2023-03-02", 5, 5),
        ("2026-03-01", 5, 5),
        ("2026-03-02", 0, 0),
        ("2023-03", 0, 5),
        ("2023-02", 0, 0),
        (2023, 0, 5),
        (2024, 5, 5),
        (2026, 0, 5),
        (2027, 0, 0),
        (None, 0, 5),
    ],
)
def test_since_2024_the_period_is_three_years_to_the_day(decided: Any, surely: int, perhaps: int) -> None:
    assert received(aid(5, decided)) == (surely, perhaps)


@pytest.mark.parametrize(
    ("decided", "surely"), [("2020-12-31", 0), ("2021-01-01", 5), ("2023-06-01", 5), ("2023-06-02", 0)]
)
def test_until_2023_the_period_was_the_year_and_the_two_before(decided: str, surely: int) -> None:
    assert received(aid(5, decided), on=date(2023, 6, 1)) == (surely, surely)


@pytest.mark.parametrize(
    ("on", "ceiling"),
    [
        (date(2013, 12, 31), None),
        (date(2014, 1, 1), 200_000),
        (date(2023, 12, 31), 200_000),
        (date(2024, 1, 1), 300_000),
    ],
)
def test_the_ceiling_is_that_of_the_day(on: date, ceiling: float | None) -> None:
    assert DeMinimisRoom(None, lambda case: None).ceiling(case(on)) == ceiling


def test_before_any_law_that_we_know_it_stays_open() -> None:
    assert room(on=date(2013, 12, 31)) is None
    assert received(aid(5, "2013-05-05"), on=date(2013, 12, 31)) is None


def test_a_programme_may_have_a_lower_limit_of_its_own_but_no_higher_one() -> None:
    assert room(aid(180_000), own=180_000) is False
    assert room(aid(172_500), own=180_000) is True
    assert room(aid(300_000), own=900_000) is False
    assert rule({"de_minimis": {"at_most": 180_000}}).holds(case(aid_received=[aid(180_000)])) is False
    assert rule({"de_minimis": True}).holds(case(aid_received=[aid(180_000)])) is True


@pytest.mark.parametrize("told", [{"kind": "gber"}, {"kind": "tax"}, {"kind": "other"}, {"status": "refused"}])
def test_other_aid_and_aid_that_was_refused_do_not_count(told: dict[str, str]) -> None:
    assert received(aid(5, **told)) == (0, 0)
    assert room(aid(300_000, **told)) is True


def test_aid_that_is_approved_and_not_settled_yet_counts() -> None:
    assert received(aid(5, status="open")) == (5, 5)


def test_aid_without_a_day_may_or_may_not_count() -> None:
    assert room(aid(300_000, None)) is None
    assert room(aid(100_000, None)) is True


def test_unknown_aid_is_presumed_to_be_none() -> None:
    assert rule({"de_minimis": True}).holds(case()) is True
    assert holds_strictly({"de_minimis": True}) is None
    assert received_before(case(presume=False)) is None


def test_the_new_aid_is_what_the_edition_pays() -> None:
    told = {"aid_received": [aid(295_000)]}
    rules: dict[str, Any] = {"conditions": [condition({"de_minimis": True})]}
    cheap = judged({**told, "cost": 10_000}, **rules)
    assert (cheap.verdict, cheap.missing) == (Verdict.ELIGIBLE, ())
    assert judged({**told, "cost": 10_002}, **rules).verdict is Verdict.UNKNOWN
    assert judged({**told, "aid_received": [aid(300_000)]}, **rules).verdict is Verdict.NOT_ELIGIBLE


@pytest.mark.parametrize("own", [None, 180_000])
def test_the_aid_tried_is_none_and_the_whole_ceiling(own: float | None) -> None:
    asked = DeMinimisRoom(own, lambda case: (0.0, 1.0))
    assert both_sides(asked, case(), "aid_received")
    assert max(one.amount for tried in asked.witnesses("aid_received", case()) for one in tried) == own or 300_000


def test_where_no_law_is_known_any_aid_is_tried_and_leaves_it_open() -> None:
    lawless = Case(Facts(), ON, kinds(), Law((), (), {}, ""))
    asked = DeMinimisRoom(None, lambda case: None)
    for tried in asked.witnesses("aid_received", lawless):
        assert asked.holds(lawless.knowing({"aid_received": tried})) is None
    assert law().de_minimis_on(ON) is not None


def test_rooms_of_different_editions_are_different_tests() -> None:
    assert rule({"de_minimis": True}) == rule({"de_minimis": True})
    assert rule({"de_minimis": True}) != rule({"de_minimis": True}, "it-other")
    assert rule({"de_minimis": True}) != rule({"de_minimis": {"at_most": 180_000}})


def test_the_aid_tried_was_decided_on_the_day_before() -> None:
    yesterday = exactly(ON.toordinal() - 1.0)
    ((), (whole,)) = DeMinimisRoom(None, lambda case: None).witnesses("aid_received", case())
    assert whole == Aid(None, 300_000, "de_minimis", "granted", yesterday, yesterday)
    ((), (own,)) = DeMinimisRoom(180_000, lambda case: None).witnesses("aid_received", case())
    assert own.amount == 180_000
    ((), (any_sum,)) = DeMinimisRoom(None, lambda case: None).witnesses("aid_received", case(date(2013, 1, 1)))
    assert any_sum.amount == 1e9


def test_new_aid_that_no_source_tells_adds_nothing() -> None:
    assert room(aid(299_999.5), new=None) is True
    assert room(aid(300_000), new=None) is False
