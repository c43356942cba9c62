"""The settings of the action server, from the environment."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

_ROOT = Path(__file__).parents[1]


class Settings(BaseSettings):
    """Where things are. Every name is an environment variable, explained in `.env.example`."""

    model_config = SettingsConfigDict(env_file=_ROOT / ".env", extra="ignore")

    catalogue_database_url: str = "sqlite:///var/catalogue.db"
    handoff_database_url: str = "sqlite:///var/handoff.db"
    catalogue_folder: Path = _ROOT / "catalogue"
