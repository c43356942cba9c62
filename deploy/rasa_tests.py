"""Rasa's own two tests in one process: `rasa data validate` and `rasa test core`, silent unless something is wrong.

python -m deploy.rasa_tests
"""

import asyncio
import contextlib
import io
import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from deploy.settings import ROOT
from deploy.training import MODEL

STORIES = "tests/stories"
FAILED = "failed_test_stories.yml"

_NOT_TRAINED = ("nothing_said", "nlu_fallback", "EXTERNAL_handoff_closed")
"""Intents without examples on purpose: the pipeline or the console sets them (docs/acts.md)."""


def main() -> int:
    """Run both; return 0 when nothing is wrong, otherwise print what is and return 1."""
    os.chdir(ROOT)
    os.environ |= {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "OMP_NUM_THREADS": "1"}
    for test in (validate, play_stories):
        wrong, summary = _silently(test)
        if wrong:
            print("\n".join(wrong))
            return 1
        print(summary)
    return 0


def _silently(test: Callable[[], tuple[list[str], str]]) -> tuple[list[str], str]:
    """Run a test without Rasa's progress bars and its libraries' warnings."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return test()


def validate() -> tuple[list[str], str]:
    """Do what `rasa data validate` does; return what is wrong, and a summary.

    Each of Rasa's warnings counts, but for two kinds: that a response is not used (most of ours are used by actions,
    which Rasa cannot see; tests/test_responses.py can), and that an intent of `_NOT_TRAINED` has no examples.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # imports only
        from rasa.shared.importers.importer import TrainingDataImporter
        from rasa.validator import Validator

        importer = TrainingDataImporter.load_from_config("config.yml", "domain.yml", ["data"])
        validator = Validator.from_importer(importer)
    with warnings.catch_warnings(record=True) as raised:
        warnings.simplefilter("always")
        wrong = [f"Rasa's validator: {name} failed." for name, passed in _checks(validator) if not passed]
    wrong += [text for text in (str(warning.message) for warning in raised) if not _is_expected(text)]
    intents, rules = len(validator.domain.intents), len(validator.story_graph.story_steps)
    return wrong, f"rasa data validate: {intents} intents and {rules} rules are consistent."


def _checks(validator: Any) -> Iterator[tuple[str, bool]]:
    """Run every check that Rasa's command runs, warnings being errors."""
    for name in (
        *("verify_domain_validity", "verify_actions_in_stories_rules", "verify_forms_in_stories_rules"),
        *("verify_form_slots", "verify_slot_mappings"),
    ):
        yield name, getattr(validator, name)()
    for name in ("verify_nlu", "verify_story_structure"):
        yield name, getattr(validator, name)(ignore_warnings=False)


def _is_expected(warning: str) -> bool:
    unused_response = warning.startswith("The utterance '") and "is not used in any story or rule" in warning
    untrained = any(f"'{intent}' is listed in the domain file, but is not found" in warning for intent in _NOT_TRAINED)
    return unused_response or untrained


def play_stories() -> tuple[list[str], str]:
    """Do what `rasa test core` does with the trained model; return the stories that went otherwise, and a summary."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        played = asyncio.run(_play(folder))
        failed = (Path(folder) / FAILED).read_text(encoding="utf-8")
    if played["correct"] < played["total"]:
        return [failed], ""
    return [], f"rasa test core: {played['total']} stories go as written."


async def _play(folder: str) -> dict[str, Any]:
    from rasa.core.agent import Agent
    from rasa.core.test import test

    agent = Agent.load(model_path=str(ROOT / "models" / MODEL))
    result = await test(STORIES, agent, out_directory=folder, disable_plotting=True)
    return dict(result["report"]["conversation_accuracy"])


if __name__ == "__main__":
    sys.exit(main())
