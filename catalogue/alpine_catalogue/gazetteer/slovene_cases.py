"""Takes the Slovene case ending off a foreign name: `iz Zagreba`, `v Manzanu`, `v Münchnu`.

Names of Slovene places are compiled with their forms. Those of all other places would make the tables too large.
"""

from collections.abc import Iterator

PREPOSITIONS = frozenset("v iz pri blizu okoli kraju mestu obcini".split())  # noqa: SIM905
"""Folded words that only Slovene has, after which a name has an ending."""
_ENDINGS = {
    "ju": ("", "i", "y"),
    "ja": ("", "i", "y"),
    "om": ("", "o"),
    "em": ("", "o", "e"),
    "ah": ("e", "a"),
    "ih": ("i",),
    "ov": ("i",),
    "u": ("", "o", "e"),
    "a": ("", "o", "e"),
    "i": ("a", "e", ""),
    "e": ("a",),
    "o": ("a",),
}
"""Ending, and what the name may have had in its place."""
_SHORTEST = 3
_VOWELS = "aeiou"


def bases(word: str) -> Iterator[str]:
    """Yield the names that a folded word may be a form of, likeliest first."""
    for ending, others in _ENDINGS.items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield from (stem + other for other in others)
            if stem[-2] not in _VOWELS:
                yield f"{stem[:-1]}e{stem[-1]}"  # the e that goes: München, v Münchnu
