"""`python -m console`: the first adviser, and a server that starts, or says in a sentence why not."""

import os
import select
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from handoff_examples import PASSWORD

from handoff.advisers import Advisers
from handoff.engine import make_engine

pytest_plugins = ["handoff_fixtures"]

ROOT = Path(__file__).parent.parent


@pytest.fixture
def environment(sqlite_url: str, tmp_path: Path) -> dict[str, str]:
    """A complete environment; the working folder is empty, so that no .env of ours is read."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG"}}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "CONSOLE_SECRET": "a secret of more than thirty-two characters",
        "HANDOFF_DATABASE_URL": sqlite_url,
        "RASA_TOKEN": "token",
    }


def run(*words: str, environment: dict[str, str], folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [sys.executable, "-W", "error", "-m", "console", *words]
    return subprocess.run(
        command,
        env=environment,
        cwd=folder,
        input=given,
        text=True,
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_an_adviser_is_added_by_command(environment: dict[str, str], tmp_path: Path, sqlite_url: str) -> None:
    words = ("add-adviser", "Anna Auer", "anna@hub.example", "--password-stdin")
    done = run(*words, environment=environment, folder=tmp_path, given=PASSWORD + "\n")

    assert done.returncode == 0, done.stderr
    assert PASSWORD not in done.stdout + done.stderr
    engine = make_engine(sqlite_url)
    assert Advisers(engine, lambda: None).verify("anna@hub.example", PASSWORD) is not None
    engine.dispose()
    again = run(*words, environment=environment, folder=tmp_path, given=PASSWORD)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert "already" in again.stderr


@pytest.mark.parametrize("given", ["", "short\n", "elevenchars\n"])
def test_a_weak_password_is_refused_in_one_sentence(environment: dict[str, str], tmp_path: Path, given: str) -> None:
    words = ("add-adviser", "Anna Auer", "anna@hub.example", "--password-stdin")
    refused = run(*words, environment=environment, folder=tmp_path, given=given)

    assert refused.returncode == 1
    assert refused.stderr == "The password is too short: take at least 12 characters.\n"


def test_a_password_on_a_terminal_is_asked_twice_and_not_shown(
    environment: dict[str, str], tmp_path: Path, sqlite_url: str
) -> None:
    import pty

    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "console", "add-adviser", "Anna Auer", "anna@hub.example"],
        env=environment,
        cwd=tmp_path,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
    )
    os.close(terminal)
    shown = ""
    for prompt in ("Password: ", "confirmation: "):
        shown += read_until(prompt, controller)
        time.sleep(0.2)  # the prompt comes a moment before the echo is switched off
        os.write(controller, PASSWORD.encode() + b"\n")
    shown += read_until("may sign in", controller)
    assert process.wait(timeout=60) == 0
    os.close(controller)

    assert PASSWORD not in shown


def read_until(words: str, terminal: int) -> str:
    """Return what a terminal shows up to some words; they have to come within a minute."""
    shown = ""
    while words not in shown:
        assert select.select([terminal], [], [], 60)[0], f"the terminal shows {shown!r} only"
        shown += os.read(terminal, 1000).decode()
    return shown


def test_console_actions_and_set_up_mean_the_same_database_when_nobody_says_which() -> None:
    from actions.settings import Settings as OfTheActions
    from console.settings import Settings as OfTheConsole
    from deploy.settings import Settings as OfTheSetUp

    defaults = {of.model_fields["handoff_database_url"].default for of in (OfTheActions, OfTheConsole, OfTheSetUp)}
    assert len(defaults) == 1


@pytest.mark.parametrize("missing", ["CONSOLE_SECRET", "RASA_TOKEN"])
def test_a_missing_setting_is_named(environment: dict[str, str], tmp_path: Path, missing: str) -> None:
    del environment[missing]
    refused = run("serve", environment=environment, folder=tmp_path)

    assert refused.returncode == 1
    assert missing in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_secret_that_is_too_short_is_refused_and_not_printed(environment: dict[str, str], tmp_path: Path) -> None:
    refused = run("serve", environment=environment | {"CONSOLE_SECRET": "hunter2"}, folder=tmp_path)

    assert refused.returncode == 1
    assert "CONSOLE_SECRET" in refused.stderr
    assert "hunter2" not in refused.stderr


def test_a_database_that_does_not_open_is_said_in_one_sentence(environment: dict[str, str], tmp_path: Path) -> None:
    nowhere = environment | {"HANDOFF_DATABASE_URL": "sqlite:////nowhere/handoff.db"}
    refused = run("serve", environment=nowhere, folder=tmp_path)

    assert refused.returncode == 1
    assert "HANDOFF_DATABASE_URL" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_server_answers_on_this_machine_only(environment: dict[str, str], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "console", "serve"],
        env=environment | {"CONSOLE_PORT": str(port)},
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert "Sign in" in first_answer(f"http://127.0.0.1:{port}/sign-in", process)
        taken = run("serve", environment=environment | {"CONSOLE_PORT": str(port)}, folder=tmp_path)
        assert taken.returncode != 0
        assert "address already in use" in taken.stderr
    finally:
        process.terminate()
        problems = process.communicate(timeout=30)[1]
    assert "Traceback" not in problems


def first_answer(address: str, process: subprocess.Popen[str]) -> str:
    """Wait until the page answers and return it."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return httpx.get(address, trust_env=False).text
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("the console does not answer")
