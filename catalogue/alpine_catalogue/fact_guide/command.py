"""The command `facts`: writes the schema of a firm's file, and the list of all facts into the page about them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from alpine_catalogue.eligibility.fact_kinds import load_fact_kinds
from alpine_catalogue.errors import BrokenFiles, Finding
from alpine_catalogue.fact_guide.page import with_list
from alpine_catalogue.fact_guide.schema import facts_schema
from alpine_catalogue.files.fact_files import read_registry
from alpine_catalogue.settings import Settings
from alpine_catalogue.terminal import told_plainly

PAGE, SCHEMA = "facts.md", "facts.schema.json"


def facts(
    into: Annotated[Path, typer.Option(help="The folder with facts.md; both files are written there.")] = Path("docs"),
) -> None:
    """Write down which facts a firm's file may hold, after a change of the registry."""
    with told_plainly():
        for name, text in written(Settings().catalogue_folder, into).items():
            (into / name).write_text(text, encoding="utf-8")
        typer.echo(f"{into / PAGE} and {into / SCHEMA} are up to date.")


def written(catalogue: Path, into: Path) -> dict[str, str]:
    """Return what the two files must hold; raises BrokenFiles where the page has no place for the list."""
    try:
        page = with_list((into / PAGE).read_text(encoding="utf-8"), read_registry(catalogue))
    except ValueError as error:
        raise BrokenFiles([Finding(into / PAGE, 1, "", str(error))]) from None
    schema = json.dumps(facts_schema(load_fact_kinds(catalogue)), ensure_ascii=False, indent=1)
    return {PAGE: page, SCHEMA: schema + "\n"}
