"""Starts the console, or lets an adviser in: `python -m console serve`, `python -m console add-adviser`."""

import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
import uvicorn
from pydantic import ValidationError
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from console.app import create_app
from console.hub_search import directory_from
from console.names import names_from
from console.rasa_api import RasaApi
from console.settings import HOST, Settings
from handoff.advisers import Advisers
from handoff.engine import make_engine
from handoff.errors import AdviserRefused
from handoff.migrate import upgrade
from handoff.store import HandoffStore

CATALOGUE = Path(__file__).parents[1] / "catalogue"
commands = typer.Typer(add_completion=False, no_args_is_help=True, help="The advisers' web console.")


def utc_now() -> datetime:
    """Return the real time."""
    return datetime.now(UTC)


@commands.command()
def serve() -> None:
    """Serve the console on this machine; ends with Ctrl-C."""
    settings = _settings()
    engine = _database(settings)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs addresses, and Rasa's carry the token
    app = create_app(
        settings,
        HandoffStore(engine, utc_now),
        Advisers(engine, utc_now),
        RasaApi(settings.rasa_url, settings.rasa_token.get_secret_value()),
        names=names_from(settings.catalogue_database_url, CATALOGUE),
        directory=directory_from(settings.catalogue_database_url, CATALOGUE),
    )
    # No websockets: the console has none, and the old library that Rasa brings would stop uvicorn here.
    uvicorn.run(app, host=HOST, port=settings.console_port, log_level="warning", ws="none")


@commands.command()
def add_adviser(
    name: str,
    email: str,
    password_stdin: Annotated[bool, typer.Option(help="Read the password from standard input.")] = False,
) -> None:
    """Let NAME sign in with EMAIL; asks for the password, which must have 12 characters or more."""
    advisers = Advisers(_database(_settings()), utc_now)
    try:
        adviser = advisers.add(name, email, _password(password_stdin))
    except AdviserRefused as refusal:
        _stop(str(refusal))
    typer.echo(f"{adviser.name} may sign in with {adviser.email}.")


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))


def _settings() -> Settings:
    try:
        return Settings()  # type: ignore[call-arg]  # pydantic-settings reads them from the environment
    except ValidationError as error:
        wrong = ", ".join(f"{str(each['loc'][0]).upper()} ({each['msg'].lower()})" for each in error.errors())
        _stop(f"The settings are incomplete: {wrong}. Run `make run` once, or set them in .env.")


def _database(settings: Settings) -> Engine:
    try:
        upgrade(settings.handoff_database_url)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error))
        _stop(f"The database does not open: {reason}. Is HANDOFF_DATABASE_URL right, and may we write there?")
    return make_engine(settings.handoff_database_url)


def _stop(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(1)


if __name__ == "__main__":
    commands()
