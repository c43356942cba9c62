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
    corrections: frozenset[str]
    """Words that take back the place before them: sorry, pardon, anzi."""
    contractions: Mapping[str, str]
    """Prepositions that have swallowed an article, and the article: au, le."""
    named_after_cues: frozenset[str]
    """Words of `never` that are a place after a cue and with a capital: Nice."""
    ordinary: Mapping[str, frozenset[str]]
    """Everyday words that are also places: taken for them only after a cue and with a capital."""
    never: Mapping[str, frozenset[str]]
    """Words that are no place inside a sentence, whatever stands before them: `die`, `par`."""
    weak: Mapping[str, frozenset[str]]
    """Words taken for a place only when another place beside them agrees: `Berg in Vorarlberg`."""
    people: frozenset[str]
    """Words before a family name: `Herr Wiener`."""
    near: frozenset[str]
    """Everyday words that look like a misspelt place: `savoir` is not Savoie."""

    def is_word(self, key: str) -> bool:
        """Is this an everyday word of one of the languages?"""
        return key in self.near or any(key in lists[ANY] for lists in (self.ordinary, self.never, self.weak))

    def likely_language(self, keys: Sequence[str]) -> str | None:
        """The language whose small words (`wir`, `siamo`, `nous`) are the most frequent; None where two are level."""
        count = {language: sum(key in self.never[language] for key in keys) for language in LANGUAGES}
        first, second = sorted(count, key=lambda language: -count[language])[:2]
        return first if count[first] > count[second] else None

    def of(self, lists: Mapping[str, frozenset[str]], language: str | None) -> frozenset[str]:
        """The list of one language, or of all where the language is not known."""
        return lists.get(language or ANY) or lists[ANY]


def read_words(data: Mapping[str, Any], everyday: Mapping[str, str]) -> Words:
    """Fold the lists of `words.yml` (commas part the words, as YAML would read a lone `no` as false).

    `everyday` are the compiled lists of words that are names, or nearly.
    """
    lists = {name: _by_language(body) for name, body in data.items() if isinstance(body, Mapping) and "sl" in body}
    first = _folded(data["places_first"])
    ordinary = {
        language: (_split(everyday.get(language, "")) | lists["ordinary"][language]) - first for language in LANGUAGES
    }
    return Words(
        cues=lists["cues"],
        negators=lists["negators"][ANY],
        turners=lists["turners"][ANY],
        corrections=lists["corrections"][ANY],
        contractions=data["contractions"],
        named_after_cues=_folded(data["named_after_cues"]),
        people=lists["people"][ANY],
        ordinary={**ordinary, ANY: frozenset().union(*ordinary.values())},
        never=lists["never"],
        weak=lists["weak"],
        near=_split(everyday.get("near", "")),
    )


def _by_language(body: Mapping[str, str]) -> dict[str, frozenset[str]]:
    folded = {language: _folded(body[language]) for language in LANGUAGES}
    return {**folded, ANY: frozenset().union(*folded.values())}


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split(",")))


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split(","))
