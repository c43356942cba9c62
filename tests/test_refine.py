"""Limits, other teams, and what is said before there is a result: on the real catalogue and the real domain file."""

import pytest
import yaml
from catalogue_examples import ROOT
from rasa_sdk.executor import CollectingDispatcher
from refine_examples import Conversation, domain, entity

from actions.asides import ASIDES
from actions.facts.told_entities import ABOUT_PROGRAMMES
from actions.limits import as_slot, limits_from
from actions.searching import search_for
from actions.turn import profile_now
from actions.wiring import Services
from actions.within_limits import propose_within
from alpine_catalogue.languages import LANGUAGES
from alpine_catalogue.matching.search import Limits

pytest_plugins = ["refine_fixtures"]


# -- before there is a result ------------------------------------------------------------------------------------------

NEED_A_RESULT = sorted(set(ASIDES) - {"search_directory", "ask_practices", "ask_events", *ABOUT_PROGRAMMES})


@pytest.mark.parametrize("act", NEED_A_RESULT)
def test_without_a_result_the_firm_is_asked_about_first(wired: Services, act: str) -> None:
    talk = Conversation(wired)
    assert talk.say(act, "the second one") == ["utter_first_the_firm"]
    assert talk.followed_by == "profile_form"


def test_while_the_questions_are_asked_already_they_are_not_started_again(wired: Services) -> None:
    talk = Conversation(wired)
    talk.loop = {"name": "profile_form"}
    assert talk.say("closer") == ["utter_first_the_firm"]
    assert talk.followed_by is None


def test_rules_and_asides_name_the_same_actions(wired: Services) -> None:
    """What is missing is asked for by a form of its own where no other is open."""
    files = [ROOT / "data" / "rules" / name for name in ("refine.yml", "programmes.yml")]
    rules = [rule for file in files for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]]
    ruled = {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in rules if "intent" in rule["steps"][0]}
    assert ruled.pop("ask_missing_facts") == "facts_form"
    aside_from_rules = {act: made(wired).name() for act, made in ASIDES.items()}
    assert aside_from_rules.pop("ask_missing_facts") == "action_missing_facts"
    assert ruled == aside_from_rules
    assert set(ruled.values()) <= set(domain()["actions"])
    assert "limits" in domain()["slots"]


# -- limits ------------------------------------------------------------------------------------------------------------


def test_closer_looks_for_less_than_the_farthest_hub_told(told: Conversation) -> None:
    farthest = max(hub["distance_km"] for hub in told.slots["result"]["hubs"])
    said = told.say("closer", "is there nothing closer?")
    assert said[:2] == ["utter_limit_closer", "utter_hubs_intro"]
    assert told.limits.nearer_than_km == farthest - 0.5
    assert all(hub["distance_km"] < farthest for hub in told.slots["result"]["hubs"])


def test_asking_for_closer_again_and_again_ends_with_a_proposal_that_stays(told: Conversation) -> None:
    for _ in range(20):
        before = told.hubs
        if "utter_limit_dropped" in told.say("closer", "näher"):
            break
    assert told.hubs == before
    assert told.hubs


def test_a_distance_in_the_message_is_the_limit(told: Conversation) -> None:
    told.say("closer", "im Umkreis von 150 km")
    assert told.limits.nearer_than_km == 149.5


def test_where_no_town_is_known_it_is_asked_for(wired: Services) -> None:
    talk = Conversation(wired, place=None, province=None).with_result()
    assert talk.say("closer") == ["utter_closer_where"]
    assert talk.limits == Limits()


def test_a_limit_that_leaves_nobody_is_taken_back_and_that_is_said(told: Conversation) -> None:
    before = told.hubs
    assert told.say("closer", "within 1 km") == ["utter_limit_closer", "utter_limit_dropped"]
    assert (told.hubs, told.limits) == (before, Limits())


@pytest.mark.parametrize(
    ("text", "code"), [("solo chi parla italiano", "it"), ("nur deutschsprachige", "de"), ("only our language", "en")]
)
def test_only_hubs_of_the_language_wanted_are_left(told: Conversation, text: str, code: str) -> None:
    assert told.say("only_language", text)[0] == "utter_limit_language"
    assert told.limits.only_language == code
    assert all(code in told.hub(number).languages for number in range(1, len(told.hubs) + 1))


def test_only_my_country_is_the_firms_or_the_one_named(told: Conversation) -> None:
    assert told.say("only_my_country", "nothing abroad")[0] == "utter_limit_country"
    assert told.limits.only_country == "IT"
    told.say("only_my_country", "only in Austria", entity("country", "AT", "Austria", "only in Austria"))
    assert {told.hub(number).country for number in range(1, len(told.hubs) + 1)} == {"AT"}


def test_where_no_country_is_known_it_is_asked_for(wired: Services) -> None:
    talk = Conversation(wired).with_result()
    talk.slots |= {"country": None, "region": None, "province": None}
    assert talk.say("only_my_country", "not abroad") == ["utter_country_where"]


@pytest.mark.parametrize("text", ["without the first one", "ohne den ersten", "sans le premier", "senza il primo"])
def test_a_hub_left_out_by_number_is_not_proposed_again(told: Conversation, text: str) -> None:
    first = told.hubs[0]
    assert told.say("without", text)[0] == "utter_limit_without"
    assert told.limits.without == {first}
    assert first not in told.hubs


def test_a_hub_left_out_by_its_name_is_not_proposed_again(told: Conversation) -> None:
    name = told.hub(1).name
    first = told.hubs[0]
    told.say("without", f"please not {name}")
    assert told.limits.without == {first}


def test_a_kind_left_out_goes_with_all_that_carry_it_in_their_name(told: Conversation) -> None:
    told.say("without", "keine Fachhochschulen und Universitäten")
    assert "rto" in told.limits.without
    hubs = told.wired.catalogue.hubs()
    assert any(id in hubs and hubs[id].kind != "rto" and "FH" in hubs[id].name for id in told.limits.without)
    assert all(told.hub(number).kind != "rto" for number in range(1, len(told.hubs) + 1))


def test_this_one_is_the_first_told(told: Conversation) -> None:
    first = told.hubs[0]
    told.say("without", "not this one")
    assert told.limits.without == {first}


def test_after_details_this_one_is_the_hub_they_were_about(told: Conversation) -> None:
    second = told.hubs[1]
    told.say("hub_details", "number 2")
    told.say("without", "den will ich nicht")
    assert told.limits.without == {second}


def test_when_it_is_not_clear_which_one_it_is_asked_back(told: Conversation) -> None:
    assert told.say("without", "we had a bad experience") == ["utter_without_which"]
    assert told.say("without", "without number 9") == ["utter_no_such_number"]
    assert told.limits == Limits()


def test_limits_add_up_and_programmes_stay(told: Conversation) -> None:
    told.say("only_my_country", "solo in Italia")
    told.say("without", "senza il primo")
    assert told.limits.only_country == "IT"
    assert len(told.limits.without) == 1
    assert told.slots["result"]["programmes"] == [{"id": "kept"}]


def test_limits_survive_the_slot() -> None:
    limits = Limits(frozenset({"noi", "rto"}), "it", "IT", 41.5)
    assert limits_from(as_slot(limits)) == limits
    assert as_slot(Limits()) is None


def test_a_new_result_is_within_the_limits_unless_they_leave_nobody(told: Conversation) -> None:
    dispatcher, profile = CollectingDispatcher(), profile_now(told.tracker("inform", "", ()))
    kept = search_for(profile, Limits(only_country="IT"))
    assert propose_within(dispatcher, told.wired.matcher(), kept)[1] == kept.limits
    assert dispatcher.messages == []
    proposal, limits = propose_within(dispatcher, told.wired.matcher(), search_for(profile, Limits(nearer_than_km=0.1)))
    assert [message["response"] for message in dispatcher.messages] == ["utter_limits_dropped"]
    assert proposal.team.members
    assert limits == Limits()


def test_a_limit_that_changes_nothing_is_kept_without_telling_all_again(told: Conversation) -> None:
    before = told.slots["result"]
    assert told.say("without", "nicht die Kammer") == ["utter_limit_without", "utter_same_proposal"]
    assert "chamber" in told.limits.without
    assert told.slots["result"] == before


# -- other teams -------------------------------------------------------------------------------------------------------


def test_another_brings_new_hubs_until_there_are_none(told: Conversation) -> None:
    seen = set(told.hubs)
    for _ in range(80):
        said = told.say("another", "another one please")
        if said == ["utter_no_other"]:
            break
        assert said[0] == "utter_another_intro"
        assert set(told.hubs) - seen
        seen |= set(told.hubs)
    else:
        pytest.fail("it never ends")
    assert len(seen) > 3


def test_local_and_transnational_teams_are_told_side_by_side_where_they_differ(wired: Services) -> None:
    talk = Conversation(wired).with_result()
    said = talk.say("without", "without number 1")
    proposal = wired.matcher().propose(search_for(profile_now(talk.tracker("", "", ())), talk.limits))
    beside = [team for team in (proposal.local, proposal.across) if team and team.ids - set(talk.hubs)]
    assert beside, "choose another firm: the teams do not differ here"
    line = next(text for text in said if 'Write "another"' in text)
    for team in beside:
        assert all(member.hub.name in line for member in team.members)
        assert all(f"({member.distance_km} km)" in line for member in team.members)


# -- five languages ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", sorted(ASIDES))
def test_every_answer_can_be_told_in_every_language(wired: Services, act: str, language: str) -> None:
    talk = Conversation(wired, language).with_result()
    said = talk.say(act, "1")
    assert said
    assert all(text in domain()["responses"] for text in said if text.startswith("utter_"))
