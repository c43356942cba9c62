"""An inverted index: which hubs carry a name (a language, an area, a trade), without asking every hub each time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alpine_catalogue.matching.fit import Flags


@dataclass(frozen=True)
class Postings:
    """For each name, the rows of the hubs that carry it; memory grows with what the hubs say, not with hubs x names."""

    hubs: int
    rows: Mapping[str, NDArray[np.intp]]

    @classmethod
    def of(cls, names: Sequence[Iterable[str]]) -> "Postings":
        """Index the names of each hub, given in the order of the hubs."""
        rows: dict[str, list[int]] = {}
        for row, carried in enumerate(names):
            for name in carried:
                rows.setdefault(name, []).append(row)
        return cls(len(names), {name: np.array(found, dtype=np.intp) for name, found in rows.items()})

    def any_of(self, names: Iterable[str]) -> Flags:
        """Tell for every hub whether it carries at least one of `names`; a name nobody carries is no error."""
        flags = np.zeros(self.hubs, dtype=bool)
        for name in names:
            flags[self.rows.get(name, [])] = True
        return flags
