"""How well each need is found."""

from dataclasses import dataclass

from bench.judging import needs
from bench.nlu import Pairs


@dataclass(frozen=True)
class Found:
    """One pain point: how often it was told, read, and both."""

    need: str
    told: int
    read: int
    both: int

    @property
    def precision(self) -> float | None:
        """The share of what was read that was told."""
        return self.both / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """The share of what was told that was read."""
        return self.both / self.told if self.told else None

    @property
    def f1(self) -> float | None:
        """Both in one figure."""
        return 2 * self.both / (self.told + self.read) if self.told + self.read else None


def found_by_need(pairs: Pairs) -> list[Found]:
    """Return one line per pain point, in the order of the alphabet."""
    sets = [(set(told["pain_points"]), needs(read)) for told, read in pairs]
    names = sorted(set().union(*(told | read for told, read in sets)))
    return [_found(name, sets) for name in names]


def _found(name: str, sets: list[tuple[set[str], set[str]]]) -> Found:
    told, read = [name in one for one, _ in sets], [name in other for _, other in sets]
    return Found(name, sum(told), sum(read), sum(a and b for a, b in zip(told, read, strict=True)))
