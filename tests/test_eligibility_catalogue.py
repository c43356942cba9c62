"""All programmes of the real catalogue for one firm: on any day, with reason and source, and never turned round."""

from datetime import date, timedelta
from typing import Any

import pytest
from catalogue_examples import CATALOGUE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_examples import ON, kinds, law, programme

from alpine_catalogue.eligibility.answer import Answer, Verdict
from alpine_catalogue.eligibility.facts import Facts, facts_from
from alpine_catalogue.eligibility.loading import read_rulebook
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.model import Programme

pytest_plugins = ["catalogue_fixtures"]

JOINERY: dict[str, Any] = {"country": "IT", "region": "ITH1", "province": "ITH10", "sector": ["C31"], "employees": 12}
DAYS = [date(2024, 1, 1), date(2025, 6, 30), date(2026, 2, 28), date(2026, 11, 22), date(2028, 2, 29)]
PLACES = [
    ("IT", "ITH1", "ITH10"),
    ("IT", "ITH3", "ITH31"),
    ("AT", "AT33", "AT332"),
    ("DE", "DE21", "DE212"),
    ("FR", "FRK2", "FRK28"),
    ("SI", "SI04", "SI042"),
    ("CH", "CH05", "CH056"),
    ("LI", "LI00", "LI000"),
]


@pytest.fixture(scope="module")
def book(programmes: list[Programme]) -> RuleBook:
    return read_rulebook(programmes, CATALOGUE)


def intervals(most: int) -> st.SearchStrategy[Any]:
    pair = st.tuples(st.integers(1, most), st.integers(1, most)).map(sorted).map(list)
    return st.integers(1, most) | pair | st.tuples(st.integers(1, most), st.none()).map(list)


@st.composite
def firms(draw: st.DrawFn) -> dict[str, Any]:
    """Everything that matters most about a firm; figures may be vague."""
    country, region, province = draw(st.sampled_from(PLACES))
    trades = st.sampled_from(["C31", "I55", "A01", "K62", "G47", "F41", "L64"])
    figures = {"employees": 600, "turnover": 80_000_000, "balance": 80_000_000, "cost": 300_000}
    return {
        **{"country": country, "region": region, "province": province},
        "sector": draw(st.lists(trades, min_size=1, max_size=2)),
        "founded": draw(st.integers(1990, 2023)),
        "private_customer_share": draw(st.sampled_from([0, 0.5, 0.9])),
        **{name: draw(intervals(most)) for name, most in figures.items()},
    }


def known_less_of(draw: st.DrawFn, full: dict[str, Any]) -> dict[str, Any]:
    """Leave facts out (a place from its finest code on) and make figures vaguer; presumed facts stay as they are."""
    kept = draw(st.sets(st.sampled_from(["sector", "employees", "turnover", "balance", "founded"]))) | {"cost"}
    depth = draw(st.integers(0, 3))
    less = {name: full[name] for name in (*("country", "region", "province")[:depth], *sorted(kept))}
    for name in ("employees", "turnover", "balance", "cost"):
        if name in less and draw(st.booleans()):
            low, high = less[name] if isinstance(less[name], list) else (less[name], less[name])
            less[name] = [draw(st.integers(0, low)), None if high is None else high + draw(st.integers(0, 100))]
    return less


ALLOWED = {
    Verdict.NOT_ELIGIBLE: {Verdict.NOT_ELIGIBLE},
    Verdict.ELIGIBLE: {Verdict.ELIGIBLE},
    Verdict.NOT_YET: {Verdict.NOT_YET},
    Verdict.TOO_LATE: {Verdict.TOO_LATE, Verdict.NOT_ELIGIBLE},
    Verdict.UNKNOWN: set(Verdict),
}


def told_less_and_all(data: st.DataObject, book: RuleBook) -> list[tuple[Outcome, Outcome]]:
    """All programmes judged twice: by a part of what is known of a firm, and by all of it."""
    full = data.draw(firms())
    less = data.draw(st.composite(lambda draw: known_less_of(draw, full))())
    on = data.draw(st.sampled_from(DAYS))
    before, after = (book.judge_all(facts_from(told, book.kinds), on) for told in (less, full))
    return list(zip(before, after, strict=True))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_more_facts_settle_what_was_unknown_and_never_turn_a_verdict_round(data: st.DataObject, book: RuleBook) -> None:
    for early, late in told_less_and_all(data, book):
        assert late.verdict in ALLOWED[early.verdict], early.programme.id


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_more_facts_never_turn_the_answer_to_a_single_condition_round(data: st.DataObject, book: RuleBook) -> None:
    for early, late in told_less_and_all(data, book):
        for one, other in zip(early.reasons, late.reasons, strict=True):
            assert one.answer in (Answer.UNKNOWN, other.answer), (early.programme.id, one, other)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(full=firms(), on=st.sampled_from(DAYS))
def test_all_programmes_at_once_are_judged_as_each_alone(full: dict[str, Any], on: date, book: RuleBook) -> None:
    facts = facts_from(full, book.kinds)
    for outcome in book.judge_all(facts, on):
        alone = book.judge(outcome.programme.id, facts, on)
        assert (alone.verdict, alone.missing, alone.amount) == (outcome.verdict, outcome.missing, outcome.amount)


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("facts", [{}, JOINERY, {"country": "SI"}, {"sector": ["C31"], "employees": [2, None]}])
def test_every_programme_is_judged_on_any_day_with_reason_and_source(
    book: RuleBook, on: date, facts: dict[str, Any]
) -> None:
    outcomes = book.judge_all(facts_from(facts, book.kinds), on)
    assert len(outcomes) == 80
    for outcome in outcomes:
        _check_that_it_is_consistent(outcome)


def _check_that_it_is_consistent(outcome: Outcome) -> None:
    name = outcome.programme.id
    assert outcome.reasons[-1].condition == "window"
    assert all(reason.source for reason in outcome.reasons), name
    answers = {reason.answer for reason in outcome.reasons}
    assert (outcome.verdict is Verdict.UNKNOWN) <= (Answer.UNKNOWN in answers), name
    assert not outcome.missing or outcome.verdict is Verdict.UNKNOWN, name
    assert not set(outcome.missing) & set(outcome.assumed), name
    if outcome.verdict is Verdict.ELIGIBLE:
        assert Answer.FAILS not in answers, name
        assert all(one.assumed for one in outcome.reasons if one.answer is Answer.UNKNOWN), name
    if outcome.verdict in (Verdict.NOT_ELIGIBLE, Verdict.NOT_YET):
        assert Answer.FAILS in answers, name
    if outcome.amount is not None:
        assert 0 <= outcome.amount.low <= outcome.amount.high, name
        assert outcome.amount.currency == outcome.programme.rules["currency"], name


def test_a_firm_of_which_nothing_is_known_is_eligible_for_nothing_and_shut_out_of_nothing(book: RuleBook) -> None:
    for on in DAYS:
        verdicts = {outcome.verdict for outcome in book.judge_all(Facts(), on)}
        assert verdicts <= {Verdict.UNKNOWN, Verdict.TOO_LATE, Verdict.NOT_YET}


def test_programmes_keep_their_order_and_a_made_up_id_is_refused(book: RuleBook, programmes: list[Programme]) -> None:
    judged = book.judge_all(Facts(), ON)
    assert [one.programme.id for one in judged] == [one.id for one in programmes]
    with pytest.raises(KeyError):
        book.judge("it-no-such-programme", Facts(), ON)


def test_a_programme_whose_last_day_is_known_is_open_on_it_and_closed_after(programmes: list[Programme]) -> None:
    dated = [(one, w) for one in programmes for w in one.rules["windows"] if w["closes"] and w["status"] == "open"]
    assert dated
    for one, window in dated:
        last = date.fromisoformat(window["closes"])
        alone = programme(one.id, windows=[{**window, "edition": None}])
        book = RuleBook([alone], kinds(), law())
        assert book.judge(one.id, Facts(), last).verdict is not Verdict.TOO_LATE, one.id
        assert book.judge(one.id, Facts(), last + timedelta(days=1)).verdict is Verdict.TOO_LATE, one.id
