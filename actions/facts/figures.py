"""Reads figures and sums out of a text: "1,5 Mio", "800k", "2.000.000 €", "zwischen 1 und 2 Mio", "30 %". Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.facts.figure_words import FigureWords
from actions.facts.letters import plain_letters

Bound = float | None
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’ \u00a0\u202f])\d{3})+(?:[.,]\d+)?")
_LEAST_MONEY = 100


@dataclass(frozen=True)
class Figure:
    """A figure from low to high (None: open), where it stands, and what it counts."""

    low: Bound
    high: Bound
    start: int
    end: int
    money: bool = False
    """Written as a sum: with a currency or a multiple."""
    percent: bool = False
    year: bool = False
    """Four digits that may be a year."""

    @property
    def told(self) -> Any:
        """The value as facts are told: a number, or `[low, high]`."""
        ends = [end if end is None or end != int(end) else int(end) for end in (self.low, self.high)]
        return ends[0] if ends[0] == ends[1] else ends

    @property
    def sum(self) -> bool:
        """Whether it can be a sum of money: a year, a share, or a handful of anything is none."""
        return self.money or not (self.percent or self.year or max(self.low or 0, self.high or 0) < _LEAST_MONEY)


def figures_in(text: str, words: FigureWords) -> list[Figure]:
    """Return the figures in the order of the text; two that are the ends of a range are one."""
    plain = plain_letters(text)
    return list(_joined(plain, [_read(plain, hit, words) for hit in words.figure.finditer(plain)], words))


def _read(plain: str, hit: re.Match[str], words: FigureWords) -> Figure:
    times, share = hit["times"], bool(hit["percent"])
    if times in words.touching and hit["gap"]:
        times = None
    value = _value(hit["number"], bool(times)) * words.times.get(times or "", 1.0)
    money = bool(times or hit["first"] or hit["last"])
    year = hit["number"].isdigit() and len(hit["number"]) == 4 and 1800 <= value < 2200 and not money  # noqa: PLR2004
    figure = Figure(value, value, hit.start(), hit.end(), money, share, year)
    return _ranged(plain, figure, words)


def _value(number: str, multiplied: bool) -> float:
    """`30.000` is thirty thousand, `1,5` one and a half; `1,250 Mio` is one and a quarter million."""
    grouped = _GROUPED.fullmatch(number)
    if grouped and not (multiplied and len(re.findall(r"\D", number)) == 1):
        mark = grouped[1]
        return float(number.replace(mark, "").replace(",", "."))
    return float(number.replace(",", "."))


def _ranged(plain: str, figure: Figure, words: FigureWords) -> Figure:
    before, value = plain[: figure.start], figure.low or 0.0
    if words.before["about"].search(before):
        margin = value * words.about_share
        return replace(figure, low=value - margin, high=value + margin, year=False)
    if words.before["under"].search(before):
        return replace(figure, low=None, year=False)
    return replace(figure, high=None, year=False) if words.before["over"].search(before) else figure


def _joined(plain: str, found: Sequence[Figure], words: FigureWords) -> Iterator[Figure]:
    """`1 bis 2 Mio` and `between 1 and 2 million`: the first takes its multiple from the second."""
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        if other and words.between.fullmatch(plain[one.end : other.start]) and _are_ends(one, other):
            yield _range(plain, one, other, words)
            at += 2
        else:
            yield one
            at += 1


def _are_ends(one: Figure, other: Figure) -> bool:
    return None not in (one.low, other.high) and not (one.year and other.year) and one.percent <= other.percent


def _range(plain: str, one: Figure, other: Figure, words: FigureWords) -> Figure:
    hit = words.figure.match(plain, other.start)
    factor = words.times.get((hit["times"] or "") if hit else "", 1.0)
    low = (one.low or 0.0) * (factor if not one.money and (one.low or 0.0) * factor <= (other.high or 0.0) else 1.0)
    low, high = sorted((low, other.high or 0.0))
    return replace(other, low=low, high=high, start=one.start, money=one.money or other.money)
