"""Finds the places that a whole message names, in any of the five languages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from alpine_catalogue.gazetteer.codes import coded_mentions
from alpine_catalogue.gazetteer.context import keep_agreeing, settled_by_each_other
from alpine_catalogue.gazetteer.evidence import evidence
from alpine_catalogue.gazetteer.message import Message, read_message
from alpine_catalogue.gazetteer.model import Found, Mention
from alpine_catalogue.gazetteer.negation import is_negated, is_taken_back
from alpine_catalogue.gazetteer.slovene_cases import PREPOSITIONS, bases
from alpine_catalogue.gazetteer.tokens import LONGEST_NAME, Token, joined
from alpine_catalogue.gazetteer.typos import SHORTEST
from alpine_catalogue.gazetteer.words import Words

if TYPE_CHECKING:
    from alpine_catalogue.gazetteer.lookup import Gazetteer

LONGEST_TEXT = 5000
"""Characters that are read: a pasted book shall cost no more than a long letter."""

INFLECTED_IN_TEXT, INFLECTED_SMALL = 500, 5_000
"""Weight from which on a name with a Slovene ending is taken: with a capital, and in small letters."""

_NO_CUES_FOR_SLIPS = frozenset("des dei delle degli les aux the".split())  # noqa: SIM905
"""After an article of the plural stands a noun rather than a misspelt place: `la recette des diots`."""
SHORT_ANSWER = 2
"""Words: so short a message is likely an answer to `Where are you?`, and may be misspelt without a cue."""


class Spotter:
    """Reads messages with the gazetteer's names and the word lists."""

    def __init__(self, gazetteer: "Gazetteer", words: Words) -> None:
        """Keep both."""
        self._gazetteer = gazetteer
        self._words = words

    def spot(self, text: str, *, country: str | None = None, language: str | None = None) -> list[Mention]:
        """All mentions in their order."""
        message = read_message(text[:LONGEST_TEXT], self._words, country, language)
        coded = coded_mentions(message.text, self._gazetteer, country=country)
        strong, weak = self._named(message, coded)
        mentions = keep_agreeing(sorted([*coded, *strong], key=_start), weak, message.text)
        marked = [
            replace(each, negated=is_negated(message, each) or is_taken_back(message, each, mentions))
            for each in mentions
        ]
        return settled_by_each_other(marked)

    def _named(self, message: Message, coded: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
        strong: list[Mention] = []
        weak: list[Mention] = []
        at = 0
        while at < len(message.tokens):
            if any(_covers(each, message.tokens[at]) for each in coded):
                at += 1
                continue
            mention, sure, width = self._longest(message, at)
            if mention:
                (strong if sure else weak).append(mention)
            at += width
        return strong, weak

    def _longest(self, message: Message, at: int) -> tuple[Mention | None, bool, int]:
        """The longest name that begins here, whether it is sure, and how many words to go on."""
        for stop, key in self._names_from(message, at):
            weighed = self._gazetteer.weighed(key)
            judged = evidence(message, at, stop, key, weighed)
            if judged != "none":
                found = self._gazetteer.decided(key, weighed, country=message.country)
                return _mention(message, at, stop, found), judged == "strong", stop - at
        if bent := self._with_an_ending(message, at):
            return _mention(message, at, at + 1, bent), True, 1
        mention, width = self._misspelt(message, at)
        return mention, True, width

    def _names_from(self, message: Message, at: int) -> Iterator[tuple[int, str]]:
        for stop in range(min(len(message.tokens), at + LONGEST_NAME), at, -1):
            key = message.key(at, stop)
            if joined(message.text, message.tokens, at, stop):
                names = (self._with_article(message, at, key), key if self._gazetteer.knows(key) else None)
                yield from ((stop, name) for name in names if name)

    def _with_article(self, message: Message, at: int, key: str) -> str | None:
        """`Le Locle`, of which `au` has swallowed the article; but no `Hôtel du Lac`."""
        article = self._words.contractions.get(message.tokens[at - 1].key) if at else None
        if not article or not message.tokens[at].capital or self._words.is_word(key):
            return None
        whole = f"{article} {key}"
        return whole if self._gazetteer.knows(whole) else None

    def _with_an_ending(self, message: Message, at: int) -> Found | None:
        """A name outside Slovenia with the ending that a Slovene preposition gives it: `iz Zagreba`."""
        word = message.tokens[at]
        fits = message.language in ("sl", None) and at > 0 and message.tokens[at - 1].key in PREPOSITIONS
        small = len(word.key) >= SHORTEST and message.flat and not self._words.is_word(word.key)
        if not fits or not (small or (word.capital and not message.flat)):
            return None
        least = INFLECTED_IN_TEXT if word.capital and not message.flat else INFLECTED_SMALL
        for base in bases(word.key):
            weighed = self._gazetteer.weighed(base)
            if any(each.hold == "own" and each.by_size >= least for each in weighed):
                return self._gazetteer.decided(base, weighed, country=message.country)
        return None

    def _misspelt(self, message: Message, at: int) -> tuple[Mention | None, int]:
        first = message.tokens[at]
        answer = len(message.tokens) <= SHORT_ANSWER
        before = message.tokens[at - 1].key if message.cued(at) else ""
        cued = len(before) > 1 and before not in _NO_CUES_FOR_SLIPS
        if not (answer or (cued and (first.capital or message.flat))):
            return None, 1
        for stop in (at + 2, at + 1):
            if self._may_be_slip(message, at, stop):
                found = self._gazetteer.guess_in_text(message.key(at, stop), country=message.country)
                if found:
                    return _mention(message, at, stop, found), stop - at
        return None, 1

    def _may_be_slip(self, message: Message, at: int, stop: int) -> bool:
        tokens = message.tokens[at:stop]
        if stop > len(message.tokens) or not joined(message.text, message.tokens, at, stop):
            return False
        keys = [token.key for token in tokens]
        if len(keys) > 1 and any(self._gazetteer.knows(key) for key in keys):
            return False
        return not any(self._words.is_word(key) or self._gazetteer.is_cue(key) for key in [" ".join(keys), *keys])


def _covers(mention: Mention, token: Token) -> bool:
    return mention.start < token.end and token.start < mention.end


def _start(mention: Mention) -> int:
    return mention.start


def _mention(message: Message, at: int, stop: int, found: Found) -> Mention:
    start, end = message.tokens[at].start, message.tokens[stop - 1].end
    return Mention(start, end, message.text[start:end], found)
