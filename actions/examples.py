"""What a firm can look at: what others have done (practices), and events that are still to come."""

from collections.abc import Iterator, Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.citing import cited
from actions.dates import local_day
from actions.talk import Talk
from alpine_catalogue.examples.model import Firm
from alpine_catalogue.examples.similar import Likeness, similar
from alpine_catalogue.examples.upcoming import Occasion, upcoming
from alpine_catalogue.languages import in_language
from alpine_catalogue.matching.proposal import Reason

_MOST = 3


class ActionAskPractices(AfterResult):
    """Tells which firms like this one have done it, and why they are like it."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_ask_practices"

    def ready(self, talk: Talk) -> bool:
        """Something has to be known by which a firm can be similar."""
        return bool(talk.profile.pain_points or talk.profile.sector or talk.profile.country)

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Tell the most similar ones, or that there is none."""
        practices = talk.services.catalogue.practices().values()
        found = similar(practices, firm_of(talk), talk.services.similarity, limit=_MOST)
        dispatcher.utter_message(response="utter_practices_intro" if found else "utter_no_practice")
        for likeness in found:
            dispatcher.utter_message(text="\n".join(_practice(talk, likeness)))
        return []


class ActionAskEvents(AfterResult):
    """Tells which events are still to come; never a past one."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_ask_events"

    def ready(self, talk: Talk) -> bool:
        """Who has told nothing hears of the events that come next."""
        return True

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Tell those that fit best, or that there is none."""
        services = talk.services
        events = services.catalogue.events().values()
        found = upcoming(events, firm_of(talk), services.today(), services.similarity, limit=_MOST)
        dispatcher.utter_message(response="utter_events_intro" if found else "utter_no_event")
        for occasion in found:
            dispatcher.utter_message(text="\n".join(_event(talk, occasion)))
        return []


def firm_of(talk: Talk) -> Firm:
    """Return what is known of the firm, as the search for examples wants it."""
    profile = talk.profile
    return Firm(
        pains=tuple(profile.pain_points or ()),
        sectors=tuple(profile.sector or ()),
        country=profile.country,
        region=profile.region,
        hubs=tuple(hub["id"] for hub in talk.result.get("hubs", ())),
        language=talk.wording.language,
    )


def _practice(talk: Talk, likeness: Likeness) -> Iterator[str]:
    practice, say = likeness.practice, talk.wording.phrase
    yield in_language(practice.title, talk.wording.language)
    phrase = "practice_helped" if practice.year else "practice_helped_undated"
    yield say(phrase, helped_by=practice.helped_by, year=practice.year)
    yield say("practice_similar", reasons=_reasons(talk, "like", likeness.reasons))
    yield cited(talk.wording, practice.source, practice.checked)


def _event(talk: Talk, occasion: Occasion) -> Iterator[str]:
    event, say, language = occasion.event, talk.wording.phrase, talk.wording.language
    yield event.title
    country = talk.facts.country(event.country)
    where = say("event_where", city=event.city, country=country) if event.city else country
    first, last = local_day(event.starts, language), local_day(event.ends, language)
    yield say("event_day" if first == last else "event_days", day=first, first=first, last=last, where=where)
    if occasion.running:
        yield say("event_running")
    if occasion.reasons:
        yield say("event_fits", reasons=_reasons(talk, "fit", occasion.reasons))
    if event.url and event.url != event.source:
        yield event.url
    yield cited(talk.wording, event.source, event.checked)


def _reasons(talk: Talk, prefix: str, reasons: Sequence[Reason]) -> str:
    return talk.wording.listed(talk.wording.phrase(f"{prefix}_{one.key}", value=_value(talk, one)) for one in reasons)


def _value(talk: Talk, reason: Reason) -> str:
    value = str(reason.value)
    if reason.key == "same_need":
        return talk.cards.names_of((value,))
    if reason.key == "same_technology":
        return talk.facts.technology(value)
    if reason.key == "other_language":
        return talk.wording.listed(talk.facts.language(code) for code in value.split(", "))
    return value
