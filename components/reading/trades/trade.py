"""A trade that a message names."""

from dataclasses import dataclass

from components.reading.tokens import Span


@dataclass(frozen=True)
class Trade:
    """NACE divisions that a word stands for, where it stands, and how sure it is that the word was meant."""

    codes: tuple[str, ...]
    word: str
    span: Span
    first: int
    last: int
    sure: float

    @property
    def start(self) -> int:
        """Where the words begin in the text."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Where they end."""
        return self.span[1]
