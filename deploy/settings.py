"""The settings of a whole installation: read from the environment and `.env`, secrets made up on the first run."""

import secrets
from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parents[1]
_SECRETS = ("RASA_TOKEN", "WEB_SESSION_SECRET", "CONSOLE_SECRET")


class Settings(BaseSettings):
    """Each name is an environment variable (and may stand in `.env`); `.env.example` explains them."""

    model_config = SettingsConfigDict(env_file=ROOT / ".env", extra="ignore")

    rasa_port: int = 5005
    actions_port: int = 5055
    console_port: int = 8000
    rasa_token: SecretStr = SecretStr("")
    web_session_secret: SecretStr = SecretStr("")
    console_secret: SecretStr = SecretStr("")
    catalogue_database_url: str = "sqlite:///var/catalogue.db"
    handoff_database_url: str = "sqlite:///var/handoff.db"
    tracker_database_url: str = "sqlite:///var/tracker.db"
    telegram_token: SecretStr = SecretStr("")
    telegram_webhook_secret: SecretStr = SecretStr("")
    telegram_webhook_url: str = ""
    telegram_api_url: str = ""
    telegram_inbox: str = "var/telegram.db"

    @property
    def rasa_url(self) -> str:
        """Where Rasa's HTTP server listens."""
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def console_url(self) -> str:
        """Where the advisers' console listens."""
        return f"http://127.0.0.1:{self.console_port}"

    def environment(self) -> dict[str, str]:
        """Return the variables that every process gets; nothing leaves the machine, nothing listens beyond it."""
        told = {name.upper(): _plain(value) for name, value in self}
        return told | {
            "ACTIONS_URL": f"http://127.0.0.1:{self.actions_port}/webhook",
            "RASA_URL": self.rasa_url,
            "RASA_TELEMETRY_ENABLED": "false",
            "SANIC_HOST": "127.0.0.1",
            "OMP_NUM_THREADS": "1",  # small matrices: more threads only get into each other's way
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "PYTHONWARNINGS": "ignore",  # Rasa's own libraries warn about each other at every start
            "PYTHONUNBUFFERED": "1",
        }


def _plain(value: object) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)


def make_secrets(file: Path, environment: Mapping[str, str]) -> None:
    """Write the secrets that are set nowhere yet into `.env`, readable by its owner only."""
    written = file.read_text(encoding="utf-8") if file.exists() else ""
    known = {line.split("=", 1)[0].strip() for line in written.splitlines() if line.partition("=")[2].strip()}
    missing = [name for name in _SECRETS if name not in known and not environment.get(name)]
    if not missing:
        return
    file.touch(mode=0o600)
    file.chmod(0o600)  # a copy of .env.example is open to everybody
    lines = [f"{name}={secrets.token_urlsafe(32)}" for name in missing]
    file.write_text(written + ("\n" if written and not written.endswith("\n") else "") + "\n".join(lines) + "\n")
