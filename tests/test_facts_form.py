"""The form that asks for single facts: which one, what is said in between, what an answer changes, and how it ends."""

from collections.abc import Sequence
from typing import Any

import pytest
from programme_talk import FIRM, ProgrammeTalk
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from refine_examples import domain
from rule_examples import ON, condition, programme

from actions.asides import ASIDES
from actions.facts.deciding import deciding_facts
from actions.fallback import ActionFallback
from actions.hand_over import ActionHandOver
from actions.interjections import LEAVE_THE_FORM
from actions.profile_form import ValidateProfileForm
from actions.remember_facts import ActionValidateSlotMappings
from actions.start_over import ActionStartOver
from actions.wiring import Services
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.languages import LANGUAGES

pytest_plugins = ["refine_fixtures"]

STANDARD, PLUS, BAFA = "de-by-digitalbonus-standard", "de-by-digitalbonus-plus", "de-bafa-beratung"
TURNOVER = "Wie hoch ist Ihr Jahresumsatz?"
SPECIAL = "Hat Ihr Vorhaben einen besonderen Innovationsgehalt, mehr als ein üblicher Schritt zur Digitalisierung?"


@pytest.fixture
def talk(wired: Services) -> ProgrammeTalk:
    """A joinery in Augsburg that was told both kinds of Digitalbonus."""
    return ProgrammeTalk(wired, STANDARD, PLUS)


@pytest.fixture
def asked(talk: ProgrammeTalk) -> ProgrammeTalk:
    """The same while its turnover is asked for."""
    talk.say("ask_missing_facts", "Was müssen Sie noch wissen?")
    assert talk.slots["asked_fact"] == "turnover"
    return talk


# -- which fact ----------------------------------------------------------------------------------------------------


def outcomes(wired: Services, *needed: Sequence[str]) -> list[Outcome]:
    """Programmes that each ask for these facts, judged for a firm that has told nothing."""
    made = [
        programme(f"it-{number}", conditions=[condition({name: {"is": True}}) for name in names])
        for number, names in enumerate(needed)
    ]
    return RuleBook(made, wired.kinds, wired.law).judge_all(facts_from({}, wired.kinds), ON)


def test_the_fact_that_most_programmes_hang_on_is_asked_first(wired: Services) -> None:
    found = outcomes(wired, ["special_innovation"], ["ai_project", "liberal_profession"], ["liberal_profession"])
    assert deciding_facts(found, {}, wired.kinds)[0] == "liberal_profession"


def test_of_facts_that_as_many_hang_on_the_one_that_settles_more_comes_first(wired: Services) -> None:
    found = outcomes(wired, ["ai_project", "liberal_profession"], ["special_innovation"])
    assert deciding_facts(found, {}, wired.kinds)[0] == "special_innovation"


def test_what_was_asked_already_is_not_asked_again(wired: Services) -> None:
    found = outcomes(wired, ["special_innovation"], ["ai_project"])
    assert deciding_facts(found, {"ai_project": None}, wired.kinds) == ["special_innovation"]


def test_where_every_verdict_is_settled_nothing_is_asked(wired: Services) -> None:
    assert deciding_facts(outcomes(wired, []), {}, wired.kinds) == []


# -- asking --------------------------------------------------------------------------------------------------------


def test_the_questions_begin_with_the_registrys_words_and_ways_out(talk: ProgrammeTalk) -> None:
    assert talk.say("ask_missing_facts", "Was müssen Sie noch wissen?") == ["utter_facts_intro", TURNOVER]
    assert [button["title"] for button in talk.buttons] == ["Weiß ich nicht", "Genug gefragt"]
    assert talk.slots["requested_slot"] == "fact_answer"


def test_yes_or_no_is_asked_with_buttons(asked: ProgrammeTalk) -> None:
    asked.say("inform", "1,5 Mio")
    assert [button["payload"] for button in asked.buttons] == ["Ja", "Nein", "Weiß ich nicht", "Genug gefragt"]


def test_an_answer_tells_which_verdicts_it_has_changed_and_the_next_question_follows(asked: ProgrammeTalk) -> None:
    said = asked.say("nlu_fallback", "1,5 Mio")
    assert said == [
        "Damit ändert sich:\n1. Digitalbonus Bayern Standard: Passt, soweit sich die Regeln prüfen lassen.",
        SPECIAL,
    ]
    assert asked.slots["firm_facts"] == {"turnover": 1_500_000}
    assert [one["verdict"] for one in asked.slots["result"]["programmes"]] == ["eligible", "unknown"]


def test_at_the_end_all_programmes_told_are_told_again(asked: ProgrammeTalk) -> None:
    asked.say("inform", "1,5 Mio")
    changed, settled, why = asked.say("deny", "Nein")
    assert changed.startswith("Damit ändert sich:\n2. Digitalbonus Bayern Plus: Passt nicht.")
    assert settled.splitlines()[0] == "Danke, mehr brauche ich nicht. So sieht es aus:"
    assert [line[:3] for line in settled.splitlines()[1:]] == ["1. ", "2. "]
    assert why == "utter_ask_why"
    assert asked.loop is None
    assert asked.slots["asked_fact"] is None


def test_who_does_not_know_is_not_asked_again(asked: ProgrammeTalk) -> None:
    said = asked.say("dont_know", "Weiß ich nicht")
    assert said[0] == "utter_dont_know"
    assert asked.slots["asked_fact"] == "balance"
    asked.say("skip", "Überspringen bitte")
    asked.say("stop", "Genug gefragt")
    asked.say("ask_missing_facts", "Was fehlt noch?")
    assert asked.slots["asked_fact"] not in ("turnover", "balance")


def test_who_has_had_enough_gets_the_lines_at_once(asked: ProgrammeTalk) -> None:
    for act in ("goodbye", "deny", "nlu_fallback"):
        asked.say("ask_missing_facts", "Was fehlt noch?")
        settled, why = asked.say(act, "Genug gefragt")
        assert settled.startswith("In Ordnung. Nach dem, was ich weiß")
        assert asked.loop is None


def test_for_a_programme_that_is_named_only_its_facts_are_asked(wired: Services) -> None:
    talk = ProgrammeTalk(wired, STANDARD, PLUS, BAFA, firm_facts={"turnover": 1_500_000})
    talk.say("ask_missing_facts", "Was fehlt noch für die BAFA-Beratung?")
    assert talk.slots["asked_fact"] == "founded"
    assert talk.slots["result"]["asked_for"] == [BAFA]


def test_it_alone_narrows_nothing(talk: ProgrammeTalk) -> None:
    talk.say("ask_eligibility", "Bekommen wir das erste?")
    talk.say("ask_missing_facts", "Was müssen Sie noch wissen?")
    assert talk.slots["result"]["asked_for"] == [STANDARD, PLUS]


def test_where_nothing_is_missing_it_is_said_at_once(wired: Services) -> None:
    talk = ProgrammeTalk(wired, STANDARD, firm_facts={"turnover": 1_500_000})
    assert talk.say("ask_missing_facts", "Fehlt noch etwas?")[0].startswith("Danke, mehr brauche ich nicht.")


def test_before_any_programme_was_told_the_firm_is_asked_about(wired: Services) -> None:
    talk = ProgrammeTalk(wired)
    assert talk.say("ask_missing_facts", "Was müssen Sie noch wissen?") == ["utter_first_the_firm"]
    assert talk.followed_by == "profile_form"


# -- in between ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "text", "answer"),
    [
        ("why", "Warum wollen Sie das wissen?", "utter_why_fact_answer"),
        ("ask_privacy", "Was passiert mit meinen Daten?", "utter_ask_privacy"),
        ("help", "Was können Sie für mich tun?", "utter_help"),
        ("ask_programmes", "Gibt es noch andere Förderungen?", "utter_ask_programmes_fact_answer"),
        ("out_of_scope_chitchat", "Wie geht es Ihnen heute so?", "utter_out_of_scope_chitchat"),
    ],
)
def test_a_question_in_between_is_answered_and_the_same_fact_asked_again(
    asked: ProgrammeTalk, act: str, text: str, answer: str
) -> None:
    assert asked.say(act, text) == [answer, TURNOVER]
    assert asked.slots["firm_facts"] is None if "firm_facts" in asked.slots else True


def test_a_question_about_a_programme_is_answered_in_between(asked: ProgrammeTalk) -> None:
    said = asked.say("ask_deadline", "Bis wann muss man beim ersten einreichen?")
    assert said[0].startswith("1. Digitalbonus Bayern Standard: Antrag bis 31.12.2027.")
    assert said[-1] == TURNOVER


def test_a_question_that_tells_a_fact_as_well_is_answered_too(asked: ProgrammeTalk) -> None:
    said = asked.say("ask_amount", "Wie viel gibt es beim ersten für 10.000 Euro?")
    assert said[0] == "utter_facts_noted"
    assert "Zuschuss: 5.000 EUR." in said[1]
    assert said[-1] == TURNOVER


@pytest.mark.parametrize("act", sorted(set(ASIDES) - {"ask_missing_facts"}))
def test_every_answer_in_between_leads_back_to_the_question(asked: ProgrammeTalk, act: str) -> None:
    assert asked.say(act, "dieses eine hier, das Sie mir vorhin genannt haben")[-1] == TURNOVER


def test_what_cannot_be_read_is_helped_with_an_example_and_after_that_with_a_person(asked: ProgrammeTalk) -> None:
    assert asked.say("nlu_fallback", "na ja") == ["utter_example_money", TURNOVER]
    assert asked.say("nlu_fallback", "na ja") == ["utter_example_money", TURNOVER]
    assert asked.say("nlu_fallback", "na ja") == ["utter_offer_person", TURNOVER]


def test_a_fact_that_cannot_be_is_named_not_kept_and_asked_again(wired: Services) -> None:
    talk = ProgrammeTalk(wired, "at-ffg-skills-schecks", country="AT", region="AT33", province="AT332")
    talk.slots |= {"asked_fact": "people_trained", "requested_slot": "fact_answer"}
    talk.events += [{"event": "slot", "name": "asked_fact", "value": "people_trained"}]
    talk.loop = "facts_form"
    assert talk.say("inform", "500")[0] == "utter_fact_cannot_be"
    assert "people_trained" not in (talk.slots.get("firm_facts") or {})


def test_a_correction_in_between_changes_the_verdicts(asked: ProgrammeTalk) -> None:
    people = {"entity": "employees", "value": 300, "start": 13, "end": 22}
    said = asked.say("correct", "Nein, es sind 300 Leute", people)
    assert asked.slots["employees"] == 300
    assert said[0].startswith("Damit ändert sich:\n1. Digitalbonus Bayern Standard: Passt nicht.")


def test_a_fact_told_beside_the_question_is_noted(asked: ProgrammeTalk) -> None:
    said = asked.say("inform", "Gegründet 2019")
    assert said[0] == "utter_facts_noted"
    assert asked.slots["firm_facts"] == {"founded": "2019"}
    assert said[-1] == TURNOVER


@pytest.mark.parametrize("act", LEAVE_THE_FORM)
def test_acts_that_leave_the_form_leave_it(asked: ProgrammeTalk, act: str) -> None:
    asked.say(act, "ich hätte da noch ein anderes Anliegen an Sie")
    assert asked.loop is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_registry_can_be_asked_in_every_language(wired: Services, language: str) -> None:
    talk = ProgrammeTalk(wired, STANDARD, language=language)
    for name in wired.kinds.by_name:
        talk.slots["asked_fact"] = name
        talk.slots["requested_slot"], talk.loop = "fact_answer", "facts_form"
        dispatcher = CollectingDispatcher()
        talk.ask(dispatcher)
        [said] = dispatcher.messages
        assert said["text"].endswith(("?", ")", ".")), said["text"]
        assert all(len(button["payload"].encode()) <= 64 for button in said["buttons"])
        assert len({button["title"] for button in said["buttons"]}) == len(said["buttons"])


# -- elsewhere in the conversation ---------------------------------------------------------------------------------


def turn(
    wired: Services, action: Any, act: str, text: str, **slots: Any
) -> tuple[list[str | None], list[dict[str, Any]]]:
    """Run one action for one message; return the names of the responses, and the events."""
    known = FIRM | slots
    message = {"intent": {"name": act}, "entities": [], "text": text}
    events: list[dict[str, Any]] = [{"event": "slot", "name": name, "value": value} for name, value in known.items()]
    events.append({"event": "user", "parse_data": message, "text": text, "timestamp": 0})
    dispatcher = CollectingDispatcher()
    tracker = Tracker("test", known, message, events, False, None, {}, "action_listen")
    done = action.run(dispatcher, tracker, domain())
    return [said.get("response") for said in dispatcher.messages], done


def test_facts_told_in_passing_are_put_into_their_slot(wired: Services) -> None:
    _, events = turn(wired, ActionValidateSlotMappings(wired), "inform", "Umsatz 2 Mio, gegründet 2019")
    assert {event["name"]: event["value"] for event in events} == {
        "firm_facts": {"turnover": 2_000_000, "founded": "2019"}
    }


def test_hearing_a_message_twice_sets_nothing_anew(wired: Services) -> None:
    known = {"firm_facts": {"turnover": 2_000_000}}
    assert turn(wired, ActionValidateSlotMappings(wired), "inform", "Umsatz 2 Mio", **known)[1] == []


def test_the_profile_form_notes_facts_and_refuses_what_cannot_be(wired: Services) -> None:
    form = ValidateProfileForm(wired)
    assert turn(wired, form, "inform", "Umsatz 2 Mio")[0] == ["utter_facts_noted"]
    assert turn(wired, form, "nlu_fallback", "Umsatz 2 Mio", requested_slot="sector")[0] == ["utter_facts_noted"]
    assert turn(wired, form, "inform", "dazu noch 500 Schulungen", firm_facts={"people_trained": 5})[0] == []


def test_a_fact_that_is_no_act_brings_a_new_result_instead_of_an_excuse(wired: Services) -> None:
    said, events = turn(wired, ActionFallback(wired), "nlu_fallback", "Umsatz 2 Mio")
    assert (said, [event["name"] for event in events]) == ([], ["profile_form"])
    assert turn(wired, ActionFallback(wired), "nlu_fallback", "so so")[0] == ["utter_rephrase"]


def test_the_name_of_a_programme_alone_is_a_question_about_it(wired: Services) -> None:
    said, events = turn(wired, ActionFallback(wired), "nlu_fallback", "der digitalbonus plus??")
    assert (said, [event["name"] for event in events]) == ([], ["action_ask_eligibility"])


@pytest.mark.parametrize("act", ["start_over", "erase_data"])
def test_who_starts_over_or_has_data_erased_loses_these_facts_too(wired: Services, act: str) -> None:
    known = {"firm_facts": {"turnover": 1}, "asked_fact": "balance"}
    _, events = turn(wired, ActionStartOver(), act, "bitte alles vergessen", **known)
    assert events[0]["event"] == "reset_slots"
    assert [event["name"] for event in events[1:]] == ["language"]


def test_an_adviser_gets_the_facts_and_the_verdicts(wired: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[Any] = []
    monkeypatch.setattr(wired.handoff, "save", saved.append)
    verdicts = {"programmes": [{"id": STANDARD, "verdict": "eligible"}]}
    facts = {"turnover": 2_000_000, "balance": None, "steps": {"bafa_regional_talk": True, "selfi40": None}}
    slots = {"handoff_consent": True, "firm_facts": facts, "result": verdicts}
    turn(wired, ActionHandOver(wired), "affirm", "ja", **slots)
    [request] = saved
    assert request.slots["firm_facts"] == {"turnover": 2_000_000, "steps.bafa_regional_talk": True}
    assert request.result == verdicts
