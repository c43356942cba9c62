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
from components.reading.trades import TradeReader, main_codes

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+")
"""Web and mail addresses hold words that tell nothing about the firm."""


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
        words = {body["code"]: [word for words in body["words"].values() for word in words] for body in sectors}
        return cls(load_gazetteer(folder / "gazetteer"), TradeReader(words))

    def process(self, messages: list[Message]) -> list[Message]:
        """Read each message."""
        for message in messages:
            text = _ADDRESS.sub(lambda found: " " * len(found[0]), message.get("text") or "")
            if (message.get("metadata") or {}).get("cut"):
                add_entity(message, "message_cut", True, 0, len(text))
            self._places(message, text)
            self._trade(message, text)
            if size := read_size(text):
                add_entity(message, "employees", size.value, size.start, size.end)
        return messages

    def _places(self, message: Message, text: str) -> None:
        for mention in self._gazetteer.spot(text):
            if not mention.negated:
                name, value = _as_entity(mention)
                add_entity(message, name, value, mention.start, mention.end)

    def _trade(self, message: Message, text: str) -> None:
        """Words that tell a need ("web shop", "software") name a trade only when nothing else does."""
        places = spans(message, "place", "place_candidates", "place_outside", "country")
        for skip in ([*places, *spans(message, "pain_point")], places):
            trades = self._trades.read(text, skip)
            if trades:
                for code in main_codes(text, trades):
                    add_entity(message, "sector", code, trades[0].start, trades[0].end)
                return


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
