"""Words by which a firm tells a fact in passing: the content of `cue_words.yml`, as patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.stems import flat


@dataclass(frozen=True)
class CueWords:
    """The content of `cue_words.yml`."""

    money: Mapping[str, re.Pattern[str]]
    day: Mapping[str, re.Pattern[str]]
    ordered: Mapping[str, Mapping[str, re.Pattern[str]]]
    """none and done, each by language."""
    supposing: Mapping[str, re.Pattern[str]]
    """By language: what asks in one is an everyday word in another."""
    supposed_is_enough: frozenset[str]

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "CueWords":
        """Read them out of the file's content."""
        return cls(
            money=_patterns(words["money"]),
            day=_patterns(words["day"]),
            ordered={key: _patterns(by_language) for key, by_language in words["order"].items()},
            supposing=_patterns(words["supposing"]),
            supposed_is_enough=frozenset(words["supposed_is_enough"]),
        )


def _patterns(words: Mapping[str, Any]) -> Mapping[str, re.Pattern[str]]:
    return {key: _pattern(listed) for key, listed in words.items()}


def _pattern(listed: Any) -> re.Pattern[str]:
    """Longer ones first, so that the longest one is found."""
    ordered = sorted(flat(listed), key=len, reverse=True)
    words = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ \~\ ", r"(?:\s\w+){0,3}\s") for word in ordered)
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
