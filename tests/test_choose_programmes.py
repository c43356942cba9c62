"""Which programmes are told: none that is known not to fit, the surest and the most fitting first, a few only."""

from datetime import date
from typing import Any

from catalogue_examples import pain
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.choose_programmes import MOST, worth_telling
from alpine_catalogue.build import programme as build_programme
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.verdict import Outcome, judge_all
from alpine_catalogue.model import PainPoint, Programme

pytest_plugins = ["catalogue_fixtures"]

TODAY = date(2026, 11, 22)
PAINS = {name: pain(name) for name in ("software", "training", "no_funding")}


def outcome(id: str, verdict: Verdict = Verdict.ELIGIBLE, **rules: Any) -> Outcome:
    body: dict[str, Any] = {
        "id": id,
        "name": id,
        "language": "it",
        "country": "IT",
        "authority": "x",
        "instrument": "grant",
        "needs": ["software"],
        "pays_for": {"en": "x"},
        "url": None,
        "sources": ["x"],
        "checked": "2026-11-22",
        "areas": ["ITH1"],
    }
    return Outcome(build_programme(body | rules), verdict, (), TODAY)


def told(*outcomes: Outcome, needs: tuple[str, ...] = ("software",)) -> list[str]:
    return [one.programme.id for one in worth_telling(outcomes, needs, PAINS)]


def test_a_programme_that_does_not_fit_or_is_over_is_never_told() -> None:
    assert told(outcome("a", Verdict.NOT_ELIGIBLE), outcome("b", Verdict.TOO_LATE)) == []


def test_the_surest_verdict_comes_first() -> None:
    open_ones = [outcome("c", Verdict.UNKNOWN), outcome("b", Verdict.NOT_YET), outcome("a", Verdict.ELIGIBLE)]
    assert told(*open_ones) == ["a", "b", "c"]


def test_then_the_one_that_meets_more_needs() -> None:
    both = outcome("z", needs=["software", "training"])
    assert told(outcome("a"), both, needs=("software", "training")) == ["z", "a"]


def test_then_the_one_nearer_to_the_firm() -> None:
    europe = outcome("a-europe", areas=["AT", "CH", "DE", "FR", "IT", "LI", "SI"])
    assert told(europe, outcome("b-country", areas=["IT"]), outcome("c-region")) == [
        "c-region",
        "b-country",
        "a-europe",
    ]


def test_a_programme_for_another_need_is_not_told() -> None:
    assert told(outcome("a", needs=["training"])) == []


def test_a_firm_that_looks_for_money_or_told_no_need_hears_of_any() -> None:
    usual = next(iter(PAINS["no_funding"].needs))
    assert told(outcome("a", needs=[usual]), needs=("no_funding",)) == ["a"]
    assert told(outcome("a", needs=[usual]), needs=()) == ["a"]
    assert told(outcome("a", needs=["deep_tech"]), needs=("no_funding",)) == []


def test_no_more_are_told_than_one_can_read() -> None:
    assert len(told(*(outcome(str(number)) for number in range(20)))) == MOST


def test_the_order_in_which_they_come_makes_no_difference() -> None:
    some = [outcome(id) for id in "dbca"]
    assert told(*some) == told(*some[::-1]) == ["a", "b", "c", "d"]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_of_the_real_catalogue_nothing_is_told_that_a_known_fact_speaks_against(
    data: st.DataObject, programmes: list[Programme], pains: dict[str, PainPoint]
) -> None:
    region = data.draw(st.sampled_from(["ITH1", "ITH2", "AT33", "DE27", "FRK2", "SI04", "CH05", "LI00"]))
    sector = data.draw(st.sampled_from(["C31", "I55", "A01", "K62"]))
    employees = data.draw(st.integers(1, 600))
    needs = data.draw(st.lists(st.sampled_from(sorted(pains)), max_size=3))
    facts = facts_from({"country": region[:2], "region": region, "sector": [sector], "employees": employees})
    chosen = worth_telling(judge_all(programmes, facts, TODAY), needs, pains)
    assert len(chosen) <= MOST
    for one in chosen:
        assert one.verdict in (Verdict.ELIGIBLE, Verdict.NOT_YET, Verdict.UNKNOWN)
        assert all(reason.answer != "fails" for reason in one.reasons if reason.condition != "window")
        assert any(region.startswith(area) or area.startswith(region) for area in one.programme.rules["areas"])
