"""Words of several languages that stand for a code, found in a message however they are spelt. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from alpine_catalogue.gazetteer.fold import fold

Listed = Sequence[str | Sequence[str]]


@dataclass(frozen=True)
class Stems:
    """One pattern per code; a `*` in a word stands for any ending."""

    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, words: Mapping[str, Listed]) -> "Stems":
        """Take the words of each code, as a list or as lists of lists."""
        return cls({code: _pattern(flat(listed)) for code, listed in words.items()})

    def found(self, text: str) -> list[tuple[int, str]]:
        """Return where in the folded text which code is named, in that order."""
        folded = fold(text)
        return sorted((hit.start(), code) for code, words in self.patterns.items() for hit in words.finditer(folded))

    def codes(self, text: str) -> tuple[str, ...]:
        """Return the codes that the text names, each once, in the order of the text."""
        return tuple(dict.fromkeys(code for _, code in self.found(text)))


def flat(listed: Listed) -> Iterator[str]:
    """Yield the words of a list that may hold lists (YAML writes long ones in several lines)."""
    for item in listed:
        yield from [item] if isinstance(item, str) else item


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Longer words first, so that the longest one is found."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in ordered) + r")\b")
