"""Questions about a result: limits, other teams, reasons, comparison, details, the directory, examples, events.

The actions run as the action server runs them, on the real catalogue in SQLite and the real domain file.
"""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogue_examples import CATALOGUE, ROOT
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.asides import ASIDES, aside
from actions.limits import as_slot, limits_from
from actions.searching import search_for
from actions.settings import Settings
from actions.talk import Talk
from actions.tell_hubs import tell_proposal
from actions.told_result import with_team
from actions.turn import profile_now
from actions.wiring import Services, services_of
from actions.within_limits import propose_within
from alpine_catalogue.files.folder import read_folder
from alpine_catalogue.languages import LANGUAGES
from alpine_catalogue.matching.search import Limits
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import load
from alpine_catalogue.store.migrate import upgrade

DAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
BRUNECK = {"name": "Bruneck", "country": "IT", "region": "ITH1", "province": "ITH10", "lat": 46.797, "lon": 11.938}
FIRM = {
    "country": "IT",
    "region": "ITH1",
    "province": "ITH10",
    "place": BRUNECK,
    "sector": ["C31"],
    "employees": 12,
    "pain_points": ["machine_downtime", "online_sales"],
}


@pytest.fixture(scope="module")
def wired(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The services on a loaded SQLite file, on a fixed day."""
    url = f"sqlite:///{tmp_path_factory.mktemp('refine') / 'catalogue.db'}"
    engine = make_engine(url)
    upgrade(engine)
    load(engine, read_folder(CATALOGUE), DAY)
    services = services_of(Settings(catalogue_database_url=url, handoff_database_url="sqlite://"))
    services.now = lambda: DAY
    return services


@cache
def domain() -> dict[str, Any]:
    files = [ROOT / "domain.yml", *sorted((ROOT / "data" / "responses").glob("*.yml"))]
    bodies = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    responses = {name: said for body in bodies for name, said in body.get("responses", {}).items()}
    return {**bodies[0], "responses": responses}


class Conversation:
    """A firm in Bruneck after its result, told turn by turn; keeps slots as Rasa would."""

    def __init__(self, wired: Services, language: str = "en", **slots: Any) -> None:
        self.wired = wired
        self.slots: dict[str, Any] = {**FIRM, "language": language, **slots}
        self.loop: dict[str, Any] = {}
        self.followed_by: str | None = None

    def with_result(self) -> "Conversation":
        talk = Talk(self._tracker("ask_hubs", "", ()), domain(), self.wired)
        proposal = self.wired.matcher().propose(talk.search())
        told = tell_proposal(CollectingDispatcher(), talk.cards, talk.wording, proposal)
        self.slots["result"] = with_team({"programmes": [{"id": "kept"}]}, told, proposal.uncovered)
        return self

    def _tracker(self, act: str, text: str, entities: tuple[dict[str, Any], ...]) -> Tracker:
        message = {"intent": {"name": act}, "entities": list(entities), "text": text}
        return Tracker("test", self.slots, message, [], False, None, self.loop, "action_listen")

    def say(self, act: str, text: str = "", *entities: dict[str, Any]) -> list[str]:
        """Run the action that answers the act; return the names of the responses, and the texts."""
        dispatcher, action = CollectingDispatcher(), aside(act, self.wired)
        assert action is not None
        events = action.run(dispatcher, self._tracker(act, text, entities), domain())
        self.slots |= {event["name"]: event["value"] for event in events if event["event"] == "slot"}
        self.followed_by = next((event["name"] for event in events if event["event"] == "followup"), None)
        for message in dispatcher.messages:
            assert "{" not in (message.get("text") or ""), "a placeholder was left open"
        return [message.get("response") or message["text"] for message in dispatcher.messages]

    @property
    def hubs(self) -> list[str]:
        return [hub["id"] for hub in self.slots["result"]["hubs"]]

    @property
    def limits(self) -> Limits:
        return limits_from(self.slots.get("limits"))

    def hub(self, number: int) -> Any:
        return self.wired.catalogue.hubs()[self.hubs[number - 1]]


@pytest.fixture
def told(wired: Services) -> Conversation:
    """A conversation after its first result."""
    return Conversation(wired).with_result()


def entity(name: str, value: Any, text: str, within: str) -> dict[str, Any]:
    start = within.index(text)
    return {"entity": name, "value": value, "start": start, "end": start + len(text)}


# -- before there is a result ------------------------------------------------------------------------------------------

NEED_A_RESULT = sorted(set(ASIDES) - {"search_directory", "ask_practices", "ask_events"})


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
    rules = yaml.safe_load((ROOT / "data" / "rules" / "refine.yml").read_text(encoding="utf-8"))["rules"]
    ruled = {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in rules}
    assert ruled == {act: made(wired).name() for act, made in ASIDES.items()}
    assert set(ruled.values()) <= set(domain()["actions"])
    assert "limits" in domain()["slots"]


# -- limits ------------------------------------------------------------------------------------------------------------


def test_closer_looks_for_less_than_the_farthest_hub_told(told: Conversation) -> None:
    farthest = max(hub["distance_km"] for hub in told.slots["result"]["hubs"])
    said = told.say("closer", "is there nothing closer?")
    assert said[0] == "utter_limit_closer"
    if "utter_limit_dropped" in said:
        assert told.limits == Limits()
    else:
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
    dispatcher, profile = CollectingDispatcher(), profile_now(told._tracker("inform", "", ()))
    kept = search_for(profile, Limits(only_country="IT"))
    assert propose_within(dispatcher, told.wired.matcher(), kept)[1] == kept.limits
    assert dispatcher.messages == []
    proposal, limits = propose_within(dispatcher, told.wired.matcher(), search_for(profile, Limits(nearer_than_km=0.1)))
    assert [message["response"] for message in dispatcher.messages] == ["utter_limits_dropped"]
    assert proposal.team.members
    assert limits == Limits()


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
    proposal = wired.matcher().propose(search_for(profile_now(talk._tracker("", "", ())), talk.limits))
    beside = [team for team in (proposal.local, proposal.across) if team and team.ids - set(talk.hubs)]
    assert beside, "choose another firm: the teams do not differ here"
    line = next(text for text in said if 'Write "another"' in text)
    for team in beside:
        assert all(member.hub.name in line for member in team.members)
        assert all(f"({member.distance_km} km)" in line for member in team.members)


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


def test_a_hub_that_has_left_the_catalogue_is_not_talked_about(told: Conversation) -> None:
    told.slots["result"]["hubs"] = [{"id": "gone", "name": "Gone", "distance_km": 1, "covers": []}]
    assert told.say("hub_details", "details") == ["utter_first_the_firm"]


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


# -- five languages ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", sorted(ASIDES))
def test_every_answer_can_be_told_in_every_language(wired: Services, act: str, language: str) -> None:
    talk = Conversation(wired, language).with_result()
    said = talk.say(act, "1")
    assert said
    assert all(text in domain()["responses"] for text in said if text.startswith("utter_"))


def test_the_words_are_data_beside_the_code() -> None:
    folder = Path(ROOT / "actions")
    assert all((folder / name).is_file() for name in ("ordinals.yml", "kind_words.yml", "language_words.yml"))
