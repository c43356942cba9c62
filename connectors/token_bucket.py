"""How fast one conversation may speak."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class TokenBucket:
    """Lets `size` messages through at once, and `size` more in every `period` seconds."""

    size: int
    period: float
    now: Callable[[], float]
    _left: float = field(init=False)
    _seen: float = field(init=False)

    def __post_init__(self) -> None:
        """Begin full."""
        self._left, self._seen = float(self.size), self.now()

    def take(self) -> bool:
        """Take one message's worth; False where it came too fast."""
        now = self.now()
        gained = max(0.0, now - self._seen) * self.size / self.period
        self._left, self._seen = min(self.size, self._left + gained), now
        if self._left < 1:
            return False
        self._left -= 1
        return True
