"""What is learnt from: messages of the training data with their act and the needs marked in them."""

from dataclasses import dataclass

PAIN_POINT, NOT_NEEDED = "pain_point", "not_needed"
"""How the training data call a need, and the role of one that is refused."""


@dataclass(frozen=True)
class Need:
    """A need (a pain point's id) told in `text[start:end]`; `not_needed` when the firm has it or does not want it."""

    id: str
    start: int
    end: int
    not_needed: bool = False


@dataclass(frozen=True)
class Example:
    """A training message: its act, and the needs marked in it."""

    text: str
    act: str
    needs: tuple[Need, ...] = ()
