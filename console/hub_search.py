"""The directory of hubs for advisers: one page of what was found, in the reader's words."""

from dataclasses import dataclass
from pathlib import Path

from alpine_catalogue.directory.criteria import read_search_criteria
from alpine_catalogue.directory.directory import Directory
from alpine_catalogue.directory.query import Hit, Matched, Query
from alpine_catalogue.matching.weights import read_criteria
from alpine_catalogue.model import Hub
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.repository import Catalogue
from console.proposals import web_link
from console.reader import Reader

PAGE = 10
"""Hubs on a page."""
LONGEST_QUERY = 200
"""Characters; what is longer is cut off."""
_NAMED = frozenset({"technology", "service", "need", "kind"})
_TOLD_AS_IT_IS = frozenset({"infrastructure", "city"})


@dataclass(frozen=True)
class HubDirectory:
    """The search, and the catalogue with the hubs that it finds."""

    directory: Directory
    catalogue: Catalogue


@dataclass(frozen=True)
class FoundHub:
    """One hub that was found, in words."""

    name: str
    town: str
    link: str | None
    facts: list[tuple[str, list[str], str]]
    """What it is about, the values, and a doubt about them or nothing."""
    source: str
    source_link: str | None
    checked: str
    matched: list[str]


@dataclass(frozen=True)
class FoundPage:
    """One page of what was found; pages are counted from 1."""

    hubs: list[FoundHub]
    total: int
    page: int
    pages: int
    not_understood: tuple[str, ...]

    @property
    def first(self) -> int:
        """The place of its first hub among all that were found, from 1."""
        return (self.page - 1) * PAGE + 1


def directory_from(database_url: str, folder: Path) -> HubDirectory:
    """Return the directory on this database; nothing is read from it before somebody searches."""
    engine = make_engine(database_url)
    catalogue = Catalogue(engine)
    return HubDirectory(Directory(engine, read_criteria(folder), read_search_criteria(folder), catalogue), catalogue)


def page_number(asked: str) -> int:
    """Return the page that an address asks for; the first where it asks for none that can be."""
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < PAGE else 1


def found_page(text: str, page: int, searched: HubDirectory, reader: Reader) -> FoundPage:
    """Return a page, or the last one where there are fewer; raises NotLoaded."""
    query = Query(text[:LONGEST_QUERY])
    found = searched.directory.search(query, PAGE, (page - 1) * PAGE)
    pages = max(-(-found.total // PAGE), 1)
    if page > pages:
        return found_page(text, pages, searched, reader)
    hubs = searched.catalogue.hubs()  # somebody may have loaded others since: what is gone is not shown
    told = [_found(hit, hubs[hit.hub_id], reader) for hit in found.hits if hit.hub_id in hubs]
    return FoundPage(told, found.total, page, pages, found.not_understood)


def _found(hit: Hit, hub: Hub, reader: Reader) -> FoundHub:
    return FoundHub(
        name=hub.name,
        town=", ".join([hub.city, reader.country_name(hub.country)]),
        link=web_link(hub.website),
        facts=_facts(hub, reader),
        source=hub.source,
        source_link=web_link(hub.source),
        checked=reader.day(hub.checked.isoformat()),
        matched=list(dict.fromkeys(_named(one, reader) for one in hit.matched)),
    )


def _facts(hub: Hub, reader: Reader) -> list[tuple[str, list[str], str]]:
    languages = [reader.language_name(code) for code in hub.languages]
    technologies, services = reader.name_all(hub.technologies), reader.name_all(hub.services)
    return [
        (reader.say("directory_languages"), languages, _doubt(hub, "languages", reader)),
        (reader.say("directory_technologies"), technologies, _doubt(hub, "technologies", reader)),
        (reader.say("directory_services"), services, _doubt(hub, "services", reader)),
    ]


def _doubt(hub: Hub, field: str, reader: Reader) -> str:
    return reader.say("directory_unconfirmed") if field in hub.from_memory else ""


def _named(one: Matched, reader: Reader) -> str:
    """What was found by its name in the reader's language; everything else as the hub or the adviser wrote it."""
    if one.kind in _NAMED:
        return reader.name(one.value)
    return one.value if one.kind in _TOLD_AS_IT_IS else one.asked
