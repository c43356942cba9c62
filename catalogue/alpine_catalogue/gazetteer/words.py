"""The words around place names, per language: prepositions, negations, and words that are also villages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alpine_catalogue.gazetteer.fold import fold

LANGUAGES = ("en", "de", "fr", "it", "sl")
ANY = "any"
"""Under this key stand the words of all five languages together."""


@dataclass(frozen=True)
class Words:
    """Folded word lists, each by language."""

    cues: Mapping[str, frozenset[str]]
    """Words after which a place is likely: in, bei, près de, v."""
    negators: frozenset[str]
    """Words that turn what follows into what it is not."""
    turners: frozenset[str]
    """Words that end a negation: but, sondern, mais, ma, ampak."""
    ordinary: Mapping[str, frozenset[str]]
    """Everyday words that are also places: taken for them only after a cue and with a capital."""
    never: Mapping[str, frozenset[str]]
    """Words that are no place inside a sentence, whatever stands before them: `die`, `par`."""
    weak: Mapping[str, frozenset[str]]
    """Words taken for a place only when another place beside them agrees: `Berg in Vorarlberg`."""
    people: frozenset[str]
    """Words before a family name: `Herr Wiener`."""

    def is_word(self, key: str) -> bool:
        """Is this an everyday word of one of the languages?"""
        return any(key in lists[ANY] for lists in (self.ordinary, self.never, self.weak))

    def likely_language(self, keys: Sequence[str]) -> str | None:
        """The language whose small words (`wir`, `siamo`, `nous`) are the most frequent; None where two are level."""
        count = {language: sum(key in self.never[language] for key in keys) for language in LANGUAGES}
        first, second = sorted(count, key=lambda language: -count[language])[:2]
        return first if count[first] > count[second] else None

    def of(self, lists: Mapping[str, frozenset[str]], language: str | None) -> frozenset[str]:
        """The list of one language, or of all where the language is not known."""
        return lists.get(language or ANY) or lists[ANY]


def read_words(data: Mapping[str, Any], ordinary: Mapping[str, str]) -> Words:
    """Fold the lists of both files; commas part the words, as YAML would read a lone `no` as false."""

    def by_language(lists: Mapping[str, str]) -> dict[str, frozenset[str]]:
        folded = {language: frozenset(map(fold, lists[language].split(","))) for language in LANGUAGES}
        return {**folded, ANY: frozenset().union(*folded.values())}

    def together(name: str) -> frozenset[str]:
        return by_language(data[name])[ANY]

    return Words(
        cues=by_language(data["cues"]),
        negators=together("negators"),
        turners=together("turners"),
        ordinary=by_language(ordinary),
        never=by_language(data["never"]),
        weak=by_language(data["weak"]),
        people=together("people"),
    )
