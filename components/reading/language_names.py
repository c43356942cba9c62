"""Which language a writer asks for: `parlez-vous italien ?`, `lieber auf Englisch`."""

from functools import cache
from pathlib import Path

import yaml

from components.reading.folding import fold

OTHER = "other"
"""A language that we do not speak."""


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    told = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return {language: tuple(words) for language, words in told.items()}


def language_named(text: str) -> str | None:
    """Return the last language named, `other` for one that we do not speak, or None."""
    words = "".join(letter if letter.isalpha() else " " for letter in fold(text)).split()
    for word in reversed(words):
        for language, beginnings in _beginnings().items():
            if word.startswith(beginnings):
                return language
    return None
