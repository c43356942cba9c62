"""The words of `cues.yml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from components.reading.folding import fold
from components.reading.phrases import Phrases


@cache
def _data() -> Mapping[str, Any]:
    told: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("cues.yml").read_text(encoding="utf-8"))
    return told


@cache
def trade_cue(name: str) -> Phrases:
    """Return one list of words or phrases."""
    return Phrases(_data()[name])


@cache
def codes_of(name: str) -> tuple[str, ...]:
    """Return the divisions to which doing this with any product belongs: to sell, to repair, to install it."""
    return tuple(_data()["codes_of"].get(name, ()))


def may_be_trade(words: str) -> bool:
    """Tell if the name of a place, as typed, is rather a trade when another place is named beside it."""
    return fold(words) in trade_cue("no_places")
