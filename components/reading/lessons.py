"""Makes lessons of training messages: of the whole and of each clause, with what is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.reading.examples import Example, Need
from components.reading.learning import Targets
from components.reading.seen import Seen, look

IMPLIED = {"ask_programmes": "no_funding", "ask_maturity": "no_strategy"}
"""Who asks for this tells a need by asking (the definitions of the pain points say so)."""

_EVENED = 0.4


@dataclass(frozen=True)
class Lesson:
    """Words with their sentence vector, and what they tell. The act is None for what is no whole message."""

    words: Sequence[str]
    vector: NDArray[np.float32]
    act: str | None
    needs: tuple[Need, ...]


def lessons(examples: Sequence[Example]) -> Iterator[Lesson]:
    """Return all lessons, each text read only once."""
    for example, seen in zip(examples, look([example.text for example in examples]), strict=True):
        yield from _of_message(example, seen)


def _of_message(example: Example, seen: Seen) -> Iterator[Lesson]:
    needs = example.needs
    if not needs and example.act in IMPLIED:
        needs = (Need(IMPLIED[example.act], 0, len(example.text)),)
    yield Lesson(seen.rows[0], seen.vectors[0], example.act, needs)
    for place, part in enumerate(seen.parts[1:], start=1):
        inside = tuple(need for need in needs if need.start < part.end and part.start < need.end)
        yield Lesson(seen.rows[place], seen.vectors[place], None, inside)


def targets(taught: Sequence[Lesson], acts: Sequence[str], needs: Sequence[str]) -> Targets:
    """Return what is right as numbers: the act, one flag per need that is told, and one per need that is refused."""
    act_of, need_of = ({name: number for number, name in enumerate(names)} for names in (acts, needs))
    told = np.array([act_of[one.act] if one.act else -1 for one in taught])
    flags = np.zeros((len(taught), 2 * len(needs)), dtype=np.float32)
    for row, one in enumerate(taught):
        for need in one.needs:
            flags[row, need_of[need.id] + len(needs) * need.not_needed] = 1
    return Targets(np.maximum(told, 0), _act_counts(told), flags)


def _act_counts(told: NDArray[np.int64]) -> NDArray[np.float32]:
    """Rare acts count more: between all messages alike (0) and all acts alike (1)."""
    often = np.bincount(told[told >= 0])
    counts: NDArray[np.float64] = ((often[often > 0].mean() / np.maximum(often, 1)) ** _EVENED)[np.maximum(told, 0)]
    counts[told < 0] = 0
    return np.asarray(counts, dtype=np.float32)
