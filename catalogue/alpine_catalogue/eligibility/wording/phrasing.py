"""Fills the phrases of `criteria/sentences.yml` with names: lists, spans of time, programmes, in one language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel import Locale

from alpine_catalogue.eligibility.wording.names import Names
from alpine_catalogue.files.lines import plain, read_yaml
from alpine_catalogue.languages import Words, in_language

Phrases = Mapping[str, Words]
_THIS = "this"
MOST_NAMED = 4
"""Codes named in one sentence; more would be a list, and the programme's page has it."""


def load_phrases(folder: Path) -> Phrases:
    """Read the phrases below the catalogue's folder."""
    found: Phrases = plain(read_yaml(folder / "criteria" / "sentences.yml"))
    return found


@dataclass(frozen=True)
class Phrasing:
    """The phrases in one language, and what they are filled with."""

    phrases: Phrases
    names: Names

    def say(self, key: str, **values: str) -> str:
        """Return the phrase of that key; raises KeyError."""
        return self.filled(self.phrases[key], **values)

    def filled(self, words: Words, **values: str) -> str:
        """Return words in the language with their placeholders filled."""
        return in_language(words, self.names.language).format(**values)

    def areas(self, codes: Sequence[str]) -> str:
        """Return areas by name."""
        return self._some(codes, self.names.area, "other_areas")

    def trades(self, codes: Sequence[str], most: int = MOST_NAMED) -> str:
        """Return trades by name."""
        return self._some(codes, self.names.sector, "other_trades", most)

    def programmes(self, ids: Sequence[str]) -> str:
        """Return programmes by name, fewer than other things because the names are long; none named means any."""
        return self._some(ids, self._programme, "other_programmes", 2) if ids else self.say("any_programme")

    def in_a_row(self, parts: Iterable[str], word: str = "") -> str:
        """Join parts that may be lists themselves by semicolons; `word` is `either` or `every`."""
        return f"{self.say('stop')} {self.say(word) + ' ' if word else ''}".join(parts)

    def span(self, unit: str, number: int) -> str:
        """Return a number of `years` or `months`: Slovene has four forms, the others two."""
        form = Locale.parse(self.names.language).plural_form(number)
        return self.say(f"{unit}_{form}", number=str(number))

    def _programme(self, programme_id: str) -> str:
        return self.say("this_programme") if programme_id == _THIS else self.names.programme(programme_id)

    def _some(self, codes: Sequence[str], named: Callable[[str], str], others: str, most: int = MOST_NAMED) -> str:
        """The first of several codes by name, each name once, and that there are others."""
        first = list(dict.fromkeys(named(code) for code in codes[:most]))
        return self.names.listed([*first, self.say(others)] if len(codes) > most else first, "or")
