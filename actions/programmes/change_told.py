"""Says what would make a programme fit: a fact that would have to be otherwise, or a day from which on to apply."""

from collections.abc import Mapping
from typing import Any

from actions.dates import local_day
from actions.programmes.voice import Voice
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.changes import DAY, Change, nearest_change
from alpine_catalogue.eligibility.outcome import Outcome

_REFUSED = (Verdict.NOT_ELIGIBLE, Verdict.NOT_YET)


def change_told(voice: Voice, outcome: Outcome) -> str | None:
    """Return the nearest change, or that there is none; nothing where the verdict needs none."""
    if outcome.verdict not in _REFUSED:
        return None
    found = nearest_change(outcome)
    if found is None:
        return voice.say("change_none")
    return voice.say("change", changes="; ".join(dict.fromkeys(_told(voice, outcome, one) for one in found)))


def _told(voice: Voice, outcome: Outcome, change: Change) -> str:
    if change.fact == DAY:
        return voice.say("change_day", day=local_day(change.to, voice.wording.language))
    if change.condition is None:
        return voice.names.fact(change.fact)
    told = _part_about(change.fact, change.condition.told) or change.condition.told
    return voice.sentences.condition(told, outcome.programme.rules["currency"])


def _part_about(fact: str, told: Any) -> Mapping[str, Any] | None:
    """Return the part of a rule that limits this fact: of a whole size only the number of people."""
    if isinstance(told, list):
        return next((part for one in told if (part := _part_about(fact, one))), None)
    if not isinstance(told, Mapping):
        return None
    if isinstance(told.get(fact), Mapping):
        return {fact: told[fact]}
    return next((part for one in told.values() if (part := _part_about(fact, one))), None)
