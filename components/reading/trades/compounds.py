"""German compounds of trade words: `Bergkäserei`, `Möbelfabrik` (the product's), `Schuhhandel` (a shop too)."""

from components.reading.trades.cues import codes_of, trade_cue
from components.reading.trades.vocabulary import Codes, TradeWords

_SHORTEST_TAIL = 5
_SHORTEST_FRONT = 3
_LINKS = ("", "s", "n", "en", "er", "e", "es")
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def compound(words: TradeWords, word: str) -> Codes:
    """Return the divisions of a compound; none when its parts are no trade words."""
    for each in dict.fromkeys((word, _without_umlauts(word))):
        entry = words.single(each) if each != word else None
        if entry:
            return entry.codes
        if codes := _with_head(words, each) or _with_tail(words, each):
            return codes
    return ()


def _with_head(words: TradeWords, word: str) -> Codes:
    for at in range(_SHORTEST_FRONT, len(word) - 2):
        head = word[at:]
        sells = head in trade_cue("shop_heads")
        if sells or head in trade_cue("heads"):
            fronts = (word[:at].removesuffix(link) for link in _LINKS if word[:at].endswith(link))
            entries = [entry for front in fronts if len(front) >= _SHORTEST_FRONT and (entry := words.single(front))]
            if entries:
                return (*codes_of("sell"), *entries[0].codes) if sells else entries[0].codes
    return ()


def _with_tail(words: TradeWords, word: str) -> Codes:
    for at in range(_SHORTEST_FRONT, len(word) - _SHORTEST_TAIL + 1):
        entry = words.german(word[at:])
        if entry and len(entry.phrase) >= _SHORTEST_TAIL and not _is_thing(entry.phrase):
            return entry.codes
    return ()


def _is_thing(word: str) -> bool:
    """Compounds of such a word mostly name no trade: `Kaffeemaschine`, `Verfahren`."""
    return word in trade_cue("no_tails") or word in trade_cue("weak")


def _without_umlauts(word: str) -> str:
    for spelt, letter in _UMLAUTS:
        word = word.replace(spelt, letter)
    return word
