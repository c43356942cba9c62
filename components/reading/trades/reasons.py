"""Reasons for a trade being the firm's own: `we make ...`, a place beside it; and against: a need told around it."""

from collections.abc import Collection
from dataclasses import replace

from components.reading.sizes.words import is_people, is_sign
from components.reading.tokens import PLACE, Span, Tokens
from components.reading.trades.cues import codes_of, trade_cue
from components.reading.trades.trade import Trade

_NEAR = 3
_BEFORE = 3
_MESSAGE, _CLAUSE = 2.0, 1.5
"""What it is worth to stand at the beginning of one."""
_DOING = ("sell", "repair", "install")


def weight(tokens: Tokens, trade: Trade, needs: Collection[Span]) -> float:
    """Return the sum of the reasons; nothing speaks for a trade of zero or less."""
    weak = trade.word in trade_cue("weak")
    told = any(start < trade.end and trade.start < end for start, end in needs)
    claimed = _is_claimed(tokens, trade) or (not weak and _said_before(tokens, trade, "having"))
    reasons = (
        trade.sure - 2 * weak,
        3 * claimed,
        2 * (_is_located(tokens, trade) or _is_counted(tokens, trade)),
        _opens(tokens, trade) if not weak or _is_label(tokens, trade) else 0.0,
        1.5 * (not weak and tokens.preceding(trade.first, trade_cue("mine")) is not None),
        -2 * (not claimed and tokens.preceding(trade.first, trade_cue("others")) is not None),
        -1 * (weak and tokens.preceding(trade.first, trade_cue("thing")) is not None),
        -1 * told,
    )
    return sum(reasons)


def with_doing(tokens: Tokens, trade: Trade) -> Trade:
    """Add the divisions of selling, repairing or installing where the firm says that it does that with the product."""
    for doing in _DOING:
        behind = doing == "sell" and tokens.following(trade.last, trade_cue("sell_after")) is not None
        if behind or _said_before(tokens, trade, doing):
            return replace(trade, codes=tuple(dict.fromkeys((*codes_of(doing), *trade.codes))))
    return trade


def _is_claimed(tokens: Tokens, trade: Trade) -> bool:
    """`we are`, `wir bauen`, `commercio di`; `... delamo` behind it."""
    claimed = any(_said_before(tokens, trade, name) for name in ("identity", "make", *_DOING))
    behind = any(tokens.following(trade.last, trade_cue(name)) for name in ("make_after", "sell_after"))
    return claimed or behind or _is_of_a_firm(tokens, trade)


def _is_of_a_firm(tokens: Tokens, trade: Trade) -> bool:
    """`plastics company`, `fabbrica di sedie`: a word for a firm right beside, a small word aside."""
    beside = (tokens.words[trade.last : trade.last + 1], tokens.words[max(0, trade.first - 2) : trade.first])
    return any(word in trade_cue("firms") for words in beside for word in words)


def _said_before(tokens: Tokens, trade: Trade, name: str) -> bool:
    """A phrase stands before the trade, with no sign and few words between."""
    at = trade.first
    while at > 0 and trade.first - at <= _BEFORE and not is_sign(tokens.words[at]) or at == trade.first:
        if tokens.preceding(at, trade_cue(name)) is not None:
            return True
        at -= 1
        if at < 0:
            break
    return False


def _opens(tokens: Tokens, trade: Trade) -> float:
    """The message begins with the trade, or a clause does."""
    at = trade.first
    while at > 0 and tokens.words[at - 1] in trade_cue("articles"):
        at -= 1
    if at == 0:
        return _MESSAGE
    return _CLAUSE if is_sign(tokens.words[at - 1]) else 0.0


def _is_label(tokens: Tokens, trade: Trade) -> bool:
    """No sentence goes on behind it, but a sign, a place or a number; at the beginning, a preposition will do."""
    if trade.last >= len(tokens):
        return True
    behind = tokens.words[trade.last]
    begins = _opens(tokens, trade) == _MESSAGE and behind in trade_cue("label_after")
    return begins or is_sign(behind) or behind[0].isdigit()


def _is_located(tokens: Tokens, trade: Trade) -> bool:
    """A place stands right before or behind it, small words aside."""
    before = tokens.words[max(0, trade.first - 1) : trade.first]
    return before == [PLACE] or PLACE in tokens.clause(trade.last, _NEAR, 1)


def _is_counted(tokens: Tokens, trade: Trade) -> bool:
    """The firm's people are counted right behind it: `Tischlerei 12 Leute`, `hotel mit 25 Angestellten`."""
    behind = tokens.words[trade.last : trade.last + 4]
    return any(word[0].isdigit() for word in behind) and any(is_people(word) for word in behind)
