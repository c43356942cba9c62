"""Moments and spans as a person reads them."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime, format_time, format_timedelta, get_timezone

ALPINE_TIME = "Europe/Vienna"  # all of the Alpine Space keeps the same time
LOCALES = {"en": "en_GB"}  # the day before the month


def moment(at: datetime, language: str, *, today: datetime | None = None) -> str:
    """Return day and time on the clocks of the Alpine Space; the time alone when it is `today`."""
    zone = get_timezone(ALPINE_TIME)
    is_today = today is not None and at.astimezone(zone).date() == today.astimezone(zone).date()
    written = format_time if is_today else format_datetime
    return str(written(at, "short", tzinfo=zone, locale=LOCALES.get(language, language)))


def day(on: date, language: str) -> str:
    """Return a day of the calendar."""
    return str(format_date(on, "medium", locale=LOCALES.get(language, language)))


def span(start: datetime, end: datetime, language: str) -> str:
    """Return how long it took, to the minute below two hours and coarser above."""
    locale = LOCALES.get(language, language)
    return str(format_timedelta(end - start, granularity="minute", threshold=2, format="short", locale=locale))
