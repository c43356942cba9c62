"""Reads iCalendar files (RFC 5545): what each entry says about an event, and why an entry was left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar.cal.component import Component

from alpine_catalogue.errors import BadCalendar

_HERE = ZoneInfo("Europe/Vienna")
"""All seven countries keep the same time."""
_REMOTE = ("http://", "https://", "online", "webinar")
"""What a location begins with when there is none."""
_REPEATING = ("RRULE", "RDATE")


@dataclass(frozen=True)
class Announced:
    """What one entry says; None where it says nothing."""

    title: str
    starts: date
    ends: date
    """The last day on which it still takes place."""
    location: str | None
    url: str | None
    language: str | None
    """ISO 639-1 code of the language of its title, where that is marked."""
    online: bool


@dataclass(frozen=True)
class LeftOut:
    """An entry that cannot become an event, and why."""

    title: str
    reason: str


def read_calendar(content: bytes) -> list[Announced | LeftOut]:
    """Return every entry in the order of the file; raises BadCalendar when it is no calendar at all."""
    try:
        calendars = Calendar.from_ical(content.decode("utf-8-sig"), multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise BadCalendar(f"This is not readable as iCalendar: {error}") from None
    entries = [entry for calendar in calendars for entry in calendar.walk("VEVENT")]
    if not entries:
        raise BadCalendar("There is no event (VEVENT) in this calendar file.")
    return [_read(entry) for entry in entries]


def _read(entry: Component) -> Announced | LeftOut:
    title = " ".join(str(entry.get("SUMMARY", "")).split())
    if reason := next(_obstacles(entry, title), None):
        return LeftOut(title or "(without a title)", reason)
    starts = _day(entry.decoded("DTSTART"))
    ends = _last_day(entry)
    if ends < starts:
        return LeftOut(title, f"it ends on {ends}, before it starts on {starts}")
    location = " ".join(str(entry.get("LOCATION", "")).split()) or None
    return Announced(title, starts, ends, location, _url(entry), _language(entry), _is_online(entry, location))


def _obstacles(entry: Component, title: str) -> Iterator[str]:
    if not title:
        yield "it has no title (SUMMARY)"
    if not isinstance(_decoded(entry, "DTSTART"), date):
        yield "it has no readable day (DTSTART)"
    if str(entry.get("STATUS", "")).upper() == "CANCELLED":
        yield "it is cancelled"
    if any(name in entry for name in _REPEATING):
        yield "it repeats: each edition needs an entry with its own day"


def _decoded(entry: Component, name: str) -> Any:
    try:
        return entry.decoded(name)
    except (KeyError, ValueError):
        return None


def _day(moment: date) -> date:
    """The day by the clocks of the Alpine Space."""
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(_HERE) if moment.tzinfo else moment).date()


def _last_day(entry: Component) -> date:
    """DTEND is the first moment after the event, so midnight belongs to the day before."""
    starts, ends, lasts = (_decoded(entry, name) for name in ("DTSTART", "DTEND", "DURATION"))
    if ends is None and isinstance(lasts, timedelta):
        ends = starts + lasts
    if ends is None or ends == starts:
        return _day(starts)
    local = ends.astimezone(_HERE) if isinstance(ends, datetime) and ends.tzinfo else ends
    at_midnight = not isinstance(local, datetime) or local.time() == time(0)
    return _day(local) - timedelta(days=1 if at_midnight else 0)


def _url(entry: Component) -> str | None:
    told = str(entry.get("URL", "")).strip()
    return told if told.startswith(("http://", "https://")) else None


def _language(entry: Component) -> str | None:
    marked = getattr(entry["SUMMARY"], "params", {}).get("LANGUAGE", "")
    return str(marked)[:2].lower() or None


def _is_online(entry: Component, location: str | None) -> bool:
    return "CONFERENCE" in entry or (location or "").lower().startswith(_REMOTE)
