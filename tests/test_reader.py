"""The component that reads messages, trained on a handful of examples: what comes out, and that it never fails."""

import time
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from catalogue_examples import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.reader import MessageReader

NEED = {"entity": "pain_point", "value": "machine_downtime"}
TRADES, ENDS = ("Tischlerei", "Schlosserei", "Käserei", "Spinnerei"), ("steht", "stehen", "ist kaputt", "fällt aus")


def _examples() -> list[Message]:
    told = [("inform", f"die Maschine {end}", [{**NEED, "start": 0, "end": 12 + len(end) + 1}]) for end in ENDS]
    told += [("inform", f"wir sind eine {one} mit {size} Leuten", []) for one, size in product(TRADES, (3, 5, 8))]
    told += [("ask_programmes", f"{word} Geld gibt es dafür?", []) for word in ("welches", "wieviel", "was für ein")]
    told += [("greet", text, []) for text in ("hallo", "guten Tag", "servus", "grüß Gott", "hallo zusammen")]
    told += [("out_of_scope_private", f"zahlt ihr meine {what}?", []) for what in ("Miete", "Heizung", "Reise", "Oma")]
    texts = {
        "fr": "nous sommes une menuiserie",
        "it": "siamo una falegnameria",
        "sl": "smo mizarstvo",
        "en": "we are joiners",
    }
    found = [_example(act, text, needs, "de") for act, text, needs in told]
    return found + [
        _example("inform", f"{text} {n}", [], language) for language, text in texts.items() for n in range(9)
    ]


def _example(act: str, text: str, entities: list[dict[str, Any]], language: str) -> Message:
    metadata = {"intent": {"language": language}}
    return Message({"text": text, "intent": act, "entities": entities, "metadata": metadata})


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> MessageReader:
    storage, resource = LocalModelStorage(Path(tmp_path_factory.mktemp("model"))), Resource("reader")
    config = {**MessageReader.get_default_config(), "catalogue": str(ROOT / "catalogue")}
    MessageReader.create(config, storage, resource, None).train(TrainingData(_examples()))
    return MessageReader.load(config, storage, resource, None)


def read(reader: MessageReader, text: str, **metadata: Any) -> Message:
    return reader.process([Message({"text": text, "metadata": metadata})])[0]


def values(message: Message, name: str) -> list[Any]:
    return [entity["value"] for entity in message.get("entities") if entity["entity"] == name]


def test_an_act_and_facts_are_read(reader: MessageReader) -> None:
    message = read(reader, "wir sind eine Tischlerei in Bruneck mit 12 Leuten")
    assert message.get("intent")["name"] == "inform"
    assert values(message, "employees") == [12]
    assert values(message, "place")[0]["region"] == "ITH1"


def test_who_asks_for_money_tells_that_money_is_needed(reader: MessageReader) -> None:
    message = read(reader, "welches Geld gibt es dafür?")
    assert (message.get("intent")["name"], values(message, "pain_point")) == ("ask_programmes", ["no_funding"])


def test_facts_point_into_the_text_as_it_was_typed(reader: MessageReader) -> None:
    text = "wir\u200b sind\u2060 eine Tischlerei in Bru\u00adneck"
    place = next(one for one in read(reader, text).get("entities") if one["entity"] == "place")
    assert text[place["start"] : place["end"]] == "Bru\u00adneck"


@pytest.mark.parametrize(
    "text",
    [
        "Somos una pequeña empresa y las máquinas se paran todas las semanas",
        "Jesteśmy małą firmą i maszyny stają co tydzień",
        "Добрый день, у нас маленькая фирма",
        "私たちは小さな会社です、機械が止まります",
    ],
)
def test_a_language_that_we_do_not_speak_is_recognised_and_nothing_is_guessed(reader: MessageReader, text: str) -> None:
    message = read(reader, text)
    assert message.get("intent")["name"] == "change_language"
    assert [(one["entity"], one["value"]) for one in message.get("entities")] == [("language_wanted", "other")]


@pytest.mark.parametrize("text", ["Zürich", "ok", "12", "Novo mesto", "SAP ERP"])
def test_a_word_or_a_name_is_never_a_reason_to_switch(reader: MessageReader, text: str) -> None:
    message = read(reader, text)
    assert values(message, "language") == []
    assert values(message, "language_wanted") == []


def test_the_hint_of_a_channel_is_only_a_guess(reader: MessageReader) -> None:
    assert values(read(reader, "12", language="fr"), "language_guess") == ["fr"]


def test_a_long_message_is_read_from_its_beginning_and_said_to_be_cut(reader: MessageReader) -> None:
    message = read(reader, "wir sind eine Tischlerei in Bruneck. " + "und so weiter " * 1_500)
    assert values(message, "message_cut") == [True]
    assert values(message, "place")[0]["region"] == "ITH1"


HOSTILE = {
    "nothing": "",
    "emoji": "😀👍🏽🎉 👨‍👩‍👧",
    "one word of 20,000 letters": "x" * 20_000,
    "20,000 commas": ", " * 10_000,
    "20,000 figures": "7 " * 10_000,
    "marks only": "\u202e\u200d\u2067\ufeff",
    "controls": "\x00\x01\x1b[2J",
    "accents without letters": "\u0301" * 5_000,
    "halves of characters": "\ud83d\ude00\ud800",
    "mixed letters": "Tischlerei Москва 東京 مرحبا Bruneck",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_typed_is_read_in_bounded_time(reader: MessageReader, text: str) -> None:
    started = time.process_time()
    message = read(reader, text)
    assert time.process_time() - started < 2.0
    assert message.get("intent")["name"]


def test_without_a_word_nothing_was_said(reader: MessageReader) -> None:
    for text in ("", "😀👍", "\u202e\u200d"):
        assert read(reader, text).get("intent")["name"] == "nothing_said"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_no_text_makes_it_fail(reader: MessageReader, text: str) -> None:
    message = read(reader, text)
    for entity in message.get("entities"):
        assert 0 <= entity["start"] <= entity["end"] <= len(text)
