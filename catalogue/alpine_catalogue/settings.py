"""Where the catalogue is, from the environment."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

_ROOT = Path(__file__).parents[2]


class Settings(BaseSettings):
    """Each name is an environment variable, explained in `.env.example`."""

    model_config = SettingsConfigDict(env_file=_ROOT / ".env", extra="ignore")

    catalogue_database_url: str = "sqlite:///var/catalogue.db"
    catalogue_folder: Path = _ROOT / "catalogue"
