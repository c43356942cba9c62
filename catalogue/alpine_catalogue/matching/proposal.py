"""What the matcher answers: teams of hubs, each with what it covers and why."""

from dataclasses import dataclass

from alpine_catalogue.model import Hub


@dataclass(frozen=True)
class Reason:
    """One reason for (or reservation about) a hub. `key` is worded per language elsewhere."""

    key: str
    value: str | float | None = None


@dataclass(frozen=True)
class Member:
    """One hub in a team."""

    hub: Hub
    covers: tuple[str, ...]
    """Pain points of the firm that this hub was chosen for."""
    distance_km: float | None
    """Along the way a lorry would take, roughly (see `distance.py`); None where no place is known."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Team:
    """Hubs that together cover the needs."""

    members: tuple[Member, ...]
    cost: float
    exact: bool

    @property
    def ids(self) -> frozenset[str]:
        """The hubs' ids, to tell two teams apart."""
        return frozenset(member.hub.id for member in self.members)


@dataclass(frozen=True)
class Proposal:
    """The best team, other teams worth a look, and what nobody covers."""

    team: Team
    alternatives: tuple[Team, ...]
    uncovered: tuple[str, ...]
    """Pain points no hub within reach covers; they feed the needs analysis."""
    local: Team | None = None
    """The best team of hubs for the firm's own region only, where it differs."""
    across: Team | None = None
    """The best team with a hub from another country, where it differs."""
