"""Spelling that does not matter: case, accents, umlauts, hyphens, apostrophes, and the many words for Saint."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "’": " ", "'": " "})
_NOT_A_WORD = re.compile(r"[^\w]+|_")
_SAINT = frozenset(
    [
        "st",
        "sankt",
        "sanct",
        "saint",
        "sainte",
        "ste",
        "san",
        "santo",
        "santa",
        "sant",
        "sveti",
        "sveta",
        "sv",
        "svete",
        "svetega",
    ]
)
_ABBREVIATED = (
    ("a d", "an der"),
    ("i d", "in der"),
    ("o d", "ob der"),
    ("v d", "vor der"),
    ("b d", "bei der"),
)
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}


@lru_cache(maxsize=4096)
def fold_word(word: str) -> str:
    """One word without case and accents; a word for Saint becomes `st`."""
    plain = (
        word
        if word.isascii()
        else "".join(
            letter
            for letter in unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
            if not unicodedata.combining(letter)
        )
    )
    plain = plain.lower()
    return "st" if plain in _SAINT else plain


def fold(name: str) -> str:
    """The key under which a name is kept and looked up: `San Martin d'Hères` becomes `st martin d heres`."""
    words = _NOT_A_WORD.split(unicodedata.normalize("NFC", name).translate(_LETTERS))
    key = " ".join(fold_word(word) for word in words if word)
    for short, long in _ABBREVIATED:
        if short in key:
            key = re.sub(rf"\b{short}\b", long, key)
    return key


def spellings(name: str, *, german: bool = False) -> frozenset[str]:
    """All keys of a name: as written, with `ae` for `ä`, and, for German names, with `a` for a written `ae`."""
    keys = {fold(name)}
    if any(letter in _UMLAUTS for letter in name):
        keys.add(fold("".join(_UMLAUTS.get(letter, letter) for letter in name)))
    if german:
        keys.add(re.sub(r"(?<![aeq])([aou])e(?!e)", r"\1", fold(name)))
    return frozenset(key for key in keys if key)
