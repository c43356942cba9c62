"""A server that stops and starts again goes on where it was."""

from rest_talk import Talk
from sentences import GERMAN
from whole_stack import WholeStack


def test_a_conversation_goes_on_after_rasa_was_stopped_and_started(talk: Talk, stack: WholeStack) -> None:
    talk.say(GERMAN.need)
    question = talk.say(GERMAN.place)[-1]
    before = talk.slots()
    stack.stop("rasa")
    stack.start("rasa")

    assert talk.slots() == before
    assert talk.say("Warum fragen Sie das?")[-1] == question
    talk.say(GERMAN.trade)
    talk.say(GERMAN.size)
    assert talk.slots()["result"]["hubs"]


def test_a_dead_action_server_costs_an_answer_but_not_the_conversation(talk: Talk, stack: WholeStack) -> None:
    talk.say(GERMAN.need)
    before = talk.slots()
    stack.stop("actions")
    try:
        said = talk.say(GERMAN.place)
    finally:
        stack.start("actions")
    assert said, "the firm is left without a word"
    assert talk.slots()["pain_points"] == before["pain_points"]
    talk.say(GERMAN.place)
    assert talk.slots()["region"] == GERMAN.region
