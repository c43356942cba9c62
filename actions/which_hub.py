"""Which of the hubs told a message means: by number, by part of its name, by its town, country or kind. Pure."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from actions.positions import Counting, positions
from actions.stems import flat
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.place import beeline_km

_ALIKE = 85
"""Two words are taken for the same from this likeness on (0 to 100, rapidfuzz): one letter wrong in seven."""
_SHORT = 4
_SAME_TOWN_KM = 8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Told:
    """A hub that was told, with all by which a reader may refer to it."""

    id: str
    name: str
    city: str = ""
    country: str = ""
    kind: str = ""
    at: tuple[float, float] | None = None


@dataclass(frozen=True)
class Clues:
    """A message: its text and language, and what else was found in it."""

    text: str
    language: str = "en"
    places: Sequence[tuple[float, float]] = ()
    countries: Collection[str] = ()
    kinds: Collection[str] = ()


@dataclass(frozen=True)
class Meant:
    """Ids of the hubs meant, in the order of the message; `beyond` is a number for which there is no hub."""

    ids: tuple[str, ...] = ()
    by_number: bool = False
    beyond: int | None = None


@dataclass(frozen=True)
class HubWords:
    """The content of `ordinals.yml`."""

    counting: Counting
    these: frozenset[str]
    plain: frozenset[str]
    everyday: Mapping[str, Collection[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "HubWords":
        """Read them out of the file's content."""
        return cls(Counting.of(words), frozenset(words["these"]), frozenset(flat(words["plain"])), words["everyday"])


def which_hub(clues: Clues, told: Sequence[Told], words: HubWords) -> Meant:
    """Return what the message names; nothing when it names none ("tell me more")."""
    named = _by_name(clues, told, words)
    if named:
        return Meant(named)
    places = positions(clues.text, words.counting, len(told))
    inside = tuple(told[place - 1].id for place in places if place <= len(told))
    if places:
        return Meant(inside, True, None if inside else places[0])
    return Meant(tuple(hub.id for hub in told if _by_trait(clues, hub)))


def points_at_it(text: str, words: HubWords) -> bool:
    """Tell if the message points at what was told ("not this one") without naming it."""
    return any(word in words.these for word in fold(text).split())


def _by_trait(clues: Clues, hub: Told) -> bool:
    near = hub.at is not None and any(beeline_km(hub.at, place) < _SAME_TOWN_KM for place in clues.places)
    return near or hub.country in clues.countries or hub.kind in clues.kinds


def _by_name(clues: Clues, told: Sequence[Told], words: HubWords) -> tuple[str, ...]:
    """Hubs of whose name or town a telling word stands in the message, in its order; the better explained ones win."""
    heard = [word for word in fold(clues.text).split() if word not in words.plain]
    hits = {hub.id: frozenset(_hits(heard, hub, clues, words)) for hub in told}
    best = {id: found for id, found in hits.items() if found and not any(found < other for other in hits.values())}
    return tuple(sorted(best, key=lambda id: min(best[id])))


def _hits(heard: Sequence[str], hub: Told, clues: Clues, words: HubWords) -> Iterator[int]:
    telling = {word for word in fold(f"{hub.name} {hub.city}").split() if len(word) > 2 and word not in words.plain}
    for index, word in enumerate(heard):
        if any(_same(word, name) for name in telling) and not _everyday(word, hub, clues, words):
            yield index


def _same(word: str, name: str) -> bool:
    """The same word, or one of which the other is an inflection or a slip of the finger."""
    if min(len(word), len(name)) <= _SHORT:
        return word == name
    return word[0] == name[0] and fuzz.partial_ratio(word, name) >= _ALIKE


def _everyday(word: str, hub: Told, clues: Clues, words: HubWords) -> bool:
    """A word like Italian `noi` names a hub only where it is written as in the name, or with more of the name."""
    if word not in words.everyday.get(clues.language, ()):
        return False
    parts = _WORD.findall(hub.name)
    as_written = next((part for part in parts if fold(part) == word), "")
    others = {fold(part) for part in parts} - {word}
    return as_written not in _WORD.findall(clues.text) and not others & set(fold(clues.text).split())
