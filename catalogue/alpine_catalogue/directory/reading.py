"""Reads a query: which of its words are names of something, which are hubs' own words, and which say nothing."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from alpine_catalogue.directory.criteria import SearchCriteria
from alpine_catalogue.directory.vocabulary import LONGEST_TERM, Meaning, Meanings, Vocabulary
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.gazetteer.typos import TypoIndex

LONGEST_TEXT = 300
"""Characters that are read; longer texts are no queries."""
_MOST_WORDS = 24
_SHORTEST_PREFIX = 4
_LONGEST_GUESS = 4
"""Words of a misspelt term; more words have room for too many other meanings."""
_MOST_ALTERNATIVES = 12


Phrase = tuple[tuple[str, ...], ...]
"""For each word of it, the spellings that hubs use; all words must be there."""


@dataclass(frozen=True)
class Part:
    """Words of the query that belong together."""

    asked: str
    """As they were typed, folded."""
    meanings: Meanings = ()
    phrases: tuple[Phrase, ...] = ()
    """What hubs use for it in their names and those of their labs; any of them will do."""
    guessed: bool = False
    labs: bool = False
    """It asks for some lab, whatever its name."""

    @property
    def understood(self) -> bool:
        """Whether it can find anything."""
        return bool(self.meanings or self.phrases or self.labs)


class HubWords:
    """Every word of hubs' names and labs, as a dictionary to look up what somebody typed."""

    def __init__(self, words: Mapping[str, int]) -> None:
        """Take the words with the number of hubs that carry each."""
        self._words = words
        self._sorted = sorted(words)
        self._typos = TypoIndex(words)

    def exactly(self, word: str) -> tuple[str, ...]:
        """The word itself and those that begin with it, the most frequent first."""
        begun: list[str] = []
        if len(word) >= _SHORTEST_PREFIX:
            start = bisect_left(self._sorted, word)
            begun = self._sorted[start : bisect_left(self._sorted, word + "\U0010ffff", start)]
        elif word in self._words:
            begun = [word]
        return tuple(sorted(begun, key=lambda one: (one != word, -self._words[one], one))[:_MOST_ALTERNATIVES])

    def nearly(self, word: str) -> tuple[str, ...]:
        """The words a slip or two away."""
        near = sorted(self._typos.near(word), key=lambda found: (found[1], found[0]))
        return tuple(name for name, slips in near if slips == near[0][1])[:_MOST_ALTERNATIVES]


@dataclass(frozen=True)
class Reader:
    """Reads queries against one load of the catalogue."""

    vocabulary: Vocabulary
    hub_words: HubWords
    names: Mapping[str, object]
    """Folded names of hubs."""
    criteria: SearchCriteria

    def read(self, text: str) -> list[Part]:
        """Return the parts of a query in order, also those that nothing answers; words that only ask are left out."""
        words = fold(text[:LONGEST_TEXT]).split()[:_MOST_WORDS]
        if " ".join(words) in self.names:  # a name may consist of nothing but small words
            return [self._named(" ".join(words))]
        parts: list[Part] = []
        rest = words
        while rest:
            taken, part = self._next(rest)
            rest = rest[taken:]
            parts += [part] if part else []
        return parts

    def _next(self, words: list[str]) -> tuple[int, Part | None]:
        """The longest term at the beginning, rightly spelt before guessed; how many words it takes."""
        for count in range(min(LONGEST_TERM, len(words)), 1, -1):
            if part := self._exact(" ".join(words[:count])) or self._guessed_term(words[:count]):
                return count, part
        word = words[0]
        return 1, None if word in self.criteria.passed_over else self._exact(word) or self._word(word)

    def _exact(self, key: str) -> Part | None:
        if key in self.names:
            return self._named(key)
        if key in self.criteria.labs_called:
            both = dict.fromkeys((*self._own(key), *self._own(self.criteria.labs_called[key])))
            return Part(key, phrases=tuple(both), labs=True)
        if key in self.criteria.labs:
            return Part(key, labs=True)
        if meanings := self.vocabulary.exactly(key):
            return Part(key, (*meanings, *self._in_part(key)), self._own(key))
        return None

    def _named(self, key: str) -> Part:
        meanings = (Meaning("exact_name", key), *self.vocabulary.exactly(key))
        return Part(key, meanings, self._own(key))

    def _guessed_term(self, words: list[str]) -> Part | None:
        """A misspelt term of several words, such as `3d pritning`; small words are no part of one that is guessed."""
        if len(words) > _LONGEST_GUESS or {words[0], words[-1]} & self.criteria.passed_over:
            return None
        key = " ".join(words)
        meanings = self.vocabulary.nearly(key)
        return Part(key, meanings, guessed=True) if meanings else None

    def _word(self, word: str) -> Part:
        """A single word that is no term; but one that hubs use is no misspelling of another one."""
        own, in_part = self.hub_words.exactly(word), self._in_part(word)
        if own or in_part:
            return Part(word, in_part, ((own,),) if own else ())
        if meanings := self.vocabulary.nearly(word):
            return Part(word, meanings, guessed=True)
        own = self.hub_words.nearly(word)
        return Part(word, (), ((own,),), guessed=True) if own else Part(word)

    def _in_part(self, word: str) -> Meanings:
        return tuple(Meaning(f"part_of_{found.kind}", found.code) for found in self.vocabulary.in_part(word))

    def _own(self, key: str) -> tuple[Phrase, ...]:
        """The term in the hubs' own spellings; nothing when one of its words is in no hub's words."""
        phrase = tuple(self.hub_words.exactly(word) for word in key.split())
        return (phrase,) if all(phrase) else ()
