"""How figures and sums are written: the content of `figure_words.yml`, as patterns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actions.stems import flat

_NUMBER = r"(?<![\w.,])(?:\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"


@dataclass(frozen=True)
class FigureWords:
    """The content of `figure_words.yml`, as patterns."""

    figure: re.Pattern[str]
    times: Mapping[str, float]
    touching: frozenset[str]
    currencies: frozenset[str]
    percent: frozenset[str]
    before: Mapping[str, re.Pattern[str]]
    """about, under and over: what stands before a figure and makes it a range."""
    between: re.Pattern[str]
    about_share: float

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "FigureWords":
        """Read them out of the file's content."""
        times = {word: float(factor) for factor, listed in words["times"].items() for word in listed}
        currencies, percent = words["currencies"], words["percent"]
        return cls(
            figure=_figure(times, currencies, percent),
            times=times,
            touching=frozenset(words["touching"]),
            currencies=frozenset(currencies),
            percent=frozenset(percent),
            before={key: _just_before(flat(words[key])) for key in ("about", "under", "over")},
            between=re.compile(rf"\s*(?:{_either(words['between'])})\s*"),
            about_share=words["about_share"],
        )


def _figure(times: Mapping[str, float], currencies: Sequence[str], percent: Sequence[str]) -> re.Pattern[str]:
    money = _either(currencies)
    return re.compile(
        rf"(?:(?P<first>{money})\s*)?(?P<number>{_NUMBER})(?:(?P<gap>\s*)(?P<times>{_either(times)})(?!\w))?\.?"
        rf"(?:\s*(?P<last>{money})(?!\w))?(?:\s*(?P<percent>{_either(percent)})(?!\w))?"
    )


def _just_before(words: Iterator[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(words)})\s*$")


def _either(words: Any) -> str:
    """Longer words first, so that the longest one is found."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
