"""The verdict made of all conditions and the window, with reasons, missing and assumed facts."""

from datetime import date
from typing import Any

import pytest
from rule_examples import ON, OPEN, PAGE, condition, judged

from alpine_catalogue.eligibility.answer import Answer, Verdict
from alpine_catalogue.eligibility.outcome import Outcome, Reason

SHUT_OUT = condition({"seat": ["AT"]})
DEBT_FREE = condition({"chamber_member": {"is": True}}, if_not="not_yet")
NOT_DIGITAL = condition({"digital_core": {"is": False}})
DOUBT = condition({"unclear": "who is meant"})
FROM_MEMORY = {"employees": {"below": 5}, "source": "memory"}
CLOSED = {"opens": "2025-01-01", "closes": "2025-06-30", "status": "closed", "as_of": "2025"}
LATER = {"opens": "2026-05-01", "closes": "2026-06-30", "status": "open", "as_of": "2026"}
UNTIL = {"opens": None, "closes": "2026-12-31", "status": "unknown", "as_of": None}


def verdict(*conditions: dict[str, Any], window: dict[str, Any] = OPEN, **told: Any) -> Verdict:
    return judged(told, conditions=list(conditions), windows=[window]).verdict


def missing(*conditions: dict[str, Any], window: dict[str, Any] = OPEN, **told: Any) -> tuple[str, ...]:
    return judged(told, conditions=list(conditions), windows=[window]).missing


def test_a_firm_that_meets_everything_on_an_open_day_is_eligible() -> None:
    assert verdict(DEBT_FREE, NOT_DIGITAL, chamber_member=True, digital_core=False) is Verdict.ELIGIBLE
    assert verdict() is Verdict.ELIGIBLE


@pytest.mark.parametrize(
    ("conditions", "window", "told", "expected"),
    [
        # a refusal wins over everything
        ([SHUT_OUT, DEBT_FREE, DOUBT], OPEN, {"country": "IT", "chamber_member": False}, Verdict.NOT_ELIGIBLE),
        ([DOUBT, NOT_DIGITAL, SHUT_OUT], CLOSED, {"country": "IT"}, Verdict.NOT_ELIGIBLE),
        # a closed call wins over what is open or can be met
        ([DEBT_FREE, DOUBT], CLOSED, {"chamber_member": False}, Verdict.TOO_LATE),
        ([NOT_DIGITAL], CLOSED, {}, Verdict.TOO_LATE),
        # what nobody knows wins over what can be met
        ([DEBT_FREE, DOUBT], OPEN, {"chamber_member": False}, Verdict.UNKNOWN),
        ([DEBT_FREE, FROM_MEMORY], OPEN, {"chamber_member": False, "employees": 5}, Verdict.UNKNOWN),
        ([DEBT_FREE, NOT_DIGITAL], OPEN, {"chamber_member": False}, Verdict.UNKNOWN),
        # what can be met
        ([DEBT_FREE], OPEN, {"chamber_member": False}, Verdict.NOT_YET),
        ([DEBT_FREE], LATER, {"chamber_member": True}, Verdict.NOT_YET),
        ([FROM_MEMORY], OPEN, {"employees": 4}, Verdict.ELIGIBLE),
    ],
)
def test_the_strongest_word_wins(
    conditions: list[dict[str, Any]], window: dict[str, Any], told: dict[str, Any], expected: Verdict
) -> None:
    assert verdict(*conditions, window=window, **told) is expected
    assert verdict(*reversed(conditions), window=window, **told) is expected


def test_what_is_missing_are_only_the_facts_that_can_still_change_the_verdict() -> None:
    assert missing(NOT_DIGITAL, DEBT_FREE) == ("digital_core", "chamber_member")
    assert missing(NOT_DIGITAL, DEBT_FREE, chamber_member=False) == ("digital_core",)
    assert missing(SHUT_OUT, NOT_DIGITAL, country="IT") == ()
    assert missing(NOT_DIGITAL, DOUBT) == ("digital_core",), "a refusal is still possible"
    assert missing(DEBT_FREE, DOUBT) == (), "the text stays unclear whatever the firm says"
    assert missing(NOT_DIGITAL, window=CLOSED) == ()
    assert missing(DOUBT) == ()


def test_a_doubtful_trade_is_not_the_firms_fault() -> None:
    doubtful = condition({"trade": {"doubtful": ["C31.01"]}})
    assert verdict(doubtful, sector=["C3101"]) is Verdict.UNKNOWN
    assert missing(doubtful, sector=["C3101"]) == ()
    assert missing(doubtful, sector=["C31"]) == ("sector",)
    assert missing(doubtful) == ("sector",)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({}, ("country",)),
        ({"country": "IT"}, ("region",)),
        ({"region": "ITH3"}, ("province",)),
        ({"province": "ITH31"}, ()),
    ],
)
def test_the_place_is_missing_at_the_level_that_comes_next(place: dict[str, str], expected: tuple[str, ...]) -> None:
    assert missing(condition({"seat": ["ITH31"]}), **place) == expected


def test_a_figure_told_in_part_is_missing_only_where_the_limit_lies_within() -> None:
    few = condition({"employees": {"below": 50}})
    assert missing(few, employees=[10, 60]) == ("employees",)
    assert (verdict(few, employees=[10, 49]), missing(few, employees=[10, 49])) == (Verdict.ELIGIBLE, ())
    assert verdict(few, employees=[50, 60]) is Verdict.NOT_ELIGIBLE


def test_two_conditions_that_share_a_fact_are_looked_at_together() -> None:
    never = [condition({"employees": {"below": 5}}), condition({"employees": {"at_least": 5}})]
    assert (verdict(*never), missing(*never)) == (Verdict.NOT_ELIGIBLE, ())
    always = condition({"any": [{"employees": {"below": 5}}, {"employees": {"at_least": 5}}]})
    assert (verdict(always), missing(always)) == (Verdict.ELIGIBLE, ())


def test_a_call_of_which_only_the_end_is_known_is_not_yet_for_a_firm_that_is_not_ready() -> None:
    assert verdict(DEBT_FREE, window=UNTIL, chamber_member=False) is Verdict.NOT_YET
    assert verdict(DEBT_FREE, window=UNTIL, chamber_member=True) is Verdict.UNKNOWN
    assert verdict(SHUT_OUT, window=UNTIL, country="IT") is Verdict.NOT_ELIGIBLE
    assert verdict(NOT_DIGITAL, window=UNTIL) is Verdict.UNKNOWN
    assert missing(NOT_DIGITAL, window=UNTIL) == ("digital_core",)
    assert verdict(DEBT_FREE, NOT_DIGITAL, window=UNTIL, chamber_member=False) is Verdict.UNKNOWN
    assert missing(DEBT_FREE, NOT_DIGITAL, window=UNTIL, chamber_member=False) == ("digital_core",)


def test_a_closed_call_stays_closed_even_if_a_refusal_is_possible() -> None:
    late = condition({"digital_core": {"is": False}}, if_not="too_late")
    assert verdict(late, SHUT_OUT) is Verdict.UNKNOWN
    assert verdict(late, SHUT_OUT, digital_core=True) is Verdict.TOO_LATE
    both = [condition({"employees": {"below": 5}}, if_not="too_late"), condition({"employees": {"at_least": 5}})]
    assert verdict(*both) is Verdict.TOO_LATE


# -- reasons ------------------------------------------------------------------------------------------------------


def told(outcome: Outcome, label: str) -> Reason:
    return next(reason for reason in outcome.reasons if reason.condition == label)


def test_every_condition_is_told_even_after_a_refusal() -> None:
    outcome = judged({"country": "IT", "chamber_member": False}, conditions=[SHUT_OUT, DEBT_FREE, NOT_DIGITAL])
    assert [(reason.condition, reason.answer) for reason in outcome.reasons] == [
        ("seat", Answer.FAILS),
        ("chamber_member", Answer.FAILS),
        ("digital_core", Answer.UNKNOWN),
        ("window", Answer.HOLDS),
    ]
    assert [reason.if_not for reason in outcome.reasons[:2]] == [Verdict.NOT_ELIGIBLE, Verdict.NOT_YET]
    assert [reason.missing for reason in outcome.reasons] == [(), (), ("digital_core",), ()]


def test_a_reason_holds_what_was_expected_and_found_and_where_it_stands() -> None:
    outcome = judged({"country": "IT"}, conditions=[SHUT_OUT])
    seat = told(outcome, "seat")
    assert (seat.expected, seat.found, seat.source) == ({"seat": ["AT"]}, "IT", f"{PAGE}/page")
    window = told(outcome, "window")
    assert (window.expected, window.found, window.source) == (OPEN, ON.isoformat(), PAGE)
    assert told(judged(windows=[]), "window").expected is None


def test_of_several_facts_those_that_were_told_are_found() -> None:
    asked = condition({"any": [{"employees": {"below": 5}}, {"turnover": {"below": 9}}]}, label="tiny")
    assert told(judged({"employees": 7}, conditions=[asked]), "tiny").found == (7, 7)
    assert told(judged({"employees": 7, "turnover": 10}, conditions=[asked]), "tiny").found == {
        "employees": (7, 7),
        "turnover": (10, 10),
    }
    assert told(judged(conditions=[asked]), "tiny").found is None
    assert told(judged({"employees": 7}, conditions=[asked]), "tiny").missing == ("turnover",)


def test_what_is_presumed_is_told_as_not_known_and_assumed() -> None:
    solvent = condition({"insolvent": {"is": False}})
    outcome = judged(conditions=[solvent])
    reason = told(outcome, "insolvent")
    assert (outcome.verdict, outcome.assumed, outcome.missing) == (Verdict.ELIGIBLE, ("insolvent",), ())
    assert (reason.answer, reason.assumed, reason.missing) == (Answer.UNKNOWN, True, ("insolvent",))
    sure = judged({"insolvent": False}, conditions=[solvent])
    assert (sure.assumed, told(sure, "insolvent").assumed, told(sure, "insolvent").answer) == ((), False, Answer.HOLDS)


def test_a_refusal_that_rests_on_what_is_presumed_is_told_as_one_with_the_fact_that_could_change_it() -> None:
    outcome = judged({"country": "IT"}, conditions=[condition({"site": ["AT"]})])
    site = told(outcome, "site")
    assert outcome.verdict is Verdict.NOT_ELIGIBLE
    assert (site.answer, site.assumed, site.missing) == (Answer.FAILS, True, ("branches",))


def test_only_what_could_turn_the_verdict_is_named_as_assumed() -> None:
    solvent = condition({"any": [{"insolvent": {"is": False}}, {"employees": {"below": 5}}]})
    assert judged({"employees": 4}, conditions=[solvent]).assumed == ()
    assert judged({"employees": 5}, conditions=[solvent]).assumed == ("insolvent",)
    assert judged({"employees": 5}, conditions=[solvent, solvent]).assumed == ("insolvent",)
    refused = judged({"employees": 5, "country": "IT"}, conditions=[solvent, SHUT_OUT])
    assert refused.assumed == (), "a refusal stays one whatever was presumed"
    assert judged({"employees": 5}, conditions=[solvent], windows=[CLOSED]).assumed == ()


def test_what_no_source_confirms_is_told_as_uncertain() -> None:
    outcome = judged({"employees": 5}, conditions=[FROM_MEMORY])
    reason = told(outcome, "employees")
    assert (reason.answer, reason.certain, reason.missing, reason.assumed) == (Answer.UNKNOWN, False, (), False)
    held = told(judged({"employees": 4}, conditions=[FROM_MEMORY]), "employees")
    assert (held.answer, held.certain) == (Answer.HOLDS, False)
    assert told(judged({"employees": 4}, conditions=[DEBT_FREE]), "chamber_member").certain


def test_an_outcome_names_programme_day_edition_and_window() -> None:
    outcome = judged()
    assert (outcome.programme.id, outcome.on, outcome.window.verdict) == ("it-test", ON, Verdict.ELIGIBLE)
    assert outcome.edition is not None
    assert outcome.edition.name == "ever"


@pytest.mark.parametrize(("window", "answer"), [(OPEN, Answer.HOLDS), (LATER, Answer.FAILS), (UNTIL, Answer.UNKNOWN)])
def test_the_window_is_the_last_reason(window: dict[str, Any], answer: Answer) -> None:
    outcome = judged(windows=[window])
    assert (outcome.reasons[-1].condition, outcome.reasons[-1].answer) == ("window", answer)


def test_the_amount_is_nothing_for_whom_is_refused_and_a_range_otherwise() -> None:
    refused = judged({"country": "IT", "cost": 5_000}, conditions=[SHUT_OUT])
    assert refused.amount is not None
    assert (refused.amount.low, refused.amount.high, refused.amount.currency) == (0, 0, "EUR")
    late = judged({"cost": 5_000}, on=date(2027, 1, 1), currency="CHF").amount
    assert late is not None
    assert (late.low, late.high, late.currency) == (2_500, 2_500, "CHF")
    open_ended = judged().amount
    assert open_ended is not None
    assert (open_ended.low, open_ended.high) == (0, 10_000)


def test_where_two_groups_are_open_all_their_completions_together_decide() -> None:
    never = [condition({"employees": {"below": 5}}), condition({"employees": {"at_least": 5}})]
    assert verdict(*never, NOT_DIGITAL) is Verdict.NOT_ELIGIBLE
    late = [condition({"turnover": {"below": 5}}, if_not="too_late"), condition({"turnover": {"at_least": 5}})]
    assert verdict(*late, DEBT_FREE) is Verdict.TOO_LATE
    assert missing(*late, DEBT_FREE) == ()
    soon = [
        condition({"turnover": {"below": 5}}, if_not="not_yet"),
        condition({"turnover": {"at_least": 5}}, if_not="not_yet"),
    ]
    assert verdict(*soon) is Verdict.NOT_YET
    assert verdict(*soon, NOT_DIGITAL) is Verdict.UNKNOWN
    assert missing(*soon, NOT_DIGITAL) == ("digital_core",)
    assert missing(*soon, NOT_DIGITAL, DEBT_FREE) == ("digital_core",), "it is not yet whatever the chamber says"
