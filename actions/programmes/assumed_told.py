"""Says what a verdict takes for granted, in few words."""

from collections.abc import Iterator

from actions.programmes.voice import Voice, about_the_firm
from alpine_catalogue.eligibility.outcome import Outcome, Reason

MOST = 3
_LONG = 75
"""Characters; a longer condition is told to whom asks why."""


def assumed_told(voice: Voice, outcome: Outcome) -> str | None:
    """Return at most `MOST` of the assumptions; None where there are none."""
    phrases = list(dict.fromkeys(_phrases(voice, outcome)))
    if not phrases:
        return None
    told = voice.listed(phrases[:MOST]) if len(phrases) <= MOST else voice.wording.listed(phrases[:MOST])
    return voice.say("assumed" if len(phrases) <= MOST else "assumed_and_more", conditions=told)


def _phrases(voice: Voice, outcome: Outcome) -> Iterator[str]:
    """First what many firms stumble over: something ordered too early."""
    reasons = [reason for reason in about_the_firm(outcome) if reason.assumed and _turned_by(reason, outcome)]
    for reason in sorted(reasons, key=lambda one: "first_order" not in one.missing):
        yield from _phrase(voice, outcome, reason)


def _turned_by(reason: Reason, outcome: Outcome) -> list[str]:
    """Return the facts of a condition that could still turn the verdict."""
    return [name for name in reason.missing if name in outcome.assumed]


def _phrase(voice: Voice, outcome: Outcome, reason: Reason) -> Iterator[str]:
    own = [f"assumed_{name}" for name in _turned_by(reason, outcome) if voice.wording.has(f"assumed_{name}")]
    if own:
        yield from (voice.say(phrase) for phrase in own)
    elif len(told := voice.condition(reason, outcome)) <= _LONG:
        yield told
