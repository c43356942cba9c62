"""German adjectives of places: Bozner, Innsbrucker, Münchner, Tiroler."""

SMALLEST = 8000
"""Inhabitants; the adjectives of smaller places are mostly family names (Brunner, Hofer, Steiner)."""


def adjectives(name: str) -> frozenset[str]:
    """The -er forms of a German name of one word."""
    if not name.isalpha() or len(name) < 4:  # noqa: PLR2004
        return frozenset()
    if name.endswith("ingen") or name.endswith("ing"):
        return frozenset({name.removesuffix("en") + "er", name + "er"})
    if name.endswith("en"):
        return frozenset({name[:-2] + "ner", name + "er", name[:-2] + "er"})
    return frozenset({name + "r" if name.endswith("e") else name + "er"})
