"""`make run`: prepares what is missing, starts everything, prints the addresses, and stops it all on Ctrl-C."""

import shlex
import subprocess
import sys
import threading
from pathlib import Path

from honcho.manager import Manager

from deploy.prepare import prepare
from deploy.problems import StartProblem, check_port
from deploy.settings import ROOT, Settings
from deploy.stack import Process, environment, processes, wait_until_ready

LOGS = ROOT / "var" / "log"


def say(sentence: str) -> None:
    """Tell the person at the terminal what is going on."""
    print(sentence, flush=True)


def main() -> int:
    """Run until Ctrl-C; return the exit status."""
    try:
        check_ports(Settings())
        settings, model = prepare(ROOT, say)
    except StartProblem as problem:
        say(str(problem))
        return 1
    except subprocess.CalledProcessError as failure:
        say(f"`{shlex.join(map(str, failure.cmd))}` failed; its message stands above.")
        return 1
    return _run(settings, model)


def check_ports(settings: Settings) -> None:
    """Raise StartProblem when a port is taken."""
    for name in ("rasa_port", "actions_port", "console_port"):
        check_port(getattr(settings, name), name.upper())


def _run(settings: Settings, model: Path) -> int:
    started = processes(settings, model)
    manager = Manager()
    for process in started:
        manager.add_process(process.name, _logged(process), env=environment(settings), cwd=str(ROOT))
    say("Starting; this takes about half a minute ...")
    threading.Thread(target=_announce, args=(settings, started), daemon=True).start()
    manager.loop()
    return int(manager.returncode or 0)


def _logged(process: Process) -> str:
    """The command with its output in a file: Rasa's libraries warn about each other at every start."""
    return f"exec {shlex.join(process.command)} > {shlex.quote(str(LOGS / process.name))}.log 2>&1"


def _announce(settings: Settings, started: list[Process]) -> None:
    if not wait_until_ready(started):
        say(f"Not everything has started; the files in {LOGS} say why. Ctrl-C stops the rest.")
        return
    say(
        "\nThe assistant is running.\n"
        f"  Chat on a partner page   {settings.rasa_url}/webhooks/web/\n"
        f"  Advisers' console        {settings.console_url}/\n"
        f"  REST channel             {settings.rasa_url}/webhooks/rest/webhook\n"
        "  First adviser            .venv/bin/python -m console add-adviser NAME EMAIL\n"
        "Ctrl-C stops everything.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
