"""Starts an assistant with its action server on free ports and new databases, and stops what it started."""

import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bench.contestants import Contestant, Say
from bench.models import model_of
from deploy.prepare import load_databases
from deploy.settings import ROOT, Settings
from deploy.stack import Process, environment, processes, wait_until_ready

_STOP_SECONDS = 20.0
_ERROR = " ERROR "
_READABLE = 300


@dataclass(frozen=True)
class Running:
    """A running assistant."""

    webhook: str
    pid: int
    start_s: float
    """From the start of Rasa's process until /status answers."""


@contextmanager
def running(contestant: Contestant, say: Say, workers: int = 1, tracker_url: str | None = None) -> Iterator[Running]:
    """Run the assistant; raises RuntimeError when it does not start, or made errors: their time is nobody's turn."""
    model = model_of(contestant, say)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as started:
        settings = _settings(Path(folder), tracker_url)
        load_databases(ROOT, settings, lambda _: None)
        actions, rasa, _console = processes(settings, model)
        env = environment(settings) | {"SANIC_WORKERS": str(workers)}
        log = started.enter_context((Path(folder) / "log").open("w"))
        _start(_with_its_files(actions, contestant), env, log.fileno(), started)
        clock = time.monotonic()
        pid = _start(_with_its_files(rasa, contestant), env, log.fileno(), started)
        yield Running(f"{settings.rasa_url}/webhooks/rest/webhook", pid, time.monotonic() - clock)
        _refuse_errors(contestant, Path(folder) / "log")


def _refuse_errors(contestant: Contestant, log: Path) -> None:
    """Rasa answers 200 when an action has failed; only its log says so."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    errors = [line.strip()[:_READABLE] for line in lines if _ERROR in line]
    if errors:
        raise RuntimeError(f"{contestant.name} made {len(errors)} errors while it was measured, first: {errors[0]}")


def _settings(folder: Path, tracker_url: str | None) -> Settings:
    """Everything is told here: neither the installation's databases nor its Telegram bot are touched."""
    rasa_port, actions_port, console_port = _free_ports(3)
    secret = SecretStr("for-measuring-only")
    return Settings(
        rasa_port=rasa_port,
        actions_port=actions_port,
        console_port=console_port,
        rasa_token=secret,
        web_session_secret=secret,
        console_secret=secret,
        catalogue_database_url=f"sqlite:///{folder}/catalogue.db",
        handoff_database_url=f"sqlite:///{folder}/handoff.db",
        tracker_database_url=tracker_url or f"sqlite:///{folder}/tracker.db",
        telegram_token=SecretStr(""),
        telegram_webhook_url="",
        telegram_inbox=f"{folder}/telegram.db",
    )


def _free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in sockets]


def _with_its_files(process: Process, contestant: Contestant) -> Process:
    """The project's command, with the contestant's actions, endpoints and channels."""
    command = tuple(contestant.actions if part == "actions" else part for part in process.command)
    if process.name == "rasa":
        command += ("--endpoints", contestant.endpoints, "--credentials", contestant.credentials)
    return Process(process.name, command, process.ready)


def _start(process: Process, env: dict[str, str], log: int, started: ExitStack) -> int:
    child = subprocess.Popen(process.command, cwd=ROOT, env=env, stdout=log, stderr=log)
    started.callback(_stop, child)
    if not wait_until_ready([process]):
        raise RuntimeError(f"{process.name} did not start: {' '.join(process.command)}")
    return child.pid


def _stop(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
