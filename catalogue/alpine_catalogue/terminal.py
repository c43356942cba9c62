"""What all commands share: plain errors, answers for readers or programs, days, and the loaded catalogue."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from alpine_catalogue.errors import BadFacts, CatalogueError
from alpine_catalogue.files.case_files import check_cases
from alpine_catalogue.files.folder import Record, read_folder
from alpine_catalogue.files.references import check_references
from alpine_catalogue.settings import Settings
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import load
from alpine_catalogue.store.migrate import upgrade
from alpine_catalogue.store.repository import Catalogue

AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for other programs.")]


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn errors into one clear message and exit status 1."""
    try:
        yield
    except (CatalogueError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except SQLAlchemyError as error:
        typer.echo(f"The database did not answer as expected: {error.__class__.__name__}: {error}", err=True)
        raise typer.Exit(1) from None


def tell(answer: object, as_json: bool, lines: Sequence[str]) -> None:
    """Print the answer as JSON, or the lines for a reader."""
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=1) if as_json else "\n".join(lines))


def day_of(text: str | None) -> date:
    """Return the day that was written, today (UTC) if none was; raises BadFacts."""
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError:
        raise BadFacts(f"{text!r} is not a day; write it as 2026-03-01.") from None


def checked(folder: Path) -> list[Record]:
    """Return all records of the catalogue folder; raises BrokenFiles with everything that is wrong."""
    records = read_folder(folder)
    check_references(folder, records)
    check_cases(folder, records)
    return records


def opened() -> tuple[Engine, Catalogue]:
    """Return the database of the settings with the catalogue in it, loaded now if it never was."""
    settings = Settings()
    engine = make_engine(settings.catalogue_database_url)
    upgrade(engine)
    catalogue = Catalogue(engine)
    if not catalogue.is_loaded():
        load(engine, checked(settings.catalogue_folder), datetime.now(UTC))
    return engine, catalogue
