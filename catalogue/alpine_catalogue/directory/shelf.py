"""All hubs of one load, in arrays and indexes: whatever a query can ask of them without their own words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.matching.distance import Travel
from alpine_catalogue.matching.fit import Fits, Flags, Floats, strengths
from alpine_catalogue.matching.postings import Postings
from alpine_catalogue.matching.traits import Traits
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.model import Hub, PainPoint
from alpine_catalogue.store.texts import Rows

NOBODY: Rows = np.array([], dtype=np.intp)
_TESTBED = "testbed"


@dataclass(frozen=True)
class Shelf:
    """Rows are places among all hubs by id, as in the full-text index."""

    hubs: Sequence[Hub]
    names: Mapping[str, Rows]
    """Folded names, short and long."""
    cities: Postings
    traits: Traits
    skills: Mapping[str, tuple[Rows, Floats]]
    """Technology or service to the hubs that have it, and how strong each is in it, 0 to 1."""
    fits: Fits
    travel: Travel
    labs: Flags
    """It has a lab or test bed, or is one."""
    order: Rows
    """Place of each hub where nothing else decides: verified ones first, then by name."""

    @classmethod
    def of(cls, hubs: Mapping[str, Hub], pains: Mapping[str, PainPoint], criteria: Criteria) -> "Shelf":
        """Look at every hub once."""
        row_of = [hubs[id] for id in sorted(hubs)]
        folded = [fold(hub.name) for hub in row_of]
        return cls(
            hubs=row_of,
            names=_names(row_of, folded),
            cities=Postings.of([[hub.city] for hub in row_of]),
            traits=Traits.of(row_of, criteria),
            skills=_skills(row_of, criteria),
            fits=Fits.of(row_of, pains, criteria.weights),
            travel=Travel.to(row_of),
            labs=np.array([bool(hub.infrastructure) or hub.kind == _TESTBED for hub in row_of], dtype=bool),
            order=_order(row_of, folded),
        )

    def skilled(self, name: str) -> tuple[Rows, Floats]:
        """The hubs that have a technology or service, with their strength in it."""
        return self.skills.get(name, (NOBODY, np.array([])))

    def travel_to(self, rows: Rows) -> Travel:
        """The way to these hubs."""
        return Travel(self.travel.lat[rows], self.travel.lon[rows])


def _names(hubs: Sequence[Hub], folded: Sequence[str]) -> Mapping[str, Rows]:
    both = ({name, fold(hub.full_name or "") or name} for hub, name in zip(hubs, folded, strict=True))
    return Postings.of(list(both)).rows


def _skills(hubs: Sequence[Hub], criteria: Criteria) -> dict[str, tuple[Rows, Floats]]:
    found: defaultdict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for row, hub in enumerate(hubs):
        for name, strength in strengths(hub, criteria.weights):
            found[name][0].append(row)
            found[name][1].append(strength)
    return {name: (np.array(rows, dtype=np.intp), np.array(strong)) for name, (rows, strong) in found.items()}


def _order(hubs: Sequence[Hub], names: Sequence[str]) -> Rows:
    keys = [(hub.status != "active", name, hub.id) for hub, name in zip(hubs, names, strict=True)]
    ranked = sorted(range(len(hubs)), key=keys.__getitem__)
    place = np.empty(len(hubs), dtype=np.intp)
    place[ranked] = np.arange(len(hubs))
    return place
