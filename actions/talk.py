"""One turn of a conversation as the answers about a result see it: what was told, what is asked, what may be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.types import DomainDict

from actions.hub_card import HubCards
from actions.hub_facts import HubFacts
from actions.hub_seen import hub_seen
from actions.limits import limits_from
from actions.named_hub import named_hubs, plain_words
from actions.profile import Heard, Profile
from actions.searching import search_for
from actions.told_result import told_ids, told_programmes
from actions.turn import heard_in, profile_now
from actions.which_hub import Clues, Meant, Told, which_hub
from actions.wiring import Services
from actions.wording import Wording
from alpine_catalogue.matching.proposal import Member
from alpine_catalogue.matching.search import Limits, Search
from alpine_catalogue.model import Hub


@dataclass(frozen=True)
class Talk:
    """The tracker and the domain of the turn, read with the services."""

    tracker: Tracker
    domain: DomainDict
    services: Services

    @cached_property
    def profile(self) -> Profile:
        """What is known of the firm."""
        return profile_now(self.tracker)

    @cached_property
    def wording(self) -> Wording:
        """The responses in the language of the conversation."""
        return Wording(self.domain, self.profile.language or "en")

    @cached_property
    def heard(self) -> Heard:
        """The latest message."""
        return heard_in(self.tracker)

    @property
    def text(self) -> str:
        """The words of the latest message."""
        return self.tracker.latest_message.get("text") or ""

    @property
    def result(self) -> Mapping[str, Any]:
        """The slot `result`; empty before the first one."""
        return self.tracker.get_slot("result") or {}

    @property
    def limits(self) -> Limits:
        """What the firm has ruled out so far."""
        return limits_from(self.tracker.get_slot("limits"))

    def search(self, limits: Limits | None = None) -> Search:
        """Return what the firm looks for, within its own limits or other ones."""
        return search_for(self.profile, limits or self.limits)

    @cached_property
    def cards(self) -> HubCards:
        """Writes hubs as they stand in a proposal."""
        catalogue = self.services.catalogue
        return HubCards(self.wording, catalogue.pain_points(), catalogue.technologies(), self.services.criteria)

    @cached_property
    def facts(self) -> HubFacts:
        """Writes single facts about hubs."""
        catalogue = self.services.catalogue
        return HubFacts(self.wording, catalogue.technologies(), catalogue.regions(), self.services.criteria)

    @cached_property
    def told(self) -> tuple[Hub, ...]:
        """The hubs told last that are still in the catalogue, in the order of their numbers."""
        hubs = self.services.catalogue.hubs()
        return tuple(hubs[id] for id in told_ids(self.result) if id in hubs)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of organisation that the message names."""
        return self.services.vocabulary.kinds.codes(self.text)

    @cached_property
    def meant(self) -> Meant:
        """Which hubs the message names: of those told, be it by their kind only ("why the university?"), or of all."""
        told = self.meant_by(self.kinds)
        return told if told.ids or told.beyond else Meant(self.named_anywhere())

    def named_anywhere(self, towns: bool = False) -> tuple[str, ...]:
        """Which hubs of the whole directory the message names; with `towns`, be it by their town only."""
        plain = plain_words(self.services.vocabulary.hubs, self.wording.language)
        return named_hubs(self.text, self.services.catalogue.hubs(), self.services.directory, plain, towns)

    @property
    def names_a_programme(self) -> bool:
        """Tell if the message names a programme and no hub: then the question is about that."""
        return bool(self.services.programme_names().mentions(self.text)) and not self.named_anywhere()

    @property
    def is_about_programmes(self) -> bool:
        """Tell if the message is about programmes: one that it names, or those told when it names no hub."""
        if self.names_a_programme:
            return True
        told, topic = told_programmes(self.result), self.result.get("topic")
        words = self.services.vocabulary.topics
        return bool(told) and words.is_about_programmes(self.text, topic) and not self.named_anywhere()

    def meant_by(self, kinds: Sequence[str]) -> Meant:
        """Which of the hubs told the message names, if these kinds of organisation count as names."""
        places = [(place["lat"], place["lon"]) for place in self.heard.values("place")]
        clues = Clues(self.text, self.wording.language, places, self.heard.values("country"), kinds)
        told = [Told(hub.id, hub.name, hub.city, hub.country, hub.kind, (hub.lat, hub.lon)) for hub in self.told]
        return which_hub(clues, told, self.services.vocabulary.hubs)

    @property
    def in_question(self) -> str:
        """The one hub that is asked about: the one named, else the last one talked about, else the first told."""
        return next(iter(self.meant.ids), None) or self.it

    @property
    def it(self) -> str:
        """The hub talked about last, else the first told."""
        return self.result.get("last") or self.told[0].id

    def member(self, id: str) -> Member:
        """Return what a hub is to the firm."""
        return hub_seen(self.services.matcher(), self.search(), self.services.catalogue.pain_points(), id)

    def titled(self, hub: Hub) -> str:
        """Return the hub's name, behind the number under which it was told, if it was."""
        ids = [one.id for one in self.told]
        if hub.id not in ids:
            return hub.name
        return self.wording.phrase("hub_numbered", number=ids.index(hub.id) + 1, name=hub.name)

    def named(self) -> str:
        """Return the hubs told, each with its number, as a list."""
        return self.wording.listed(self.titled(hub) for hub in self.told)
