"""Which of the trades that a message names is the firm's own."""

from collections.abc import Collection, Sequence

from components.reading.tokens import Span, Tokens
from components.reading.trades.cues import codes_of, trade_cue
from components.reading.trades.reasons import weight, with_doing
from components.reading.trades.trade import Trade

_NEAR = 3


def own_trades(tokens: Tokens, trades: Sequence[Trade], needs: Collection[Span]) -> list[Trade]:
    """Return the trade with the best reasons to be the firm's own, and those joined to it; none without a reason."""
    weights = [weight(tokens, trade, needs) for trade in trades]
    best = max(weights, default=0.0)
    if best <= 0:
        return []
    first = last = weights.index(best)
    while last + 1 < len(trades) and weights[last + 1] > 0 and _are_joined(tokens, trades[last], trades[last + 1]):
        last += 1
    while first > 0 and weights[first - 1] > 0 and _are_joined(tokens, trades[first - 1], trades[first]):
        first -= 1
    return [with_doing(tokens, trade) for trade in trades[first : last + 1]]


def _are_joined(tokens: Tokens, left: Trade, right: Trade) -> bool:
    """`Tischlerei und Hotel`, `negozio di scarpe`; but not `Hotel, die Möbel kommen aus einer Tischlerei`."""
    between = tokens.words[left.last : right.first]
    shop = set(left.codes) & set(codes_of("sell")) and all(word in trade_cue("shop_links") for word in between)
    linked = not between or any(word in trade_cue("links") for word in between)
    return shop or (len(between) <= _NEAR and linked)
