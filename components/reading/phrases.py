"""A list of phrases in which most words can be passed over at once."""

from collections.abc import Iterable

UNHEARD = frozenset("-.")
"""Signs that join or shorten words: `ein-Mann-Betrieb`, `max. 20`."""


class Phrases:
    """Folded phrases, words parted by single spaces."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases and note how they begin and end."""
        self._phrases = frozenset(phrases)
        parts = [phrase.split() for phrase in self._phrases]
        self.first_words = frozenset(words[0] for words in parts)
        self.last_words = frozenset(words[-1] for words in parts)
        self.longest = max(map(len, parts), default=0)

    def __contains__(self, phrase: str) -> bool:
        """Tell if the phrase is on the list."""
        return phrase in self._phrases


def joined(words: Iterable[str]) -> str:
    """Return the words as one phrase."""
    return " ".join(word for word in words if word not in UNHEARD)
