"""Looks one place name up, as a person would type it."""

import re
from collections.abc import Iterator

from alpine_catalogue.gazetteer.context import agrees
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.gazetteer.model import NOTHING, Found, Mention, Place
from alpine_catalogue.gazetteer.names import NameIndex
from alpine_catalogue.gazetteer.postcodes import POSTCODE, PostcodeTable, country_of
from alpine_catalogue.gazetteer.ranking import Weighed, decide, weigh
from alpine_catalogue.gazetteer.spot import Spotter
from alpine_catalogue.gazetteer.typos import TypoIndex
from alpine_catalogue.gazetteer.words import Words

LONGEST = 120
"""Characters; nothing longer is a place name."""
_NUTS = re.compile(r"(AT|CH|DE|FR|IT|LI|SI)[0-9A-Z]{2,3}", re.IGNORECASE)
_PARTS = re.compile(r"[,;/()\[\]]|\s[-–]\s")
UNIT_MARK = "="
"""Before a car-plate or département code in the index, so that `TO` or `74` are hints but never names of their own."""
_SLIP_SHARE = 0.03
"""What each slip of the keyboard costs: a misspelt city outweighs a rightly spelt hamlet only if 33 times as large."""

WORTH_THE_RISK = 300.0
"""Weight of a misspelt name, after the cost of its slips, from which on it is taken inside a sentence."""


class Gazetteer:
    """All places of the area; made once, read by all."""

    def __init__(self, names: NameIndex, typos: TypoIndex, postcodes: PostcodeTable, words: Words) -> None:
        """Take the parts that `load_gazetteer` reads."""
        self._names = names
        self._typos = typos
        self._postcodes = postcodes
        self._words = words
        self._spotter = Spotter(self, words)

    def find(self, name: str, *, country: str | None = None, language: str | None = None) -> Found:
        """What a name, postal code or NUTS code stands for; `country` (ISO) and `language` settle ties. Never raises."""
        text = name.strip()
        if not text or len(text) > LONGEST:
            return NOTHING
        return (
            self._code(text, country)
            or self.exact(fold(text), country=country)
            or self._in_parts(text, country)
            or self.guess(fold(text), country=country)
            or NOTHING
        )

    def spot(self, text: str, *, country: str | None = None, language: str | None = None) -> list[Mention]:
        """All places that a message names, in order, with their offsets. Never raises."""
        return self._spotter.spot(text, country=country, language=language)

    def knows(self, key: str) -> bool:
        """Is this folded text a name?"""
        return key in self._names

    def exact(self, key: str, *, country: str | None = None) -> Found | None:
        """The outcome for a folded name as it is spelt; None when no place bears it."""
        weighed = self.weighed(key)
        return decide(weighed, country=country) if weighed else None

    def weighed(self, key: str) -> list[Weighed]:
        """The places under a folded name with their weights."""
        return [weigh(named) for named in self._names.named(key)]

    def guess(self, key: str, *, country: str | None = None) -> Found | None:
        """The outcome for a misspelt name; None when nothing is near enough."""
        if key in self._words.of(self._words.ordinary, None):
            return None
        weighed = list(self._near(key))
        return decide(weighed, country=country, guessed=True) if weighed else None

    def guess_in_text(self, key: str, *, country: str | None = None) -> Found | None:
        """The outcome for a misspelt name inside a sentence, where only well-known places are worth the risk."""
        known = [each for each in self._near(key) if each.weight >= WORTH_THE_RISK]
        found = decide(known, country=country, guessed=True) if known else None
        return found if found and found.kind in ("place", "candidates") else None

    def postcode(self, digits: str, *, country: str | None = None) -> Found:
        """The outcome for a postal code."""
        return self._postcodes.find(digits, country=country)

    def plate(self, code: str, *, country: str | None = None) -> Found:
        """The outcome for a car-plate or département code: `BZ`, `74`, `VS`."""
        return self.exact(UNIT_MARK + fold(code), country=country) or NOTHING

    def unit(self, code: str) -> Found:
        """The outcome for a NUTS code of level 2 or 3."""
        return self.exact(fold(code)) or NOTHING

    def _near(self, key: str) -> Iterator[Weighed]:
        for near, slips in self._typos.near(key):
            for named in self._names.named(near):
                yield weigh(named, _SLIP_SHARE**slips)

    def _code(self, text: str, country: str | None) -> Found | None:
        if _NUTS.fullmatch(text):
            return self.exact(fold(text))
        if match := POSTCODE.fullmatch(text):
            return self.postcode(match["digits"], country=country_of(match["country"]) or country)
        if (match := POSTCODE.match(text)) and (rest := text[match.end() :].strip(" ,")):
            found = self.code_and_name(match["digits"], country_of(match["country"]) or country, rest)
            return found or self.exact(fold(rest), country=country)
        return None

    def code_and_name(self, digits: str, country: str | None, name: str) -> Found | None:
        """The place of that name that has this postal code; None when the name is unknown or lies elsewhere."""
        code = self.postcode(digits, country=country)
        return agreed(self.weighed(fold(name)), code.places)

    def _in_parts(self, text: str, country: str | None) -> Found | None:
        """`Freiburg (CH)`, `Bozen/Bolzano`, `Neustadt, Bayern`: the first part, as far as the others agree."""
        parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
        if len(parts) < 2:  # noqa: PLR2004
            return None
        weighed = self.weighed(fold(parts[0]))
        for part in parts[1:]:
            if not weighed:
                break
            other = self._hint(part)
            if other and (kept := [each for each in weighed if agrees(each.place, other)]):
                weighed = kept
        return decide(weighed, country=country) if weighed else None

    def _hint(self, part: str) -> Found | None:
        code = part.upper()
        if code in ("AT", "CH", "DE", "FR", "IT", "LI", "SI", "A", "D", "F", "I", "FL", "SLO"):
            return Found("country", (), country_of(code))
        return self.exact(UNIT_MARK + fold(part)) or self.exact(fold(part))


def agreed(weighed: list[Weighed], places: tuple[Place, ...]) -> Found | None:
    """Those of the weighed places that lie in the same region as one of the others."""
    regions = {place.region for place in places}
    kept = [each for each in weighed if each.place.region in regions]
    return decide(kept) if kept else None

