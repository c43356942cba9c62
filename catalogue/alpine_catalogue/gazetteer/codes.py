"""Codes in a message that tell a place: postal codes, NUTS codes, département numbers, province letters."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from alpine_catalogue.gazetteer.model import Found, Mention
from alpine_catalogue.gazetteer.postcodes import POSTCODE, country_of

if TYPE_CHECKING:
    from alpine_catalogue.gazetteer.lookup import Gazetteer

_NUTS = re.compile(r"\b(?:AT[1-3]|CH0|DE[12]|FR[A-Z]|IT[A-Z]|LI0|SI0)[0-9A-Z]{1,2}\b")
_DEPARTMENT = re.compile(
    r"\b(?:dans|département|departement|dept)\s+(?:le\s+|du\s+)?(?P<number>\d{2})\b(?!\s*[%€]|[.,]\d)",
    re.IGNORECASE,
)
_ZIP_WORD = re.compile(
    r"(?:plz|zip|postcode|postal code|postleitzahl|cap|code postal|npa|poštna številka|pošta)\W{0,3}$",
    re.IGNORECASE,
)
_NAME_FOLLOWS = re.compile(r"\s{1,2}(?:in |a |à )?(?P<name>[A-ZÄÖÜČŠŽÀ-Þ][\w'’.\-]+(?:[ \-'’][\w'’.\-]+){0,4})")
_YEARS = range(1900, 2100)


def coded_mentions(text: str, gazetteer: "Gazetteer", *, country: str | None) -> list[Mention]:
    """All codes of the message that stand for a place."""
    found = [*_nuts(text, gazetteer), *_postcodes(text, gazetteer, country), *_departments(text, gazetteer)]
    return sorted(found, key=lambda mention: mention.start)


def _nuts(text: str, gazetteer: "Gazetteer") -> Iterator[Mention]:
    for match in _NUTS.finditer(text):
        found = gazetteer.unit(match[0])
        if found.kind != "nothing":
            yield Mention(match.start(), match.end(), match[0], found)


def _postcodes(text: str, gazetteer: "Gazetteer", country: str | None) -> Iterator[Mention]:
    for match in POSTCODE.finditer(text):
        named = country_of(match["country"])
        whole, end = _with_name(text, match, gazetteer, named or country)
        if whole:
            yield Mention(match.start(), end, text[match.start() : end], whole)
        elif _stands_for_a_place(text, match):
            found = gazetteer.postcode(match["digits"], country=named or country)
            if found.kind in ("place", "candidates") or (found.kind == "outside" and named):
                yield Mention(match.start(), match.end(), match[0], found)


def _with_name(
    text: str, match: re.Match[str], gazetteer: "Gazetteer", country: str | None
) -> tuple[Found | None, int]:
    """`38122 Trento` or `6600 Reutte` as one mention, where a name follows and both agree."""
    name = _NAME_FOLLOWS.match(text, match.end())
    if not name:
        return None, match.end()
    words = name["name"].split(" ")
    for size in range(len(words), 0, -1):
        shorter = " ".join(words[:size]).rstrip(".,")
        found = gazetteer.code_and_name(match["digits"], country, shorter)
        if found:
            return found, name.start("name") + len(shorter)
    return None, match.end()


def _stands_for_a_place(text: str, match: re.Match[str]) -> bool:
    if match["country"] or _ZIP_WORD.search(text[: match.start()]):
        return True
    alone = match[0].strip() == text.strip(" .!?")
    return alone and int(match["digits"]) not in _YEARS or len(match["digits"]) == len("00000")


def _departments(text: str, gazetteer: "Gazetteer") -> Iterator[Mention]:
    for match in _DEPARTMENT.finditer(text):
        found = gazetteer.plate(match["number"], country="FR")
        if found.kind == "place":
            yield Mention(match.start("number"), match.end("number"), match["number"], found)
