"""The whole assistant on free ports, with databases and secrets of its own, stopped by process id."""

import secrets
import socket
import subprocess
from pathlib import Path

from pydantic import SecretStr

from deploy.prepare import load_databases
from deploy.settings import ROOT, Settings
from deploy.stack import Process, environment, processes, wait_until_ready
from deploy.training import train_if_stale

STOP_SECONDS = 20.0


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on; held open together, so that no port is given out twice."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def settings_in(folder: Path, telegram_api_url: str, telegram_token: str) -> Settings:
    """Return settings that share nothing with an installation on the same machine."""
    rasa, actions, console = free_ports(3)
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  # pydantic-settings' own argument
        rasa_port=rasa,
        actions_port=actions,
        console_port=console,
        **{
            name: SecretStr(secrets.token_urlsafe(32))
            for name in ("rasa_token", "web_session_secret", "console_secret")
        },
        catalogue_database_url=f"sqlite:///{folder}/catalogue.db",
        handoff_database_url=f"sqlite:///{folder}/handoff.db",
        tracker_database_url=f"sqlite:///{folder}/tracker.db",
        telegram_token=SecretStr(telegram_token),
        telegram_webhook_secret=SecretStr(secrets.token_urlsafe(32)),
        telegram_webhook_url=f"http://127.0.0.1:{rasa}/webhooks/telegram/webhook",
        telegram_api_url=telegram_api_url,
        telegram_inbox=f"{folder}/telegram.db",
    )


class WholeStack:
    """Action server, Rasa and console, as `make run` starts them."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        """Prepare the databases and the model; nothing runs yet."""
        self.settings, self.folder = settings, folder
        load_databases(ROOT, settings, print)
        model = train_if_stale(ROOT, environment(settings), print)
        self._described = {process.name: process for process in processes(settings, model)}
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, *names: str) -> None:
        """Start the named processes, all by default, and wait until they answer."""
        chosen = [self._described[name] for name in names or self._described]
        for process in chosen:
            self._running[process.name] = self._spawn(process)
        assert wait_until_ready(chosen), self.log_tails()

    def stop(self, *names: str) -> None:
        """Stop the named processes, all by default; nobody else's."""
        chosen = [self._running.pop(name) for name in names or list(self._running)]
        for running in chosen:
            running.terminate()
        for running in chosen:
            try:
                running.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()

    def is_alive(self, name: str) -> bool:
        """Tell whether the process still runs."""
        return self._running[name].poll() is None

    def log_tails(self) -> str:
        """Return the end of each log, for the message of a failed test."""
        return "\n".join(
            f"== {name}\n{self._log(name).read_text(errors='replace')[-3000:]}" for name in self._described
        )

    def _spawn(self, process: Process) -> subprocess.Popen[bytes]:
        with self._log(process.name).open("ab") as log:
            return subprocess.Popen(
                process.command, cwd=ROOT, env=environment(self.settings), stdout=log, stderr=subprocess.STDOUT
            )

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"
