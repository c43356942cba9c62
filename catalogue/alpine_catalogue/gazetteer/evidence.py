"""How sure we are that a name in a message is meant as a place, and not as an ordinary word or a family name."""

from collections.abc import Sequence
from typing import Literal

from alpine_catalogue.gazetteer.message import Message
from alpine_catalogue.gazetteer.ranking import Weighed

Evidence = Literal["none", "weak", "strong"]
"""Weak: counts only if another place beside it agrees."""
KNOWN_WEIGHT = 3000
"""From here on a name may stand alone, in small letters, without a cue."""
CITY_WEIGHT = 20000
"""From here on a capital amid a sentence is enough for an everyday word, in languages that write nouns small."""
SIZEABLE_ALONE = 2000
"""From here on an everyday word is a place when it is all that was written, with a capital."""
VILLAGE_ALONE = 1000
"""From here on a name is a place when it is all that was written, in small letters."""
_SHORT = 3


def evidence(message: Message, at: int, stop: int, key: str, weighed: Sequence[Weighed]) -> Evidence:
    """Judge the words from at up to stop, which are a name."""
    if (key in message.never and not _named_after_cue(message, at, key)) or _of_a_person(message, at):
        return "none"
    if stop - at == len(message.tokens):
        return _alone(message, at, key, weighed)
    if all(each.hold == "adjective" for each in weighed):
        return _adjective(message, at, stop)
    if key in message.weak:
        return "weak" if message.cued(at) or not message.tokens[at].opens else "none"
    if key in message.ordinary:
        return _ordinary(message, at, stop, key, weighed)
    return "strong" if _plain(message, at, stop, key, weighed) else "none"


def _named_after_cue(message: Message, at: int, key: str) -> bool:
    """`a shop in Nice`, `du pain à Die`; but never `in Die`, where nouns have capitals."""
    loud = message.tokens[at].capital and not message.flat and not message.tokens[at].opens
    return key in message.words.named_after_cues and loud and message.cued(at)


def _of_a_person(message: Message, at: int) -> bool:
    """`Herr Wiener` is no Viennese."""
    title = message.tokens[at - 1] if at else None
    between = message.text[title.end : message.tokens[at].start].strip(" .") if title else "?"
    return title is not None and title.key in message.words.people and not between


def _plain(message: Message, at: int, stop: int, key: str, weighed: Sequence[Weighed]) -> bool:
    """A name that is no other word."""
    first = message.tokens[at]
    capital = any(token.capital for token in message.tokens[at:stop])
    if len(key) <= _SHORT:
        return (capital or message.flat) and (message.cued(at) or (capital and not message.flat and not first.opens))
    if _hamlets(weighed):
        return capital and not message.flat and message.cued(at)
    weight = max(each.weight for each in weighed)
    return weight >= KNOWN_WEIGHT or message.cued(at) or (capital and not message.flat and not first.opens)


def _hamlets(weighed: Sequence[Weighed]) -> bool:
    """Only hamlets bear the name: it needs both a cue and a capital."""
    return all(each.place.kind == "hamlet" for each in weighed)


def _alone(message: Message, at: int, key: str, weighed: Sequence[Weighed]) -> Evidence:
    """The name is the whole message: `Hof`, but not `hello` nor `prima`."""
    weight = max(each.weight for each in weighed)
    capital = message.tokens[at].capital
    if message.words.is_word(key):
        return "strong" if weight >= SIZEABLE_ALONE and capital else "none"
    return "strong" if not _hamlets(weighed) and (capital or weight >= VILLAGE_ALONE) else "none"


def _ordinary(message: Message, at: int, stop: int, key: str, weighed: Sequence[Weighed]) -> Evidence:
    """An everyday word that is a place as well."""
    capital = message.tokens[stop - 1].capital and not message.flat
    loud = not message.nouns_are_capital and not message.tokens[at].opens
    weight = max(each.weight for each in weighed)
    listed = message.apart(at, stop) and weight >= KNOWN_WEIGHT and key not in message.words.ordinary["de"]
    return "strong" if capital and (message.cued(at) or (loud and weight >= CITY_WEIGHT) or listed) else "none"


def _adjective(message: Message, at: int, stop: int) -> Evidence:
    """`Bozner Betrieb`, but not `die Linzer`."""
    after = message.tokens[stop] if stop < len(message.tokens) else None
    attributive = (
        after is not None and after.capital and message.text[message.tokens[at].end : after.start] in (" ", "-")
    )
    return "strong" if message.tokens[at].capital and attributive else "none"
