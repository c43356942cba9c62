"""The regions' files as the compiler needs them: which local code (Kreis, département ...) is which NUTS-3 unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Regions:
    """All region files, and the way from a country's own code to NUTS level 3."""

    files: tuple[Mapping[str, Any], ...]
    local: Mapping[tuple[str, str], str]

    def province_of(self, country: str, code: str) -> str | None:
        """NUTS level 3 of a local code; the longest code that it starts with wins (a Gemeinde over its Bezirk)."""
        whole = country in ("FR", "IT", "CH", "SI")
        lengths = (len(code),) if whole else range(len(code), 0, -1)
        return next((found for end in lengths if (found := self.local.get((country, code[:end])))), None)


def read_regions(folder: Path) -> Regions:
    """Read every region file under the folder."""
    files = tuple(yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yml")))
    local = {
        (region["country"], str(code)): unit["code"]
        for region in files
        for unit in region["nuts3"]
        for code in unit["local_codes"]
    }
    return Regions(files, local)
