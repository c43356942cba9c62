"""The settings of the action server, from the environment."""

from pathlib import Path

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """Where things are. Every name is an environment variable, explained in `.env.example`."""

    catalogue_database_url: str = "sqlite:///var/catalogue.db"
    handoff_database_url: str = "sqlite:///var/handoff.db"
    catalogue_folder: Path = Path(__file__).parents[1] / "catalogue"
