"""The processes that together are the assistant."""

import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import httpx

from deploy.settings import Settings


@dataclass(frozen=True)
class Process:
    """One process: how it is started, and the address that answers once it is ready."""

    name: str
    command: tuple[str, ...]
    ready: str


def processes(settings: Settings, model: Path) -> list[Process]:
    """Return the action server, Rasa and the console."""
    python = sys.executable
    actions = (python, "-m", "rasa_sdk", "--actions", "actions", "--port", str(settings.actions_port))
    rasa = (
        *(python, "-m", "rasa", "run", "--model", str(model), "--enable-api"),
        *("--auth-token", settings.rasa_token.get_secret_value()),
        *("--interface", "127.0.0.1", "--port", str(settings.rasa_port)),
    )
    return [
        Process("actions", actions, f"http://127.0.0.1:{settings.actions_port}/health"),
        Process("rasa", rasa, f"{settings.rasa_url}/status?token={settings.rasa_token.get_secret_value()}"),
        Process("console", (python, "-m", "console", "serve"), f"{settings.console_url}/sign-in"),
    ]


def environment(settings: Settings) -> dict[str, str]:
    """Return the environment of every process: the machine's, with our settings on top."""
    return {**os.environ, **settings.environment()}


def wait_until_ready(waiting: Iterable[Process], seconds: float = 180.0) -> bool:
    """Return True once all addresses answer; False when the time is over."""
    until, left = time.monotonic() + seconds, list(waiting)
    while left and time.monotonic() < until:
        left = [process for process in left if not _answers(process.ready)]
        time.sleep(0.3 if left else 0)
    return not left


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=2.0).is_success
    except httpx.HTTPError:
        return False
