"""Cuts the ending off a folded word, language by language, so that `falegnamerie` meets `falegnameria`."""

from functools import lru_cache

LANGUAGES = ("en", "de", "fr", "it", "sl")
_SHORTEST = 4
_ENDINGS = {
    "en": ("es", "s"),
    "de": ("innen", "in", "en", "es", "e", "n", "s"),
    "fr": ("es", "e", "s", "x"),
    "it": ("he", "hi", "a", "e", "i", "o"),
    "sl": ("ami", "ama", "ega", "emu", "ema", "ima", "imi", "ih", "im", "om", "em", "ev", "ov", "ah", "am")
    + ("a", "e", "i", "o", "u"),
}
"""Longest first."""
_TURNED = {
    "en": {"ies": "y"},
    "fr": {"euses": "eur", "euse": "eur", "rices": "eur", "rice": "eur", "ennes": "en", "enne": "en", "aux": "al"},
}
"""Endings in whose place another one is put."""


def stem(word: str, language: str) -> str:
    """Return the word without its ending; short words are left as they are."""
    for ending, other in _TURNED.get(language, {}).items():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending) + other
    for ending in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=4096)
def stems(word: str) -> tuple[str, ...]:
    """Return the stem that the word has in each of the languages."""
    return tuple(stem(word, language) for language in LANGUAGES)
