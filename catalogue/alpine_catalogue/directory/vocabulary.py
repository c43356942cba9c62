"""What words stand for: the names of technologies, services, needs, kinds, trades and places, in five languages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from alpine_catalogue.gazetteer.fold import spellings
from alpine_catalogue.gazetteer.typos import TypoIndex
from alpine_catalogue.languages import Words
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.model import Hub, PainPoint, Sector, Technology

LONGEST_TERM = 6
"""Words; no term that anybody types is longer."""
_GUESSED = frozenset({"technology", "service", "need", "kind", "city", "region", "country"})
"""Kinds of terms that are recognised when misspelt. Trades have thousands of everyday words, a slip from each other."""
_ABILITIES = frozenset({"technology", "service", "need"})
"""Kinds of terms that name an ability; what names one is never meant as a trade: `photonics` is what it is."""
_TOO_VAGUE = 3
"""A single word that stands in the names of this many things tells nothing."""
_SHORTEST_PART = 4


class Known(Protocol):
    """The part of the catalogue that has names; `store.repository.Catalogue` is one."""

    def technologies(self) -> Mapping[str, Technology]: ...  # noqa: D102
    def pain_points(self) -> Mapping[str, PainPoint]: ...  # noqa: D102
    def sectors(self) -> Mapping[str, Sector]: ...  # noqa: D102
    def regions(self) -> Mapping[str, Mapping[str, Any]]: ...  # noqa: D102
    def hubs(self) -> Mapping[str, Hub]: ...  # noqa: D102


@dataclass(frozen=True)
class Meaning:
    """One thing that words can stand for: `kind` is a key of `criteria/search.yml`."""

    kind: str
    code: str


Meanings = tuple[Meaning, ...]
Named = tuple[Meaning, str, bool]
"""A thing, one of its names, and whether the single words of that name tell something too."""


class Vocabulary:
    """Folded words to their meanings; several where the words are ambiguous."""

    def __init__(self, named: Iterable[Named]) -> None:
        """Take every name of every thing."""
        terms: defaultdict[str, dict[Meaning, None]] = defaultdict(dict)
        parts: defaultdict[str, dict[Meaning, None]] = defaultdict(dict)
        for meaning, name, official in named:
            for key in spellings(name):
                terms[key][meaning] = None
                for word in key.split() if official or meaning.kind in _ABILITIES else ():
                    parts[word][meaning] = None
        self._terms = {key: _meant(found) for key, found in terms.items() if key.count(" ") < LONGEST_TERM}
        self._parts = {word: tuple(found) for word, found in parts.items() if _tells(word, len(found))}
        self._typos = TypoIndex(key for key, found in self._terms.items() if found[0].kind in _GUESSED)

    def exactly(self, key: str) -> Meanings:
        """What these folded words stand for as they are spelt."""
        return self._terms.get(key, ())

    def nearly(self, key: str) -> Meanings:
        """What they stand for when misspelt: the terms with the fewest slips."""
        near = sorted(self._typos.near(key), key=lambda found: (found[1], found[0]))
        best = [name for name, slips in near if slips == near[0][1]]
        meant = (meaning for name in best for meaning in self._terms[name] if meaning.kind in _GUESSED)
        return tuple(dict.fromkeys(meant))

    def in_part(self, word: str) -> Meanings:
        """The things in whose names this single word stands."""
        return self._parts.get(word, ())


def _meant(found: Iterable[Meaning]) -> Meanings:
    found = tuple(found)
    things = any(meaning.kind in _ABILITIES for meaning in found)
    return tuple(meaning for meaning in found if not (things and meaning.kind == "sector"))


def _tells(word: str, things: int) -> bool:
    return things < _TOO_VAGUE and len(word) >= _SHORTEST_PART


def vocabulary_of(known: Known, criteria: Criteria, areas: Mapping[str, Iterable[str]]) -> Vocabulary:
    """Collect all names in the catalogue, and those of `areas` larger than a region, by their codes."""
    large = ((Meaning("country", code), name, False) for code, names in areas.items() for name in names)
    return Vocabulary([*_things(known, criteria), *_places(known), *large, *_trades(known)])


def technologies_of(technologies: Mapping[str, Technology]) -> Vocabulary:
    """Collect the names of technologies alone."""
    return Vocabulary(_technologies(technologies))


def _technologies(technologies: Mapping[str, Technology]) -> Iterator[Named]:
    for technology in technologies.values():
        yield from _named("technology", technology.id, technology.names, technology.also_called)


def _things(known: Known, criteria: Criteria) -> Iterator[Named]:
    yield from _technologies(known.technologies())
    for service, names in criteria.services.items():
        yield from _named("service", service, names)
    for pain in known.pain_points().values():
        yield from _named("need", pain.id, pain.names)
    for kind, body in criteria.kinds.items():
        yield from _named("kind", kind, body["names"])


def _places(known: Known) -> Iterator[Named]:
    cities = sorted({hub.city for hub in known.hubs().values()})
    yield from ((Meaning("city", city), city, False) for city in cities)
    for body in known.regions().values():
        yield from _named("region", body["code"], body["names"], body["also_called"])
        for part in body["nuts3"]:
            yield from _named("region", part["code"], part["names"], part["also_called"])


def _trades(known: Known) -> Iterator[Named]:
    for sector in known.sectors().values():
        everyday = [word for words in sector.words.values() for word in words]
        yield from _named("sector", sector.code, sector.names, everyday)


def _named(kind: str, code: str, names: Words, others: Iterable[str] = ()) -> Iterator[Named]:
    """Names of a thing; single words of a trade's official names tell something; those of everyday ones do not."""
    official = kind == "sector"
    yield from ((Meaning(kind, code), name, official) for name in names.values())
    yield from ((Meaning(kind, code), name, False) for name in others)
