"""All words for trades, products and shops, and the NACE divisions they stand for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.reading.tokens import Tokens
from components.reading.trades.stems import LANGUAGES, stem, stems

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A word or phrase of the vocabulary."""

    phrase: str
    codes: Codes


@dataclass(frozen=True)
class Found:
    """An entry, the tokens it takes, and whether it stands there letter by letter."""

    entry: Entry
    first: int
    last: int
    exact: bool


class TradeWords:
    """Finds whole phrases first, and exact ones before those with another ending."""

    def __init__(self, words: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        """Take for each NACE code its words by language."""
        codes: dict[str, list[str]] = defaultdict(list)
        spoken: dict[str, list[str]] = defaultdict(list)
        for code, by_language in words.items():
            for language, phrases in by_language.items():
                for phrase in map(_key, phrases):
                    codes[phrase].append(code)
                    spoken[language].append(phrase)
        self.entries = {phrase: Entry(phrase, tuple(dict.fromkeys(found))) for phrase, found in codes.items()}
        self._by_stem = {language: self._stems(spoken[language], language) for language in LANGUAGES}
        self._longest: dict[str, int] = {}
        for phrase in self.entries:
            self._note(phrase)
        for table in self._by_stem.values():
            for phrase in table:
                self._note(phrase)

    def at(self, words: Sequence[str], first: int) -> Found | None:
        """Return the longest entry that begins at the word."""
        beginnings = {words[first], *stems(words[first])}
        longest = max(self._longest.get(each, 0) for each in beginnings)
        for last in range(min(len(words), first + longest), first, -1):
            if entry := self.entries.get(" ".join(words[first:last])):
                return Found(entry, first, last, exact=True)
            if entry := self._with_other_endings(words[first:last]):
                return Found(entry, first, last, exact=False)
        return None

    def single(self, word: str) -> Entry | None:
        """Return the entry of one word, whatever its ending."""
        return self.entries.get(word) or self._with_other_endings([word])

    def german(self, word: str) -> Entry | None:
        """Return the entry of one German word, whatever its ending: it may be the tail of a longer word."""
        phrase = self._by_stem["de"].get(stem(word, "de"), "")
        return self.entries.get(phrase) if phrase and " " not in phrase else None

    def _with_other_endings(self, words: Sequence[str]) -> Entry | None:
        for position, language in enumerate(LANGUAGES):
            key = " ".join(stems(word)[position] for word in words)
            if found := self._by_stem[language].get(key):
                return self.entries[found]
        return None

    def _stems(self, phrases: Iterable[str], language: str) -> dict[str, str]:
        """The stems under which the phrases are found; the first phrase keeps a stem that two would share."""
        found: dict[str, str] = {}
        for phrase in phrases:
            found.setdefault(" ".join(stem(word, language) for word in phrase.split()), phrase)
        return found

    def _note(self, phrase: str) -> None:
        first, *rest = phrase.split()
        self._longest[first] = max(self._longest.get(first, 0), 1 + len(rest))


def _key(phrase: str) -> str:
    return " ".join(word for word in Tokens(phrase).words if word != "-")
