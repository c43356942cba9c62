"""What a message tells about the firm: the profile after it, and the facts beside the profile. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from actions.facts.answers import Answer, AnswerReader, Message
from actions.facts.cues import bare_sum, told_in_passing
from actions.facts.known import IN_PROFILE, FirmFacts, can_be, fitting
from actions.facts.told_entities import (
    ABOUT_PROGRAMMES,
    Span,
    beside_the_answer,
    blanked,
    of_the_firm,
    people_told,
    tells_of_the_firm,
)
from actions.own_words import with_words
from actions.profile import TELLING, Heard, Profile, updated
from alpine_catalogue.eligibility.fact_kinds import FactKinds

QUESTION = "fact_answer"
"""The slot that the form about single facts asks for; which fact it is stands in `asked_fact`."""
_ANSWERING = ("affirm", "deny", "inform", "correct", "withdraw", "dont_know", "skip", "nlu_fallback", "greet", "thank")
_SHORT = 5
"""Words; what is no longer and can be read is an answer, whatever act it was taken for."""


@dataclass(frozen=True)
class Before:
    """What was known before the message, and which fact stood in question."""

    profile: Profile
    firm_facts: FirmFacts
    asked: str | None = None


@dataclass(frozen=True)
class FactsHeard:
    """What is known after the message, and what it did."""

    profile: Profile
    firm_facts: FirmFacts
    answer: Answer = field(default_factory=Answer)
    """To the fact in question."""
    noted: Mapping[str, Any] = field(default_factory=dict)
    """Other facts that are new or changed, by name."""
    refused: Sequence[str] = ()
    """Facts that cannot be, by name: nothing of them is kept."""


def hear(heard: Heard, before: Before, reader: AnswerReader, kinds: FactKinds, named: Sequence[Span]) -> FactsHeard:
    """Read a message; `named` is where it names programmes, whose names tell nothing about the firm."""
    plain = blanked(heard.text, named)
    heard = replace(heard, entities=list(of_the_firm(heard, before.profile, named)))
    passing = _in_passing(plain, heard, reader)
    answer = _answer(plain, heard, before.asked, reader, kinds)
    if answer.span and passing:  # "Umsatz 2 Mio" says itself what it answers
        answer = Answer(passing.get(before.asked or ""))
    if heard.act == "ask_amount" and not (passing or answer.read):
        passing = _cost(plain, heard, reader)
    short = _is_short(heard, answer, before)
    heard = replace(heard, entities=list(beside_the_answer(heard, answer.span, only_answer=short)))
    told = passing | _asked_for(before.asked, answer)
    believed = fitting(before.profile, before.firm_facts, told, kinds)
    firm_facts = {**before.firm_facts, **believed}
    profile = _profile(heard, before, answer)
    possible = profile.employees == before.profile.employees or can_be(profile, firm_facts, kinds)
    return FactsHeard(
        profile if possible else replace(profile, employees=before.profile.employees),
        firm_facts,
        answer,
        noted={name: value for name, value in believed.items() if _is_news(name, value, passing, before)},
        refused=(*(name for name in told if name not in believed), *(() if possible else ("employees",))),
    )


def _is_short(heard: Heard, answer: Answer, before: Before) -> bool:
    """Whether the message is an answer and nothing else, to a question that is not about the profile."""
    return answer.read and before.asked not in IN_PROFILE and len(heard.text.split()) <= _SHORT


def _is_news(name: str, value: Any, passing: Mapping[str, Any], before: Before) -> bool:
    return name in passing and name != before.asked and before.firm_facts.get(name) != value


def _profile(heard: Heard, before: Before, answer: Answer) -> Profile:
    """The profile after the message, as if its question had been asked by the profile's own form."""
    question = before.asked if before.asked in IN_PROFILE else heard.question
    profile = updated(before.profile, replace(heard, question=None if question == QUESTION else question))
    if before.asked == "employees" and answer.value is not None:
        profile = replace(profile, employees=answer.value)
    return with_words(before.profile, profile, heard)


def _answer(text: str, heard: Heard, asked: str | None, reader: AnswerReader, kinds: FactKinds) -> Answer:
    if asked is None or asked not in kinds:
        return Answer()
    if heard.act not in _ANSWERING and (len(text.split()) > _SHORT or "?" in text):
        return Answer()
    if heard.act == "correct" and asked not in IN_PROFILE and tells_of_the_firm(heard):
        return Answer()  # "no, in Trento" takes back something else
    places = [str(place.get("province") or place["region"]) for place in heard.values("place")]
    others = blanked(text, () if asked == "employees" else list(people_told(heard)))
    message = Message(others, heard.act, [*places, *heard.values("country")], heard.values("sector"))
    return reader.answer(message, kinds[asked])


def _in_passing(text: str, heard: Heard, reader: AnswerReader) -> dict[str, Any]:
    if heard.act not in (*TELLING, *ABOUT_PROGRAMMES):
        return {}
    return told_in_passing(text, reader.reading)


def _cost(text: str, heard: Heard, reader: AnswerReader) -> dict[str, Any]:
    """Who asks how much there is for a sum has told the cost."""
    cost = bare_sum(blanked(text, list(people_told(heard))), reader.reading)
    return {"cost": cost} if cost is not None else {}


def _asked_for(asked: str | None, answer: Answer) -> dict[str, Any]:
    """A fact of the profile is kept there; here it only counts as asked."""
    if asked is None or not (answer.declined or answer.value is not None):
        return {}
    return {asked: None if asked in IN_PROFILE else answer.value}
