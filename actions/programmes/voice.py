"""How we speak of programmes in one language: responses, names of codes and figures, and sentences made of rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from actions.wording import Wording
from alpine_catalogue.eligibility.outcome import Outcome, Reason
from alpine_catalogue.eligibility.wording.names import Names
from alpine_catalogue.eligibility.wording.sentences import Sentences

WINDOW, EDITION = "window", "edition"
"""Reasons that are about days and not about the firm."""


@dataclass(frozen=True)
class Voice:
    """Everything that is needed to put an outcome into words."""

    wording: Wording
    names: Names
    sentences: Sentences

    def say(self, response: str, /, **values: object) -> str:
        """Return the text of `utter_<response>`."""
        return self.wording.phrase(response, **values)

    def listed(self, words: Iterable[object]) -> str:
        """Return `a, b and c`."""
        return self.names.listed(words)

    def condition(self, reason: Reason, outcome: Outcome) -> str:
        """Return what a condition asks for, made of the rule itself."""
        return self.sentences.condition(reason.expected, outcome.programme.rules["currency"])

    def facts(self, names: Iterable[str]) -> str:
        """Return facts by name, as a list."""
        return self.listed(dict.fromkeys(self.names.fact(name) for name in names))


def about_the_firm(outcome: Outcome) -> list[Reason]:
    """Return the reasons that are conditions of the programme."""
    return [reason for reason in outcome.reasons if reason.condition not in (WINDOW, EDITION)]


def authority(outcome: Outcome) -> str:
    """Return whom to ask."""
    return outcome.programme.who_to_ask or outcome.programme.authority
