"""From the firm to its programmes, why not, what is missing, and what goes together: once per language, over REST."""

from typing import Any

import pytest
from coherence import Coherence
from programme_questions import FIRMS_ASKING, MOST_QUESTIONS, Asking
from rest_talk import Talk

from actions.dates import local_day
from alpine_catalogue.store.repository import Catalogue

EACH_FIRM = pytest.mark.parametrize("firm", FIRMS_ASKING, ids=lambda firm: firm.language)


def answered(talk: Talk, firm: Asking) -> None:
    """Answer until nothing is asked any more: sums with a sum, a choice with its first button, all else with yes."""
    for _ in range(MOST_QUESTIONS):
        fact = talk.slots()["asked_fact"]
        if fact is None:
            return
        money = fact in ("turnover", "balance", "cost", "loan")
        talk.say(firm.figure if money else "2015" if fact == "founded" else firm.yes)
        if talk.slots()["asked_fact"] == fact:  # a share, a number: this firm does not know it
            talk.say(firm.enough)
    pytest.fail("the questions never end")


def lines_of(talk: Talk, said: list[str]) -> list[str]:
    """Return the lines that name a programme told by its number."""
    told: list[dict[str, Any]] = talk.slots()["result"]["programmes"]
    heads = [f"{number}. {one['name']}" for number, one in enumerate(told, start=1)]
    return [line for message in said for line in message.splitlines() if line.startswith(tuple(heads))]


@EACH_FIRM
def test_a_firm_learns_why_not_tells_what_is_missing_and_hears_what_goes_together(
    talk: Talk, firm: Asking, catalogue: Catalogue, coherence: Coherence
) -> None:
    cards = talk.say(firm.sentence)
    told = talk.slots()["result"]["programmes"]
    assert len(lines_of(talk, cards)) == len(told)

    programme = catalogue.programmes()[firm.programme]
    why = "\n".join(talk.say(firm.why_not))
    assert programme.name in why
    assert programme.source in why
    assert local_day(programme.checked, firm.language) in why
    assert talk.slots()["result"]["last_programme"] == firm.programme

    talk.say(firm.missing)
    answered(talk, firm)
    assert talk.slots()["requested_slot"] is None
    assert [one["id"] for one in talk.slots()["result"]["programmes"]] == [one["id"] for one in told]

    assert talk.say(firm.together)
    assert coherence.strangers(talk.heard, firm.language) == []
    assert not any("{" in message for message in talk.heard), "a placeholder was left open"


@EACH_FIRM
def test_a_question_about_a_programme_in_between_is_answered_and_the_open_question_asked_again(
    talk: Talk, firm: Asking, catalogue: Catalogue, coherence: Coherence
) -> None:
    question = talk.say(firm.worry)[-1]
    before = talk.slots()["requested_slot"]
    assert before == "region"
    said = talk.say(firm.why_not)
    assert catalogue.programmes()[firm.programme].name in said[0]
    assert said[-1] == question
    assert talk.slots()["requested_slot"] == before
    assert coherence.strangers(talk.heard, firm.language) == []
