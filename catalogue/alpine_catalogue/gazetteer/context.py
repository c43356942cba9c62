"""Mentions of one message settle each other: `Freiburg in der Schweiz`, `Gorizia in Italy`, `Berg in Vorarlberg`."""

from collections.abc import Sequence
from dataclasses import replace

from alpine_catalogue.gazetteer.model import Found, Mention, Place
from alpine_catalogue.gazetteer.ranking import settle

REACH = 20
"""Characters between an uncertain name and the place that vouches for it."""


def keep_agreeing(sure: Sequence[Mention], weak: Sequence[Mention], text: str) -> list[Mention]:
    """The sure mentions, and those weak ones that a sure one right behind them vouches for."""
    vouched = [
        replace(each, found=settle([place for place in each.found.places if agrees(place, other.found)]))
        for each in weak
        for other in sure
        if _follows(each, other, text) and _vouches(each, other)
    ]
    return sorted([*sure, *vouched], key=lambda mention: mention.start)


def settled_by_each_other(mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions, those with several candidates narrowed by the rest of the message where that leaves any."""
    return [_narrowed(mention, mentions) for mention in mentions]


def agrees(place: Place, hint: Found) -> bool:
    """Does a place lie where the hint points?"""
    if hint.kind == "country":
        return place.country == hint.country
    return any(
        place.country == other.country
        and place.region == other.region
        and (other.province is None or place.province is None or place.province == other.province)
        for other in hint.places
    )


def _follows(mention: Mention, other: Mention, text: str) -> bool:
    return 0 < other.start - mention.end <= REACH and "." not in text[mention.end : other.start]


def _vouches(mention: Mention, other: Mention) -> bool:
    return other.found.kind == "place" and any(agrees(place, other.found) for place in mention.found.places)


def _narrowed(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    if mention.found.kind != "candidates":
        return mention
    places = mention.found.places
    for other in mentions:
        if other is not mention and not other.negated and other.found.kind in ("place", "country", "candidates"):
            places = tuple(place for place in places if agrees(place, other.found)) or places
    if places == mention.found.places:
        return mention
    return replace(mention, found=settle(places, guessed=mention.found.guessed))
