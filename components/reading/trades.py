"""Finds trades and products in a message and tells the NACE divisions they belong to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import spacy
from rapidfuzz import fuzz, process
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from components.reading.folding import fold

_STEM_FROM = 6
_SUFFIX_FROM = 6
_TYPO_FROM = 6
_TYPO_SCORE = 88
_ENDINGS = "aeiouyjmhnsr"
_LINKS = frozenset({"und", "and", "et", "e", "ed", "in", "mit", "with", "con", "avec", "z", "s", "&", "+", "/", ","})
_NEAR = 3


@dataclass(frozen=True)
class Trade:
    """NACE divisions that the words `text[start:end]` stand for."""

    codes: tuple[str, ...]
    start: int
    end: int


class TradeReader:
    """Knows the trade words of all sectors; whole phrases win over single words, exact ones over similar ones."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """Take NACE codes with their words in all languages."""
        self._nlp = spacy.blank("xx")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="NORM")
        self._codes: dict[str, list[str]] = defaultdict(list)
        for code, phrases in words.items():
            for phrase in phrases:
                self._codes[fold(phrase)].append(code)
        for phrase in self._codes:
            self._matcher.add(phrase, [self._doc(phrase)])
        self._singles = {word: codes for word, codes in self._codes.items() if " " not in word}
        stems = ((_stem(word), word) for word in sorted(self._singles, reverse=True))
        self._stems = {stem: word for stem, word in stems if len(stem) >= _STEM_FROM}
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in self._singles:
            if len(word) >= _TYPO_FROM:
                self._by_letter[word[0]].append(word)

    def read(self, text: str, skip: Sequence[tuple[int, int]] = ()) -> list[Trade]:
        """Return the trades named, in the order of the text; parts of it in `skip` are not looked at."""
        doc = self._doc(text)
        exact = [self._trade(span) for span in spacy.util.filter_spans(self._matcher(doc, as_spans=True))]
        taken = [*skip, *((trade.start, trade.end) for trade in exact)]
        similar = [trade for token in doc if not _inside(token, taken) and (trade := self._similar(token))]
        found = [trade for trade in exact if not _overlaps(trade, skip)] + similar
        if found:
            return sorted(found, key=lambda trade: trade.start)
        return [trade for token in doc if (trade := self._misspelt(token, skip))]

    def _doc(self, text: str) -> Doc:
        doc = self._nlp.make_doc(text)
        for token in doc:
            token.norm_ = fold(token.text)
        return doc

    def _trade(self, span: Span) -> Trade:
        return Trade(tuple(dict.fromkeys(self._codes[span.label_])), span.start_char, span.end_char)

    def _similar(self, token: Token) -> Trade | None:
        """An inflected form, or a compound that begins or ends with a trade word."""
        word = token.norm_
        for length in range(len(word), _STEM_FROM - 1, -1):
            if word[:length] in self._stems:
                return self._single(token, self._stems[word[:length]])
        for start in range(1, len(word) - _SUFFIX_FROM + 1):
            if word[start:] in self._singles:
                return self._single(token, word[start:])
        return None

    def _misspelt(self, token: Token, skip: Sequence[tuple[int, int]]) -> Trade | None:
        word = token.norm_
        if len(word) < _TYPO_FROM or _inside(token, skip):
            return None
        best = process.extractOne(word, self._by_letter[word[0]], scorer=fuzz.ratio, score_cutoff=_TYPO_SCORE)
        return self._single(token, best[0]) if best else None

    def _single(self, token: Token, word: str) -> Trade:
        return Trade(tuple(dict.fromkeys(self._singles[word])), token.idx, token.idx + len(token))


def main_codes(text: str, trades: Sequence[Trade]) -> list[str]:
    """Return the divisions of the firm itself: of the first trade named, and of those linked to it by an `and`."""
    chosen = list(trades[:1])
    for trade in trades[1:]:
        between = fold(text[chosen[-1].end : trade.start]).split()
        if len(between) <= _NEAR and (not between or any(word in _LINKS for word in between)):
            chosen.append(trade)
    return list(dict.fromkeys(code for trade in chosen for code in trade.codes))


def _stem(word: str) -> str:
    return word.rstrip(_ENDINGS) if len(word.rstrip(_ENDINGS)) >= _STEM_FROM else word


def _inside(token: Token, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in taken)


def _overlaps(trade: Trade, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < trade.end and trade.start < end for start, end in taken)
