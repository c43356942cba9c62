"""What owners write in one go: place, trade and size are read together, as FactReader does it for the assistant."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.nlu.training_data.message import Message

from alpine_catalogue.languages import LANGUAGES
from bench.judging import region, sector, size
from components.facts import FactReader

TOLD = Path(__file__).parent / "told_firms"


@pytest.fixture(scope="module")
def reader() -> FactReader:
    """The reader with the catalogue's words."""
    return FactReader.create(FactReader.get_default_config(), None, None, None)


def read(reader: FactReader, text: str) -> dict[str, Any]:
    message = Message({"text": text})
    reader.process([message])
    return {"intent": "", "entities": message.get("entities") or []}


def right(place: str | list[str] | None, sectors: list[str], employees: Any) -> dict[str, Any]:
    """The row in the form of the held-out messages."""
    told: dict[str, Any] = {"sectors": sectors}
    if isinstance(place, list):
        told["ask_back"] = place
    elif place:
        told |= {"outside": True} if place == "outside" else {"region": place}
    return told if employees is None else told | {"employees": employees}


@pytest.mark.parametrize("language", LANGUAGES)
def test_place_trade_and_size_are_read_from_one_message(reader: FactReader, language: str) -> None:
    rows = yaml.safe_load((TOLD / f"{language}.yml").read_text(encoding="utf-8"))
    wrong = []
    for text, *facts in rows:
        told, found = right(*facts), read(reader, text)
        wrong += [(text, fact.__name__) for fact in (region, sector, size) if fact(told, found) is False]
    assert wrong == []
