"""The person who looks at a page, and how codes, times and words read in that person's language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from babel import Locale

from console.times import day, moment, span
from console.wording import Words

Names = Callable[[str, str], str]
"""Turns a code (a region, sector or pain point) and a language into words."""


def codes_as_they_are(code: str, _language: str) -> str:
    """Return the code itself, for a console without a catalogue of names."""
    return code


def key_of(reason: str) -> str:
    """Return the part of a reason's code that says which reason it is."""
    return reason.partition(":")[0].strip()


@dataclass(frozen=True)
class Reader:
    """One reader at one moment."""

    language: str
    words: Words
    names: Names
    now: datetime

    def say(self, key: str, **values: object) -> str:
        """Return the console's own words for a key; KeyError when the catalogue lacks it."""
        return self.words[key].format(**values)

    def say_or(self, key: str, otherwise: str) -> str:
        """Return the words for a key made of outside data, or `otherwise` when there are none."""
        return self.words.get(key, otherwise)

    def name(self, code: object) -> str:
        """Return the name of a region, sector, pain point or reason."""
        return self.names(str(code), self.language)

    def name_all(self, codes: Iterable[object]) -> list[str]:
        """Return the names of several codes, in the same order."""
        return [self.name(code) for code in codes]

    def reason(self, code: str) -> str:
        """Return why a hub is proposed, from a code such as `serves_your_area:AT33`."""
        key, value = key_of(code), code.partition(":")[2].strip()
        word = self.country_name if key == "across_the_border" else self.name
        words = self.words.get(f"reason_{key}")
        return words.format(value=word(value) if value else "?") if words else self.name(code)

    def language_name(self, code: object) -> str:
        """Return a language's name, or the code when nobody knows it."""
        return str(Locale(self.language).languages.get(str(code), code))

    def country_name(self, code: object) -> str:
        """Return a country's name, or the code when nobody knows it."""
        return str(Locale(self.language).territories.get(str(code), code))

    def moment(self, at: datetime) -> str:
        """Return a day and time."""
        return moment(at, self.language)

    def clock(self, at: datetime) -> str:
        """Return the time alone for today, and with its day for other days."""
        return moment(at, self.language, today=self.now)

    def day(self, iso: str) -> str:
        """Return a day written as 2026-11-22; anything else stays as it is."""
        try:
            return day(date.fromisoformat(iso), self.language)
        except ValueError:
            return iso

    def since(self, start: datetime) -> str:
        """Return how long ago it was."""
        return span(start, self.now, self.language)
