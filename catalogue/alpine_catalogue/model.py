"""What the catalogue knows, as frozen records: hubs, programmes, sectors, pain points, technologies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alpine_catalogue.languages import Words


@dataclass(frozen=True)
class Hub:
    """An organisation that helps firms to go digital."""

    id: str
    name: str
    kind: str
    country: str
    city: str
    lat: float
    lon: float
    serves: tuple[str, ...]
    """NUTS codes of any level, or a country, in which it works."""
    website: str | None
    languages: tuple[str, ...]
    technologies: Mapping[str, int | None]
    """Technology id to the hub's own score, 1 (very low) to 5 (very high); None when it gave no score."""
    sectors: tuple[str, ...]
    """Catalogue terms; none means cross-sector."""
    services: tuple[str, ...]
    infrastructure: tuple[str, ...]
    status: str
    status_year: int
    sources: tuple[str, ...]
    checked: date
    from_memory: tuple[str, ...]
    """Fields that nobody has seen in a source yet; never to be shown as certain."""
    label: str | None = None
    full_name: str | None = None

    @property
    def source(self) -> str:
        """The source to cite: an address where there is one."""
        return next((source for source in self.sources if source.startswith("http")), self.sources[0])


@dataclass(frozen=True)
class Programme:
    """Money or a service that a public body offers to firms. `rules` is the body of its file, for the evaluator."""

    id: str
    name: str
    language: str
    country: str
    authority: str
    instrument: str
    needs: tuple[str, ...]
    pays_for: Words
    url: str | None
    sources: Mapping[str, str] = field(hash=False)
    """Where the facts were read, by the short names that the conditions use."""
    checked: date
    rules: Mapping[str, Any] = field(hash=False)
    caution: Words | None = None
    who_to_ask: str | None = None
    successor: str | None = None
    """The programme that took over."""

    @property
    def source(self) -> str:
        """The page to cite: the official one where it was seen, otherwise the first source that has an address."""
        told = list(self.sources.values())
        return self.url or next((one for one in told if "://" in one), told[0])

    def source_called(self, name: str) -> str:
        """Return where a condition stands; the page to cite where no source was kept for it."""
        return self.sources.get(name, self.source)


@dataclass(frozen=True)
class Sector:
    """A division of NACE Rev. 2.1 with its section letter, and the words by which owners name their trade."""

    code: str
    names: Words
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Criterion:
    """How much a technology or service helps with a pain point (0 to 1), and why."""

    weight: float
    because: str


@dataclass(frozen=True)
class PainPoint:
    """What hurts a firm, and what helps against it."""

    id: str
    names: Words
    sentences: Words
    technologies: Mapping[str, Criterion]
    services: Mapping[str, Criterion]
    needs: tuple[str, ...]
    """Words by which programmes name the same need."""


@dataclass(frozen=True)
class Technology:
    """A technology by which hubs are described and found."""

    id: str
    names: Words
    also_called: tuple[str, ...]
