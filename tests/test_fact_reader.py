"""Places, trades and sizes read together: what is known to be the one is not taken for the other."""

from pathlib import Path
from time import process_time
from typing import Any, cast

import pytest
from catalogue_examples import CATALOGUE
from rasa.shared.nlu.training_data.message import Message

from components.facts import FactReader


@pytest.fixture(scope="module")
def facts() -> FactReader:
    """A reader with the catalogue's words."""
    unused = cast("Any", None)
    return FactReader.create({"catalogue": str(CATALOGUE)}, unused, unused, unused)


def read(facts: FactReader, text: str, *needs: str) -> dict[str, Any]:
    """Return the values by entity; of places the region. `needs` are parts of the text that tell a need."""
    message = Message({"text": text})
    spans = [(text.index(need), text.index(need) + len(need)) for need in needs]
    message.set("entities", [{"entity": "pain_point", "value": "x", "start": at, "end": end} for at, end in spans])
    facts.process([message])
    found: dict[str, Any] = {}
    for entity in message.get("entities"):
        value = entity["value"]
        one = value["region"] if entity["entity"] == "place" else value
        found.setdefault(entity["entity"], []).append(one)
        assert text[entity["start"] : entity["end"]].strip()
    return found


def test_place_trade_and_size_are_read_from_one_message(facts: FactReader) -> None:
    found = read(facts, "Tischlerei in Bruneck, mir sein zwölf Leit")
    assert found["place"] == ["ITH1"]
    assert "C31" in found["sector"]
    assert found["employees"] == [12]


def test_a_trade_that_is_also_a_town_is_the_trade_beside_another_town(facts: FactReader) -> None:
    found = read(facts, "macon à Albertville, 23 ouvriers")
    assert set(found["sector"]) & {"F41", "F43"}
    assert found["place"] == ["FRK2"]


def test_a_number_that_is_also_a_town_is_the_number_beside_another_town(facts: FactReader) -> None:
    found = read(facts, "semo in nove, maglieria a Schio")
    assert found["employees"] == [9]
    assert found["place"] == ["ITH3"]


def test_a_postcode_is_no_size_and_a_number_between_trade_and_place_is(facts: FactReader) -> None:
    assert "employees" not in read(facts, "Hotel, 39031 Bruneck")
    assert read(facts, "pharmacie de 6 à Sierre")["employees"] == [6]
    assert read(facts, "hotel, 25, bruneck")["employees"] == [25]


def test_what_a_need_is_about_is_not_the_firms_trade(facts: FactReader) -> None:
    need = "die Heizkosten im Wellness bringen uns um"
    assert read(facts, f"nur {need}. hotel in Meran", need)["sector"] == ["I55"]
    assert "sector" not in read(facts, "our software is old", "our software is old")


def test_words_of_an_address_tell_nothing(facts: FactReader) -> None:
    assert read(facts, "www.hotel-12-leute-bruneck.it info@tischlerei.at") == {}


def test_a_message_costs_about_a_millisecond(facts: FactReader) -> None:
    text = "Grüß Gott, wir sind ein Familienbetrieb in Schwaz (seit 1956), 38 Leute, Sondermaschinen und Lohnfertigung."
    started = process_time()
    for _ in range(200):
        read(facts, text)
    assert (process_time() - started) / 200 < 0.005


def test_the_longest_message_is_read_in_time(facts: FactReader) -> None:
    started = process_time()
    for filling in ("tischlerei bruneck 12 leute, ", "a ", "12 ", "Maschinenbauunternehmungsgesellschaft "):
        read(facts, (filling * 10_000)[:20_000])
    assert process_time() - started < 8


def test_the_catalogue_is_found_from_the_projects_root() -> None:
    assert (Path(__file__).parents[1] / FactReader.get_default_config()["catalogue"] / "sectors").is_dir()
