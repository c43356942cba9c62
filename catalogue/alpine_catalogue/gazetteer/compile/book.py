"""Collects places and their names, and gives each table its final, always equal order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from alpine_catalogue.gazetteer.compile.demonyms import adjectives
from alpine_catalogue.gazetteer.compile.slovene import inflected
from alpine_catalogue.gazetteer.fold import spellings
from alpine_catalogue.gazetteer.names import LETTER_OF, Hold

_STRENGTH: Mapping[Hold, int] = {"own": 0, "short": 1, "inflected": 2, "adjective": 3, "alternate": 4}
_STUB = 2
"""Letters: a side name without any longer word (`S. On`) would be found all over the place."""
_GERMAN = frozenset({"AT", "CH", "DE", "LI", "IT"})
_NEAR = 0.04
"""Degrees within which two rows of one name are one place, whatever unit a source says."""


def _near(south: float, west: float) -> bool:
    return abs(south) < _NEAR and abs(west) < _NEAR


class Book:
    """Rows of places, and for each folded name how its places hold it."""

    def __init__(self) -> None:
        """Start empty."""
        self._rows: list[tuple[str, ...]] = []
        self._names: defaultdict[str, dict[int, Hold]] = defaultdict(dict)
        self._guessable: set[str] = set()
        self._even: set[str] = set()

    def add(self, row: tuple[str, ...]) -> int:
        """Add a place: name, kind, country, unit, latitude, longitude, population. Answers its number."""
        self._rows.append(row)
        return len(self._rows) - 1

    def name(self, number: int, names: Iterable[str], hold: Hold = "own", *, guessable: bool = False) -> None:
        """Let a place be found under these names; guessable ones also when misspelt."""
        german = self._rows[number][2] in _GERMAN
        for name in names:
            for key in spellings(name, german=german):
                if hold == "own" or any(len(part) > _STUB for part in key.split()):
                    self._keep(key, number, hold)
                if guessable and key.replace(" ", "").isalpha():
                    self._guessable.add(key)

    def slovene(self, number: int, names: Iterable[str]) -> None:
        """Let a place be found under the case forms of its Slovene names."""
        self.name(number, [form for name in names for form in inflected(name)], "inflected")

    def german(self, number: int, names: Iterable[str]) -> None:
        """Let a place be found under the -er forms of its German names."""
        self.name(number, [form for name in names for form in adjectives(name)], "adjective")

    def mark(self, number: int, key: str) -> None:
        """Let a place be found under a key that no text can fold to."""
        self._keep(key, number, "own")

    def not_settled_by_size(self, name: str) -> None:
        """Let a name always come back as candidates."""
        for form in (name, *inflected(name)):
            self._even |= spellings(form)

    def knows(self, key: str, unit: str, lat: float, lon: float) -> bool:
        """Does a place in this unit, or quite near, already bear this folded name?"""
        rows = [self._rows[number] for number in self._names.get(key, ())]
        return any(row[3] == unit or _near(float(row[4]) - lat, float(row[5]) - lon) for row in rows)

    def places(self) -> list[tuple[str, ...]]:
        """The table of places."""
        return self._rows

    def names(self) -> list[tuple[str, ...]]:
        """The table of names."""
        return [self._line(key, held) for key, held in sorted(self._names.items())]

    def _line(self, key: str, held: Mapping[int, Hold]) -> tuple[str, ...]:
        entries = ",".join(f"{number}{LETTER_OF[hold]}" for number, hold in sorted(held.items()))
        marks = ("?" if key in self._guessable else "") + ("!" if key in self._even else "")
        return (key, entries, marks) if marks else (key, entries)

    def _keep(self, key: str, number: int, hold: Hold) -> None:
        held = self._names[key]
        if number not in held or _STRENGTH[hold] < _STRENGTH[held[number]]:
            held[number] = hold
