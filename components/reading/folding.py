"""Makes spellings comparable: no case, no accents, `ß` as `ss`."""

import unicodedata


def fold(text: str) -> str:
    """Return the text in lower case without accents; its length may differ from the original's."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
