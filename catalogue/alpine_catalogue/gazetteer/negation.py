"""Whether a writer says that a place is *not* meant: `nicht in Tirol`, `pas à Lyon`, `ne v Kranju, ampak ...`."""

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
        if any(sign in _BREAKS for sign in message.text[token.end : end]) or token.key in message.words.turners:
            return False
        if token.key in message.words.negators:
            return True
        end = token.start
    return False
