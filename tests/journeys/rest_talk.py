"""One person's conversation over the REST channel, and what the assistant has noted of it."""

import uuid
from dataclasses import dataclass, field
from typing import Any

import httpx

from deploy.settings import Settings

PATIENCE_SECONDS = 60.0


@dataclass
class Talk:
    """A conversation of its own; `heard` is all that the bot has said."""

    settings: Settings
    sender: str = field(default_factory=lambda: uuid.uuid4().hex)
    heard: list[str] = field(default_factory=list)

    def say(self, text: str) -> list[str]:
        """Send one message and return the texts of the answer."""
        return [str(message.get("text", "")) for message in self.answers(text)]

    def answers(self, text: str) -> list[dict[str, Any]]:
        """Send one message and return the answer with its buttons."""
        response = httpx.post(
            f"{self.settings.rasa_url}/webhooks/rest/webhook",
            json={"sender": self.sender, "message": text},
            timeout=PATIENCE_SECONDS,
        )
        assert response.status_code == 200, response.text
        messages: list[dict[str, Any]] = response.json()
        self.heard += [str(message.get("text", "")) for message in messages]
        return messages

    def tracker(self) -> dict[str, Any]:
        """Return the tracker through Rasa's HTTP interface."""
        response = httpx.get(
            f"{self.settings.rasa_url}/conversations/{self.sender}/tracker",
            params={"token": self.settings.rasa_token.get_secret_value()},
            timeout=PATIENCE_SECONDS,
        )
        response.raise_for_status()
        return dict(response.json())

    def slots(self) -> dict[str, Any]:
        """Return what the assistant knows about the firm."""
        return dict(self.tracker()["slots"])
