"""Judges whether the bot speaks one language only: lingua, restricted to the five, on the words that are not names."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

from alpine_catalogue.languages import LANGUAGES
from alpine_catalogue.store.repository import Catalogue

JUDGED_FROM_WORDS = 5
_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def detector() -> LanguageDetector:
    """Return lingua's detector for our languages."""
    return LanguageDetectorBuilder.from_iso_codes_639_1(
        *(getattr(IsoCode639_1, code.upper()) for code in LANGUAGES)
    ).build()


class Coherence:
    """Knows the names that stay as they are in every language."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take names of hubs, programmes, authorities, events and places."""
        longest_first = sorted({name for name in names if name}, key=len, reverse=True)
        self._names = re.compile("|".join(re.escape(name) for name in longest_first))

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Coherence":
        """Collect the names of a catalogue."""
        hubs = [name for hub in catalogue.hubs().values() for name in (hub.name, hub.city)]
        programmes = catalogue.programmes().values()
        told = [text for one in programmes for text in (one.name, one.authority, one.who_to_ask, one.source)]
        events = [text for one in catalogue.events().values() for text in (one.title, one.organiser, one.city)]
        return cls([*hubs, *(text for text in told if text), *(text for text in events if text)])

    def strangers(self, messages: Sequence[str], language: str) -> list[str]:
        """Return each message that is in another of the five languages."""
        return [message for message in messages if (found := self.language_of(message)) and found != language]

    def language_of(self, message: str) -> str | None:
        """Return the language of the words that are no names, or None where they are too few to tell."""
        plain = self._names.sub(" ", _ADDRESS.sub(" ", message))
        words = _WORD.findall(plain)
        if len(words) < JUDGED_FROM_WORDS:
            return None
        found: Language | None = detector().detect_language_of(" ".join(words))
        return found.iso_code_639_1.name.lower() if found else None
