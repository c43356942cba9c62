"""If, why, how much, until when, what goes together: on the real catalogue and the real responses."""

from typing import Any

import pytest
from programme_talk import ProgrammeTalk

from actions.wiring import Services
from alpine_catalogue.languages import LANGUAGES

pytest_plugins = ["refine_fixtures"]

STANDARD, PLUS = "de-by-digitalbonus-standard", "de-by-digitalbonus-plus"
ACTS = ("ask_eligibility", "ask_amount", "ask_deadline", "ask_combination", "ask_missing_facts")
SMALL = {"turnover": 1_500_000}


@pytest.fixture
def talk(wired: Services) -> ProgrammeTalk:
    """A joinery in Augsburg that was told both kinds of Digitalbonus, and a service."""
    return ProgrammeTalk(wired, STANDARD, PLUS, "eu-een", firm_facts=SMALL)


# -- before anything was told --------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", set(ACTS) - {"ask_missing_facts"})
def test_before_any_programme_was_told_it_is_said_what_can_be_asked(wired: Services, act: str) -> None:
    talk = ProgrammeTalk(wired)
    assert talk.say(act, "kriegen wir etwas") == ["utter_programmes_what_to_ask"]
    assert talk.followed_by == "profile_form"


@pytest.mark.parametrize("act", set(ACTS) - {"ask_missing_facts"})
def test_after_a_result_without_a_programme_the_firm_is_not_asked_again(wired: Services, act: str) -> None:
    talk = ProgrammeTalk(wired, result={"hubs": [{"id": "edih-dibi"}], "uncovered": [], "programmes": []})
    assert talk.say(act, "kriegen wir etwas") == ["utter_no_programme_told"]
    assert talk.followed_by is None
    assert talk.say("ask_missing_facts", "was fehlt noch") == ["utter_no_programme_told"]


def test_a_programme_that_is_named_can_be_asked_about_by_anybody(wired: Services) -> None:
    nobody = dict.fromkeys(("country", "region", "province", "place", "sector", "employees", "pain_points"))
    talk = ProgrammeTalk(wired, **nobody)
    [text, offer] = talk.say("ask_eligibility", "Bekommen wir den Digitalbonus Standard?")
    assert text.startswith("Digitalbonus Bayern Standard:\n")
    assert "Noch nicht bekannt:\n- Sitz oder Niederlassung in: Bayern" in text
    assert offer == "utter_offer_facts"


# -- if and why ----------------------------------------------------------------------------------------------------


def test_every_condition_is_told_in_its_group_with_source_and_day(talk: ProgrammeTalk) -> None:
    text = talk.say("ask_eligibility", "Warum passt das erste?")[0]
    assert text.startswith("1. Digitalbonus Bayern Standard:\nPasst, soweit")
    assert "Erfüllt:\n- Sitz oder Niederlassung in: Bayern" in text
    assert "Vorausgesetzt, bis Sie mir anderes sagen:" in text
    assert "- vor dem Antrag nichts bestellt oder unterschrieben" in text
    assert "Nicht erfüllt:" not in text
    assert "Quelle: https://" in text
    assert "geprüft am 22.11.2026" in text


def test_why_not_says_what_fails_with_the_firms_own_figure_and_what_would_change_it(wired: Services) -> None:
    talk = ProgrammeTalk(wired, STANDARD, employees=70, firm_facts={"turnover": 15_000_000, "cost": 1_000})
    text = talk.say("ask_eligibility", "Warum nicht der Digitalbonus Standard?")[0]
    assert "Passt nicht. Verlangt wird: " in text
    assert "- Kosten von mindestens 4.000 EUR (bei Ihnen: 1.000 EUR)" in text
    change = next(line for line in text.splitlines() if line.startswith("Es würde passen, wenn: "))
    assert "Kosten von mindestens 4.000 EUR" in change
    assert "weniger als 50 Beschäftigte" in change


def test_what_was_ordered_already_speaks_against_it(talk: ProgrammeTalk) -> None:
    question = "Wir haben die Maschine schon bestellt, bekommen wir den Digitalbonus Standard?"
    noted, text = talk.say("ask_eligibility", question)
    assert noted == "utter_facts_noted"
    assert "Nicht erfüllt:\n- vor dem Antrag nichts bestellt oder unterschrieben" in text
    assert talk.slots["firm_facts"]["first_order"] == "2026-11-21"


def test_a_closed_programme_is_still_explained_with_its_successor(talk: ProgrammeTalk) -> None:
    text = talk.say("ask_eligibility", "Bekommen wir die Digitalisierungsprämie Plus?")[0]
    assert "Zu spät" in text
    assert "Danach kam: Digitalisierungsfinanzierung BW." in text or "Passt nicht" in text
    assert talk.say("ask_deadline", "und bis wann?")[0].count("Zu spät") == 1


def test_several_of_one_name_are_asked_back_with_buttons_that_are_understood(wired: Services) -> None:
    talk = ProgrammeTalk(wired, firm_facts=SMALL)
    [text] = talk.say("ask_eligibility", "Bekommen wir den Digitalbonus?")
    assert text == "So heißen mehrere Programme. Welches meinen Sie?"
    assert [button["title"] for button in talk.buttons] == ["Digitalbonus Plus", "Digitalbonus Standard"]
    assert all(len(button["payload"].encode()) <= 64 for button in talk.buttons)
    assert talk.say("ask_eligibility", talk.buttons[0]["payload"])[0].startswith("Digitalbonus Bayern Plus:")


def test_who_names_none_is_told_a_line_for_each_and_that_one_can_ask_why(talk: ProgrammeTalk) -> None:
    said = talk.say("ask_eligibility", "kommen wir da überall hinein, bei allen, die Sie mir genannt haben?")
    assert [line[:3] for line in said[0].splitlines()] == ["1. ", "2. ", "3. "]
    assert "2. Digitalbonus Bayern Plus: Noch nicht sicher. Dafür fehlt mir: besonderer Innovationsgehalt." in said[0]
    assert said[1:] == ["utter_ask_why", "utter_offer_facts"]


def test_it_is_the_programme_talked_about_last(talk: ProgrammeTalk) -> None:
    talk.say("ask_eligibility", "Bekommen wir das zweite?")
    assert talk.slots["result"]["last_programme"] == PLUS
    assert talk.say("ask_amount", "und wie viel?")[0].startswith("2. Digitalbonus Bayern Plus:")


def test_a_number_that_was_not_told_is_not_guessed(talk: ProgrammeTalk) -> None:
    assert talk.say("ask_eligibility", "und Nummer 9?") == ["utter_no_such_number"]


def test_a_later_day_is_judged_for_that_day_and_one_beyond_all_rules_is_said_to_be(talk: ProgrammeTalk) -> None:
    said = talk.say("ask_eligibility", "Bekommen wir den Digitalbonus Standard, wenn wir erst im März 2028 einreichen?")
    assert said[0] == "utter_for_day"
    assert "Zu spät: Schluss war am 31.12.2027." in said[1]
    assert talk.say("ask_deadline", "und 2090?") == ["utter_day_not_known"]


def test_while_a_question_stands_open_none_is_offered(talk: ProgrammeTalk) -> None:
    talk.loop = "profile_form"
    assert "utter_offer_facts" not in talk.say("ask_eligibility", "Bekommen wir das zweite?")


@pytest.mark.parametrize("act", ["hub_details", "explain_hub"])
def test_details_of_a_programme_are_its_conditions(talk: ProgrammeTalk, act: str) -> None:
    assert talk.say(act, "Erzählen Sie mir mehr über den Digitalbonus Plus")[0].startswith(
        "2. Digitalbonus Bayern Plus:"
    )


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("why", "Warum nicht das zweite?"),
        ("explain_hub", "Warum nicht das zweite?"),
        ("explain_hub", "Warum diese Förderung, die zweite?"),
        ("hub_details", "mehr über das zweite Programm"),
    ],
)
def test_why_not_is_about_programmes_whatever_act_it_was_taken_for(talk: ProgrammeTalk, act: str, text: str) -> None:
    assert talk.say(act, text)[0].startswith("2. Digitalbonus Bayern Plus:")


def test_after_talk_of_programmes_why_is_about_them_and_otherwise_about_our_questions(wired: Services) -> None:
    talk = ProgrammeTalk(wired, STANDARD, PLUS, firm_facts=SMALL)
    assert talk.say("why", "warum?") == ["utter_why"]
    talk.say("ask_deadline", "Bis wann beim ersten?")
    assert talk.say("why", "warum?")[0].startswith("1. Digitalbonus Bayern Standard:")
    assert ProgrammeTalk(wired).say("why", "warum nicht?") == ["utter_why"]


# -- how much, until when ------------------------------------------------------------------------------------------


def test_the_amount_is_worked_out_for_the_cost_that_is_told(talk: ProgrammeTalk) -> None:
    noted, text = talk.say("ask_amount", "Wie viel gibt es beim ersten für 10.000 Euro?")
    assert noted == "utter_facts_noted"
    assert text == "Bei Kosten von 10.000 EUR:\n1. Digitalbonus Bayern Standard: Zuschuss: 5.000 EUR."
    assert talk.slots["firm_facts"]["cost"] == 10_000


def test_without_a_cost_it_is_a_range_and_the_cost_is_asked_for(talk: ProgrammeTalk) -> None:
    text, asked = talk.say("ask_amount", "Wie viel gibt es beim ersten?")
    assert text == "1. Digitalbonus Bayern Standard: Zuschuss: 2.000 EUR bis 7.500 EUR."
    assert asked == "utter_amount_tell_cost"


def test_a_sum_that_is_not_sure_is_told_with_what_is_missing(talk: ProgrammeTalk) -> None:
    text = talk.say("ask_amount", "Wie viel gibt es beim zweiten?")[0]
    assert "Zuschuss: " in text
    assert "Noch nicht sicher. Dafür fehlt mir" in text


def test_dates_are_written_as_in_the_language_and_one_of_them_with_its_source(talk: ProgrammeTalk) -> None:
    [one] = talk.say("ask_deadline", "Bis wann beim ersten?")
    assert one.startswith("1. Digitalbonus Bayern Standard: Antrag bis 31.12.2027.\nQuelle: ")
    [all_of_them] = talk.say("ask_deadline", "Und die Fristen bei allen?")
    assert len(all_of_them.splitlines()) == 3


# -- what goes together --------------------------------------------------------------------------------------------


def test_pairs_are_told_with_the_reason_and_the_best_sum_with_what_limits_it(talk: ProgrammeTalk) -> None:
    [text] = talk.say("ask_combination", "Was geht zusammen?")
    assert text.startswith(
        "Was für ein Vorhaben zusammengeht:\n1. Digitalbonus Bayern Standard\n2. Digitalbonus Bayern Plus"
    )
    assert "\n- 1 + 2: Die beiden dürfen nicht dieselben Kosten fördern." in text
    assert "EUR" in text
    assert "Noch nicht sicher, ob Sie es bekommen: Digitalbonus Bayern Plus." in text
    assert "Quellen: https://" in text


def test_programmes_that_are_named_are_compared_and_no_others(talk: ProgrammeTalk) -> None:
    [text] = talk.say("ask_combination", "Gehen Nuova Sabatini und Transizione 5.0 zusammen?")
    assert "Beni strumentali - Nuova Sabatini + Piano Transizione 5.0" in text
    assert "Digitalbonus" not in text


def test_what_cannot_be_had_any_more_is_no_part_of_the_best_sum(talk: ProgrammeTalk) -> None:
    [text] = talk.say("ask_combination", "Gehen Digitalbonus Standard und go-digital zusammen?")
    assert "Am meisten Geld bringt eines allein: Digitalbonus Bayern Standard." in text
    assert "Derzeit nicht zu haben: go-digital" in text


def test_one_programme_alone_cannot_be_combined(wired: Services) -> None:
    assert ProgrammeTalk(wired, STANDARD).say("ask_combination", "geht da noch was dazu") == ["utter_together_too_few"]


# -- five languages ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", ACTS)
def test_every_programme_can_be_asked_about_in_every_language(wired: Services, act: str, language: str) -> None:
    """No condition, sum or date of the catalogue is without words."""
    talk = ProgrammeTalk(wired, *wired.rulebook().rules, language=language)
    if act != "ask_missing_facts":
        assert talk.say(act, "3. 4.")
    for id in wired.rulebook().rules:
        result: dict[str, Any] = talk.slots["result"]
        talk.slots["result"] = result | {"last_programme": id}
        talk.loop = "profile_form"
        assert talk.say(act, "?")
