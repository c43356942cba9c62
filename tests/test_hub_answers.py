"""Why a hub, two hubs side by side, and all that is known of one."""

import pytest
from refine_examples import Conversation

from actions.wiring import Services
from alpine_catalogue.languages import LANGUAGES

pytest_plugins = ["refine_fixtures"]


# -- reasons, comparison, details --------------------------------------------------------------------------------------


def test_why_this_hub_shows_needs_criteria_weights_and_what_is_uncertain(told: Conversation) -> None:
    [text] = told.say("explain_hub", "why this hub?")
    hub = told.hub(1)
    assert hub.name in text
    assert "weight 0." in text
    assert "km" in text
    assert "(not confirmed)" in text
    assert hub.source in text


def test_the_weights_told_are_those_of_the_criteria(told: Conversation) -> None:
    [text] = told.say("explain_hub", "why number 1")
    hub, pain = told.hub(1), told.wired.catalogue.pain_points()[told.slots["result"]["hubs"][0]["covers"][0]]
    known = {**pain.technologies, **pain.services}
    best = max(found.weight for name, found in known.items() if name in {*hub.technologies, *hub.services})
    assert f"weight {best:g} of 1" in text


def test_two_hubs_stand_side_by_side(told: Conversation) -> None:
    [text] = told.say("compare", "compare the first two")
    one, two = told.hub(1), told.hub(2)
    assert f"1. {one.name} | 2. {two.name}" in text
    assert one.source in text
    assert two.source in text
    lines = text.splitlines()
    assert all(" | " in line for line in lines[1:7])


def test_a_hub_told_can_be_compared_with_one_that_was_not(told: Conversation) -> None:
    [text] = told.say("compare", "number 2 or Minalogic?")
    assert f"2. {told.hub(2).name} | Minalogic" in text


def test_one_hub_alone_cannot_be_compared(told: Conversation) -> None:
    told.slots["result"]["hubs"] = told.slots["result"]["hubs"][:1]
    assert told.say("compare", "which is better") == ["utter_compare_one"]


@pytest.mark.parametrize("act", ["explain_hub", "compare", "hub_details"])
def test_a_number_that_was_not_told_is_not_guessed(told: Conversation, act: str) -> None:
    assert told.say(act, "number 9") == ["utter_no_such_number"]


def test_details_say_what_is_known_and_what_is_not(told: Conversation) -> None:
    text, contact = told.say("hub_details", "tell me more about the second one")
    hub = told.hub(2)
    assert text.startswith(f"2. {hub.name}")
    assert hub.city in text
    assert hub.source in text
    assert contact == ("utter_details_contact" if hub.website else "utter_details_no_website")
    if not hub.infrastructure:
        assert "Labs and test beds: not known" in text


def test_it_means_the_hub_talked_about_last(told: Conversation) -> None:
    told.say("hub_details", "the second")
    assert told.hub(2).name in told.say("explain_hub", "why them?")[0]
    assert told.hub(2).name in told.say("hub_details", "address please")[0]


def test_details_can_be_told_of_every_hub_in_every_language(wired: Services) -> None:
    ids = sorted(wired.catalogue.hubs())
    for index, id in enumerate(ids):
        talk = Conversation(wired, LANGUAGES[index % 5])
        talk.slots["result"] = {"hubs": [{"id": id, "name": "", "distance_km": None, "covers": []}], "uncovered": []}
        assert id and wired.catalogue.hubs()[id].name in talk.say("hub_details", "?")[0]
        assert wired.catalogue.hubs()[id].name in talk.say("explain_hub", "?")[0]


def test_a_hub_that_was_never_told_can_be_asked_about_by_its_name(told: Conversation, wired: Services) -> None:
    assert told.say("hub_details", "quelles prestations chez Minalogic ?")[0].startswith("Minalogic\n")
    assert told.say("explain_hub", "näheres zu RhySearch")[0].splitlines()[0].count("RhySearch") == 1
    assert Conversation(wired).say("hub_details", "c'est quoi move2digital")[0].startswith("Move2Digital")


def test_the_university_of_a_town_is_not_the_hub_told_in_that_town(told: Conversation) -> None:
    town = told.hub(1).city
    told.say("without", f"ohne die Uni {town}")
    assert "rto" in told.limits.without
    assert told.hubs[0] not in told.limits.without
    told.say("without", "ohne das zweite Labor")
    assert "testbed" not in told.limits.without


def test_leaving_out_a_hub_that_was_not_told_leaves_those_told(told: Conversation) -> None:
    before = told.hubs
    told.say("without", "without Minalogic please")
    assert told.limits.without == {"minalogic"}
    assert told.hubs == before


def test_a_hub_that_has_left_the_catalogue_is_not_talked_about(told: Conversation) -> None:
    told.slots["result"]["hubs"] = [{"id": "gone", "name": "Gone", "distance_km": 1, "covers": []}]
    assert told.say("hub_details", "details") == ["utter_first_the_firm"]
