"""Phrases for answers put together from parts: the right language, all placeholders filled, nothing half English."""

import re
from typing import Any

import pytest
import yaml
from catalogue_examples import ROOT

from actions.dates import local_day
from actions.wording import Wording
from alpine_catalogue.languages import LANGUAGES

ON_LANGUAGE = {"type": "slot", "name": "language"}
DOMAIN: dict[str, Any] = {
    "responses": {
        "utter_hello": [
            {"text": "Hello {name}, {name}!"},
            {"text": "Hallo {name}!", "condition": [{**ON_LANGUAGE, "value": "de"}]},
        ]
    }
}


@pytest.fixture(scope="module")
def domain() -> dict[str, Any]:
    """All responses of the assistant, as the action server gets them."""
    files = sorted((ROOT / "data" / "responses").glob("*.yml"))
    loaded = [yaml.safe_load(file.read_text(encoding="utf-8"))["responses"] for file in files]
    return {"responses": {name: said for responses in loaded for name, said in responses.items()}}


def test_the_variation_of_the_language_is_taken_and_english_where_there_is_none() -> None:
    assert Wording(DOMAIN, "de").phrase("hello", name="Anna") == "Hallo Anna!"
    assert Wording(DOMAIN, "sl").phrase("hello", name="Anna") == "Hello Anna, Anna!"


def test_a_value_that_looks_like_a_placeholder_is_only_a_value() -> None:
    assert Wording(DOMAIN, "de").phrase("hello", name="{name}") == "Hallo {name}!"


def test_a_phrase_that_is_not_there_is_an_error_not_an_empty_answer() -> None:
    with pytest.raises(KeyError):
        Wording(DOMAIN, "de").phrase("goodbye")
    assert Wording(DOMAIN, "de").has("hello")
    assert not Wording(DOMAIN, "de").has("goodbye")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_exists_in_every_language_and_is_filled(domain: dict[str, Any], language: str) -> None:
    wording = Wording(domain, language)
    for name, variations in domain["responses"].items():
        placeholders = set(re.findall(r"\{(\w+)\}", variations[0]["text"]))
        phrase = wording.phrase(name.removeprefix("utter_"), **dict.fromkeys(placeholders, "X"))
        assert phrase, name
        assert not re.search(r"\{\w+\}", phrase), (name, phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_in_their_own_language(domain: dict[str, Any], language: str) -> None:
    """Long enough English ones are not the same in another language."""
    wording, english = Wording(domain, language), Wording(domain, "en")
    for name in (name.removeprefix("utter_") for name in domain["responses"]):
        if language != "en" and len(english.phrase(name)) > 45:
            assert wording.phrase(name) != english.phrase(name), name


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Nov 22, 2026"),
        ("de", "22.11.2026"),
        ("fr", "22 nov. 2026"),
        ("it", "22 nov 2026"),
        ("sl", "22. nov. 2026"),
    ],
)
def test_days_are_written_as_people_write_them(language: str, written: str) -> None:
    assert local_day("2026-11-22", language).replace("\u202f", " ") == written


def test_a_list_of_parts_is_joined() -> None:
    assert Wording(DOMAIN, "de").listed(["a", "b"]) == "a, b"
    assert Wording(DOMAIN, "de").listed([]) == ""
