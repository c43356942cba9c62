"""Makes bodies of event files out of what a calendar says. What it does not say stays null, empty or false."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alpine_catalogue.examples.ical import Announced, LeftOut
from alpine_catalogue.gazetteer import Place
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.languages import LANGUAGES

_LONGEST_SLUG = 45

Body = dict[str, Any]


@dataclass(frozen=True)
class Given:
    """What the editor says about all entries of a calendar, since calendars do not."""

    country: str
    """ISO code; an entry with a place in another country of the area gets that one."""
    languages: tuple[str, ...]
    organiser: str | None
    hub: str | None
    pain_points: tuple[str, ...]
    source: str
    on: date
    """The day of the import: it becomes `checked`, and what is past on it is left out."""


@dataclass(frozen=True)
class Understood:
    """How the words of an entry are understood; both answer only what is certain."""

    place: Callable[[str], Place | None]
    technologies: Callable[[str], Sequence[str]]


def drafts(entries: Sequence[Announced | LeftOut], given: Given, understood: Understood) -> Iterator[Body | LeftOut]:
    """Return a body for each entry, in order, or why there is none."""
    titles = Counter((fold(one.title), one.starts.year) for one in entries if isinstance(one, Announced))
    seen: set[str] = set()
    for draft in (_draft(entry, given, understood, titles) for entry in entries):
        if not isinstance(draft, LeftOut) and draft["id"] in seen:
            yield LeftOut(draft["title"], "another entry has this title and this day")
        else:
            yield draft
            seen |= set() if isinstance(draft, LeftOut) else {draft["id"]}


def _draft(
    entry: Announced | LeftOut, given: Given, understood: Understood, titles: Counter[tuple[str, int]]
) -> Body | LeftOut:
    if isinstance(entry, LeftOut):
        return entry
    if entry.ends < given.on:
        return LeftOut(entry.title, f"it was over on {entry.ends}")
    if not given.languages and entry.language not in LANGUAGES:
        return LeftOut(entry.title, "no language is known: say it with --language")
    several = titles[fold(entry.title), entry.starts.year] > 1
    return _body(entry, given, understood, several)


def _body(entry: Announced, given: Given, understood: Understood, several: bool) -> Body:
    place = understood.place(entry.location) if entry.location else None
    country = place.country if place else given.country
    stated = [entry.language] if entry.language in LANGUAGES else []
    body: Body = {
        "id": _id(country, entry, several),
        "title": entry.title,
        "languages": stated or list(given.languages),
        "languages_basis": "stated" if stated else "inferred",
        "starts": entry.starts,
        "ends": entry.ends,
        "city": place.name if place else None,
        "country": country,
        "region": place.region if place else None,
        "online": entry.online,
        "pain_points": list(given.pain_points),
        "technologies": list(understood.technologies(entry.title)),
        "organiser": given.organiser,
        "hub": given.hub,
        "url": entry.url,
        "source": given.source,
        "checked": given.on,
        "confidence": "mixed",
    }
    return body | ({"remark": _remark(entry)} if entry.location and not place and not entry.online else {})


def _remark(entry: Announced) -> str:
    return f"The calendar names as its place: {entry.location}."


def _id(country: str, entry: Announced, several: bool) -> str:
    """Country, title and year; the whole day where the same title stands several times in one year."""
    when = entry.starts.isoformat() if several else str(entry.starts.year)
    words = [word for word in fold(entry.title).split() if word.isascii() and word != str(entry.starts.year)]
    slug = "-".join(words)[:_LONGEST_SLUG].rstrip("-") or "event"
    return f"{country.lower()}-{slug}-{when}"
