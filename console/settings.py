"""What the console needs to know from the environment, or from `.env`; secrets do not print."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

HOST = "127.0.0.1"  # a reverse proxy in front of it brings encryption and the world


class Settings(BaseSettings):
    """Typed settings; each is set by the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    console_port: int = Field(8000, ge=1, le=65535)
    console_secret: SecretStr = Field(min_length=32)  # signs the session cookie
    console_https: bool = False  # set it behind a proxy with encryption: then the cookie needs it, too
    handoff_database_url: str = "sqlite:///var/handoff.db"
    catalogue_database_url: str = "sqlite:///var/catalogue.db"
    rasa_url: str = "http://127.0.0.1:5005"
    rasa_token: SecretStr
