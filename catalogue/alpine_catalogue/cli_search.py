"""The command `search`: the directory of hubs at a terminal."""

from dataclasses import replace
from typing import Annotated

import typer

from alpine_catalogue import answers
from alpine_catalogue.directory.criteria import read_search_criteria
from alpine_catalogue.directory.directory import Directory
from alpine_catalogue.directory.query import Point, Query
from alpine_catalogue.gazetteer import load_gazetteer
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.matching.weights import read_criteria
from alpine_catalogue.settings import Settings
from alpine_catalogue.terminal import AsJson, opened, tell, told_plainly


def search(  # noqa: PLR0913 - one option each, as the other commands have them
    text: Annotated[str, typer.Argument(help="What you look for, in any of the five languages.")] = "",
    need: Annotated[str | None, typer.Option(help="A pain point that the hub must cover, e.g. cybersecurity.")] = None,
    technology: Annotated[str | None, typer.Option(help="A technology that it must have, e.g. robotics.")] = None,
    service: Annotated[str | None, typer.Option(help="A service that it must offer, e.g. skills-training.")] = None,
    region: Annotated[str | None, typer.Option(help="NUTS code of an area it must serve, e.g. ITH1, SI.")] = None,
    language: Annotated[str | None, typer.Option(help="A language in which it must serve firms, e.g. de.")] = None,
    labs: Annotated[bool, typer.Option("--labs", help="Only hubs with a lab or test bed.")] = False,
    limit: Annotated[int, typer.Option(help="Hits on a page, 1 to 100.")] = 10,
    offset: Annotated[int, typer.Option(help="Hits to leave out.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Search the directory of hubs; hubs near the first place named in the text come first."""
    with told_plainly():
        folder = Settings().catalogue_folder
        engine, catalogue = opened()
        directory = Directory(engine, read_criteria(folder), read_search_criteria(folder), catalogue)
        at, words = _place_in(text)
        page = directory.search(Query(text, need, technology, service, region, language, labs, at), limit, offset)
        page = replace(page, not_understood=tuple(word for word in page.not_understood if word not in words))
        tell(answers.page(page, catalogue.hubs()), as_json, answers.page_lines(page, catalogue.hubs()))


def _place_in(text: str) -> tuple[Point | None, list[str]]:
    """The first town that the text names for certain, and its words; a whole region is no point to measure from."""
    for mention in load_gazetteer(Settings().catalogue_folder / "gazetteer").spot(text):
        place = mention.found.place
        if place and not mention.negated and place.kind in ("town", "locality", "hamlet", "postcode"):
            return (place.lat, place.lon), fold(mention.text).split()
    return None, []
