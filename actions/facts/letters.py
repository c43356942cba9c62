"""A text without case and accents that is as long as before, so that what is found in it can be pointed at."""

import unicodedata


def plain_letters(text: str) -> str:
    """Return the text in small letters without accents, sign for sign."""
    return "".join(_plain(sign) for sign in text)


def _plain(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign)[:1].lower()
    return base if len(base) == 1 else sign
