"""What is known of each hub whoever asks: worked out once, so that a search is arithmetic on arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alpine_catalogue.matching.fit import Flags
from alpine_catalogue.matching.postings import Postings
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.model import Hub
from alpine_catalogue.place import within


@dataclass(frozen=True)
class Traits:
    """Indexes and flags over all hubs, in the matcher's order."""

    ids: Postings
    kinds: Postings
    countries: Postings
    languages: Postings
    areas: Postings
    trades: Postings
    """NACE divisions and sections that a hub's sector terms stand for."""
    all_trades: Flags
    """It names no sector, and so serves all."""
    beyond_area: Flags
    """Its kind works for firms outside the area it names."""
    doubtful: Flags
    """Nobody has seen lately that it is active."""

    @classmethod
    def of(cls, hubs: Sequence[Hub], criteria: Criteria) -> "Traits":
        """Look at every hub once."""
        codes = criteria.sector_terms
        return cls(
            ids=Postings.of([[hub.id] for hub in hubs]),
            kinds=Postings.of([[hub.kind] for hub in hubs]),
            countries=Postings.of([[hub.country] for hub in hubs]),
            languages=Postings.of([hub.languages for hub in hubs]),
            areas=Postings.of([hub.serves for hub in hubs]),
            trades=Postings.of([{code for term in hub.sectors for code in codes.get(term, ())} for hub in hubs]),
            all_trades=np.array([not hub.sectors for hub in hubs], dtype=bool),
            beyond_area=np.array([criteria.kinds[hub.kind]["beyond_area"] for hub in hubs], dtype=bool),
            doubtful=np.array([hub.status != "active" for hub in hubs], dtype=bool),
        )

    def serves(self, area: str | None) -> Flags:
        """Tell which hubs name the firm's area, or one so much finer or coarser that nothing speaks against it."""
        if not area:
            return np.ones(len(self.doubtful), dtype=bool)
        return self.areas.any_of(named for named in self.areas.rows if within(area, [named]) is not False)
