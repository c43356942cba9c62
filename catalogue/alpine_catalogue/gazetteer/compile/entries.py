"""How each kind of source becomes places and names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from alpine_catalogue.gazetteer.compile.book import Book
from alpine_catalogue.gazetteer.compile.demonyms import SMALLEST
from alpine_catalogue.gazetteer.compile.errors import UnusedName
from alpine_catalogue.gazetteer.compile.neighbours import Locality
from alpine_catalogue.gazetteer.compile.regions import Regions
from alpine_catalogue.gazetteer.compile.short_names import first_halves, short_forms
from alpine_catalogue.gazetteer.compile.towns import Town
from alpine_catalogue.gazetteer.fold import fold

_GUESSABLE = 1500
"""Inhabitants from which on a misspelt town is guessed."""
_GUESSABLE_OUTSIDE = 100000
_ALL_NAMES_OFFICIAL = frozenset({"ITH10"})
"""Where nearly every place has several official names, which GeoNames lists among the alternates."""
_HALVED = frozenset({"AT", "CH", "DE", "FR", "IT"})
"""Where people call a town by the first half of its double name: Garmisch, Bourgoin, Castelfranco."""
_SLOVENE_SPEAKING = ("SI", "AT21", "AT22", "ITH4")
"""Whose nicknames get Slovene case forms too."""
_LOCAL_LANGUAGE = {"AT": "de", "CH": "de", "DE": "de", "FR": "fr", "IT": "it", "LI": "de", "SI": "sl"}
_GERMAN_SPEAKING = frozenset({"AT", "DE", "CH", "LI"})


def add_countries(book: Book, countries: Sequence[Mapping[str, Any]]) -> None:
    """Countries by name; a population of 1 marks those that the area lies in."""
    for country in countries:
        inside = "1" if country.get("inside") else "0"
        number = book.add((country["names"]["en"], "country", country["code"], "", "0", "0", inside))
        book.name(number, country["names"].values(), guessable=True)
        book.name(number, country.get("also_called", ()))
        book.slovene(number, [country["names"]["sl"]])


def add_towns(book: Book, placed: Sequence[Town], exonyms: Mapping[str, Any]) -> None:
    """Towns with all their names; raises UnusedName for a hand-kept row that fits no town."""
    by_hand = {(each["unit"], each["geonames"]): each for each in exonyms["towns"]}
    for town in sorted(placed, key=lambda each: (-each.population, each.geonameid)):
        _add_town(book, town, by_hand.pop((town.unit or town.country, town.name), {}))
    if by_hand:
        raise UnusedName("exonyms.yml", sorted(f"{unit} {name}" for unit, name in by_hand))


def _add_town(book: Book, town: Town, extra: Mapping[str, Any]) -> None:
    name = extra.get("name", town.name)
    number = book.add((name, "town", town.country, town.unit, f"{town.lat:g}", f"{town.lon:g}", str(town.population)))
    guessable = bool(extra) or town.population >= (_GUESSABLE if town.unit else _GUESSABLE_OUTSIDE)
    own = [part for each in (name, town.name) for part in (each, *each.split(" - "))]
    own += [*extra.get("names", {}).values(), *extra.get("also_called", ())]
    book.name(number, own, guessable=guessable)
    if town.unit:
        official = town.unit in _ALL_NAMES_OFFICIAL
        book.name(number, town.alternates, "own" if official else "alternate", guessable=official)
        _add_forms(book, number, town, own, extra)
    halves = first_halves([town.name], town.population) if town.country in _HALVED else []
    book.name(number, [*short_forms([name, town.name]), *halves], "short", guessable=guessable)


def _add_forms(book: Book, number: int, town: Town, own: list[str], extra: Mapping[str, Any]) -> None:
    names = extra.get("names", {})
    slovene = own if town.country == "SI" else [names["sl"]] if "sl" in names else []
    book.slovene(number, slovene)
    german = [names["de"]] if "de" in names else own[:1] if town.country in _GERMAN_SPEAKING else []
    if town.population >= SMALLEST or extra:
        book.german(number, german)


def add_regions(book: Book, regions: Regions, placed: Sequence[Town]) -> None:
    """NUTS-2 regions and their NUTS-3 units, at the coordinates of their capitals."""
    where = _capitals(placed)
    for region in regions.files:
        _add_unit(book, region, region["country"], "region", where[region["code"], region["capital"]])
        for unit in region["nuts3"]:
            number = _add_unit(book, unit, region["country"], "province", where[region["code"], unit["capital"]])
            for code in unit["local_codes"] if region["country"] in ("IT", "FR", "CH") else ():
                book.mark(number, f"={code.lower()}")


def _add_unit(book: Book, unit: Mapping[str, Any], country: str, kind: str, town: Town) -> int:
    names = unit["names"]
    shown = names.get(unit.get("local") or _LOCAL_LANGUAGE[country]) or next(iter(names.values()))
    number = book.add((shown, kind, country, unit["code"], f"{town.lat:g}", f"{town.lon:g}", "0"))
    book.name(number, [*names.values(), unit["code"]], guessable=True)
    book.name(number, unit["also_called"], guessable=True)
    slovene = unit["also_called"] if unit["code"].startswith(_SLOVENE_SPEAKING) else []
    book.slovene(number, [*slovene, *([names["sl"]] if "sl" in names else [])])
    if kind == "region" and "de" in names:
        book.german(number, [names["de"]])
    return number


def _capitals(placed: Sequence[Town]) -> dict[tuple[str, str], Town]:
    """Region and folded name to its largest town of that name."""
    found: dict[tuple[str, str], Town] = {}
    for town in sorted(placed, key=lambda each: each.population):
        for name in (*town.alternates, *short_forms([town.name]), town.name):
            found[town.unit[:4], name] = town
    return found


def add_landscapes(
    book: Book, landscapes: Sequence[Mapping[str, Any]], regions: Regions, placed: Sequence[Town]
) -> None:
    """Landscapes and larger areas that cross regions, one row for each unit; those outside have no unit."""
    where = _centres(regions, placed)
    for landscape in landscapes:
        for unit in landscape["units"] or [""]:
            lat, lon = where.get(unit, (0.0, 0.0))
            country = unit[:2] or landscape["country"]
            number = book.add((landscape["name"], "landscape", country, unit, f"{lat:g}", f"{lon:g}", "0"))
            names = [landscape["name"], *landscape["names"]]
            book.name(number, names, guessable=True)
            book.slovene(number, landscape.get("slovene", ()))


def _centres(regions: Regions, placed: Sequence[Town]) -> dict[str, tuple[float, float]]:
    where = _capitals(placed)
    centres = {}
    for region in regions.files:
        for unit in (region, *region["nuts3"]):
            town = where[region["code"], unit["capital"]]
            centres[unit["code"]] = (town.lat, town.lon)
    return centres


def add_localities(book: Book, postal: Iterable[Locality]) -> None:
    """Postal localities that are not towns already: municipalities first, then Austria's hamlets."""
    known = list(postal)
    _add_by_name(book, known, "locality", lambda each: each.municipality if each.country == "AT" else each.name)
    _add_by_name(book, known, "hamlet", lambda each: each.name if each.country == "AT" else "")


def _add_by_name(book: Book, postal: Iterable[Locality], kind: str, name_of: Callable[[Locality], str]) -> None:
    by_name: defaultdict[tuple[str, str], list[Locality]] = defaultdict(list)
    for locality in postal:
        name = name_of(locality)
        if locality.unit and name and not any(letter.isdigit() for letter in name):
            by_name[locality.unit, name].append(locality)
    for (unit, name), members in sorted(by_name.items()):
        first = members[0]
        if not book.knows(fold(name), unit, first.lat, first.lon):
            population = max(member.population for member in members)
            number = book.add((name, kind, first.country, unit, f"{first.lat:g}", f"{first.lon:g}", str(population)))
            own = [name, *(part.strip() for part in name.split("/"))]
            book.name(number, own, guessable=population >= _GUESSABLE)
            book.name(number, [*short_forms([name]), *first_halves([name], population)], "short")
            if first.country == "SI":
                book.slovene(number, [name])
