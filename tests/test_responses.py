"""The bot's words: each response in exactly the five languages, the same content in each, none unused or missing."""

import ast
import json
import re
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogue_examples import CATALOGUE, ROOT

from actions.profile_form import QUESTIONS
from actions.programmes.verdict_told import VERDICTS_TOLD
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.fact_kinds import load_fact_kinds
from alpine_catalogue.languages import LANGUAGES

FILES = sorted((ROOT / "data" / "responses").glob("*.yml"))
RESPONSES: dict[str, list[dict[str, Any]]] = {
    name: variations
    for file in FILES
    for name, variations in yaml.safe_load(file.read_text(encoding="utf-8"))["responses"].items()
}
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
IN_EACH = [
    (name, language, said)
    for name, variations in RESPONSES.items()
    for language, said in zip(LANGUAGES, variations, strict=False)
]
MOST_WORDS = 25
CONDITIONS = [{"type": "slot", "name": "language"}]
INFORMAL = {
    "de": r"\b(du|dich|dir|dein\w*|euch|euer|eure\w*)\b",
    "fr": r"\b(tu|toi|ton|tes|t'es|t'as)\b",
    "it": r"\b(tu|tuo|tua|tuoi|tue|ti|dimmi|scrivi)\b",
    "sl": r"\b(tebe|tebi|tvoj\w*|povej|napiši|želiš|lahko poveš)\b",
}
FORMAL = {
    "de": r"\b(Sie|Ihnen|Ihr\w*)\b",
    "fr": r"\bvo(us|tre|s)\b",
    "it": r"\b(Lei|Le|Sua|Suo|Sue|Suoi|\w+Le)\b",
    "sl": r"\bva(s|š\w*|m)\b",
}
SHOUTING = re.compile(r"\b[A-ZÄÖÜÀÈÉŠČŽ]{6,}\b|!{2,}|\?{2,}")


def placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{(\w+)\}", text))


# -- five languages -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_is_english_without_a_condition_and_then_each_language_on_its_own(name: str) -> None:
    told = [variation.get("condition") for variation in RESPONSES[name]]
    assert told == [None, *([CONDITIONS[0] | {"value": language}] for language in LANGUAGES[1:])]


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_says_the_same_in_all_languages(name: str) -> None:
    variations = RESPONSES[name]
    assert len({frozenset(placeholders(said["text"]).items()) for said in variations}) == 1, "placeholders differ"
    buttons = [said.get("buttons", []) for said in variations]
    assert len({len(some) for some in buttons}) == 1, "another number of buttons"
    assert all(button["title"].strip() and button["payload"].strip() for some in buttons for button in some)


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_is_the_same_on_every_channel(name: str) -> None:
    for said in RESPONSES[name]:
        assert set(said) <= {"text", "condition", "buttons"}
        assert said["text"].strip() == said["text"] != ""


def test_no_response_stands_in_two_files_or_twice_in_one() -> None:
    """Rasa would silently keep one of them."""
    keys = [key for file in FILES for key in re.findall(r"^  (utter_\w+):", file.read_text(encoding="utf-8"), re.M)]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert len(keys) == len(RESPONSES)
    assert "responses" not in DOMAIN, "responses stand in data/responses only"


# -- tone ---------------------------------------------------------------------------------------------------------


def test_sentences_are_short() -> None:
    long = [
        (name, language, sentence)
        for name, language, said in IN_EACH
        for sentence in re.split(r"(?<=[.!?:;])\s+", said["text"])
        if len(re.findall(r"\w+", sentence)) > MOST_WORDS + sentence.count("'")
    ]
    assert long == []


@pytest.mark.parametrize("language", INFORMAL)
def test_nobody_is_addressed_informally(language: str) -> None:
    informal = re.compile(INFORMAL[language], re.I)
    found = [
        (name, hit) for name, told, said in IN_EACH if told == language and (hit := informal.findall(said["text"]))
    ]
    assert found == []


@pytest.mark.parametrize("language", FORMAL)
def test_where_english_says_you_others_are_formal(language: str) -> None:
    """Not in each sentence (an imperative in Italian has no pronoun), but in most."""
    addressed = [
        n for n, told, said in IN_EACH if told == "en" and re.search(r"\byou", said["text"]) and "hub_" not in n
    ]
    texts = {name: said["text"] for name, told, said in IN_EACH if told == language}
    formal = [name for name in addressed if re.search(FORMAL[language], texts[name])]
    assert len(formal) >= 0.6 * len(addressed)


def test_nobody_is_shouted_at() -> None:
    assert [(name, language) for name, language, said in IN_EACH if SHOUTING.search(said["text"])] == []


def test_every_question_before_consent_says_what_is_passed_on() -> None:
    for said in RESPONSES["utter_ask_handoff_form_handoff_consent"]:
        assert "?" in said["text"]
        assert len(said["buttons"]) == 2


# -- used and there -----------------------------------------------------------------------------------------------


def words_in(folder: str) -> set[str]:
    """All literal words in a folder's Python."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / folder).rglob("*.py"))]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def uttered_by_rules() -> set[str]:
    rules = [path.read_text(encoding="utf-8") for path in (ROOT / "data" / "rules").glob("*.yml")]
    return {name for text in rules for name in re.findall(r"\butter_\w+", text)}


def asked_by_forms() -> set[str]:
    """Questions that are a response; some have an action of their own."""
    asked = [(form, slot) for form, body in DOMAIN["forms"].items() for slot in body["required_slots"]]
    return {f"utter_ask_{form}_{slot}" for form, slot in asked if f"action_ask_{form}_{slot}" not in DOMAIN["actions"]}


def answers_inside_forms() -> set[str]:
    questions = [*QUESTIONS, *(slot for body in DOMAIN["forms"].values() for slot in body["required_slots"])]
    return {f"utter_{act}" for act in DOMAIN["intents"]} | {
        f"utter_{a}_{q}" for a, q in product(DOMAIN["intents"], questions)
    }


def said_of_results() -> set[str]:
    """`reason_<key>`, `like_<key>`, `fit_<key>` for hubs, practices and events, and what is said of programmes."""
    package = ROOT / "catalogue" / "alpine_catalogue"
    files = {"reason": "matching/reasons.py", "like": "examples/similar.py", "fit": "examples/upcoming.py"}
    told = {kind: (package / file).read_text(encoding="utf-8") for kind, file in files.items()}
    reasons = {kind: re.findall(r'Reason\("(\w+)"', text) for kind, text in told.items()}
    schema = json.loads((CATALOGUE / "schema" / "programme.schema.json").read_text(encoding="utf-8"))
    of_programmes = {
        "amount": schema["$defs"]["support"]["properties"]["kind"]["enum"],
        "selection": schema["properties"]["selection"]["enum"],
        "why": ("fails", "holds", "open", "assumed"),
    }
    kinds = reasons | of_programmes
    return {f"utter_{kind}_{key}" for kind, keys in kinds.items() for key in keys}


def said_of_facts() -> set[str]:
    """`assumed_<fact>` where a condition would be too long, `example_<form>` where an answer was not read."""
    kinds = load_fact_kinds(CATALOGUE).by_name
    return {f"utter_assumed_{name}" for name in kinds} | {f"utter_example_{kind.form}" for kind in kinds.values()}


def test_every_response_that_something_says_is_written() -> None:
    named = {word for word in words_in("actions") if re.fullmatch(r"utter_[a-z]\w+", word)}
    named |= {f"utter_{word}" for word in phrases_named()} | uttered_by_rules() | asked_by_forms() | said_of_results()
    assert sorted(named - set(RESPONSES)) == []


def phrases_named() -> set[str]:
    """The literal first arguments of `say(...)` and `phrase(...)`."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "actions").rglob("*.py"))
    return set(re.findall(r'\b(?:say|phrase)\(\s*"(\w+)"', text))


def test_every_response_is_said_by_something() -> None:
    words = words_in("actions") | words_in("components") | words_in("connectors") | words_in("console")
    used = {word for word in words if word.startswith("utter_")} | {f"utter_{word}" for word in words}
    used |= uttered_by_rules() | asked_by_forms() | answers_inside_forms() | said_of_results() | said_of_facts()
    assert sorted(set(RESPONSES) - used) == []


def test_every_verdict_has_words() -> None:
    assert set(VERDICTS_TOLD) == set(Verdict)
    assert {f"utter_verdict_{verdict}" for verdict in Verdict} <= set(RESPONSES)


def test_every_rule_answers_an_act_that_exists() -> None:
    files: list[Path] = sorted((ROOT / "data" / "rules").glob("*.yml"))
    acts = {act for file in files for act in re.findall(r"intent: (\w+)", file.read_text(encoding="utf-8"))}
    assert acts <= set(DOMAIN["intents"])
    assert set(DOMAIN["intents"]) - acts == set(), "an act that no rule answers ends in silence"
