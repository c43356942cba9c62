"""Says where a fact was read and when it was last compared with its source."""

from datetime import date

from actions.dates import local_day
from actions.wording import Wording


def cited(wording: Wording, source: str, checked: date) -> str:
    """Return the line with source and day; a source without an address is said to be known by name only."""
    phrase = "source" if source.startswith("http") else "source_by_name"
    return wording.phrase(phrase, source=source, day=local_day(checked, wording.language))
