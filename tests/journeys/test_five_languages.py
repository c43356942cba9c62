"""From greeting to result, once per language, over REST."""

import pytest
from coherence import Coherence
from rest_talk import Talk
from sentences import FIRMS, WOOD_OR_FURNITURE, Firm

from actions.dates import local_day
from alpine_catalogue.model import Hub, Programme
from alpine_catalogue.store.repository import Catalogue

EACH_FIRM = pytest.mark.parametrize("firm", FIRMS, ids=lambda firm: firm.language)


def assert_known(talk: Talk, firm: Firm) -> None:
    slots = talk.slots()
    assert slots["language"] == firm.language
    assert slots["region"] == firm.region
    assert set(slots["sector"]) & WOOD_OR_FURNITURE
    assert set(slots["sector"]) <= WOOD_OR_FURNITURE
    assert slots["employees"] == 12
    assert slots["pain_points"] == ["machine_downtime"]


def assert_answered(talk: Talk, catalogue: Catalogue) -> None:
    """At least two real hubs and one real programme were told, each with source and day, the hubs with an address."""
    result = talk.slots()["result"]
    hubs = [catalogue.hubs()[hub["id"]] for hub in result["hubs"]]
    programmes = [catalogue.programmes()[one["id"]] for one in result["programmes"]]
    assert len({hub.id for hub in hubs}) >= 2
    assert programmes, "no programme was told"
    cards = {record.id: _card(talk, record) for record in (*hubs, *programmes)}
    assert all("://" in cards[hub.id] for hub in hubs)
    assert any("://" in cards[programme.id] for programme in programmes)
    assert not any("{" in message for message in talk.heard), "a placeholder was left open"


def _card(talk: Talk, record: Hub | Programme) -> str:
    named = [message for message in talk.heard if record.name in message]
    card = next((message for message in named if record.source in message), None)
    assert card is not None, f"{record.name} was told without its source: {named}"
    assert local_day(record.checked, talk.slots()["language"]) in card
    return card


@EACH_FIRM
def test_one_sentence_is_enough_for_hubs_and_programmes_in_its_language(
    talk: Talk, firm: Firm, catalogue: Catalogue, coherence: Coherence
) -> None:
    talk.say(firm.greeting)
    talk.say(firm.sentence)
    assert_known(talk, firm)
    assert_answered(talk, catalogue)
    assert coherence.strangers(talk.heard, firm.language) == []


@EACH_FIRM
def test_a_firm_that_tells_one_thing_at_a_time_gets_the_same_answer(
    talk: Talk, firm: Firm, catalogue: Catalogue, coherence: Coherence
) -> None:
    for said in (firm.greeting, firm.need, firm.place, firm.trade, firm.size):
        assert talk.say(said), f"no answer to {said!r}"
    assert_known(talk, firm)
    assert_answered(talk, catalogue)
    assert coherence.strangers(talk.heard, firm.language) == []


@EACH_FIRM
def test_a_question_in_between_is_answered_and_the_open_question_asked_again(
    talk: Talk, firm: Firm, coherence: Coherence
) -> None:
    question = talk.say(firm.need)[-1]
    before = talk.slots()
    assert before["requested_slot"] == "region"
    for interjection in firm.interjections:
        answer, again = talk.say(interjection)
        assert answer != question
        assert again == question
    assert talk.slots() == before
    assert coherence.strangers(talk.heard, firm.language) == []
