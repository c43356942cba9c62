"""Says when one can apply and how applicants are chosen, in days as people of the language write them."""

from actions.dates import local_day
from actions.programmes.voice import Voice, authority
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.outcome import Outcome

ROLLING, USED_UP = "rolling", "budget_exhausted"


def window_told(voice: Voice, outcome: Outcome) -> str:
    """Return the dates, or whom to ask for them."""
    state, language = outcome.window, voice.wording.language
    opens = local_day(state.window.opens, language) if state.window and state.window.opens else None
    closes = local_day(state.window.closes, language) if state.window and state.window.closes else None
    if state.verdict is Verdict.TOO_LATE:
        return closed_told(voice, outcome)
    if state.verdict is Verdict.NOT_YET and opens:
        response = "deadline_from_to" if closes else "deadline_opens"
        return voice.say(response, opens=opens, closes=closes)
    if state.verdict is Verdict.UNKNOWN:
        response = "deadline_perhaps" if state.may_only_be_early else "deadline_unknown"
        return voice.say(response, day=closes, authority=authority(outcome))
    if closes:
        return voice.say("deadline", day=closes)
    rolling = state.window and state.window.status == ROLLING
    return voice.say("deadline_rolling" if rolling else "deadline_open")


def closed_told(voice: Voice, outcome: Outcome) -> str:
    """Return that it is too late: since when, whether the money is gone, and what came after it."""
    window, successor = outcome.window.window, outcome.programme.successor
    if window and window.closes and window.closes < outcome.on:
        told = voice.say("too_late_day", day=local_day(window.closes, voice.wording.language))
    else:
        told = voice.say("too_late_money" if window and window.status == USED_UP else "too_late")
    return f"{told} {voice.say('successor', name=voice.names.programme(successor))}" if successor else told


def selection_told(voice: Voice, outcome: Outcome) -> str | None:
    """Return how applicants are chosen, where the programme says so."""
    selection = outcome.programme.rules.get("selection")
    return voice.say(f"selection_{selection}") if selection else None
