"""Why, and why not: every condition as a sentence, what would change the verdict, whom to ask, and the source."""

from collections.abc import Iterator, Mapping
from typing import Any

from actions.citing import cited
from actions.programmes.change_told import change_told
from actions.programmes.verdict_told import verdict_told
from actions.programmes.voice import EDITION, WINDOW, Voice, authority
from actions.programmes.window_told import window_told
from alpine_catalogue.eligibility.answer import Answer
from alpine_catalogue.eligibility.outcome import Outcome, Reason

_GROUPS = ("fails", "holds", "open", "assumed")
"""What decides comes first."""


def explanation(voice: Voice, number: int | None, outcome: Outcome) -> str:
    """Return the whole answer, one condition a line."""
    return "\n".join(_lines(voice, number, outcome))


def _lines(voice: Voice, number: int | None, outcome: Outcome) -> Iterator[str]:
    name = outcome.programme.name
    yield voice.say(
        "programme_line_numbered" if number else "programme_line", number=number, name=name, text=""
    ).strip()
    yield verdict_told(voice, outcome)
    groups = _grouped(voice, outcome)
    for group in _GROUPS:
        if groups[group]:
            yield voice.say(f"why_{group}")
            yield from (f"- {told}" for told in groups[group])
    if changed := change_told(voice, outcome):
        yield changed
    if any(reason.answer is Answer.UNKNOWN and not reason.missing for reason in outcome.reasons):
        yield voice.say("please_ask", authority=authority(outcome))
    yield cited(voice.wording, outcome.programme.source, outcome.programme.checked)


def _grouped(voice: Voice, outcome: Outcome) -> Mapping[str, list[str]]:
    """Sort the conditions into groups; the same sentence is said once."""
    groups: dict[str, dict[str, None]] = {group: {} for group in _GROUPS}
    for reason in outcome.reasons:
        groups[_group(reason)][_sentence(voice, outcome, reason)] = None
    said_before = verdict_told(voice, outcome)
    return {group: [sentence for sentence in told if sentence != said_before] for group, told in groups.items()}


def _group(reason: Reason) -> str:
    if reason.assumed:
        return "assumed"
    return {Answer.HOLDS: "holds", Answer.FAILS: "fails", Answer.UNKNOWN: "open"}[reason.answer]


def _sentence(voice: Voice, outcome: Outcome, reason: Reason) -> str:
    if reason.condition == EDITION:
        return voice.say("rules_not_known")
    if reason.condition == WINDOW:
        return window_told(voice, outcome)
    told = voice.condition(reason, outcome)
    if not reason.certain:
        return voice.say("not_confirmed", value=told)
    found = _found(voice, outcome, reason) if reason.answer is Answer.FAILS else None
    return voice.say("condition_found", condition=told, found=found) if found else told


def _found(voice: Voice, outcome: Outcome, reason: Reason) -> str | None:
    """Return the firm's own figure, where the condition is about one figure."""
    names = [name for name in reason.expected if name in voice.names.kinds]
    figure: Any = outcome.case.told(names[0]) if len(names) == 1 else None
    if not (isinstance(figure, tuple) and len(figure) == 2 and figure[0] == figure[1]):  # noqa: PLR2004 - an interval
        return None
    if voice.names.kinds[names[0]].form not in ("count", "money", "share", "figure"):
        return None
    return voice.names.figure(names[0], figure[0], outcome.programme.rules["currency"])
