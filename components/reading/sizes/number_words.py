"""Numbers written as words in five languages, dialects too, up to 999."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from components.reading.folding import fold

_LONGEST = 9
"""Words in one number: `deux cent quatre vingt dix sept`."""
_GLUE = ("", "and ", "und ", "et ", "e ", "in ")

Interval = tuple[int, int]


def read_number(words: Sequence[str]) -> tuple[Interval, int] | None:
    """Return what the longest number means that the words begin with, and how many of them it takes."""
    if words[0] not in _first_words() and not words[0].startswith(_hundreds()):
        return None
    heard = [(index + 1, word) for index, word in enumerate(words[:_LONGEST]) if word != "-"]
    for taken in range(len(heard), 0, -1):
        meaning = _meaning(" ".join(word for _, word in heard[:taken]))
        if meaning:
            return meaning, heard[taken - 1][0]
    return None


def is_number(phrase: str) -> bool:
    """Tell if the phrase, as typed, is a number and nothing else."""
    return _meaning(fold(phrase)) is not None


@lru_cache(maxsize=4096)
def _meaning(phrase: str) -> Interval | None:
    if phrase in _vague():
        return _vague()[phrase]
    value = _below_hundred().get(phrase) or _with_hundreds(phrase)
    return (value, value) if value else None


def _with_hundreds(phrase: str) -> int | None:
    """`zweihundertvier`, `deux cent douze`, `cento otto`: the hundreds, then the rest."""
    for hundred, value in _even_hundreds().items():
        if phrase.startswith(hundred):
            rest = phrase[len(hundred) :].lstrip()
            rests = [rest.removeprefix(glue) for glue in _GLUE if rest.startswith(glue)]
            more = next((_below_hundred()[each] for each in rests if each in _below_hundred()), None)
            if more or not rest:
                return value + (more or 0)
    return None


@cache
def _first_words() -> frozenset[str]:
    """The words with which a number begins, so that nearly all others are passed over at once."""
    return frozenset(phrase.split()[0] for phrase in (*_below_hundred(), *_vague(), *_even_hundreds()))


@cache
def _hundreds() -> tuple[str, ...]:
    """The beginnings of numbers from a hundred on that are written in one word."""
    return tuple(phrase for phrase in _even_hundreds() if " " not in phrase)


@cache
def _even_hundreds() -> Mapping[str, int]:
    return dict(_flat(_data()["hundreds"]))


@cache
def _data() -> Mapping[str, Any]:
    told: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return told


@cache
def few_words() -> frozenset[str]:
    """Return vague words that often mean only a part of the people: `ein paar Mitarbeiter können das nicht`."""
    return frozenset(_intervals("few"))


@cache
def _vague() -> Mapping[str, Interval]:
    return {**_intervals("vague"), **_intervals("few")}


def _intervals(name: str) -> Mapping[str, Interval]:
    """Words by interval, which the file has as `13-17`."""
    ends = {words: tuple(map(int, interval.split("-"))) for interval, words in _data()[name].items()}
    return {word.strip(): (low, high) for words, (low, high) in ends.items() for word in words.split(",")}


@cache
def _below_hundred() -> Mapping[str, int]:
    """All words up to 99, put together from the parts in the file. English has the last word."""
    words: dict[str, int] = {}
    for language in ("sl", "it", "fr", "de", "en"):
        parts = _data()[language]
        plain = {word: value for table in ("units", "tens") for word, value in _flat(parts[table])}
        words.update(dict(_compounds(language, parts)) | plain)
    return words


def _flat(table: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    return ((word.strip(), value) for value, words in table.items() for word in words.split(","))


def _compounds(language: str, parts: Mapping[str, Mapping[int, str]]) -> Iterator[tuple[str, int]]:
    for ten, value in _flat(parts["tens"]):
        for unit, more in _flat(parts["units"]):
            if " " not in unit and more < (20 if value in _twenties(parts) else 10):
                yield from ((spelling, value + more) for spelling in _spellings(language, ten, unit))


def _twenties(parts: Mapping[str, Any]) -> Sequence[int]:
    """Tens that are counted on up to nineteen: `soixante et onze`, `quatre vingt dix`."""
    found: Sequence[int] = parts.get("twenties", ())
    return found


def _spellings(language: str, ten: str, unit: str) -> tuple[str, ...]:
    if language == "de":
        links = ("und", "a", "ana", "e", "i")
        return (f"{unit} und {ten}", f"{unit}n{ten}", *(f"{unit}{link}{ten}" for link in links))
    if language == "sl":
        return (f"{unit}in{ten}", f"{unit} in {ten}", f"{unit}n{ten}", f"{unit}a{ten}")
    if language == "it":
        return (f"{ten[:-1]}{unit}" if unit[0] in "uo" else f"{ten}{unit}", f"{ten}{unit}", f"{ten} {unit}")
    return (f"{ten} {unit}", f"{ten}{unit}", f"{ten} et {unit}")
