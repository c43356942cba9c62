import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from rasa.core.channels.channel import UserMessage
from stub_assistant import StubAssistant, serving

from connectors.rest import RestInput


@asynccontextmanager
async def rest(assistant: StubAssistant) -> AsyncIterator[httpx.AsyncClient]:
    async with serving(assistant, RestInput()) as address, httpx.AsyncClient(base_url=address) as client:
        yield client


async def said(client: httpx.AsyncClient, **body: Any) -> Any:
    answer = await client.post("/webhooks/rest/webhook", json=body)
    assert answer.status_code == 200
    return answer.json()


async def test_answers_in_the_form_of_rasas_own_channel() -> None:
    assistant = StubAssistant(lambda text: [{"text": text, "data": {"buttons": [{"title": "Yes", "payload": "yes"}]}}])
    async with rest(assistant) as client:
        assert (await client.get("/webhooks/rest/")).json() == {"status": "ok"}
        answer = await said(client, sender="anna", message="hello")
    assert answer == [{"recipient_id": "anna", "text": "hello", "buttons": [{"title": "Yes", "payload": "yes"}]}]
    assert assistant.heard[0].input_channel == "rest"


async def test_streams_one_line_for_each_thing_said() -> None:
    assistant = StubAssistant(lambda text: [{"text": "one"}, {"text": "two"}])
    async with rest(assistant) as client:
        answer = await client.post("/webhooks/rest/webhook?stream=true", json={"sender": "a", "message": "hi"})
    assert [json.loads(line)["text"] for line in answer.text.splitlines()] == ["one", "two"]


@pytest.mark.parametrize("unnamed", [{}, {"sender": None}, {"sender": ""}, {"sender": "  "}])
async def test_clients_that_name_no_conversation_never_share_one(unnamed: dict[str, Any]) -> None:
    assistant = StubAssistant()
    async with rest(assistant) as client:
        answers = [(await said(client, message="hi", **unnamed))[0] for _ in range(2)]
    first, second = (answer["recipient_id"] for answer in answers)
    assert first != second
    assert "default" not in (first, second)
    assert [message.sender_id for message in assistant.heard] == [first, second]


@pytest.mark.parametrize("sender", ["x" * 201, "a\nb", "a\x00b", ["a"], {"a": 1}, True])
async def test_refuses_a_conversation_name_that_cannot_be_kept(sender: object) -> None:
    assistant = StubAssistant()
    async with rest(assistant) as client:
        answer = await client.post("/webhooks/rest/webhook", json={"sender": sender, "message": "hi"})
    assert answer.status_code == 400
    assert "sender" in answer.json()["error"]
    assert not assistant.heard


async def test_typed_orders_are_only_words() -> None:
    assistant = StubAssistant()
    async with rest(assistant) as client:
        for typed in ('/inform{"region": "XX"}', "/restart", " /restart"):
            await said(client, sender="a", message=typed)
    assert assistant.texts() == ['inform{"region": "XX"}', "restart", "restart"]


async def test_only_the_two_hints_pass_as_metadata_and_the_client_cannot_choose_its_channel() -> None:
    told = {"language": "de", "region": "ITH1", "cut": False, "slots": {"region": "XX"}, "model_id": "x"}
    assistant = StubAssistant()
    async with rest(assistant) as client:
        await said(client, sender="a", message="hi", metadata=told, input_channel="telegram")
        await said(client, sender="a", message="hi", metadata={"language": "d" * 80, "region": ["ITH1"]})
        await said(client, sender="a", message="hi", metadata="de")
    assert [message.metadata for message in assistant.heard] == [{"language": "de", "region": "ITH1"}, {}, {}]
    assert {message.input_channel for message in assistant.heard} == {"rest"}


async def test_a_message_of_20_000_characters_is_cut_and_says_so() -> None:
    assistant = StubAssistant()
    async with rest(assistant) as client:
        await said(client, sender="a", message="😀" * 20_000)
    assert assistant.texts() == ["😀" * 2_000]
    assert assistant.heard[0].metadata == {"cut": True}


@pytest.mark.parametrize("message", [None, "", 7, ["hi"], "\u200b"])
async def test_a_message_without_text_is_an_empty_one(message: object) -> None:
    assistant = StubAssistant()
    async with rest(assistant) as client:
        await said(client, sender="a", message=message)
    assert assistant.texts() == [""]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'"hi"', b"[" * 100_000], ids=range(7))
async def test_a_body_that_is_no_json_object_gets_400_and_one_sentence(body: bytes) -> None:
    assistant = StubAssistant()
    async with rest(assistant) as client:
        answer = await client.post("/webhooks/rest/webhook", content=body)
        assert await said(client, message="still alive")
    assert answer.status_code == 400
    assert answer.json()["error"].count(".") == 1


async def test_a_body_too_large_is_refused_before_it_is_read() -> None:
    assistant = StubAssistant()
    async with rest(assistant) as client:
        answer = await client.post("/webhooks/rest/webhook", content=b" " * 300_000)
        assert answer.status_code == 413
        assert await said(client, message="still alive")


async def test_a_failing_assistant_still_returns_what_it_said_before() -> None:
    def reply(text: str) -> list[dict[str, Any]]:
        raise RuntimeError("the action server is gone")

    async with rest(StubAssistant(reply)) as client:
        assert await said(client, message="hi") == []
        stream = client.post("/webhooks/rest/webhook?stream=true", json={"message": "hi"})
        assert (await asyncio.wait_for(stream, 5)).text == ""


async def test_a_slow_answer_does_not_keep_others_waiting() -> None:
    held = asyncio.Event()

    async def hold(message: UserMessage) -> None:
        if message.text == "slow":
            await held.wait()

    assistant = StubAssistant()
    assistant.before_answer = hold
    async with rest(assistant) as client:
        slow = asyncio.create_task(said(client, sender="a", message="slow"))
        assert await asyncio.wait_for(said(client, sender="b", message="quick"), 5)
        held.set()
        assert await slow
