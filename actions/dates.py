"""Days as people of each language write them."""

from datetime import date

from babel.dates import format_date


def local_day(day: date | str, language: str) -> str:
    """Return the day in the language's medium format, e.g. 22.11.2026 in German."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return str(format_date(day, format="medium", locale=language))
