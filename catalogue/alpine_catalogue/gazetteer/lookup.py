"""Looks one place name up, as a person would type it."""

from collections.abc import Iterator

from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.gazetteer.model import NOTHING, Found, Mention
from alpine_catalogue.gazetteer.names import NameIndex
from alpine_catalogue.gazetteer.postcodes import PostcodeTable
from alpine_catalogue.gazetteer.ranking import Weighed, decide, weigh
from alpine_catalogue.gazetteer.spot import Spotter
from alpine_catalogue.gazetteer.typed import found_as_typed
from alpine_catalogue.gazetteer.typos import TypoIndex
from alpine_catalogue.gazetteer.words import Words

LONGEST = 120
"""Characters; nothing longer is a place name."""
UNIT_MARK = "="
"""Before a car-plate or département code in the index, so that `TO` or `74` are hints but never names of their own."""
SLIP_SHARE = 0.03
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
        """What a name, postal code or NUTS code stands for; `country` (ISO) settles ties. Never raises."""
        text = name.strip()
        if not text or len(text) > LONGEST:
            return NOTHING
        return found_as_typed(self, text, country, language) or NOTHING

    def spot(self, text: str, *, country: str | None = None, language: str | None = None) -> list[Mention]:
        """All places that a message names, in order, with their offsets. Never raises."""
        return self._spotter.spot(text, country=country, language=language)

    def knows(self, key: str) -> bool:
        """Is this folded text a name?"""
        return key in self._names

    def is_word(self, key: str) -> bool:
        """Is this folded text an everyday word of one of the languages?"""
        return self._words.is_word(key)

    def is_cue(self, key: str) -> bool:
        """Is this folded text a word that stands before places, such as `in` or `comune`?"""
        return key in self._words.of(self._words.cues, None)

    def weighed(self, key: str) -> list[Weighed]:
        """The places under a folded name with their weights."""
        return [weigh(named) for named in self._names.named(key)]

    def exact(self, key: str, *, country: str | None = None) -> Found | None:
        """The outcome for a folded name as it is spelt; None when no place bears it."""
        weighed = self.weighed(key)
        return self.decided(key, weighed, country=country) if weighed else None

    def decided(self, key: str, weighed: list[Weighed], *, country: str | None = None) -> Found:
        """The outcome for the places under a folded name."""
        return decide(weighed, country=country, even=key in self._names.even)

    def guess(self, key: str, *, country: str | None = None) -> Found | None:
        """The outcome for a misspelt name; None when nothing is near enough, or when it is an everyday word."""
        weighed = [] if self.is_word(key) else list(self._near(key))
        return decide(weighed, country=country, guessed=True) if weighed else None

    def guess_in_text(self, key: str, *, country: str | None = None) -> Found | None:
        """The outcome for a misspelt name inside a sentence, where only well-known places are worth the risk."""
        known = [each for each in self._near(key) if each.weight >= WORTH_THE_RISK]
        found = decide(known, country=country, guessed=True) if known else None
        return found if found and found.kind in ("place", "candidates") else None

    def postcode(self, digits: str, *, country: str | None = None) -> Found:
        """The outcome for a postal code."""
        return self._postcodes.find(digits, country=country)

    def code_and_name(self, digits: str, country: str | None, name: str) -> Found | None:
        """The place of that name that has this postal code; None when the name is unknown or lies elsewhere."""
        regions = {place.region for place in self.postcode(digits, country=country).places if place.region}
        kept = [each for each in self.weighed(fold(name)) if each.place.region in regions]
        return decide(kept) if kept else None

    def plate(self, code: str, *, country: str | None = None) -> Found:
        """The outcome for a car-plate or département code: `BZ`, `74`, `VS`."""
        return self.exact(UNIT_MARK + fold(code), country=country) or NOTHING

    def unit(self, code: str) -> Found:
        """The outcome for a NUTS code of level 2 or 3."""
        return self.exact(fold(code)) or NOTHING

    def _near(self, key: str) -> Iterator[Weighed]:
        for near, slips in self._typos.near(key):
            for named in self._names.named(near):
                yield weigh(named, SLIP_SHARE**slips)
