"""A browser without a screen for the console's pages: follows redirects, keeps cookies, fills in forms."""

import html
import re
from types import TracebackType
from typing import Self

import httpx
from handoff_examples import PASSWORD

from console.settings import Settings
from handoff.model import Adviser

RASA_TOKEN = "a token & more"


def settings_for(url: str) -> Settings:
    """Return the settings of a console on one database, whatever the environment says."""
    return Settings(
        _env_file=None,
        console_secret="a secret of more than thirty-two characters",
        handoff_database_url=url,
        rasa_token=RASA_TOKEN,
    )


class Browser:
    """One person at the console."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.http = httpx.Client(base_url=address, follow_redirects=True, trust_env=False, timeout=30)
        self.page = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()

    def open(self, path: str, **headers: str) -> httpx.Response:
        """Open a page and remember it."""
        response = self.http.get(path, headers=headers)
        self.page = response.text
        return response

    def send(self, path: str, **fields: str) -> httpx.Response:
        """Send a form of the page that is open, with the hidden fields that it has there."""
        response = self.http.post(path, data=self.hidden(path) | fields)
        self.page = response.text
        return response

    def hidden(self, action: str) -> dict[str, str]:
        """Return the hidden fields of one form on the open page."""
        form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', self.page, re.DOTALL)
        assert form, f"the page has no form for {action}"
        found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0])
        return {name: html.unescape(value) for name, value in found}

    def sign_in(self, adviser: Adviser, password: str = PASSWORD) -> httpx.Response:
        """Sign in as somebody."""
        self.open("/sign-in")
        return self.send("/sign-in", email=adviser.email, password=password)

    def claim(self, request_id: str) -> httpx.Response:
        """Open a request and take it."""
        self.open(f"/requests/{request_id}")
        return self.send(f"/requests/{request_id}/claim")

    def answer(self, request_id: str, text: str) -> httpx.Response:
        """Open a request and answer."""
        self.open(f"/requests/{request_id}")
        return self.send(f"/requests/{request_id}/answer", text=text)
