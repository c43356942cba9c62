"""The command line for editors and officers: check, load, match, search, eligibility, export, import."""

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from alpine_catalogue import answers
from alpine_catalogue.cli_import import importing
from alpine_catalogue.cli_search import search
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.loading import read_rulebook
from alpine_catalogue.errors import BadFacts, UnknownCode
from alpine_catalogue.fact_guide.command import facts as write_facts
from alpine_catalogue.files.folder import KINDS
from alpine_catalogue.gazetteer import load_gazetteer
from alpine_catalogue.languages import LANGUAGES
from alpine_catalogue.matching.matcher import Matcher
from alpine_catalogue.matching.search import Search
from alpine_catalogue.matching.weights import read_criteria
from alpine_catalogue.settings import Settings
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import load as load_records
from alpine_catalogue.store.migrate import upgrade
from alpine_catalogue.store.repository import Catalogue
from alpine_catalogue.terminal import AsJson, checked, day_of, opened, tell, told_plainly

_LEVELS = ("country", "region", "province")
app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__, pretty_exceptions_enable=False)
app.command()(search)
app.command("facts")(write_facts)
app.add_typer(importing, name="import")


@app.command()
def check() -> None:
    """Read every catalogue file, or name each fault with file and place."""
    with told_plainly():
        records = checked(Settings().catalogue_folder)
        counts: dict[str, int] = {}
        for record in records:
            counts[record.kind] = counts.get(record.kind, 0) + 1
        typer.echo("The catalogue is in order: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items())) + ".")


@app.command()
def load() -> None:
    """Check all files and put them into the database; a fault leaves the old content as it is."""
    with told_plainly():
        settings = Settings()
        records = checked(settings.catalogue_folder)
        engine = make_engine(settings.catalogue_database_url)
        upgrade(engine)
        changed = load_records(engine, records, datetime.now(UTC))
        typer.echo(f"{len(records)} records loaded." if changed else "The database holds this catalogue already.")


@app.command()
def match(  # noqa: PLR0913 - one option each, as the contract lays down
    pain: Annotated[list[str], typer.Option(help="A pain point; may be repeated.")],
    country: Annotated[str | None, typer.Option(help="ISO code, e.g. IT.")] = None,
    region: Annotated[str | None, typer.Option(help="NUTS-2 code, e.g. ITH1.")] = None,
    sector: Annotated[list[str] | None, typer.Option(help="NACE division, e.g. C31; may be repeated.")] = None,
    language: Annotated[str, typer.Option(help="en, de, fr, it or sl.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Propose the team of hubs that covers the pain points."""
    with told_plainly():
        catalogue, folder = opened()[1], Settings().catalogue_folder
        looked_for = _search(catalogue, pain, country, region, sector or [], language)
        matcher = Matcher(catalogue.hubs().values(), catalogue.pain_points(), read_criteria(folder))
        proposal = matcher.propose(looked_for)
        tell(answers.proposal(proposal), as_json, answers.proposal_lines(proposal))


@app.command()
def eligibility(
    facts: Annotated[Path, typer.Option(help="JSON file with the firm's facts (docs/facts.md).")],
    on: Annotated[str | None, typer.Option(help="The day, e.g. 2026-03-01; today (UTC) if left out.")] = None,
    as_json: AsJson = False,
) -> None:
    """Judge all programmes for one firm on one day."""
    with told_plainly():
        told, day, catalogue = _json_file(facts), day_of(on), opened()[1]
        _check_codes(catalogue, *_codes_in(told, catalogue))
        book = read_rulebook(catalogue.programmes().values(), Settings().catalogue_folder)
        outcomes = book.judge_all(facts_from(told, book.kinds), book.checked_day(day))
        lines = [f"{outcome.verdict:13} {outcome.programme.name}" for outcome in outcomes]
        tell([answers.outcome(outcome) for outcome in outcomes], as_json, lines)


@app.command()
def export() -> None:
    """Write the loaded catalogue as JSON to standard output: open data for others."""
    with told_plainly():
        catalogue = opened()[1]
        json.dump({kind: catalogue.bodies(kind) for kind in KINDS}, sys.stdout, ensure_ascii=False, indent=1)


def _search(  # noqa: PLR0913
    catalogue: Catalogue, pains: list[str], country: str | None, region: str | None, sectors: list[str], language: str
) -> Search:
    if language not in LANGUAGES:
        raise UnknownCode("language", language, LANGUAGES)
    country = country or (region[:2] if region else None)
    _check_codes(catalogue, sectors, country, region)
    if region and country and not region.startswith(country):
        raise BadFacts(f"Region {region!r} does not lie in country {country!r}.")
    return Search(tuple(pains), country, region, None, tuple(sectors), language, _capital_of(region))


def _check_codes(
    catalogue: Catalogue,
    sectors: Iterable[str],
    country: str | None,
    region: str | None,
    province: str | None = None,
) -> None:
    """Raise UnknownCode on the first code that the catalogue does not know; a typo must not read as a refusal."""
    regions = catalogue.regions()
    told: list[tuple[str, str | None, set[str]]] = [("sector", code, set(catalogue.sectors())) for code in sectors]
    told += [
        ("region", region, set(regions)),
        ("country", country, {code[:2] for code in regions}),
        ("province", province, {part["code"] for body in regions.values() for part in body["nuts3"]}),
    ]
    for kind, code, known in told:
        if code and code not in known:
            raise UnknownCode(kind, code, known)


def _codes_in(told: Mapping[str, Any], catalogue: Catalogue) -> tuple[list[str], str | None, str | None, str | None]:
    """The codes of a facts file, trades by their division; what is no text is refused when the facts are read."""
    country, region, province = (code if isinstance(code := told.get(level), str) else None for level in _LEVELS)
    trades = told.get("sector") or []
    divisions = set(catalogue.sectors())
    codes = [code for code in ([trades] if isinstance(trades, str) else trades) if isinstance(code, str)]
    return [code[:3] if code[:3] in divisions else code for code in codes], country, region, province


def _capital_of(region: str | None) -> tuple[float, float] | None:
    """Distances are measured from the region's capital when no town is told."""
    if region is None:
        return None
    place = load_gazetteer(Settings().catalogue_folder / "gazetteer").find(region).place
    return (place.lat, place.lon) if place else None


def _json_file(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise BadFacts(f"{path} is not readable as JSON: {error}") from None
    if not isinstance(told, dict):
        raise BadFacts(f"{path} must hold one JSON object with the firm's facts.")
    return told
