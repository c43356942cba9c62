"""Finds trades and products in a message and tells the NACE divisions of the firm's own."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from components.reading.tokens import PLACE, Span, Tokens
from components.reading.trades.compounds import compound
from components.reading.trades.cues import trade_cue
from components.reading.trades.own_trade import own_trades
from components.reading.trades.trade import Trade
from components.reading.trades.typos import TradeTypos
from components.reading.trades.vocabulary import TradeWords

LONGEST = 20_000
"""Characters that are read."""
_COMPOUND_FROM = 8
_EXACT, _INFLECTED, _COMPOUND, _MISSPELT = 1.0, 0.9, 0.8, -1.5
"""How sure it is that the word was meant; a misspelt one needs a good reason besides."""


class TradeReader:
    """Knows the trade words of all divisions; whole phrases win over words, exact ones over similar ones."""

    def __init__(self, words: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        """Take for each NACE code its words by language."""
        self._words = TradeWords(words)
        self._typos = TradeTypos(self._words)

    def read(self, text: str, places: Collection[Span] = (), needs: Collection[Span] = ()) -> list[Trade]:
        """Return the firm's own trades in the order of the text.

        Words of places are no trades; words inside a told need count less.
        """
        tokens = Tokens(text[:LONGEST]).without_hyphens()
        tokens.replace(places, PLACE, keep=lambda word: False)
        return own_trades(tokens, list(self._told(tokens)), needs) or own_trades(
            tokens, list(self._misspelt(tokens)), needs
        )

    def _told(self, tokens: Tokens) -> Iterator[Trade]:
        at = 0
        while at < len(tokens):
            trade = self._at(tokens, at)
            if trade and (trade.sure == _EXACT or tokens.words[at] not in trade_cue("everyday")):
                yield trade
                at = trade.last
            else:
                at += 1

    def _at(self, tokens: Tokens, at: int) -> Trade | None:
        """A word or phrase of the vocabulary, else a compound of such words."""
        if found := self._words.at(tokens.words, at):
            sure = _EXACT if found.exact else _INFLECTED
            return Trade(found.entry.codes, found.entry.phrase, tokens.span(at, found.last), at, found.last, sure)
        word = tokens.words[at]
        codes = compound(self._words, word) if len(word) >= _COMPOUND_FROM else ()
        return Trade(codes, word, tokens.span(at, at + 1), at, at + 1, _COMPOUND) if codes else None

    def _misspelt(self, tokens: Tokens) -> Iterator[Trade]:
        for at, word in enumerate(tokens.words):
            if entry := self._typos.meant(word):
                yield Trade(entry.codes, entry.phrase, tokens.span(at, at + 1), at, at + 1, _MISSPELT)
