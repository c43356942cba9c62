"""Which trade a firm is in, from the words for trades and products of the catalogue."""

from components.reading.trades.cues import may_be_trade
from components.reading.trades.reader import TradeReader
from components.reading.trades.trade import Trade

__all__ = ["Trade", "TradeReader", "may_be_trade"]
