"""The commands `import ...`: what others publish becomes catalogue files, looked at as a diff first."""

from pathlib import Path
from typing import Annotated

import typer

from alpine_catalogue import build
from alpine_catalogue.directory.vocabulary import Vocabulary, technologies_of
from alpine_catalogue.errors import UnknownCode
from alpine_catalogue.examples.drafts import Given, Understood, drafts
from alpine_catalogue.examples.event_files import Change, change_for, faults_of
from alpine_catalogue.examples.ical import LeftOut, read_calendar
from alpine_catalogue.files.folder import Record
from alpine_catalogue.files.schema_check import validator_for
from alpine_catalogue.gazetteer import Gazetteer, Place, load_gazetteer
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.languages import LANGUAGES
from alpine_catalogue.settings import Settings
from alpine_catalogue.terminal import checked, day_of, told_plainly

importing = typer.Typer(no_args_is_help=True, help=__doc__)
_COUNTRIES = ("AT", "CH", "DE", "FR", "IT", "LI", "SI")
_TOWNS = ("town", "locality", "hamlet", "postcode")
_LONGEST_TERM = 4


@importing.callback()
def _importing() -> None:
    """Bring in what others publish."""


@importing.command()
def ical(  # noqa: PLR0913 - one option for each thing that calendars do not say
    file: Annotated[Path, typer.Argument(help="A calendar file (.ics).")],
    country: Annotated[str, typer.Option(help="ISO code of the country for entries whose place is not clear.")],
    language: Annotated[list[str] | None, typer.Option(help="Language of the events; may be repeated.")] = None,
    organiser: Annotated[str | None, typer.Option(help="Who holds them.")] = None,
    hub: Annotated[str | None, typer.Option(help="Id of the hub that holds them.")] = None,
    pain: Annotated[list[str] | None, typer.Option(help="A pain point they help with; may be repeated.")] = None,
    source: Annotated[str | None, typer.Option(help="Where it is published; the file's name if left out.")] = None,
    on: Annotated[str | None, typer.Option(help="Leave out what is over on this day; today (UTC) if left out.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be written.")] = False,
) -> None:
    """Turn the entries of a calendar into event files; new facts go into files that are there already."""
    with told_plainly():
        root = Settings().catalogue_folder
        records = checked(root)
        _check("country", country, _COUNTRIES)
        for code in language or ():
            _check("language", code, LANGUAGES)
        if hub:
            _check("hub", hub, [record.id for record in records if record.kind == "hub"])
        told = source or f"Calendar file {file.name}"
        given = Given(country, tuple(language or ()), organiser, hub, tuple(pain or ()), told, day_of(on))
        _bring_in(root, records, file.read_bytes(), given, dry_run)


def _check(kind: str, code: str, known: list[str] | tuple[str, ...]) -> None:
    if code not in known:
        raise UnknownCode(kind, code, known)


def _bring_in(root: Path, records: list[Record], content: bytes, given: Given, dry_run: bool) -> None:
    validator, understood = validator_for(root, "event"), _understood(root, records, given)
    changes: list[Change] = []
    for draft in drafts(read_calendar(content), given, understood):
        if isinstance(draft, LeftOut):
            typer.echo(f"Left out: {draft.title}: {draft.reason}.")
        elif faults := faults_of(validator, draft):
            typer.echo(f"Left out: {draft['title']}: {faults}.")
        elif change := change_for(root, draft):
            typer.echo(change.diff)
            changes.append(change)
        else:
            typer.echo(f"Unchanged: {draft['id']}.")
    for change in [] if dry_run else changes:
        change.write()
    typer.echo(f"{len(changes)} files {'would be' if dry_run else 'were'} written. {_ADVICE}")


_ADVICE = "Fill in pain_points and technologies before you load: an event without them counts as about everything."


def _understood(root: Path, records: list[Record], given: Given) -> Understood:
    gazetteer = load_gazetteer(root / "gazetteer")
    found = (build.technology(record.body) for record in records if record.kind == "technology")
    vocabulary = technologies_of({technology.id: technology for technology in found})
    return Understood(
        place=lambda location: _town(gazetteer, location, given.country),
        technologies=lambda title: _technologies(vocabulary, title),
    )


def _town(gazetteer: Gazetteer, location: str, country: str) -> Place | None:
    """The one town of the Alpine Space that is certain; None where several are named, or none."""
    found = [mention.found for mention in gazetteer.spot(f"in {location}", country=country)]
    towns = {one.place for one in found if one.place and one.place.kind in _TOWNS and not one.guessed}
    return towns.pop() if len(towns) == 1 else None


def _technologies(vocabulary: Vocabulary, title: str) -> list[str]:
    words = fold(title).split()
    runs = (" ".join(words[at : at + n]) for at in range(len(words)) for n in range(1, _LONGEST_TERM + 1))
    return list(dict.fromkeys(meaning.code for run in runs for meaning in vocabulary.exactly(run)))
