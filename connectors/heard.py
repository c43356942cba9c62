"""What a person typed, made harmless before Rasa reads it.

Rasa takes a text that begins with "/" for an order to itself: `/inform{"region": "XX"}` would set slots past
the language model, `/restart` would give a conversation back to the bot that an adviser holds. No person
types that by right, so every channel passes everything through here.
"""

import re
import unicodedata
from dataclasses import dataclass

LIMIT = 2_000
"""The longest message that is read, in characters."""

_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LEADING = re.compile(r"^[/\s]+")

# Cc: control characters, which PostgreSQL (NUL) and terminals trip over. Cf: zero-width and bidi marks, with
# which a text can look different from what it is. Cs: halves of surrogate pairs, which JSON may carry and
# UTF-8 cannot.
_HARMFUL = frozenset({"Cc", "Cf", "Cs"})


@dataclass(frozen=True)
class Heard:
    """A text as the assistant reads it, and whether its end was left away."""

    text: str
    cut: bool = False


def as_typed(text: object, limit: int = LIMIT) -> Heard:
    """Return what a person typed as plain text that can never be read as an order to Rasa; nothing typed
    gives ""."""
    if not isinstance(text, str):
        return Heard("")
    most = 8 * limit  # so that cleaning a huge text costs no more than cleaning a long one
    plain = _LEADING.sub("", _visible(text[:most])).rstrip()
    return Heard(plain[:limit].rstrip(), cut=len(plain) > limit or len(text) > most)


def _visible(text: str) -> str:
    """Keep what can be seen, on lines that end alike, each character in its one composed form (NFC)."""
    lines = _BREAKS.sub("\n", text).replace("\t", " ")
    seen = (c for c in lines if c == "\n" or unicodedata.category(c) not in _HARMFUL)
    return unicodedata.normalize("NFC", "".join(seen))
