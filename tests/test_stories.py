"""The stories that `python -m deploy.rasa_tests` plays leave no rule and no interjection out."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.interjections import LEAVE_THE_FORM

ROOT = Path(__file__).parents[1]
FORMS = ("profile_form", "facts_form", "handoff_form")

Trigger = tuple[str | None, str]
"""The form that is open (or None), and the intent that comes."""


def read(folder: str, key: str) -> list[dict[str, Any]]:
    files = sorted((ROOT / folder).glob("*.yml"))
    return [one for file in files for one in yaml.safe_load(file.read_text(encoding="utf-8"))[key]]


RULES, STORIES = read("data/rules", "rules"), read("tests/stories", "stories")
INTENTS = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]


def triggers_of(story: dict[str, Any]) -> list[Trigger]:
    loop, found = None, []
    for step in story["steps"]:
        loop = step.get("active_loop") if "active_loop" in step else loop
        if "intent" in step:
            found.append((loop, step["intent"]))
    return found


PLAYED = {trigger for story in STORIES for trigger in triggers_of(story)}


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if "intent" in rule["steps"][0]], ids=lambda rule: rule["rule"]
)
def test_a_story_plays_the_rule(rule: dict[str, Any]) -> None:
    open_form = next((one["active_loop"] for one in rule.get("condition", ())), None)
    assert (open_form, rule["steps"][0]["intent"]) in PLAYED


@pytest.mark.parametrize("form", FORMS)
def test_every_intent_interrupts_every_form_in_a_story(form: str) -> None:
    possible = {intent for intent in INTENTS if not intent.startswith("EXTERNAL_")}
    assert possible - {intent for loop, intent in PLAYED if loop == form} == set()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("act", LEAVE_THE_FORM)
def test_every_act_that_leaves_a_form_leaves_it_in_a_story(act: str, form: str) -> None:
    asked_already = act == "talk_to_person" and form == "handoff_form"
    leaving = [
        {"intent": act} == step and story["steps"][index + 1] == {"action": "action_deactivate_loop"}
        for story in STORIES
        for index, step in enumerate(story["steps"])
        if (form, act) in triggers_of({"steps": story["steps"][: index + 1]})[-1:]
    ]
    assert any(leaving) is not asked_already


def test_every_story_is_named_once_and_as_a_sentence() -> None:
    names = [story["story"] for story in STORIES]
    assert len(names) == len(set(names))
    assert all(len(name.split()) >= 4 and name[0].isupper() for name in names)


def test_every_act_that_leaves_a_form_has_a_rule_for_each_form() -> None:
    conditioned = {
        (one["active_loop"], rule["steps"][0]["intent"])
        for rule in RULES
        for one in rule.get("condition", ())
        if {"action": "action_deactivate_loop"} in rule["steps"]
    }
    wanted = {(form, act) for form in FORMS for act in LEAVE_THE_FORM}
    assert conditioned == wanted - {("handoff_form", "talk_to_person")}
