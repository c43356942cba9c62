"""Graph component: places, trades and sizes, read by vocabulary and rules rather than learnt."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from alpine_catalogue.files.lines import read_yaml
from alpine_catalogue.gazetteer import Gazetteer, Mention, Place, load_gazetteer
from components.entities import add_entity, spans
from components.reading.sizes import read_size
from components.reading.sizes.number_words import is_number
from components.reading.trades import Trade, TradeReader, may_be_trade

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|<[^<>]{0,500}>")
"""Web and mail addresses and the tags of web pages hold words that tell nothing about the firm."""
_PLACES = ("place", "place_candidates", "place_outside", "country")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactReader(GraphComponent):
    """Adds the entities place, place_candidates, place_outside, country, sector and employees."""

    def __init__(self, gazetteer: Gazetteer, trades: TradeReader) -> None:
        """Take the vocabularies."""
        self._gazetteer, self._trades = gazetteer, trades

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings: where the catalogue's folder is, seen from the project's root."""
        return {"catalogue": "catalogue"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactReader:
        """Read the vocabularies from the catalogue's files, so that a new word needs no training."""
        folder = Path(config["catalogue"])
        sectors = [read_yaml(path) for path in sorted((folder / "sectors").glob("*.yml"))]
        words = {body["code"]: body["words"] for body in sectors}
        read_size("zwei Leute")  # puts the number words together before the first firm waits for it
        return cls(load_gazetteer(folder / "gazetteer"), TradeReader(words))

    def process(self, messages: list[Message]) -> list[Message]:
        """Read each message."""
        for message in messages:
            text = _ADDRESS.sub(lambda found: " " * len(found[0]), message.get("text") or "")
            if (message.get("metadata") or {}).get("cut"):
                add_entity(message, "message_cut", True, 0, len(text))
            self._places(message, text)
            self._trade(message, text)
            self._size(message, text)
        return messages

    def _places(self, message: Message, text: str) -> None:
        mentions = [mention for mention in self._gazetteer.spot(text) if not mention.negated]
        named = [mention for mention in mentions if not may_be_trade(mention.text) and not _is_number(mention.text)]
        for mention in named or mentions:  # `macon à Albertville` is a mason, `Mâcon` alone the town
            name, value = _as_entity(mention)
            add_entity(message, name, value, mention.start, mention.end)

    def _trade(self, message: Message, text: str) -> None:
        """Words inside a told need ("web shop", "software") count less as a trade."""
        trades = self._trades.read(text, spans(message, *_PLACES), spans(message, "pain_point"))
        told: dict[str, Trade] = {}
        for trade in trades:
            for code in trade.codes:
                told.setdefault(code, trade)
        for code, named in told.items():
            add_entity(message, "sector", code, named.start, named.end)

    def _size(self, message: Message, text: str) -> None:
        size = read_size(text, spans(message, *_PLACES), spans(message, "sector"))
        if size:
            add_entity(message, "employees", size.value, size.start, size.end)


def _is_number(words: str) -> bool:
    """Tell if words in small letters, which name a place, are a number as well: `semo in nove`."""
    return words.islower() and is_number(words)


def _as_entity(mention: Mention) -> tuple[str, Any]:
    found = mention.found
    if found.kind == "place":
        return "place", _place(found.places[0])
    if found.kind == "candidates":
        return "place_candidates", [_place(place) for place in found.places]
    if found.kind == "outside":
        return "place_outside", {"name": mention.text, "country": found.country}
    return "country", found.country


def _place(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "region": place.region,
        "province": place.province,
        "lat": round(place.lat, 4),
        "lon": round(place.lon, 4),
    }
