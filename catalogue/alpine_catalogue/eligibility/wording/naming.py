"""Gathers what codes are called, from the catalogue's folder or from the loaded records, for one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alpine_catalogue.eligibility.fact_kinds import FactKinds
from alpine_catalogue.eligibility.wording.names import Names
from alpine_catalogue.files.lines import plain, read_yaml
from alpine_catalogue.languages import LANGUAGES, Words

_SPOKEN = {"FR": "fr", "IT": "it", "SI": "sl"}
"""Where a language has no word of its own for a province, its name there is used; German in the other countries."""


@dataclass(frozen=True)
class Taxonomy:
    """Names of codes that have no file of their own: countries and groups of regions, sections and classes of NACE."""

    areas: Mapping[str, Words]
    sections: Mapping[str, Words]


def load_taxonomy(folder: Path) -> Taxonomy:
    """Read the names below the catalogue's folder."""
    read = (plain(read_yaml(folder / "taxonomy" / f"{name}.yml")) for name in ("areas", "sections"))
    return Taxonomy(*read)


def names_in(
    language: str,
    kinds: FactKinds,
    taxonomy: Taxonomy,
    regions: Mapping[str, Mapping[str, Any]],
    sectors: Mapping[str, Words],
    programmes: Mapping[str, str],
) -> Names:
    """Return the names of everything that rules mention: region files by code, names of divisions and of programmes."""
    return Names(
        kinds=kinds,
        areas={**taxonomy.areas, **dict(_areas(regions))},
        sectors={**taxonomy.sections, **sectors},
        programmes=programmes,
        language=language,
    )


def _areas(regions: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Words]]:
    for code, body in regions.items():
        yield code, body["names"]
        yield from ((part["code"], _complete(part["names"], body["country"])) for part in body["nuts3"])


def _complete(names: Words, country: str) -> Words:
    local = names.get(_SPOKEN.get(country, "de")) or next(iter(names.values()))
    return {language: names.get(language) or local for language in LANGUAGES}
