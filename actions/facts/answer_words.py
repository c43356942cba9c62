"""Reads the plain answers: yes, no, none, "I don't know", "skip", "enough questions". Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from actions.stems import Listed, flat
from alpine_catalogue.gazetteer.fold import fold

STOP, DONT_KNOW, SKIP, NONE, NO, YES = KINDS = ("stop", "dont_know", "skip", "none", "no", "yes")
_ACTS = {"affirm": YES, "deny": NO, "dont_know": DONT_KNOW, "skip": SKIP}
"""What the act says, where the words alone do not."""
_FILLERS = r"(?:(?:well|oh|ah|ahm|na|also|eh|beh|euh|hm|hmm|no|pa|ma)\s+)?"


@dataclass(frozen=True)
class AnswerWords:
    """The content of `answer_words.yml`, as patterns for the beginning of an answer."""

    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, words: Mapping[str, Listed]) -> "AnswerWords":
        """Take the words of each kind."""
        return cls({kind: _beginning(words[kind]) for kind in KINDS})

    def kind(self, text: str, act: str | None = None) -> str | None:
        """Return which plain answer the text is, by its first words or else by its act."""
        folded = fold(text)
        by_words = next((kind for kind, words in self.patterns.items() if words.match(folded)), None)
        by_act = _ACTS.get(act or "")
        return by_act if by_words in (None, YES, NO) and by_act in (DONT_KNOW, SKIP) else by_words or by_act

    def is_bare(self, text: str) -> bool:
        """Tell if the text is a plain answer and nothing else."""
        folded = fold(text)
        return any(words.fullmatch(folded) for words in self.patterns.values())


def _beginning(listed: Listed) -> re.Pattern[str]:
    """Longer ones first, so that the longest one is found."""
    ordered = sorted(flat(listed), key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in ordered)
    return re.compile(rf"{_FILLERS}(?:{words})\b")
