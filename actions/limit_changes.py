"""The limit that a message sets: nearer, in one language, in one country, without somebody."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from actions.languages_told import language_wanted
from actions.talk import Talk
from actions.which_hub import points_at_it
from alpine_catalogue.matching.search import Limits

_KM_TOLD = re.compile(r"(\d{1,4})\s*(?:km|kilom|chilom)", re.IGNORECASE)
_ROUNDED_AWAY = 0.5
"""Distances are told in whole km: a hub counts as nearer only when a smaller number is told for it."""


@dataclass(frozen=True)
class Change:
    """New limits with the response that names what is new; without limits, the response asks back."""

    response: str
    limits: Limits | None = None
    values: Mapping[str, object] = field(default_factory=dict)


def closer(talk: Talk) -> Change:
    """Return the distance that the message names; else what is nearer than the farthest hub told."""
    told = _KM_TOLD.search(talk.text)
    known = [hub["distance_km"] for hub in talk.result["hubs"] if hub["distance_km"] is not None]
    if not known:
        return Change("utter_closer_where")
    km = float(told[1]) if told else max(known)
    return Change("utter_limit_closer", replace(talk.limits, nearer_than_km=km - _ROUNDED_AWAY), {"km": round(km)})


def only_language(talk: Talk) -> Change:
    """Return the language that the message names; else the conversation's."""
    code = language_wanted(talk.text, talk.wording.language, talk.services.vocabulary.languages)
    limits = replace(talk.limits, only_language=code)
    return Change("utter_limit_language", limits, {"language": talk.facts.language(code)})


def only_my_country(talk: Talk) -> Change:
    """Return the country that the message names; else the firm's."""
    code = talk.heard.first("country") or talk.profile.country
    if not code:
        return Change("utter_country_where")
    return Change("utter_limit_country", replace(talk.limits, only_country=code), {"country": talk.facts.country(code)})


def without(talk: Talk) -> Change:
    """Leave out the hubs or the kinds of organisation that the message names or points at."""
    kinds, meant = talk.kinds, talk.meant_by(())
    if meant.beyond:
        return Change("utter_no_such_number", values={"number": meant.beyond, "names": talk.named()})
    ids = _named_as(kinds, talk) if kinds else meant.ids or talk.named_anywhere(towns=True)
    if not ids and not kinds and points_at_it(talk.text, talk.services.vocabulary.hubs):
        ids = (talk.it,)
    if ids:
        return _leaving_out(talk, ids, [talk.services.catalogue.hubs()[id].name for id in ids])
    if kinds:
        return _leaving_out(talk, (*kinds, *_of_kind(talk, kinds)), [talk.facts.kind_name(kind) for kind in kinds])
    return Change("utter_without_which", values={"names": talk.named()})


def _leaving_out(talk: Talk, codes: tuple[str, ...], names: list[str]) -> Change:
    limits = replace(talk.limits, without=talk.limits.without | frozenset(codes))
    return Change("utter_limit_without", limits, {"names": talk.wording.listed(names)})


def _named_as(kinds: tuple[str, ...], talk: Talk) -> tuple[str, ...]:
    """Hubs told that are named by more than a kind; one that is of another kind only when it is named by its number."""
    meant, of_kind = talk.meant_by(()), _of_kind(talk, kinds)
    hubs = talk.services.catalogue.hubs()
    return tuple(id for id in meant.ids if meant.by_number or hubs[id].kind in kinds or id in of_kind)


def _of_kind(talk: Talk, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Hubs that are of another kind on paper but carry the kind in their name, like a university's test bed."""
    words = talk.services.vocabulary.kinds
    hubs = talk.services.catalogue.hubs().values()
    return tuple(hub.id for hub in hubs if set(kinds) & set(words.codes(f"{hub.name} {hub.full_name or ''}")))


CHANGES: Mapping[str, Callable[[Talk], Change]] = {
    "closer": closer,
    "only_language": only_language,
    "only_my_country": only_my_country,
    "without": without,
}
