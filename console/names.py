"""The words for the catalogue's codes, so that an adviser reads "South Tyrol" and not ITH1."""

from collections.abc import Callable, Mapping
from pathlib import Path

from alpine_catalogue.eligibility.fact_kinds import load_fact_kinds
from alpine_catalogue.languages import Words, in_language
from alpine_catalogue.matching.weights import read_criteria
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.repository import Catalogue


def names_from(database_url: str, folder: Path) -> Callable[[str, str], str]:
    """Return a function from code and language to words; a code that nobody knows stays as it is.

    The catalogue is read on first use, so that the console starts before anything was loaded.
    """
    catalogue = Catalogue(make_engine(database_url))

    def words(code: str, language: str) -> str:
        known = _all_names(catalogue, folder).get(code)
        return in_language(known, language) if known else code

    return words


def _all_names(catalogue: Catalogue, folder: Path) -> Mapping[str, Words]:
    if not catalogue.is_loaded():
        return {}
    criteria = read_criteria(folder)
    names: dict[str, Words] = {kind: told["names"] for kind, told in criteria.kinds.items()} | dict(criteria.services)
    names |= {name: kind.names for name, kind in load_fact_kinds(folder).by_name.items()}
    for kind in ("region", "sector", "pain_point", "technology"):
        names |= {code: body["names"] for code, body in catalogue.bodies(kind).items()}
    for region in catalogue.regions().values():
        names |= {part["code"]: {"en": part["code"], **part["names"]} for part in region["nuts3"]}
    return names
