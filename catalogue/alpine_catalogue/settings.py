"""Where the catalogue is, from the environment."""

from pathlib import Path

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """Each name is an environment variable, explained in `.env.example`."""

    catalogue_database_url: str = "sqlite:///var/catalogue.db"
    catalogue_folder: Path = Path(__file__).parents[1]
