"""What the console asks of Rasa, word by word, and what it makes of every answer."""

import json
import socket
from datetime import UTC, timedelta

import pytest
from console_examples import RASA_TOKEN
from handoff_examples import START
from stand_in_rasa import StandInRasa

from console.errors import RasaRefused, RasaUnreachable
from console.rasa_api import DELIVERY_SECONDS, READING_SECONDS, RasaApi
from handoff.model import Line
from handoff.store import ATTEMPT_LASTS

pytest_plugins = ["console_fixtures"]

AT = START.timestamp()


def test_an_answer_goes_to_the_channel_as_a_bot_message_with_the_advisers_name(
    rasa: StandInRasa, rasa_api: RasaApi
) -> None:
    rasa_api.say("tg:123", "telegram", "Grüß Gott", "Anna Auer")

    assert rasa.calls == [
        (
            "POST",
            "/conversations/tg:123/tracker/events",
            {"output_channel": "telegram", "execute_side_effects": "true", "token": RASA_TOKEN},
            [
                {
                    "event": "bot",
                    "text": "Grüß Gott",
                    "data": {"custom": {"sender": "adviser", "name": "Anna Auer"}},
                }
            ],
        )
    ]


def test_to_resume_ends_the_pause_before_the_assistant_speaks(rasa: StandInRasa, rasa_api: RasaApi) -> None:
    rasa_api.resume("talk-1", "web")

    assert [(path, query, body) for _, path, query, body in rasa.calls] == [
        ("/conversations/talk-1/tracker/events", {"token": RASA_TOKEN}, [{"event": "resume"}]),
        (
            "/conversations/talk-1/trigger_intent",
            {"output_channel": "web", "token": RASA_TOKEN},
            {"name": "EXTERNAL_handoff_closed"},
        ),
    ]


def test_the_transcript_holds_what_was_said_and_by_whom(rasa: StandInRasa, rasa_api: RasaApi) -> None:
    rasa.events = [
        {"event": "action", "name": "action_session_start", "timestamp": AT},
        {"event": "user", "text": "Guten Tag", "timestamp": AT, "metadata": {"from": "web"}},
        {"event": "bot", "text": "Was drückt?", "timestamp": AT + 1, "data": {"custom": None}},
        {"event": "bot", "text": None, "timestamp": AT + 2, "data": {"image": "x"}},
        {"event": "bot", "text": "Hier Anna", "timestamp": AT + 3, "data": {"custom": {"sender": "adviser"}}},
        {"event": "user", "text": "EXTERNAL: x", "timestamp": AT + 4, "metadata": {"is_external": True}},
        {"event": "user", "text": "", "timestamp": AT + 5},
        {"event": "slot", "name": "region", "value": "ITH1", "timestamp": AT + 6},
    ]
    adviser_spoke = START + timedelta(seconds=3)

    assert rasa_api.transcript("talk-1") == [
        Line(START, "user", "Guten Tag"),
        Line(START + timedelta(seconds=1), "bot", "Was drückt?"),
        Line(adviser_spoke, "adviser", "Hier Anna", delivered_at=adviser_spoke),
    ]
    assert rasa_api.transcript("talk-1")[0].at.tzinfo == UTC


def test_a_tracker_without_events_is_an_empty_talk(rasa: StandInRasa, rasa_api: RasaApi) -> None:
    rasa.answer = json.dumps({"sender_id": "talk-1", "events": None}).encode()

    assert rasa_api.transcript("talk-1") == []


@pytest.mark.parametrize("status", [401, 404, 409, 500, 503])
def test_a_refusal_is_an_error_that_does_not_tell_the_token(
    rasa: StandInRasa, rasa_api: RasaApi, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    rasa.status = status
    for ask in (
        lambda: rasa_api.say("talk-1", "web", "Guten Tag", "Anna"),
        lambda: rasa_api.resume("talk-1", "web"),
        lambda: rasa_api.transcript("talk-1"),
    ):
        with pytest.raises(RasaRefused, match=str(status)) as refusal:
            ask()
        assert "token" not in str(refusal.value)
    warnings = [record.getMessage() for record in caplog.records if record.name == "console.rasa_api"]
    assert len(warnings) == 3
    assert not any(RASA_TOKEN in warning for warning in warnings)


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b"\xff"])
def test_what_is_not_rasa_is_recognised(rasa: StandInRasa, rasa_api: RasaApi, answer: bytes) -> None:
    rasa.answer = answer
    with pytest.raises(RasaRefused, match="is it Rasa"):
        rasa_api.say("talk-1", "web", "Guten Tag", "Anna")


def test_when_nobody_listens_rasa_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed_soon:
        port = closed_soon.getsockname()[1]
    api = RasaApi(f"http://127.0.0.1:{port}", RASA_TOKEN)
    with pytest.raises(RasaUnreachable, match="start it") as error:
        api.say("talk-1", "web", "Guten Tag", "Anna")
    assert RASA_TOKEN not in str(error.value)
    api.client.close()


@pytest.mark.parametrize("hostile", ["../status", "a/b", "a?token=x", "a%2Fb", "a b", "Zoë", "..", "", "a#b", "a\nb"])
def test_an_id_that_would_name_another_address_is_refused(rasa: StandInRasa, rasa_api: RasaApi, hostile: str) -> None:
    with pytest.raises(RasaRefused, match="cannot stand in an address"):
        rasa_api.say(hostile, "web", "Guten Tag", "Anna")
    assert rasa.calls == []


@pytest.mark.parametrize("conversation_id", ["123456789", "tg:-100123", "web.8f3a~_-", "a@b.example", "d41d8cd9"])
def test_an_id_arrives_as_it_is(rasa: StandInRasa, rasa_api: RasaApi, conversation_id: str) -> None:
    rasa_api.transcript(conversation_id)

    assert rasa.calls[0][1] == f"/conversations/{conversation_id}/tracker"


def test_an_attempt_to_deliver_is_over_before_another_may_start() -> None:
    assert READING_SECONDS < DELIVERY_SECONDS
    assert timedelta(seconds=DELIVERY_SECONDS) < ATTEMPT_LASTS
