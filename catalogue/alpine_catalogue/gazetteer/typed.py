"""The steps by which a typed answer to `Where are you?` becomes a place: code, name, hint, misspelling."""

import re
from typing import TYPE_CHECKING

from alpine_catalogue.gazetteer.context import agrees
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.gazetteer.model import Found
from alpine_catalogue.gazetteer.postcodes import POSTCODE, country_of
from alpine_catalogue.gazetteer.ranking import Weighed

if TYPE_CHECKING:
    from alpine_catalogue.gazetteer.lookup import Gazetteer

_NUTS = re.compile(r"(AT|CH|DE|FR|IT|LI|SI)[0-9A-Z]{2,3}", re.IGNORECASE)
_PARTS = re.compile(r"[,;/()\[\]]|\s[-–]\s")
_COUNTRY_CODES = frozenset({"AT", "CH", "DE", "FR", "IT", "LI", "SI", "A", "D", "F", "I", "FL", "SLO"})
_PLATE = re.compile(r"[A-Z]{2}|\d{2}")


def found_as_typed(gazetteer: "Gazetteer", text: str, country: str | None, language: str | None) -> Found | None:
    """Try the steps in turn; the first that knows an answer wins."""
    key = fold(text)
    return (
        _code(gazetteer, text, country)
        or gazetteer.exact(key, country=country)
        or _short_code(gazetteer, text, country)
        or _in_parts(gazetteer, text, country)
        or _last_words(gazetteer, text, country)
        or gazetteer.guess(key, country=country)
        or _in_a_sentence(gazetteer, text, country, language)
    )


def _code(gazetteer: "Gazetteer", text: str, country: str | None) -> Found | None:
    """A NUTS code, a postal code, or a postal code with a name."""
    if _NUTS.fullmatch(text):
        return gazetteer.exact(fold(text))
    match = POSTCODE.match(text)
    if not match:
        return None
    named = country_of(match["country"]) or country
    rest = text[match.end() :].strip(" ,.")
    code = gazetteer.postcode(match["digits"], country=named)
    if not rest:
        return code
    return gazetteer.code_and_name(match["digits"], named, rest) or gazetteer.exact(fold(rest), country=country)


def _short_code(gazetteer: "Gazetteer", text: str, country: str | None) -> Found | None:
    """A country code, a car plate or a département number: `CH`, `BZ`, `74`."""
    if text in _COUNTRY_CODES:
        return Found("country", (), country_of(text))
    found = gazetteer.plate(text, country=country) if _PLATE.fullmatch(text) else None
    return found if found and found.places else None


def _in_parts(gazetteer: "Gazetteer", text: str, country: str | None) -> Found | None:
    """`Freiburg (CH)`, `Bozen/Bolzano`, `Neustadt, Bayern`: the first part, as far as the others agree."""
    first, *others = [part.strip() for part in _PARTS.split(text) if part.strip()] or [""]
    weighed = gazetteer.weighed(fold(first)) if others else []
    weighed = [each for each in weighed if each.place.country == country] or weighed
    for part in others:
        weighed = _agreeing(weighed, _hint(gazetteer, part))
    return gazetteer.decided(fold(first), weighed) if weighed else None


def _hint(gazetteer: "Gazetteer", part: str) -> Found | None:
    if part.upper() in _COUNTRY_CODES:
        return Found("country", (), country_of(part.upper()))
    plate = gazetteer.plate(part)
    return plate if plate.places else gazetteer.exact(fold(part))


def _agreeing(weighed: list[Weighed], hint: Found | None) -> list[Weighed]:
    return [each for each in weighed if hint and agrees(each.place, hint)] or weighed


def _last_words(gazetteer: "Gazetteer", text: str, country: str | None) -> Found | None:
    """`v Kranju`, `comune di Trento`, `bei Rosenheim`: what is left without the leading small words."""
    words = text.split()
    while len(words) > 1 and gazetteer.is_cue(fold(words[0])):
        words = words[1:]
        if found := gazetteer.exact(fold(" ".join(words)), country=country):
            return found
    return None


def _in_a_sentence(gazetteer: "Gazetteer", text: str, country: str | None, language: str | None) -> Found | None:
    """A whole sentence was typed: the only place it names."""
    if " " not in text:
        return None
    named = [each.found for each in gazetteer.spot(text, country=country, language=language) if not each.negated]
    places = [found for found in named if found.kind != "country"] or named
    return places[0] if len(places) == 1 or len({found.regions for found in places}) == 1 and places else None
