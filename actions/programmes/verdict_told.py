"""Says a verdict in plain words: fits, does not fit, not yet, too late, not sure; and because of what."""

from collections.abc import Callable, Mapping

from actions.dates import local_day
from actions.programmes.voice import EDITION, Voice, about_the_firm, authority
from actions.programmes.window_told import closed_told
from alpine_catalogue.eligibility.answer import Answer, Verdict
from alpine_catalogue.eligibility.outcome import Outcome

_MOST = 2
"""Conditions named with a verdict; all of them are told to whom asks why."""


def verdict_told(voice: Voice, outcome: Outcome) -> str:
    """Return the verdict with its reason."""
    return VERDICTS_TOLD[outcome.verdict](voice, outcome)


def _eligible(voice: Voice, outcome: Outcome) -> str:
    return voice.say("verdict_eligible")


def _not_eligible(voice: Voice, outcome: Outcome) -> str:
    return voice.say("verdict_not_eligible", conditions=_failing(voice, outcome, Verdict.NOT_ELIGIBLE))


def _not_yet(voice: Voice, outcome: Outcome) -> str:
    window = outcome.window.window
    if outcome.window.verdict is Verdict.NOT_YET and window and window.opens:
        return voice.say("verdict_not_yet_open", day=local_day(window.opens, voice.wording.language))
    return voice.say("verdict_not_yet", conditions=_failing(voice, outcome, Verdict.NOT_YET))


def _too_late(voice: Voice, outcome: Outcome) -> str:
    if outcome.window.verdict is Verdict.TOO_LATE:
        return closed_told(voice, outcome)
    return voice.say("verdict_too_late", conditions=_failing(voice, outcome, Verdict.TOO_LATE))


def _unknown(voice: Voice, outcome: Outcome) -> str:
    """Missing facts come first: the firm can tell them; what a text or a date leaves open only the authority can."""
    if outcome.missing:
        return voice.say("verdict_unknown", facts=voice.facts(outcome.missing))
    if any(reason.condition == EDITION for reason in outcome.reasons):
        return voice.say("verdict_unknown_rules", authority=authority(outcome))
    about_days = outcome.window.verdict is Verdict.UNKNOWN
    return voice.say("verdict_unknown_window" if about_days else "verdict_unknown_text", authority=authority(outcome))


def _failing(voice: Voice, outcome: Outcome, meaning: Verdict) -> str:
    """Return the first conditions that fail with this meaning."""
    failing = [one for one in about_the_firm(outcome) if one.answer is Answer.FAILS and one.if_not is meaning]
    return "; ".join(dict.fromkeys(voice.condition(one, outcome) for one in failing[:_MOST]))


VERDICTS_TOLD: Mapping[Verdict, Callable[[Voice, Outcome], str]] = {
    Verdict.ELIGIBLE: _eligible,
    Verdict.NOT_ELIGIBLE: _not_eligible,
    Verdict.NOT_YET: _not_yet,
    Verdict.TOO_LATE: _too_late,
    Verdict.UNKNOWN: _unknown,
}
