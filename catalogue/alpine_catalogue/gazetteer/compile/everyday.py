"""Finds the everyday words that are also place names, or nearly so; run it when the names or the word lists change.

`python -m alpine_catalogue.gazetteer.compile.everyday WORDS.tsv`; each line is a language, a tab, and a word of it.
Common nouns of German count as words although they are written with a capital.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from alpine_catalogue.gazetteer import Gazetteer, load_gazetteer
from alpine_catalogue.gazetteer.compile.__main__ import CATALOGUE
from alpine_catalogue.gazetteer.compile.tables import read_rows, write_rows
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.gazetteer.typos import SHORTEST

LONGEST = 3
"""Words of a name: `la tour du pin` is no everyday phrase any more."""
NEAR = "near"
"""Under this label stand the words that are a slip or two away from a place."""
_ARTICLES = frozenset("la le les l il lo gli i der die das the a en au".split())  # noqa: SIM905
_SLOVENE_CASES = ("skem", "skega")
"""`na Gorenjskem`: case forms of region names, which are adjectives too."""
_SIZEABLE = 20000.0
"""Weight from which on a name of several everyday words is a place in the first place: La Spezia."""


def everyday(names: Iterable[str], words: Mapping[str, frozenset[str]], gazetteer: Gazetteer) -> dict[str, list[str]]:
    """For each language the names made of its words; and all words that could be taken for a misspelt name."""
    found = {
        language: sorted(name for name in names if _is_said(name, known, gazetteer))
        for language, known in words.items()
    }
    every = frozenset().union(*words.values())
    found[NEAR] = sorted(word for word in every if _may_mislead(word, gazetteer))
    return found


def _is_said(name: str, words: frozenset[str], gazetteer: Gazetteer) -> bool:
    parts = name.split()
    if len(parts) > LONGEST or not all(part in words or len(part) == 1 for part in parts):
        return False
    weighed = gazetteer.weighed(name)
    if len(parts) == 1:
        return not (name.endswith(_SLOVENE_CASES) and weighed[0].place.kind in ("region", "province"))
    phrase = parts[0] in _ARTICLES or all(each.hold == "alternate" for each in weighed)
    return phrase and max(each.weight for each in weighed) < _SIZEABLE


def _may_mislead(word: str, gazetteer: Gazetteer) -> bool:
    return len(word) >= SHORTEST and not gazetteer.knows(word) and gazetteer.guess_in_text(word) is not None


def read_words(path: Path) -> dict[str, frozenset[str]]:
    """Language to its folded words."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for language, word in read_rows(path):
        words[language].add(fold(word))
    return {language: frozenset(known) for language, known in words.items()}


def main(path: Path, folder: Path = CATALOGUE / "gazetteer") -> None:
    """Write `compiled/everyday.tsv`."""
    names = [row[0] for row in read_rows(folder / "compiled" / "names.tsv.gz") if not row[0].startswith("=")]
    target = folder / "compiled" / "everyday.tsv"
    write_rows(target, [(NEAR, "")])
    found = everyday(names, read_words(path), load_gazetteer(folder))
    write_rows(target, [(label, ",".join(words)) for label, words in sorted(found.items())])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
