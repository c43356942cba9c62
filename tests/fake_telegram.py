"""Telegram's servers, played by a small one on this machine: it keeps what the bot calls, and calls the
bot."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from aiohttp import web

TOKEN = "4711:fake-token-of-the-tests"


@dataclass
class FakeTelegram:
    """Answers as the Bot API does, refuses what it refuses, and counts."""

    address: str = ""
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    refusals: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    updates: list[dict[str, Any]] = field(default_factory=list)
    confirmed: int = 0
    webhook: dict[str, Any] = field(default_factory=dict)
    keyboards: dict[int, Any] = field(default_factory=dict)

    def named(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of all calls of a method."""
        return [parameters for called, parameters in self.calls if called == method]

    def texts(self) -> list[str]:
        """Return what was sent and taken."""
        return [parameters["text"] for parameters in self.named("sendMessage") if not parameters.get("refused")]

    def refuse(self, method: str, code: int, description: str, **parameters: Any) -> None:
        """Refuse the next call of a method."""
        refusal = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
        self.refusals.setdefault(method, []).append(refusal)

    async def post(self, update: dict[str, Any], secret: str | None = None) -> httpx.Response:
        """Post an update to the bot's address, with the secret that the bot gave."""
        given = self.webhook["secret_token"] if secret is None else secret
        async with httpx.AsyncClient() as client:
            return await client.post(
                self.webhook["url"], json=update, headers={"X-Telegram-Bot-Api-Secret-Token": given}
            )

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one call of the bot's."""
        if request.match_info["token"] != TOKEN:
            return _reply({"ok": False, "error_code": 404, "description": "Not Found"})
        method = request.match_info["method"]
        parameters = {key: _value(text) for key, text in (await request.post()).items()}
        self.calls.append((method, parameters))
        refusal = self._refusal(method, parameters)
        if refusal:
            parameters["refused"] = True
            return _reply(refusal)
        return _reply({"ok": True, "result": await self._result(method, parameters)})

    def _refusal(self, method: str, parameters: dict[str, Any]) -> dict[str, Any] | None:
        if self.refusals.get(method):
            return self.refusals[method].pop(0)
        rows = (parameters.get("reply_markup") or {}).get("inline_keyboard", [])
        if any(len(button["callback_data"].encode()) > 64 for row in rows for button in row):
            return _bad("BUTTON_DATA_INVALID")
        if method == "sendMessage" and not 1 <= len(parameters["text"].encode("utf-16-le")) // 2 <= 4096:
            return _bad("message is too long")
        if method == "editMessageReplyMarkup" and not self.keyboards.pop(int(parameters["message_id"]), None):
            return _bad("message is not modified")
        if method == "getUpdates" and self.webhook:
            return {"ok": False, "error_code": 409, "description": "Conflict: webhook is active"}
        return None

    async def _result(self, method: str, parameters: dict[str, Any]) -> Any:
        match method:
            case "getMe":
                return {"id": 4711, "is_bot": True, "first_name": "Fake", "username": "fake_bot"}
            case "setWebhook":
                self.webhook = parameters
            case "deleteWebhook":
                self.webhook = {}
            case "getUpdates":
                return await self._news(int(parameters["offset"]), float(parameters["timeout"]))
            case "sendMessage":
                return self._sent(parameters)
        return True

    async def _news(self, offset: int, timeout: float) -> list[dict[str, Any]]:
        self.confirmed = max(self.confirmed, offset - 1)
        for _ in range(int(timeout * 50)):
            news = [update for update in self.updates if update["update_id"] >= offset]
            if news:
                return news
            await asyncio.sleep(0.02)
        return []

    def _sent(self, parameters: dict[str, Any]) -> dict[str, Any]:
        number = len(self.calls)
        self.keyboards[number] = parameters.get("reply_markup")
        chat = {"id": int(parameters["chat_id"]), "type": "private"}
        return {"message_id": number, "date": 1_790_000_000, "chat": chat, "text": parameters["text"]}


@asynccontextmanager
async def fake_telegram() -> AsyncIterator[FakeTelegram]:
    """Run the fake on a free port of this machine."""
    fake = FakeTelegram()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", fake.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fake.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield fake
    finally:
        await runner.cleanup()


def person(number: int = 7, language: str = "de") -> dict[str, Any]:
    """Return a person as Telegram describes one."""
    return {"id": number, "is_bot": False, "first_name": "Anna", "language_code": language}


def message(text: str | None = "hello", number: int = 7, **more: Any) -> dict[str, Any]:
    """Return a message of a person in a private chat."""
    said = {"text": text} if text is not None else {}
    chat = {"id": number, "type": "private", "first_name": "Anna"}
    return {"message_id": 1, "date": 1_790_000_000, "chat": chat, "from": person(number), **said, **more}


def update(update_id: int, **content: Any) -> dict[str, Any]:
    """Return an update, of a message if nothing else is given."""
    return {"update_id": update_id, **(content or {"message": message()})}


def press(fake: FakeTelegram, update_id: int, row: int) -> dict[str, Any]:
    """Return the update of a person who presses a button of the last keyboard that was sent."""
    number, keyboard = [(n, keys) for n, keys in fake.keyboards.items() if keys][-1]
    shown = message("a question", reply_markup=keyboard) | {"message_id": number}
    data = keyboard["inline_keyboard"][row][0]["callback_data"]
    query = {"id": f"{update_id}", "from": person(), "chat_instance": "1", "message": shown, "data": data}
    return update(update_id, callback_query=query)


def _value(text: Any) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, dict | list) else text


def _bad(description: str) -> dict[str, Any]:
    return {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"}


def _reply(body: dict[str, Any]) -> web.Response:
    return web.json_response(body, status=body.get("error_code", 200))
