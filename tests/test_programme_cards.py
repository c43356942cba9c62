"""Cards of programmes: verdict, sum, dates, assumptions in plain words; short, with source and day."""

from datetime import date
from typing import Any

import pytest
from programme_talk import FIRM
from refine_examples import domain
from rule_examples import EVER, GRANT, OPEN, condition, programme

from actions.programmes.amount_told import amount_told
from actions.programmes.assumed_told import assumed_told
from actions.programmes.card import card, line
from actions.programmes.verdict_told import verdict_told
from actions.programmes.voice import Voice
from actions.programmes.window_told import selection_told, window_told
from actions.wiring import Services
from actions.wording import Wording
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.languages import LANGUAGES

pytest_plugins = ["refine_fixtures"]

TODAY = date(2026, 3, 1)
MOST_LINES = 9
GONE = {"opens": None, "closes": None, "status": "budget_exhausted", "as_of": "2026-02"}


@pytest.fixture
def english(wired: Services) -> Voice:
    """Speaks English."""
    return voice(wired, "en")


def voice(wired: Services, language: str) -> Voice:
    return Voice(Wording(domain(), language), wired.names(language), wired.sentences(language))


def judged(wired: Services, told: dict[str, Any] | None = None, on: date = TODAY, **rules: Any) -> Outcome:
    """A made-up programme under the real law and registry of facts."""
    book = RuleBook([programme(**rules)], wired.kinds, wired.law)
    return book.judge("it-test", facts_from(told or {}, wired.kinds), on)


# -- verdicts ------------------------------------------------------------------------------------------------------


def test_each_verdict_says_because_of_what(wired: Services, english: Voice) -> None:
    few = [condition({"employees": {"below": 50}})]
    permit = [condition({"tax_debt": {"is": False}}, if_not="not_yet")]
    full = [condition({"proposals_received": {"below": 100}}, if_not="too_late")]
    told = {
        "Fits": judged(wired),
        "Does not fit. It asks for: fewer than 50 people.": judged(wired, {"employees": 70}, conditions=few),
        "Not sure yet. I still need to know: number of people.": judged(wired, conditions=few),
        "Not yet. Still needed: no tax debt.": judged(wired, {"tax_debt": True}, conditions=permit),
        "Would fit, but one can apply only from Jan 1, 2026 on.": judged(wired, on=date(2025, 12, 1)),
        "Too late: it closed on Jun 30, 2026.": judged(wired, on=date(2026, 7, 1)),
        "Too late: its money is used up.": judged(wired, windows=[GONE]),
        "Too late. It asks for": judged(wired, {"proposals_received": 200}, conditions=full),
        "May fit, but I do not know if one can apply now. Please ask: Chamber.": judged(wired, windows=[]),
        "Not sure: I do not know the rules of this day. Please ask: Chamber.": judged(
            wired, editions=[{**EVER, "until": "2026-01-31"}]
        ),
        "May fit, but its text leaves a point open. Please ask: Chamber.": judged(
            wired, conditions=[condition({"unclear": "who is meant"})]
        ),
    }
    assert {
        words: verdict_told(english, one) for words, one in told.items() if words not in verdict_told(english, one)
    } == {}


def test_a_closed_call_names_what_came_after_it(wired: Services, english: Voice) -> None:
    outcome = judged(wired, on=date(2026, 7, 1), successor="it-pid-next")
    assert verdict_told(english, outcome) == "Too late: it closed on Jun 30, 2026. After it came: PID-Next."


# -- sums ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "module", "facts", "words"),
    [
        ("grant", {"rate": 0.5, "grant_at_most": 7500}, {}, "Money: up to EUR\u00a07,500."),
        (
            "grant",
            {"rate": 0.5, "cost_at_least": 4000, "grant_at_most": 7500},
            {},
            "Money: EUR\u00a02,000 to EUR\u00a07,500.",
        ),
        ("grant", {"rate": 0.5, "grant_at_most": 7500}, {"cost": 10_000}, "Money: EUR\u00a05,000."),
        ("grant", {"rate": 0.5}, {}, "The amount depends on what the project costs."),
        ("grant", {"rate": None}, {}, "The amount is not known."),
        (
            "loan",
            {"rate": 1.0, "grant_at_most": 50_000},
            {},
            "A loan, which you pay back. The advantage that comes with it: up to EUR\u00a050,000.",
        ),
        ("in_kind", {"lump_sum": 2883}, {}, "A service, no cash. Worth: EUR\u00a02,883."),
        (
            "in_kind",
            {"rate": 1.0},
            {"cost": 60_000},
            "A service, no cash; what it is worth depends on what you take up.",
        ),
        ("tax_credit", {"rate": 0.2, "grant_at_most": 9000}, {}, "Less tax: up to EUR\u00a09,000."),
        (
            "grant",
            {"rate": 0.5, "grant_at_most": 7500, "from_memory": True},
            {},
            "Money: up to EUR\u00a07,500. No source confirms this figure.",
        ),
    ],
)
def test_a_sum_is_told_as_what_it_is(
    wired: Services, english: Voice, kind: str, module: dict[str, Any], facts: dict[str, Any], words: str
) -> None:
    outcome = judged(wired, facts, support={"kind": kind, "modules": [module]})
    assert amount_told(english, outcome) == words


def test_of_a_programme_that_does_not_fit_it_is_told_what_it_usually_pays(wired: Services, english: Voice) -> None:
    outcome = judged(wired, {"employees": 70}, conditions=[condition({"employees": {"below": 50}})])
    assert amount_told(english, outcome) == "Money: up to EUR\u00a010,000."


# -- dates ---------------------------------------------------------------------------------------------------------


def test_dates_are_told_and_where_there_are_none_whom_to_ask(wired: Services, english: Voice) -> None:
    rolling = {"opens": None, "closes": None, "status": "rolling", "as_of": "2026-02"}
    no_end = {**rolling, "status": "open"}
    early = {"opens": None, "closes": "2030-06-30", "status": "unknown", "as_of": "2026-02"}
    told = {
        "Apply until Jun 30, 2026.": judged(wired),
        "One can apply from Jan 1, 2026 to Jun 30, 2026.": judged(wired, on=date(2025, 12, 1)),
        "Opens on Jan 1, 2026": judged(wired, on=date(2025, 12, 1), windows=[{**OPEN, "closes": None}]),
        "One can apply all year round.": judged(wired, windows=[rolling]),
        "Open; no source names a last day.": judged(wired, windows=[no_end]),
        "Closes on Jun 30, 2030": judged(wired, windows=[early]),
        "I know no dates. Please ask: Chamber.": judged(wired, windows=[]),
    }
    assert {
        words: window_told(english, one) for words, one in told.items() if words not in window_told(english, one)
    } == {}


def test_who_competes_is_told_so(wired: Services, english: Voice) -> None:
    assert selection_told(english, judged(wired, selection="jury")) == "You compete for it: a jury decides."
    assert selection_told(english, judged(wired)) is None


# -- what is taken for granted -------------------------------------------------------------------------------------


def test_at_most_three_assumptions_are_named_something_ordered_first(wired: Services, english: Voice) -> None:
    names = ("insolvent", "tax_debt", "startup")
    conditions = [*(condition({name: {"is": False}}) for name in names), condition({"defined": "nothing_ordered_yet"})]
    words = assumed_told(english, judged(wired, conditions=conditions))
    assert words is not None
    assert words.startswith("Taken for granted: nothing ordered or signed before the application, ")
    assert words.endswith(", and what else its page asks for.")
    assert words.count(",") == 3
    assert assumed_told(english, judged(wired)) is None


def test_a_long_condition_about_other_firms_is_told_in_three_words(wired: Services, english: Voice) -> None:
    small = [condition({"size": {"at_most": "small", "counted": "eu"}})]
    outcome = judged(wired, {"employees": 5, "turnover": 1_000_000}, conditions=small)
    assert assumed_told(english, outcome) == "Taken for granted: no related firms."


# -- cards ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_of_all_programmes_are_short_numbered_and_sourced(wired: Services, language: str) -> None:
    told = {name: FIRM[name] for name in ("country", "region", "province", "sector", "employees")}
    for outcome in wired.rulebook().judge_all(facts_from(told, wired.kinds), date(2026, 11, 22)):
        text = card(voice(wired, language), 2, outcome)
        assert len(text.splitlines()) <= MOST_LINES, text
        assert text.startswith(f"2. {outcome.programme.name}")
        assert outcome.programme.source in text
        assert "{" not in text


def test_a_line_carries_the_number_only_where_there_is_one(wired: Services, english: Voice) -> None:
    outcome = judged(wired, support=GRANT)
    assert line(english, 3, outcome) == "3. Test: Fits, as far as the rules can be checked."
    assert line(english, None, outcome) == "Test: Fits, as far as the rules can be checked."
