"""What a firm looks for, and the limits it sets."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Limits:
    """What the firm rules out; each is a hard limit that no other advantage makes up for."""

    without: frozenset[str] = frozenset()
    """Ids of hubs, or kinds of organisation."""
    only_language: str | None = None
    only_country: str | None = None
    nearer_than_km: float | None = None


@dataclass(frozen=True)
class Search:
    """A firm's needs and its place. `at` is latitude and longitude; None where no place is known."""

    pains: tuple[str, ...]
    country: str | None = None
    region: str | None = None
    province: str | None = None
    sectors: tuple[str, ...] = ()
    language: str = "en"
    at: Point | None = None
    limits: Limits = Limits()

    @property
    def area(self) -> str | None:
        """The most exact NUTS code known."""
        return self.province or self.region or self.country
