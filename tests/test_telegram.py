import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fake_telegram import TOKEN, FakeTelegram, fake_telegram, message, press, update
from rasa.core.channels.channel import UserMessage
from stub_assistant import StubAssistant, send, serving, until

from connectors.rest import RestInput
from connectors.telegram import TelegramInput

SECRET = "what_Telegram_repeats"
LONG = "Wir sind eine Tischlerei. " * 350  # 9,100 characters


@asynccontextmanager
async def talking(
    assistant: StubAssistant, fake: FakeTelegram, channel: TelegramInput | None = None, **settings: str
) -> AsyncIterator[TelegramInput]:
    """Serve the channel with a webhook that the fake knows."""
    channel = channel or TelegramInput(
        **{
            "token": TOKEN,
            "webhook_secret": SECRET,
            "webhook_url": "later",
            "api_url": fake.address,
            **settings,
        }
    )
    async with serving(assistant, channel) as address:
        await until(lambda: fake.webhook)
        fake.webhook["url"] = f"{address}/webhooks/telegram/webhook"
        yield channel


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with fake_telegram() as running:
        yield running


async def test_a_message_is_answered_in_the_persons_chat(fake: FakeTelegram) -> None:
    assistant = StubAssistant()
    async with talking(assistant, fake):
        assert (await fake.post(update(1))).status_code == 200
        await until(fake.texts)
    heard = assistant.heard[0]
    assert (heard.text, heard.sender_id, heard.input_channel) == ("hello", "7", "telegram")
    assert heard.metadata == {"language": "de"}
    sent = fake.named("sendMessage")[0]
    assert (sent["chat_id"], sent["text"]) == ("7", "heard: hello")
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert "parse_mode" not in sent


async def test_telegram_is_told_the_address_the_secret_and_the_kinds_of_updates(fake: FakeTelegram) -> None:
    async with talking(StubAssistant(), fake):
        pass
    told = fake.named("setWebhook")[0]
    assert told["secret_token"] == SECRET
    assert told["allowed_updates"] == ["message", "callback_query"]


@pytest.mark.parametrize("forged", ["", "wrong", SECRET + "x", SECRET[:-1]])
async def test_a_forged_call_is_refused(fake: FakeTelegram, forged: str) -> None:
    assistant = StubAssistant()
    async with talking(assistant, fake):
        assert (await fake.post(update(1), secret=forged)).status_code == 403
        assert (await fake.post(update(2))).status_code == 200
        await until(lambda: assistant.heard)
        async with httpx.AsyncClient() as client:
            assert (await client.post(fake.webhook["url"], json=update(3))).status_code == 403
    assert len(assistant.heard) == 1


async def test_without_a_configured_secret_nobody_can_guess_one(fake: FakeTelegram) -> None:
    async with talking(StubAssistant(), fake, webhook_secret=""):
        assert len(fake.webhook["secret_token"]) > 30
        assert (await fake.post(update(1), secret="")).status_code == 403
        assert (await fake.post(update(1))).status_code == 200


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b"[]", 400), (b"", 400), (b" " * 300_000, 413)])
async def test_a_call_without_a_readable_body_is_refused(fake: FakeTelegram, body: bytes, status: int) -> None:
    async with talking(StubAssistant(), fake), httpx.AsyncClient() as client:
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        assert (await client.post(fake.webhook["url"], content=body, headers=headers)).status_code == status


async def test_the_answer_to_telegram_does_not_wait_for_the_assistant(fake: FakeTelegram) -> None:
    held = asyncio.Event()

    async def hold(_message: UserMessage) -> None:
        await held.wait()

    assistant = StubAssistant()
    assistant.before_answer = hold
    async with talking(assistant, fake):
        assert (await asyncio.wait_for(fake.post(update(1)), 2)).status_code == 200
        assert not assistant.heard
        held.set()
        await until(fake.texts)


async def test_an_update_that_comes_twice_is_answered_once(fake: FakeTelegram) -> None:
    assistant = StubAssistant()
    async with talking(assistant, fake):
        answers = await asyncio.gather(*(fake.post(update(1)) for _ in range(5)))
        await fake.post(update(2, message=message("last")))
        await until(lambda: len(fake.texts()) == 2)
    assert {answer.status_code for answer in answers} == {200}
    assert assistant.texts() == ["hello", "last"]


async def test_an_update_that_comes_again_after_a_restart_is_not_answered_again(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    assistant = StubAssistant()
    inbox = str(tmp_path / "new folder" / "inbox.sqlite")
    async with talking(assistant, fake, inbox=inbox):
        await fake.post(update(1))
        await until(fake.texts)
    fake.webhook = {}
    async with talking(assistant, fake, inbox=inbox):
        await fake.post(update(1))
        await fake.post(update(2, message=message("after")))
        await until(lambda: len(fake.texts()) == 2)
    assert assistant.texts() == ["hello", "after"]


async def test_what_waited_when_the_server_stopped_is_answered_after_the_restart(
    fake: FakeTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("connectors.telegram_turns.PATIENCE", 0.1)
    begun = asyncio.Event()

    async def never(_message: UserMessage) -> None:
        begun.set()
        await asyncio.Event().wait()

    stuck, assistant = StubAssistant(), StubAssistant()
    stuck.before_answer = never
    inbox = str(tmp_path / "inbox.sqlite")
    async with talking(stuck, fake, inbox=inbox):
        for number, text in enumerate(("begun", "first waiting", "second waiting"), 1):
            await fake.post(update(number, message=message(text)))
        await begun.wait()
    fake.webhook = {}
    async with talking(assistant, fake, inbox=inbox):
        await until(lambda: len(fake.texts()) == 2)
    assert assistant.texts() == ["first waiting", "second waiting"]


async def test_each_person_is_answered_in_order_and_nobody_waits_for_another(fake: FakeTelegram) -> None:
    slow = asyncio.Event()

    async def hold(heard: UserMessage) -> None:
        if heard.sender_id == "7":
            await slow.wait()

    assistant = StubAssistant()
    assistant.before_answer = hold
    async with talking(assistant, fake):
        for number in range(4):
            await fake.post(update(number, message=message(f"slow {number}", number=7)))
            await fake.post(update(10 + number, message=message(f"quick {number}", number=8)))
        await until(lambda: len(fake.texts()) == 4)
        slow.set()
        await until(lambda: len(fake.texts()) == 8)
    order = [f"quick {n}" for n in range(4)] + [f"slow {n}" for n in range(4)]
    assert assistant.texts() == order
    assert fake.texts() == [f"heard: {text}" for text in order]


GROUP = {"id": -5, "type": "group", "title": "Firms"}
FROM_BOT = {"id": 9, "is_bot": True, "first_name": "Bot"}
MEMBER = {"user": FROM_BOT, "status": "member"}
PHOTO = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
SAYS_NOTHING: dict[str, dict[str, Any]] = {
    "blocked": {
        "my_chat_member": {
            "chat": {"id": 7, "type": "private"},
            "from": message()["from"],
            "date": 1,
            "old_chat_member": MEMBER,
            "new_chat_member": {"user": FROM_BOT, "status": "kicked", "until_date": 0},
        }
    },
    "channel post": {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel"}, "text": "a"}},
    "edited text": {"edited_message": message("corrected", edit_date=2)},
    "edited photo": {"edited_message": message(None, photo=PHOTO, edit_date=2)},
    "photo": {"message": message(None, photo=PHOTO)},
    "voice": {"message": message(None, voice={"file_id": "a", "file_unique_id": "a", "duration": 1})},
    "location": {"message": message(None, location={"latitude": 46.0, "longitude": 14.0})},
    "group": {"message": message("hello", chat=GROUP)},
    "group pinned": {"message": message(None, chat=GROUP, pinned_message=message("a"))},
    "another bot": {"message": message("hello") | {"from": FROM_BOT}},
    "poll": {"poll": {"id": "1"}},
    "future": {"thought": {"id": 1}},
    "broken": {"message": {"chat": 7}},
    "no content": {"message": {}},
    "inline query": {"inline_query": {"id": "1", "from": message()["from"], "query": "", "offset": ""}},
}


@pytest.mark.parametrize("content", SAYS_NOTHING.values(), ids=SAYS_NOTHING)
async def test_an_update_that_says_nothing_to_us_is_taken_and_not_answered(
    fake: FakeTelegram, content: dict[str, Any]
) -> None:
    assistant = StubAssistant()
    async with talking(assistant, fake):
        assert (await fake.post(update(1, **content))).status_code == 200
        assert (await fake.post(update(2))).status_code == 200
        await until(fake.texts)
    assert assistant.texts() == ["hello"]


@pytest.mark.parametrize("payload", [{}, {"update_id": "1", "message": message()}, {"message": message()}])
async def test_an_update_without_a_number_is_left_out(fake: FakeTelegram, payload: dict[str, Any]) -> None:
    async with talking(StubAssistant(), fake):
        assert (await fake.post(payload)).status_code == 200
        assert (await fake.post(update(2))).status_code == 200
        await until(fake.texts)


async def test_captions_are_read_and_typed_orders_are_only_words(fake: FakeTelegram) -> None:
    assistant = StubAssistant()
    texts = ["/start x", "/restart", '/inform{"region": "XX"}', "/help"]
    async with talking(assistant, fake):
        await fake.post(update(1, message=message(None, photo=PHOTO, caption="our workshop")))
        for number, text in enumerate(texts, 2):
            await fake.post(update(number, message=message(text)))
        await until(lambda: len(fake.texts()) == 5)
    assert assistant.texts() == ["our workshop", "start x", "restart", 'inform{"region": "XX"}', "help"]


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(fake: FakeTelegram) -> None:
    buttons = [{"title": "Yes", "payload": "yes"}, {"title": "No", "payload": "no"}]
    assistant = StubAssistant(lambda _: [{"text": LONG, "data": {"buttons": buttons}}])
    async with talking(assistant, fake):
        await fake.post(update(1))
        await until(lambda: len(fake.texts()) == 3)
    sent = fake.named("sendMessage")
    assert "".join(fake.texts()).replace(" ", "") == LONG.replace(" ", "")
    assert all(text.endswith("Tischlerei.") for text in fake.texts())
    assert [bool(parameters.get("reply_markup")) for parameters in sent] == [False, False, True]
    assert sent[2]["reply_markup"]["inline_keyboard"] == [
        [{"text": "Yes", "callback_data": "yes"}],
        [{"text": "No", "callback_data": "no"}],
    ]


async def test_a_pressed_button_says_its_payload_and_is_used_up(fake: FakeTelegram) -> None:
    long = "ž" * 33  # 66 bytes
    buttons = [
        {"title": "Short", "payload": "ž" * 32},
        {"title": "A long one", "payload": long},
        {"title": "Bare"},
    ]
    assistant = StubAssistant(lambda text: [{"text": "Which?", "data": {"buttons": buttons}}] if text == "ask" else [])
    async with talking(assistant, fake):
        for number in range(3):
            await fake.post(update(10 * number + 1, message=message("ask")))
            await until(lambda: any(fake.keyboards.values()))
            pressed = [press(fake, 10 * number + tap, row=number) for tap in (2, 3)]
            await asyncio.gather(*(fake.post(tap) for tap in pressed))
            await until(lambda number=number: len(fake.named("answerCallbackQuery")) == 2 * (number + 1))
            await until(lambda number=number: len(fake.named("editMessageReplyMarkup")) == 2 * (number + 1))
        await until(lambda: len(assistant.heard) == 6)
    assert assistant.texts() == ["ask", "ž" * 32, "ask", "A long one", "ask", "Bare"]


async def test_a_button_of_a_message_that_is_gone_is_still_acknowledged(fake: FakeTelegram) -> None:
    gone = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}
    query = {"id": "1", "from": message()["from"], "chat_instance": "1", "message": gone, "data": "#button-1"}
    assistant = StubAssistant()
    async with talking(assistant, fake):
        assert (await fake.post(update(1, callback_query=query))).status_code == 200
        await until(lambda: fake.named("answerCallbackQuery"))
    assert not assistant.heard


async def test_an_advisers_answer_arrives_at_any_time_with_the_name_and_between_no_two_parts(
    fake: FakeTelegram,
) -> None:
    assistant = StubAssistant(lambda _: [{"text": LONG}])
    maria = {"custom": {"sender": "adviser", "name": "Maria"}}
    async with talking(assistant, fake) as channel:
        await fake.post(update(1))
        await until(lambda: fake.named("sendMessage"))
        await send(channel.get_output_channel(), "7", text="Good morning", data=maria)
    assert fake.texts()[-1] == "Maria:\nGood morning"
    assert len(fake.texts()) == 4


async def test_waits_as_long_as_telegram_says_and_keeps_the_order(fake: FakeTelegram) -> None:
    fake.refuse("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)
    async with talking(StubAssistant(), fake) as channel:
        output = channel.get_output_channel()
        began = asyncio.get_running_loop().time()
        await asyncio.gather(*(send(output, "7", text=f"{number}") for number in range(3)))
        assert asyncio.get_running_loop().time() - began >= 1
    assert fake.texts() == ["0", "1", "2"]


async def test_a_person_who_blocked_the_bot_stops_nothing(fake: FakeTelegram, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    fake.refuse("sendMessage", 403, "Forbidden: bot was blocked by the user")
    assistant = StubAssistant()
    async with talking(assistant, fake):
        await fake.post(update(1))
        await fake.post(update(2, message=message("again")))
        await until(fake.texts)
    assert fake.texts() == ["heard: again"]
    assert "blocked" in caplog.text


async def test_nothing_is_published_to_a_name(fake: FakeTelegram) -> None:
    async with talking(StubAssistant(), fake) as channel:
        await send(channel.get_output_channel(), "@everybody", text="a secret")
    assert not fake.named("sendMessage")


async def test_pictures_attachments_and_cards_are_sent_as_text_and_page_content_is_not(
    fake: FakeTelegram,
) -> None:
    said: list[dict[str, Any]] = [
        {"text": "Look", "data": {"image": "https://hub.example/a.png"}},
        {"data": {"attachment": {"type": "file", "payload": {"src": "https://hub.example/a.pdf"}}}},
        {"data": {"elements": [{"title": "A hub", "subtitle": "in Kranj"}]}},
        {"data": {"custom": {"chart": [1, 2]}}},
        {"data": {"buttons": [{"title": "Yes", "payload": "yes"}]}},
    ]
    async with talking(StubAssistant(lambda _: said), fake):
        await fake.post(update(1))
        await until(lambda: len(fake.texts()) == 5)
    addresses = ["https://hub.example/a.png", "https://hub.example/a.pdf"]
    assert fake.texts() == ["Look", *addresses, "A hub : in Kranj", "⬇"]


async def test_with_only_a_token_updates_are_asked_for_and_each_is_answered_once(fake: FakeTelegram) -> None:
    fake.webhook = {"url": "https://old.example"}
    fake.updates = [update(1), update(2, message=message("second"))]
    assistant = StubAssistant()
    async with serving(assistant, TelegramInput(token=TOKEN, api_url=fake.address)) as address:
        await until(lambda: len(fake.texts()) == 2)
        fake.updates.append(update(3, message=message("third")))
        await until(lambda: len(fake.texts()) == 3)
        await until(lambda: fake.confirmed == 3)
        async with httpx.AsyncClient() as client:
            assert (await client.post(f"{address}/webhooks/telegram/webhook", json=update(4))).status_code == 403
    assert assistant.texts() == ["hello", "second", "third"]
    assert fake.named("getUpdates")[0]["allowed_updates"] == ["message", "callback_query"]


async def test_asking_goes_on_after_telegram_was_out_of_reach(fake: FakeTelegram) -> None:
    fake.refuse("getMe", 502, "Bad Gateway")
    fake.refuse("getUpdates", 500, "Internal Server Error")
    fake.updates = [update(1)]
    async with serving(StubAssistant(), TelegramInput(token=TOKEN, api_url=fake.address)):
        await until(fake.texts)


async def test_without_a_token_the_channel_is_there_and_silent() -> None:
    channel = TelegramInput.from_credentials(dict.fromkeys(("token", "webhook_secret", "webhook_url", "inbox"), ""))
    async with serving(StubAssistant(), RestInput(), channel) as address, httpx.AsyncClient() as client:
        headers = {"X-Telegram-Bot-Api-Secret-Token": ""}
        answer = await client.post(f"{address}/webhooks/telegram/webhook", json=update(1), headers=headers)
    assert answer.status_code == 404
    assert channel.get_output_channel() is None


async def test_a_wrong_token_is_one_clear_line_and_the_server_lives(
    fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    channel = TelegramInput(token="1:wrong", api_url=fake.address)
    async with serving(StubAssistant(), channel) as address, httpx.AsyncClient() as client:
        await until(lambda: "TELEGRAM_TOKEN" in caplog.text)
        await send(channel.get_output_channel(), "7", text="lost")
        assert (await client.post(f"{address}/webhooks/telegram/webhook")).status_code == 403
    assert "wrong" not in caplog.text


async def test_the_token_is_in_no_log_whatever_happens(fake: FakeTelegram, caplog: pytest.LogCaptureFixture) -> None:
    async with talking(StubAssistant(), fake) as channel:
        caplog.set_level(logging.DEBUG)
        for code, why in (
            (400, "Bad Request: chat not found"),
            (401, "Unauthorized"),
            (404, "Not Found"),
            (502, "Bad Gateway"),
        ):
            fake.refuse("sendMessage", code, why)
            await send(channel.get_output_channel(), "7", text="lost")
        await fake.post(update(1))
        await until(fake.texts)
    assert len([record for record in caplog.records if record.name == "connectors.telegram_call"]) == 4
    assert TOKEN not in caplog.text
    assert TOKEN.split(":")[1] not in caplog.text
