"""A message as words with their places in it, and the runs of words that could be one name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alpine_catalogue.gazetteer.fold import fold_word

LONGEST_NAME = 5
"""Words; `Sankt Johann in der Haide` has five."""
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[ \t\u00a0]*(?:[-–'’/]|\.(?=[^\s]|\s))?[ \t\u00a0]*")
_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True)
class Token:
    """A word of the message: `text[start:end]`."""

    start: int
    end: int
    text: str
    key: str
    opens: bool
    """First word of a sentence, where a capital letter tells nothing."""

    @property
    def capital(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[0].isupper()


def tokenize(text: str) -> list[Token]:
    """The words of a text."""
    tokens: list[Token] = []
    end = 0
    for match in _WORD.finditer(text):
        opens = not tokens or any(sign in ".!?:\n" for sign in text[end : match.start()])
        tokens.append(Token(match.start(), match.end(), match[0], fold_word(match[0]), opens))
        end = match.end()
    return tokens


def joined(text: str, tokens: Sequence[Token], start: int, stop: int) -> bool:
    """May the words from start up to stop be one name, judging by what stands between them?"""
    return all(_joint(text, tokens[at], tokens[at + 1]) for at in range(start, stop - 1))


def _joint(text: str, left: Token, right: Token) -> bool:
    between = text[left.end : right.start]
    if between == " ":
        return True
    abbreviated = "." not in between or len(left.text) <= _LONGEST_ABBREVIATION
    return abbreviated and _JOINT.fullmatch(between) is not None


def runs(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of up to five joined words, longest first from each word on; the caller skips what it has used."""
    for start in range(len(tokens)):
        for stop in range(min(len(tokens), start + LONGEST_NAME), start, -1):
            if joined(text, tokens, start, stop):
                yield start, stop
