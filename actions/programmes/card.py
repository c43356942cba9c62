"""Puts a programme and our verdict on it into words: a card, or one line."""

from collections.abc import Iterator

from actions.citing import cited
from actions.programmes.amount_told import amount_told
from actions.programmes.assumed_told import assumed_told
from actions.programmes.verdict_told import verdict_told
from actions.programmes.voice import Voice, authority
from actions.programmes.window_told import selection_told, window_told
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.languages import in_language

_WORTH_AN_APPLICATION = (Verdict.ELIGIBLE, Verdict.UNKNOWN)


def card(voice: Voice, number: int, outcome: Outcome) -> str:
    """Return the card: what, for what, the verdict with its reason, how much, until when, what is assumed, source."""
    return "\n".join(_lines(voice, number, outcome))


def line(voice: Voice, number: int | None, outcome: Outcome) -> str:
    """Return the verdict in one line, behind the number under which the programme was told."""
    return headed(voice, number, outcome, verdict_told(voice, outcome))


def headed(voice: Voice, number: int | None, outcome: Outcome, text: str) -> str:
    """Return `1. name: text`; without a number for a programme that was not told."""
    name = outcome.programme.name
    return voice.say("programme_line_numbered" if number else "programme_line", number=number, name=name, text=text)


def _when(voice: Voice, outcome: Outcome) -> str:
    """Dates that nobody knows are not told twice: the verdict says so where nothing else is missing."""
    no_dates = outcome.window.verdict is Verdict.UNKNOWN and not outcome.window.may_only_be_early
    said = no_dates and not outcome.missing and outcome.verdict is Verdict.UNKNOWN
    parts = (None if said else window_told(voice, outcome), selection_told(voice, outcome))
    return " ".join(part for part in parts if part)


def _lines(voice: Voice, number: int, outcome: Outcome) -> Iterator[str]:
    programme, language = outcome.programme, voice.wording.language
    yield voice.say("programme_head", number=number, name=programme.name, authority=authority(outcome))
    yield in_language(programme.pays_for, language)
    yield verdict_told(voice, outcome)
    yield amount_told(voice, outcome)
    if outcome.verdict in _WORTH_AN_APPLICATION and (when := _when(voice, outcome)):
        yield when
    if outcome.verdict in (*_WORTH_AN_APPLICATION, Verdict.NOT_YET) and (assumed := assumed_told(voice, outcome)):
        yield assumed
    if programme.caution:
        yield in_language(programme.caution, language)
    yield cited(voice.wording, programme.source, programme.checked)
