"""Which programmes are told: none that is known not to fit, the surest and the most fitting first, a few only."""

from datetime import date
from typing import Any

import pytest
from catalogue_examples import CATALOGUE, pain
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_examples import ON, OPEN, kinds, law, programme

from actions.choose_programmes import MOST, MOST_CLOSED, closed_already, worth_telling
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.loading import read_rulebook
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.model import PainPoint, Programme

pytest_plugins = ["catalogue_fixtures"]

TODAY = date(2026, 11, 22)
PAINS = {name: pain(name) for name in ("software", "training", "no_funding")}
REFUSES = [{"chamber_member": {"is": True}, "source": "page"}]
AGES_AGO = {"opens": "2020-01-01", "closes": "2020-06-30", "status": "closed", "as_of": "2020-07"}
ONE_DAY = {"opens": "2027-01-01", "closes": "2027-06-30", "status": "open", "as_of": "2026-02"}
VERDICTS: dict[Verdict, dict[str, Any]] = {
    Verdict.ELIGIBLE: {"windows": [OPEN]},
    Verdict.UNKNOWN: {"conditions": REFUSES},
    Verdict.NOT_YET: {"windows": [ONE_DAY]},
    Verdict.TOO_LATE: {"windows": [AGES_AGO]},
    Verdict.NOT_ELIGIBLE: {"conditions": [{"seat": ["AT"], "source": "page"}]},
}


def outcome(id: str, verdict: Verdict = Verdict.ELIGIBLE, **rules: Any) -> Outcome:
    """A programme of that verdict for a firm in Italy."""
    book = RuleBook([programme(id, **(VERDICTS[verdict] | rules))], kinds(), law())
    found = book.judge(id, facts_from({"country": "IT"}, kinds()), ON)
    assert found.verdict is verdict
    return found


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
    def seated(*areas: str) -> dict[str, Any]:
        return {"conditions": [{"seat": list(areas), "source": "page"}, *REFUSES]}

    europe = outcome("a-europe", Verdict.UNKNOWN, **seated("AT", "CH", "DE", "FR", "IT", "LI", "SI"))
    country = outcome("b-country", Verdict.UNKNOWN, **seated("IT"))
    region = outcome("c-region", Verdict.UNKNOWN, **seated("ITH1"))
    assert told(europe, country, region) == ["c-region", "b-country", "a-europe"]


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


def test_programmes_that_came_too_late_are_named_apart_and_only_a_few() -> None:
    some = [outcome(str(number), Verdict.TOO_LATE) for number in range(9)]
    found = closed_already([*some, outcome("a")], ("software",), PAINS)
    assert len(found) == MOST_CLOSED
    assert {one.verdict for one in found} == {Verdict.TOO_LATE}
    assert closed_already(some, ("training",), PAINS) == []


@pytest.fixture(scope="session")
def book(programmes: list[Programme]) -> RuleBook:
    """The rules of the real catalogue."""
    return read_rulebook(programmes, CATALOGUE)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_of_the_real_catalogue_nothing_is_told_that_a_known_fact_speaks_against(
    data: st.DataObject, book: RuleBook, pains: dict[str, PainPoint]
) -> None:
    region = data.draw(st.sampled_from(["ITH1", "ITH2", "AT33", "DE27", "FRK2", "SI04", "CH05", "LI00"]))
    sector = data.draw(st.sampled_from(["C31", "I55", "A01", "K62"]))
    told_facts = {
        "country": region[:2],
        "region": region,
        "sector": [sector],
        "employees": data.draw(st.integers(1, 600)),
    }
    needs = data.draw(st.lists(st.sampled_from(sorted(pains)), max_size=3))
    chosen = worth_telling(book.judge_all(facts_from(told_facts, book.kinds), TODAY), needs, pains)
    assert len(chosen) <= MOST
    for one in chosen:
        assert one.verdict in (Verdict.ELIGIBLE, Verdict.NOT_YET, Verdict.UNKNOWN)
        failed = [reason for reason in one.reasons if reason.answer == "fails" and reason.condition != "window"]
        assert all(reason.if_not is Verdict.NOT_YET for reason in failed)
