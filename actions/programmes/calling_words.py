"""How firms call programmes, and which words name none: the content of `also_called.yml`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from actions.stems import flat
from alpine_catalogue.gazetteer.fold import fold_word

_TOKEN = re.compile(r"\w+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Token:
    """A word of a message without case and accents, and where it stands."""

    word: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text; `5.0` is one word, `KMU.DIGITAL` two."""
    return [Token(fold_word(hit[0].replace(",", ".")), hit.start(), hit.end()) for hit in _TOKEN.finditer(text)]


@dataclass(frozen=True)
class CallingWords:
    """The content of `also_called.yml`."""

    names: Mapping[str, tuple[str, ...]]
    plain: frozenset[str]
    stems: tuple[str, ...]
    """Beginnings of more plain words."""
    joining: frozenset[str]
    """Words between others that are part of no mention."""
    all: frozenset[str]
    """Words for all programmes that were told."""

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "CallingWords":
        """Read them out of the file's content."""
        joining, listed = _words(words["joining"]), list(flat(words["plain"]))
        return cls(
            names={id: tuple(names) for id, names in words["names"].items()},
            plain=joining | _words([word for word in listed if "*" not in word]),
            stems=tuple(word.rstrip("*") for word in listed if "*" in word),
            joining=joining,
            all=_words(words["all"]),
        )

    def is_plain(self, word: str) -> bool:
        """Tell if the word alone names no programme."""
        return word in self.plain or word.startswith(self.stems)


def _words(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(token.word for word in listed for token in tokens_of(word))
