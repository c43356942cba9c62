import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import socketio
from rasa.core.channels.channel import UserMessage
from socketio.exceptions import ConnectionError as NotConnected
from stub_assistant import StubAssistant, send, serving, until

from connectors.errors import WeakSecret
from connectors.web import WebInput

SECRET = "a secret for tests only"
TRANSPORTS = pytest.mark.parametrize("transport", ["websocket", "polling"])
MARIA = {"custom": {"sender": "adviser", "name": "Maria"}}


def conversation_of(token: str) -> str:
    return token.partition(".")[0]


class Browser:
    """One tab, with a real Socket.IO client."""

    def __init__(self, client: socketio.AsyncClient) -> None:
        self.client = client
        self.token = ""
        self.bot: list[dict[str, Any]] = []
        self.user: list[dict[str, Any]] = []
        self.confirmed = asyncio.Event()
        client.on("session_confirm", self._confirm)
        client.on("bot_uttered", self.bot.append)
        client.on("user_uttered", self.user.append)

    def _confirm(self, token: str) -> None:
        self.token = token
        self.confirmed.set()

    async def ask(self, **data: Any) -> str:
        self.confirmed.clear()
        await self.client.emit("session_request", data)
        await asyncio.wait_for(self.confirmed.wait(), 5)
        return self.token

    async def say(self, message: Any, **more: Any) -> Any:
        return await self.client.call("user_uttered", {"message": message, **more}, timeout=5)

    def texts(self) -> list[str]:
        return [said["text"] for said in self.bot]


@asynccontextmanager
async def browser(address: str, transport: str = "websocket", **data: Any) -> AsyncIterator[Browser]:
    client = socketio.AsyncClient(reconnection=False)
    tab = Browser(client)
    await client.connect(address, transports=[transport])
    try:
        await tab.ask(**data)
        yield tab
    finally:
        if transport == "polling" and client.connected:
            await client.eio.http.close()  # a browser that is closed does not wait for its last request either
        await client.disconnect()


def channel(**settings: Any) -> WebInput:
    return WebInput(secret=SECRET, **settings)


@TRANSPORTS
async def test_a_question_is_answered_over_either_transport(transport: str) -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address, transport) as tab:
        acknowledged = await tab.say("Grüß Gott")
        await until(lambda: tab.bot)
    assert tab.bot == [{"text": "heard: Grüß Gott", "sender": "bot", "seq": acknowledged["seq"] + 1}]
    message = assistant.heard[0]
    assert (message.sender_id, message.input_channel) == (conversation_of(tab.token), "web")
    assert not tab.user


async def test_the_default_upgrade_from_polling_to_websocket_works() -> None:
    async with serving(StubAssistant(), channel()) as address:
        client = socketio.AsyncClient(reconnection=False)
        tab = Browser(client)
        await client.connect(address)
        await tab.ask()
        assert client.transport() == "websocket"
        await tab.say("hello")
        await until(lambda: tab.bot)
        await client.disconnect()


@pytest.mark.parametrize("forge", [conversation_of, lambda token: token + "A", lambda token: "A" + token])
async def test_nobody_joins_a_conversation_by_naming_it(forge: Any) -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address) as victim:
        await victim.say("our secret figures")
        await until(lambda: victim.bot)
        async with browser(address, session_id=forge(victim.token), seen=0) as attacker:
            assert conversation_of(attacker.token) != conversation_of(victim.token)
            await attacker.say("hello", session_id=victim.token, sender_id=conversation_of(victim.token))
            await until(lambda: attacker.bot)
            await victim.say("more figures")
            await until(lambda: len(victim.bot) == 2)
            await asyncio.sleep(0.1)
    assert attacker.texts() == ["heard: hello"]
    assert not attacker.user
    assert victim.texts() == ["heard: our secret figures", "heard: more figures"]
    assert len({message.sender_id for message in assistant.heard}) == 2


@pytest.mark.parametrize(
    "asked", [None, "a", 7, [], {"session_id": 7}, {"session_id": "x" * 100_000}, {"session_id": {}}]
)
async def test_whatever_else_is_asked_for_gives_a_new_conversation(asked: object) -> None:
    async with serving(StubAssistant(), channel()) as address, browser(address) as tab:
        before = tab.token
        tab.confirmed.clear()
        await tab.client.emit("session_request", asked)
        await asyncio.wait_for(tab.confirmed.wait(), 5)
        assert tab.token != before


async def test_a_tab_that_changes_its_conversation_hears_no_more_of_the_old_one() -> None:
    web = channel()
    async with serving(StubAssistant(), web) as address, browser(address) as tab:
        old = tab.token
        new = await tab.ask()
        await send(web.get_output_channel(), conversation_of(old), text="for the old one")
        await send(web.get_output_channel(), conversation_of(new), text="for the new one")
        await until(lambda: tab.bot)
        await asyncio.sleep(0.05)
        assert tab.texts() == ["for the new one"]


async def test_a_token_opens_the_same_conversation_after_the_server_was_restarted() -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address) as tab:
        await tab.say("before")
        await until(lambda: tab.bot)
    async with (
        serving(assistant, channel()) as address,
        browser(address, session_id=tab.token, seen=tab.bot[0]["seq"]) as again,
    ):
        assert again.token == tab.token
        await again.say("after")
        await until(lambda: again.bot)
        assert again.bot[0]["seq"] > tab.bot[0]["seq"]
    assert [message.sender_id for message in assistant.heard] == [conversation_of(tab.token)] * 2


async def test_another_secret_opens_nothing() -> None:
    async with serving(StubAssistant(), channel()) as address, browser(address) as tab:
        pass
    stranger = WebInput(secret="another secret for tests")
    async with serving(StubAssistant(), stranger) as address, browser(address, session_id=tab.token) as again:
        assert conversation_of(again.token) != conversation_of(tab.token)


async def test_what_was_said_while_the_browser_was_away_is_replayed_once_and_in_order() -> None:
    web = channel()
    async with serving(StubAssistant(), web) as address:
        async with browser(address) as tab:
            await tab.say("hello")
            await until(lambda: tab.bot)
        for text in ("one", "two"):
            await send(web.get_output_channel(), conversation_of(tab.token), text=text)
        async with browser(address, session_id=tab.token, seen=tab.bot[-1]["seq"]) as again:
            await until(lambda: len(again.bot) == 2)
            await again.say("back")
            await until(lambda: len(again.bot) == 3)
    assert again.texts() == ["one", "two", "heard: back"]
    numbers = [said["seq"] for said in again.bot]
    assert numbers == sorted(set(numbers))


async def test_a_second_tab_sees_the_whole_conversation_with_what_the_person_wrote_in_the_first() -> None:
    async with serving(StubAssistant(), channel()) as address, browser(address) as first:
        await first.say("hello", id="first-1")
        await until(lambda: first.bot)
        async with browser(address, session_id=first.token) as second:
            await until(lambda: second.bot)
            await first.say("again", id="first-2")
            await until(lambda: len(second.bot) == 2)
            assert [(said["message"], said["id"]) for said in second.user] == [
                ("hello", "first-1"),
                ("again", "first-2"),
            ]
            await until(lambda: len(first.bot) == 2)
            assert second.bot == first.bot
            assert not first.user


async def test_a_message_sent_again_after_a_lost_acknowledgement_counts_once() -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address) as tab:
        answers = [await tab.say("hello", id="same") for _ in range(3)]
        await until(lambda: tab.bot)
        await tab.say("other", id="different")
        await until(lambda: len(tab.bot) == 2)
    assert answers[0] == answers[1] == answers[2]
    assert assistant.texts() == ["hello", "other"]


async def test_the_twenty_first_message_at_once_is_refused_and_other_people_are_not_held_up() -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address) as eager, browser(address) as calm:
        answers = await asyncio.gather(*(eager.say(f"{n}") for n in range(25)))
        assert [answer for answer in answers if "refused" in answer] == [{"refused": "too_fast"}] * 5
        assert "seq" in await calm.say("hello")
        async with browser(address, session_id=eager.token) as another_tab:
            assert await another_tab.say("more") == {"refused": "too_fast"}
        await until(lambda: len(eager.bot) == 20 and calm.bot)
    assert assistant.texts().count("more") == 0


async def test_messages_are_answered_in_the_order_they_were_written() -> None:
    async def dawdle(message: UserMessage) -> None:
        await asyncio.sleep(0.05 if message.text == "0" else 0)

    assistant = StubAssistant()
    assistant.before_answer = dawdle
    async with serving(assistant, channel()) as address, browser(address) as tab:
        for n in range(10):
            await tab.client.emit("user_uttered", {"message": f"{n}"})
        await until(lambda: len(tab.bot) == 10)
    assert assistant.texts() == [f"{n}" for n in range(10)]


@TRANSPORTS
async def test_a_message_of_20_000_characters_is_cut_and_says_so(transport: str) -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address, transport) as tab:
        assert "seq" in await tab.say("ž" * 20_000)
        await until(lambda: tab.bot)
    assert assistant.texts() == ["ž" * 2_000]
    assert assistant.heard[0].metadata == {"cut": True}


@TRANSPORTS
async def test_a_message_larger_than_any_text_ends_only_its_own_connection(transport: str) -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address) as neighbour:
        async with browser(address, transport) as tab:
            await tab.client.emit("user_uttered", {"message": "x" * 600_000})
            await until(lambda: not tab.client.connected)
        await neighbour.say("hello")
        await until(lambda: neighbour.bot)
    assert assistant.texts() == ["hello"]


@pytest.mark.parametrize("typed", ['/inform{"region": "XX"}', "/restart", "\u200b /restart"])
async def test_typed_orders_are_only_words(typed: str) -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address) as tab:
        await tab.say(typed)
        await until(lambda: assistant.heard)
    assert assistant.texts() == [typed.lstrip("\u200b /")]


@pytest.mark.parametrize("data", [None, "hello", 7, [], {}, {"message": None}, {"message": ["hi"]}, {"text": "hi"}])
async def test_a_message_that_is_no_text_is_refused(data: object) -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address, browser(address) as tab:
        assert await tab.client.call("user_uttered", data, timeout=5) == {"refused": "unreadable"}
        assert "seq" in await tab.say("")
        await until(lambda: assistant.heard)
    assert assistant.texts() == [""]


async def test_who_has_no_session_says_nothing() -> None:
    assistant = StubAssistant()
    async with serving(assistant, channel()) as address:
        client = socketio.AsyncClient(reconnection=False)
        await client.connect(address, transports=["websocket"])
        assert await client.call("user_uttered", {"message": "hi", "session_id": "x"}, timeout=5) == {
            "refused": "no_session"
        }
        await client.disconnect()
    assert not assistant.heard


async def test_only_the_two_hints_pass_as_metadata() -> None:
    assistant = StubAssistant()
    async with (
        serving(assistant, channel()) as address,
        browser(address, language="de", region="AT33", slots={}) as tab,
    ):
        await tab.say("one", metadata={"language": "it", "model_id": "x"})
        await tab.say("two", metadata="it")
        await until(lambda: len(assistant.heard) == 2)
    assert [m.metadata for m in assistant.heard] == [
        {"language": "it", "region": "AT33"},
        {"language": "de", "region": "AT33"},
    ]


async def test_buttons_attachments_and_custom_content_arrive_as_they_are() -> None:
    buttons = [{"title": "Yes", "payload": "yes, please"}, {"title": "No"}]
    card = {"title": "A hub", "subtitle": "in Kranj"}
    said = [
        {"text": "Well?\n\nPlease choose.", "data": {"buttons": buttons}},
        {"text": "Look", "data": {"image": "https://hub.example/a.png"}},
        {"data": {"attachment": {"type": "file", "payload": {"src": "https://hub.example/a.pdf"}}}},
        {"data": {"elements": [card]}},
        {"data": {"custom": {"sender": "adviser", "chart": [1, 2]}}},
    ]
    async with serving(StubAssistant(lambda _: said), channel()) as address, browser(address) as tab:
        await tab.say("hi")
        await until(lambda: len(tab.bot) == 6)
    replies = [
        {"content_type": "text", "title": "Yes", "payload": "yes, please"},
        {"content_type": "text", "title": "No", "payload": "No"},
    ]
    assert [{key: value for key, value in got.items() if key != "seq"} for got in tab.bot] == [
        {"text": "Well?\n\nPlease choose.", "quick_replies": replies, "sender": "bot"},
        {"text": "Look", "sender": "bot"},
        {"attachment": {"type": "image", "payload": {"src": "https://hub.example/a.png"}}, "sender": "bot"},
        {"attachment": {"type": "file", "payload": {"src": "https://hub.example/a.pdf"}}, "sender": "bot"},
        {
            "attachment": {"type": "template", "payload": {"template_type": "generic", "elements": card}},
            "sender": "bot",
        },
        {"custom": {"sender": "adviser", "chart": [1, 2]}, "sender": "bot"},
    ]


async def test_an_advisers_answer_arrives_at_any_time_with_the_name() -> None:
    web = channel()
    async with serving(StubAssistant(), web) as address, browser(address) as tab:
        await send(web.get_output_channel(), conversation_of(tab.token), text="Good morning", data=MARIA)
        await until(lambda: tab.bot)
        await asyncio.sleep(0.05)
    assert [(s["text"], s["sender"], s["name"]) for s in tab.bot] == [("Good morning", "adviser", "Maria")]


async def test_a_failing_assistant_does_not_silence_the_conversation() -> None:
    async def fail(message: UserMessage) -> None:
        if message.text == "bad":
            raise RuntimeError("the action server is gone")

    assistant = StubAssistant()
    assistant.before_answer = fail
    async with serving(assistant, channel()) as address, browser(address) as tab:
        await tab.say("bad")
        await tab.say("good")
        await until(lambda: tab.bot)
    assert assistant.texts() == ["good"]


async def test_a_page_of_another_host_connects_only_if_it_is_a_partners() -> None:
    async with serving(StubAssistant(), channel(origins="https://chamber.example https://cluster.example")) as address:
        for origin, welcome in [
            (address, True),
            ("https://cluster.example", True),
            ("https://evil.example", False),
        ]:
            client = socketio.AsyncClient(reconnection=False)
            if welcome:
                await client.connect(address, headers={"Origin": origin}, transports=["websocket"])
                await client.disconnect()
            else:
                with pytest.raises(NotConnected):
                    await client.connect(address, headers={"Origin": origin}, transports=["websocket"])
                await client.eio.http.close()


async def test_the_page_asks_no_other_host_for_anything_and_runs_nothing_inline() -> None:
    async with serving(StubAssistant(), channel()) as address, httpx.AsyncClient(base_url=address) as client:
        page = await client.get("/webhooks/web", follow_redirects=True)
        assert page.status_code == 200
        assert page.url.path == "/webhooks/web/"
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert "unsafe" not in page.headers["content-security-policy"]
        assert "style=" not in page.text
        assert "//" not in page.text.replace("<!doctype", "")
        for name in (
            "chat.js",
            "connection.js",
            "log.js",
            "chat.css",
            "words.json",
            "icon.svg",
            "vendor/socket.io.esm.min.js",
        ):
            assert (await client.get(f"/webhooks/web/{name}")).status_code == 200
        for name in ("../web.py", "%2e%2e/web.py", "vendor/../../web.py", "vendor/README.md", "nothing"):
            assert (await client.get(f"/webhooks/web/{name}")).status_code == 404


def test_the_pages_words_are_complete_in_all_five_languages() -> None:
    words = json.loads((Path(__file__).parent.parent / "connectors/static/words.json").read_text(encoding="utf-8"))
    assert sorted(words) == ["de", "en", "fr", "it", "sl"]
    assert all(text.keys() == words["en"].keys() and all(text.values()) for text in words.values())


def test_an_empty_secret_is_one_that_is_not_set_and_a_short_one_is_refused() -> None:
    assert WebInput.from_credentials({"secret": ""}).name() == "web"
    assert WebInput.from_credentials(None).get_output_channel() is None
    with pytest.raises(WeakSecret, match="WEB_SESSION_SECRET"):
        WebInput.from_credentials({"secret": "short"})
