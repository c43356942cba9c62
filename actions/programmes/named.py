"""Which programmes a message names, by official name or by what firms call them, with slips of the finger. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from actions.programmes.calling_words import CallingWords, tokens_of

_ALIKE = 86
"""Two words are taken for the same from this likeness on (0 to 100, rapidfuzz): one letter wrong in seven."""
_SHORT = 5
_ENDING = 3
"""Letters by which an inflected word may be longer."""


@dataclass(frozen=True)
class Mention:
    """One thing named: the programmes that it may be, and where in the message it stands."""

    ids: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class _Called:
    """All by which one programme is known."""

    phrases: tuple[tuple[str, ...], ...]
    telling: frozenset[str]
    words: frozenset[str]

    def may_be_in(self, found: frozenset[str]) -> bool:
        """Tell if the words of a message are enough for a mention; most programmes are ruled out by this."""
        return not self.telling.isdisjoint(found) or any(found.issuperset(phrase) for phrase in self.phrases)


Alike = Sequence[frozenset[str]]
"""For each word of a message, the words of names that it may be."""


class ProgrammeNames:
    """Finds programmes in messages."""

    def __init__(self, official: Mapping[str, Sequence[str]], words: CallingWords) -> None:
        """Take official names by id, and what firms call them."""
        self._official, self._words = official, words

    def short(self, programme_id: str) -> str:
        """Return a name that fits on a button: the everyday one, or the official one."""
        return (*self._words.names.get(programme_id, ()), *self._official[programme_id])[0]

    def mentions(self, text: str) -> list[Mention]:
        """Return what the text names, in its order; of names that share words, the better explained ones."""
        tokens = tokens_of(text)
        alike = [self._alike(token.word) for token in tokens]
        found = frozenset().union(*alike)
        hits = {id: frozenset(self._hits(alike, one)) for id, one in self._known.items() if one.may_be_in(found)}
        best = {id: places for id, places in hits.items() if places and not any(places < one for one in hits.values())}
        named: dict[frozenset[int], list[str]] = {}
        for id, places in best.items():
            named.setdefault(places, []).append(id)
        return [
            Mention(tuple(ids), tokens[min(places)].start, tokens[max(places)].end)
            for places, ids in sorted(named.items(), key=lambda one: min(one[0]))
        ]

    @cached_property
    def _known(self) -> Mapping[str, _Called]:
        return {id: self._called_by(id, names) for id, names in self._official.items()}

    @cached_property
    def _by_letter(self) -> Mapping[str, frozenset[str]]:
        """All words of names, by the letter with which they begin."""
        words = {word for called in self._known.values() for word in called.words}
        return {
            letter: frozenset(word for word in words if word[0] == letter) for letter in {word[0] for word in words}
        }

    def _called_by(self, id: str, official: Iterable[str]) -> _Called:
        names = (*official, *self._words.names.get(id, ()))
        phrases = [tuple(token.word for token in tokens_of(name)) for name in self._words.names.get(id, ())]
        words = {token.word for name in names for token in tokens_of(name)}
        written = {"".join(phrase) for phrase in phrases}
        telling = {word for name in official for token in tokens_of(name) if self._tells(word := token.word)}
        return _Called((*phrases, *((word,) for word in written)), frozenset(telling), frozenset(words | written))

    def _tells(self, word: str) -> bool:
        return not self._words.is_plain(word) and len(word) >= _SHORT and not word[0].isdigit()

    def _alike(self, word: str) -> frozenset[str]:
        """An everyday word may be another everyday word, never a slip for a telling one; a right word is no slip."""
        words, plain = self._by_letter.get(word[0], frozenset()), self._words.is_plain
        same = _inflected if word in words else _same
        return frozenset(one for one in words if same(word, one) and (word == one or not plain(word) or plain(one)))

    def _hits(self, alike: Alike, called: _Called) -> set[int]:
        """Places of phrases and telling words, and of words of the name in a row with them."""
        sure = {at for phrase in called.phrases for at in _phrase(alike, phrase)}
        sure |= {at for at, words in enumerate(alike) if words & called.telling}
        beside = called.words - self._words.joining
        for step in (1, -1):
            for at in sorted(sure):
                place = at + step
                while 0 <= place < len(alike) and alike[place] & beside:
                    sure.add(place)
                    place += step
        return sure


def _phrase(alike: Alike, phrase: Sequence[str]) -> Iterator[int]:
    for at in range(len(alike) - len(phrase) + 1):
        if all(word in alike[at + place] for place, word in enumerate(phrase)):
            yield from range(at, at + len(phrase))


def _inflected(word: str, name: str) -> bool:
    """The same word, or one with an ending."""
    if min(len(word), len(name)) < _SHORT or word[0].isdigit():
        return word == name
    return word.startswith(name) and len(word) - len(name) <= _ENDING


def _same(word: str, name: str) -> bool:
    """The same word, or one of which the other is an inflection or a slip of the finger."""
    if min(len(word), len(name)) < _SHORT or word[0].isdigit() or abs(len(word) - len(name)) > _ENDING:
        return word == name
    return _inflected(word, name) or fuzz.ratio(word, name) >= _ALIKE
