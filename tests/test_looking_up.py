"""The directory, examples of other firms, and events, as the conversation tells them."""

from datetime import UTC, datetime

from refine_examples import FIRM, Conversation, entity
from refine_fixtures import DAY

from actions.wiring import Services

pytest_plugins = ["refine_fixtures"]


# -- the directory -----------------------------------------------------------------------------------------------------


def test_the_directory_is_searched_without_a_result_and_its_hubs_can_be_asked_about(wired: Services) -> None:
    talk = Conversation(wired)
    question = "which labs for 3D printing near Annecy?"
    annecy = {"name": "Annecy", "country": "FR", "region": "FRK2", "province": "FRK28", "lat": 45.9, "lon": 6.12}
    said = talk.say("search_directory", question, entity("place", annecy, "Annecy", question))
    assert said[0] == "utter_search_found"
    listed = talk.slots["result"]["listed"]
    assert len(listed) == len(said) - 2
    assert talk.hubs == []
    details = talk.say("hub_details", "tell me more about the second one")
    assert wired.catalogue.hubs()[listed[1]].name in details[0]


def test_a_search_leaves_the_team_as_it_is_and_another_turns_the_page(told: Conversation) -> None:
    before = told.hubs
    assert told.say("search_directory", "robotics labs")[-1] == "utter_search_more"
    first = told.slots["result"]["listed"]
    assert told.say("another", "show me more")[0] == "utter_search_further"
    assert not set(first) & set(told.slots["result"]["listed"])
    assert told.hubs == before
    told.say("closer", "closer please")
    assert told.slots["result"].get("listed") is None or told.hubs == before


def test_what_is_not_in_the_directory_is_not_invented(wired: Services) -> None:
    assert Conversation(wired).say("search_directory", "xyzzy qwrtpl") == ["utter_search_none"]


# -- examples and events -----------------------------------------------------------------------------------------------


def test_examples_are_told_with_why_they_are_alike(told: Conversation) -> None:
    said = told.say("ask_practices", "has a firm like ours done this?")
    assert said[0] == "utter_practices_intro"
    assert all("Why it is like you: " in text and "Source: " in text for text in said[1:])


def test_who_has_told_nothing_about_the_firm_is_asked_before_examples(wired: Services) -> None:
    nothing = dict.fromkeys(FIRM)
    assert Conversation(wired, **nothing).say("ask_practices") == ["utter_first_the_firm"]


def test_an_event_that_is_over_is_never_told(told: Conversation) -> None:
    told.wired.now = lambda: datetime(2099, 1, 1, tzinfo=UTC)
    try:
        assert told.say("ask_events", "any events?") == ["utter_no_event"]
    finally:
        told.wired.now = lambda: DAY


def test_events_to_come_are_told_with_their_day_and_source(told: Conversation) -> None:
    events = told.wired.catalogue.events().values()
    first = min(event.starts for event in events)
    told.wired.now = lambda: datetime(first.year, first.month, first.day, tzinfo=UTC)
    try:
        said = told.say("ask_events", "any events?")
    finally:
        told.wired.now = lambda: DAY
    assert said[0] == "utter_events_intro"
    assert all("Source" in text for text in said[1:])
