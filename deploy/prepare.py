"""Everything that must be there before the processes start: folders, secrets, databases, catalogue, model."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from deploy.problems import check_folder
from deploy.settings import Settings, make_secrets
from deploy.stack import environment
from deploy.training import train_if_stale
from handoff.migrate import upgrade


def prepare(root: Path, say: Callable[[str], None]) -> tuple[Settings, Path]:
    """Return the settings and the trained model, with all databases ready."""
    for folder in ("var", "var/log", "models"):
        check_folder(root / folder)
    make_secrets(root / ".env", os.environ)
    settings = Settings()
    load_databases(root, settings, say)
    return settings, train_if_stale(root, environment(settings), say)


def load_databases(root: Path, settings: Settings, say: Callable[[str], None]) -> None:
    """Bring the tables up to date and load the catalogue."""
    say("Loading the catalogue ...")
    command = [sys.executable, "-m", "alpine_catalogue", "load"]
    subprocess.run(command, cwd=root, env=environment(settings), check=True)
    upgrade(settings.handoff_database_url)
