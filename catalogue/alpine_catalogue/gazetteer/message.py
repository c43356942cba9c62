"""A message prepared for reading: its words, and the word lists of its language."""

from collections.abc import Sequence
from dataclasses import dataclass

from alpine_catalogue.gazetteer.tokens import Token, tokenize
from alpine_catalogue.gazetteer.words import Words

_SIGNS = frozenset([*",;.:()", ""])


@dataclass(frozen=True)
class Message:
    """A text with its words and all that helps to judge them."""

    text: str
    tokens: Sequence[Token]
    words: Words
    ordinary: frozenset[str]
    never: frozenset[str]
    weak: frozenset[str]
    cues: frozenset[str]
    country: str | None
    flat: bool
    """All in small or all in capital letters: a capital, or its lack, tells nothing."""
    language: str | None
    """Given, or told by the small words; None where it cannot be told."""

    @property
    def nouns_are_capital(self) -> bool:
        """German, or not known to be another language."""
        return self.language in ("de", None)

    def apart(self, at: int, stop: int) -> bool:
        """Do the words stand between signs, like an entry of a list: `podjetje, Laško, 5 ljudi`?"""
        before, after = self.text[: self.tokens[at].start].rstrip(), self.text[self.tokens[stop - 1].end :].lstrip()
        return before[-1:] in _SIGNS and after[:1] in _SIGNS

    def cued(self, at: int) -> bool:
        """Does a preposition, or a word like `Kanton`, stand before the word?"""
        return at > 0 and self.tokens[at - 1].key in self.cues

    def key(self, at: int, stop: int) -> str:
        """The folded words from at up to stop."""
        return " ".join(token.key for token in self.tokens[at:stop])


def read_message(text: str, words: Words, country: str | None, language: str | None) -> Message:
    """Split a text into words and pick the lists of its language; all lists where it cannot be told."""
    tokens = tokenize(text)
    language = language or words.likely_language([token.key for token in tokens])
    capitals = sum(token.capital for token in tokens)
    flat = capitals == 0 or all(token.text.isupper() for token in tokens if token.text.isalpha())
    return Message(
        text,
        tokens,
        words,
        ordinary=words.of(words.ordinary, language),
        never=words.of(words.never, language),
        weak=words.of(words.weak, language),
        cues=words.of(words.cues, None),
        country=country,
        flat=flat,
        language=language,
    )
