"""Numbers written as words, in five languages, up to 999."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_suffix(".yml")


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return data


@cache
def number_words() -> Mapping[str, int]:
    """Return folded words (with single spaces) and what they mean."""
    words: dict[str, int] = {}
    for language in ("sl", "it", "fr", "de", "en"):
        words.update(_one_language(language, _data()[language]))
    return words


@cache
def rough_words() -> Mapping[str, int]:
    """Return words that are a rough number by themselves (`une quinzaine`)."""
    return dict(_data()["about"])


def _one_language(language: str, parts: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    below_hundred = {**parts["units"], **parts["tens"], **_up_to_nineteen_more(parts)}
    for ten, value in parts["tens"].items():
        for unit, more in parts["units"].items():
            if more < 10 and " " not in unit:
                below_hundred.update(dict.fromkeys(_compounds(language, ten, unit), value + more))
    words = {**below_hundred, **parts["hundreds"]}
    for hundred, value in parts["hundreds"].items():
        for word, more in below_hundred.items():
            words.update(dict.fromkeys(_with_hundreds(language, hundred, word), value + more))
    return words


def _up_to_nineteen_more(parts: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Counting in twenties: `soixante et onze`, `quatre vingt dix sept`."""
    return {
        f"{score} {glue}{unit}": value + more
        for score, value in parts.get("scores", {}).items()
        for unit, more in parts["units"].items()
        for glue in ("", "et ")
        if more < 20
    }


def _with_hundreds(language: str, hundred: str, word: str) -> tuple[str, ...]:
    joined = (f"{hundred}{word}", f"{hundred} {word}")
    if language == "en":
        return (*joined, f"{hundred} and {word}")
    return (*joined, f"{hundred[:-1]}{word}") if language == "it" and word.startswith("o") else joined


def _compounds(language: str, ten: str, unit: str) -> tuple[str, ...]:
    if language == "de":
        return (f"{unit}und{ten}", f"{unit} und {ten}")
    if language == "sl":
        return (f"{unit}in{ten}", f"{unit} in {ten}")
    if language == "it":
        return (f"{ten[:-1]}{unit}" if unit[0] in "uo" else f"{ten}{unit}",)
    return (f"{ten} {unit}", f"{ten}{unit}", f"{ten} et {unit}")
