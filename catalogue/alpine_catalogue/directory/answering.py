"""Which hubs answer a part of a query, and what each answer is worth."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from math import log

import numpy as np

from alpine_catalogue.directory.criteria import Ranking
from alpine_catalogue.directory.reading import Part, Phrase
from alpine_catalogue.directory.shelf import Shelf
from alpine_catalogue.directory.vocabulary import Meaning
from alpine_catalogue.matching.fit import Floats
from alpine_catalogue.store.texts import Field, Rows

RowsWith = Callable[[Field, tuple[str, ...]], Rows]
"""The hubs that have one of these words in that field; asks the full-text index."""

PLACES = frozenset({"city", "region", "country"})


@dataclass(frozen=True)
class Answer:
    """Hubs that answer a part in one way, each with its points; `rows` go up."""

    kind: str
    value: str
    rows: Rows
    points: Floats

    @property
    def is_place(self) -> bool:
        """Where a hub is does not make it an answer to what it should be able to do."""
        return self.kind in PLACES


@dataclass(frozen=True)
class Answering:
    """Finds the answers on one shelf."""

    shelf: Shelf
    rows_with: RowsWith
    ranking: Ranking

    def answers(self, part: Part) -> list[Answer]:
        """Return all ways in which hubs answer `part`; none where nobody does."""
        keep = self.ranking.misspelt if part.guessed else 1.0
        found = [*self._by_meaning(part), *self._by_own_words(part)]
        if part.labs:
            found.append(self._worth("labs", part.asked, np.flatnonzero(self.shelf.labs)))
        return [Answer(one.kind, one.value, one.rows, one.points * keep) for one in found if len(one.rows)]

    def _by_meaning(self, part: Part) -> Iterator[Answer]:
        for meaning in part.meanings:
            if meaning.kind.startswith("part_of_"):
                whole = Meaning(meaning.kind.removeprefix("part_of_"), meaning.code)
                yield from (self._worth("part_of_term", one.value, one.rows) for one in self._of(whole))
            else:
                yield from self._of(meaning)

    def _of(self, meaning: Meaning) -> Iterator[Answer]:
        shelf, kind, code = self.shelf, meaning.kind, meaning.code
        if kind in ("technology", "service"):
            rows, strength = shelf.skilled(code)
            yield self._worth(kind, code, rows, 0.5 + 0.5 * strength)
        elif kind == "need":
            column = shelf.fits.columns[code]
            rows = np.flatnonzero(shelf.fits.covers[:, column])
            yield self._worth(kind, code, rows, shelf.fits.fit[rows, column])
        elif kind == "exact_name":
            yield self._worth(kind, code, shelf.names[code])
        elif kind == "sector":
            trades = shelf.traits.trades.rows
            if code in trades:
                yield self._worth("sector", code, trades[code])
            else:  # nobody names bakers in particular
                yield self._worth("sector_section", code, trades.get(code[0], _NONE))
        elif kind == "kind":
            yield self._worth(kind, code, shelf.traits.kinds.rows.get(code, _NONE))
        elif kind == "city":
            yield self._worth(kind, code, shelf.cities.rows.get(code, _NONE))
        else:
            yield self._worth(kind, code, np.flatnonzero(shelf.traits.serves(code)))

    def _by_own_words(self, part: Part) -> Iterator[Answer]:
        """Names and labs; the rarer the words, the more they tell."""
        if not part.phrases:
            return
        found = {field: reduce(np.union1d, (self._having(field, one) for one in part.phrases)) for field in _FIELDS}
        rarity = self._rarity(max(map(len, found.values())))
        if any(meaning.kind in PLACES for meaning in part.meanings):
            del found["infrastructure"]  # a town in the name of a lab is no lab that was asked for
        for field, rows in found.items():
            yield self._worth(field, part.asked, rows, np.full(len(rows), rarity))

    def _having(self, field: Field, phrase: Phrase) -> Rows:
        """Hubs that carry all words of the phrase, each in one spelling or another."""
        return reduce(_both, (self.rows_with(field, spellings) for spellings in phrase))

    def _rarity(self, count: int) -> float:
        """Between 1 for words that one hub carries and 0 for words of all hubs."""
        hubs = len(self.shelf.hubs)
        return 1.0 if hubs <= 1 or count <= 1 else max(0.05, log(hubs / count) / log(hubs))

    def _worth(self, kind: str, value: str, rows: Rows, share: Floats | None = None) -> Answer:
        whole = np.full(len(rows), self.ranking.points[kind])
        return Answer(kind, value, rows, whole if share is None else whole * share)


_FIELDS: tuple[Field, ...] = ("name", "infrastructure")
_FAINT = frozenset({"name", "infrastructure", "part_of_term", "sector_section"})
_NONE: Rows = np.array([], dtype=np.intp)


def is_common(answers: Sequence[Answer], hubs: int, share: float) -> bool:
    """Tell whether so many hubs carry a part's words that they hardly tell one from another."""
    kinds = {answer.kind for answer in answers}
    return kinds <= _FAINT and sum(len(answer.rows) for answer in answers) > share * hubs


def _both(some: Rows, others: Rows) -> Rows:
    both: Rows = np.intersect1d(some, others, assume_unique=True)
    return both
