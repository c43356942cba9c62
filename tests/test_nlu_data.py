"""What the assistant learns from: the same acts in all languages, nothing twice, nothing of the held-out messages."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import yaml
from catalogue_examples import ROOT
from rapidfuzz import fuzz, process

from alpine_catalogue.languages import LANGUAGES
from components.reading.folding import fold

ENTITY = re.compile(r"\[([^\]]+)\]\{([^}]+)\}")
SET_BY_THE_PIPELINE = {"nothing_said", "nlu_fallback", "EXTERNAL_handoff_closed"}
NEAR = 92
FORMULA = 3
"""Words; what is no longer ("grüezi mitenand", "nein danke") is a set phrase that two people write by chance."""


@dataclass(frozen=True)
class Example:
    """One line of training data."""

    language: str
    act: str
    metadata: str | None
    marked: str

    @property
    def text(self) -> str:
        return ENTITY.sub(r"\1", self.marked)

    @property
    def key(self) -> str:
        return " ".join(re.findall(r"\w+", fold(self.text)))

    def entities(self) -> Iterator[dict[str, Any]]:
        for _, told in ENTITY.findall(self.marked):
            yield yaml.safe_load("{" + told + "}")


@cache
def examples() -> list[Example]:
    found = []
    for language in LANGUAGES:
        for path in sorted((ROOT / "data" / "nlu" / language).glob("*.yml")):
            for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
                told = (block.get("metadata") or {}).get("language")
                lines = [line.removeprefix("- ") for line in block["examples"].splitlines() if line.strip()]
                found += [Example(language, block["intent"], told, line) for line in lines]
    return found


@cache
def held_out() -> list[dict[str, Any]]:
    files = [
        ROOT / "tests" / folder / f"{language}.yml"
        for folder in ("understanding", "understanding_final")
        for language in LANGUAGES
    ]
    return [one for file in files for one in yaml.safe_load(file.read_text(encoding="utf-8"))]


def key(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
PAINS = {path.stem for path in (ROOT / "catalogue" / "pain_points").glob("*.yml")}


def test_the_same_acts_are_trained_in_all_five_languages() -> None:
    acts = {language: {one.act for one in examples() if one.language == language} for language in LANGUAGES}
    expected = set(DOMAIN["intents"]) - SET_BY_THE_PIPELINE
    assert {language: expected ^ found for language, found in acts.items()} == {
        language: set() for language in LANGUAGES
    }


def test_every_act_has_enough_examples_in_every_language() -> None:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in examples():
        counts[one.act, one.language] += 1
    assert {pair: count for pair, count in counts.items() if count < 8} == {}


def test_every_example_says_which_language_it_is_in() -> None:
    assert [one for one in examples() if one.metadata != one.language] == []


def test_no_example_stands_under_two_acts() -> None:
    acts: dict[str, set[str]] = defaultdict(set)
    for one in examples():
        acts[one.key].add(one.act)
    assert {text: found for text, found in acts.items() if len(found) > 1} == {}


def test_no_example_stands_twice_in_one_language() -> None:
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for one in examples():
        seen[one.language, one.text.strip().lower()] += 1
    assert {pair: count for pair, count in seen.items() if count > 1} == {}


def test_every_marked_need_is_known_and_marked_readably() -> None:
    for one in examples():
        for entity in one.entities():
            assert entity["entity"] == "pain_point", one
            assert entity["value"] in PAINS, one
            assert set(entity) <= {"entity", "value", "role"}, one
            assert entity.get("role") in (None, "not_needed"), one
        assert not re.search(r"[\[\]{}]", one.text), f"a broken mark: {one.marked}"


def test_every_need_is_trained_in_every_language_both_as_needed_and_as_not_needed() -> None:
    told: dict[str, set[tuple[str, str | None]]] = {language: set() for language in LANGUAGES}
    for one in examples():
        told[one.language] |= {(entity["value"], entity.get("role")) for entity in one.entities()}
    for language in LANGUAGES:
        assert {need for need, role in told[language] if role is None} == PAINS, language
        assert any(role == "not_needed" for _, role in told[language]), language


# -- the held-out messages ----------------------------------------------------------------------------------------


def test_held_out_messages_name_acts_and_needs_that_exist() -> None:
    for one in held_out():
        assert one["act"] in DOMAIN["intents"], one
        assert set(one.get("pain_points", ())) <= PAINS, one
        assert one["language"] in LANGUAGES, one


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_held_out_message_is_in_the_training_data_or_nearly_so(language: str) -> None:
    trained = [one.key for one in examples() if one.language == language]
    close = []
    for one in held_out():
        text = key(one["text"])
        if one["language"] == language and len(one["text"].split()) > FORMULA:
            best = process.extractOne(text, trained, scorer=fuzz.ratio, score_cutoff=NEAR)
            close += [(one["text"], best[0])] if best else []
    assert close == []


def test_held_out_formulas_that_are_also_trained_stay_few() -> None:
    """They happen by chance, but must not make up the score."""
    trained = {one.key for one in examples()}
    same = [one["text"] for one in held_out() if key(one["text"]) in trained]
    assert len(same) <= 0.05 * len(held_out()), same
