"""Whether a writer says that a place is *not* meant: `nicht in Tirol`, `pas à Lyon`, `ne v Kranju, ampak ...`."""

from collections.abc import Sequence

from alpine_catalogue.gazetteer.message import Message
from alpine_catalogue.gazetteer.model import Mention

REACH = 4
"""Words between the negation and the place, at most."""
_BREAKS = ",;.!?:\n"


def is_negated(message: Message, mention: Mention) -> bool:
    """Does a negation stand shortly before the mention, in the same clause?"""
    before = [token for token in message.tokens if token.end <= mention.start][-REACH:]
    end = mention.start
    for token in reversed(before):
        if any(sign in _BREAKS for sign in message.text[token.end : end]) or _turns(message, token.key):
            return False
        if token.key in message.words.negators:
            return True
        end = token.start
    return False


def is_taken_back(message: Message, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Does the writer correct the place with the next one: `à Gap, non pardon, à Voiron`?"""
    starts = [other.start for other in mentions if other.start >= mention.end]
    between = [each for each in message.tokens if starts and mention.end <= each.start < min(starts)]
    return len(between) <= REACH and any(token.key in message.words.corrections for token in between)


def _turns(message: Message, key: str) -> bool:
    return key in message.words.turners or key in message.words.corrections
