"""Which language of service a message asks for: "solo chi parla italiano", "kein Englisch, nur Deutsch". Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actions.stems import Stems
from alpine_catalogue.gazetteer.fold import fold

_CLAUSES = re.compile(r"[,;:.!?\n]")


@dataclass(frozen=True)
class LanguageWords:
    """The content of `language_words.yml`."""

    languages: Stems
    refusals: frozenset[str]
    only: frozenset[str]
    before: int
    after: int

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "LanguageWords":
        """Read them out of the file's content."""
        return cls(
            Stems.of(words["languages"]),
            frozenset(words["refusals"]),
            frozenset(words["only"]),
            words["before"],
            words["after"],
        )


def language_wanted(text: str, own: str, words: LanguageWords) -> str:
    """Return the language that the advisers must speak; `own`, the writer's, where the message names none."""
    told = [mention for clause in _CLAUSES.split(text) for mention in _mentions(fold(clause).split(), words)]
    wanted = sorted((mention for mention in told if not mention.refused), key=lambda mention: not mention.only)
    return wanted[0].language if wanted else own


@dataclass(frozen=True)
class _Mention:
    language: str
    refused: bool
    only: bool


def _mentions(clause: Sequence[str], words: LanguageWords) -> Iterator[_Mention]:
    for at, word in enumerate(clause):
        around = (*clause[max(0, at - words.before) : at], *clause[at + 1 : at + 1 + words.after])
        for language in words.languages.codes(word):
            yield _Mention(language, bool(words.refusals & set(around)), bool(words.only & set(clause)))
