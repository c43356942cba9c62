"""Tells a page of the directory: a few hubs with what they were found by."""

from collections.abc import Iterator, Mapping
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.talk import Talk
from actions.told_result import with_listing
from alpine_catalogue.directory.query import Hit, Matched, Page, Query

PAGE = 4
"""Hubs on a page: as many as one reads on a telephone."""


def tell_page(dispatcher: CollectingDispatcher, talk: Talk, listing: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Search as `listing` says, tell the page, and remember it with where the next one begins."""
    page = talk.services.directory.search(_query(listing), limit=PAGE, offset=listing["offset"])
    if not any(hit.matched for hit in page.hits) and (page.not_understood or not page.hits):
        dispatcher.utter_message(response="utter_no_other" if listing["offset"] else "utter_search_none")
        return []
    dispatcher.utter_message(response=_intro(listing, page), total=page.total)
    for number, hit in enumerate(page.hits, start=1):
        dispatcher.utter_message(text="\n".join(_lines(talk, number, hit)))
    following = {**listing, "offset": listing["offset"] + len(page.hits)}
    more = following["offset"] < page.total
    dispatcher.utter_message(response="utter_search_more" if more else "utter_search_details")
    return [SlotSet("result", with_listing(talk.result, [hit.hub_id for hit in page.hits], following))]


def _query(listing: Mapping[str, Any]) -> Query:
    at = listing["at"]
    return Query(listing["text"], region=listing["region"], at=(at[0], at[1]) if at else None)


def _intro(listing: Mapping[str, Any], page: Page) -> str:
    return "utter_search_further" if listing["offset"] else "utter_search_found"


def _lines(talk: Talk, number: int, hit: Hit) -> Iterator[str]:
    hub, say = talk.services.catalogue.hubs()[hit.hub_id], talk.wording.phrase
    head = "hub_head" if hit.km is None else "hub_head_km"
    yield say(head, number=number, name=hub.name, city=hub.city, country=hub.country, km=hit.km)
    matched = dict.fromkeys(_named(talk, found) for found in hit.matched)
    if matched:
        yield say("search_matched", matched=talk.wording.listed(matched))
    if hub.website:
        yield talk.facts.website(hub)


def _named(talk: Talk, found: Matched) -> str:
    """What was found by its name in the reader's language; hubs' own words as they stand."""
    if found.kind == "technology":
        return talk.facts.technology(found.value)
    if found.kind == "service":
        return talk.facts.service(found.value)
    if found.kind == "kind":
        return talk.facts.kind_name(found.value)
    if found.kind == "need":
        return talk.cards.names_of((found.value,))
    return found.value if found.kind in ("infrastructure", "city") else found.asked
