"""The five languages of the assistant, and words in all of them."""

from collections.abc import Mapping
from typing import Final

LANGUAGES: Final = ("en", "de", "fr", "it", "sl")
"""ISO 639-1 codes, in the order in which they are offered."""

Words = Mapping[str, str]
"""The same words in each language, by language code."""


def in_language(words: Words, language: str) -> str:
    """Return the words in `language`, or in English where that language was never written."""
    return words.get(language) or words["en"]
