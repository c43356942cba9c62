"""Everything that can go wrong in the catalogue, as one tree.

CatalogueError
├── BrokenFiles      one or more files are not as their schema asks; holds every finding
├── NotLoaded        the database holds no catalogue yet
├── UnknownCode      a region, sector, pain point or language that the catalogue does not know
├── BadFacts         facts about a firm that contradict themselves or cannot be read
├── BadQuery         a search that cannot be answered: a page of minus three hits, a place that is none
└── BadCalendar      a calendar file that cannot be read
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


class CatalogueError(Exception):
    """Base of all errors of the catalogue."""


@dataclass(frozen=True)
class Finding:
    """One fault in one file: where it is and what to do about it."""

    path: Path
    line: int
    place: str
    reason: str

    def __str__(self) -> str:
        """Read like a compiler's message, so that editors can jump to it."""
        return f"{self.path}:{self.line}: {self.place or 'file'}: {self.reason}"


class BrokenFiles(CatalogueError):
    """The catalogue's files cannot be used; nothing of the old content was touched."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep every finding: an editor wants the whole list, not the first line of it."""
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class NotLoaded(CatalogueError):
    """The database holds no catalogue yet."""

    def __init__(self) -> None:
        """Say which command mends it."""
        super().__init__("The catalogue is empty. Run `python -m alpine_catalogue load` first.")


class UnknownCode(CatalogueError):
    """A code that the catalogue does not know."""

    def __init__(self, kind: str, code: str, known: Iterable[str]) -> None:
        """Name the kind of code and what would have been accepted."""
        listed = ", ".join(sorted(known))
        super().__init__(f"Unknown {kind} {code!r}. Known: {listed}.")


class BadFacts(CatalogueError):
    """Facts about a firm that contradict themselves or cannot be read."""


class BadQuery(CatalogueError):
    """A search in the directory that cannot be answered."""


class BadCalendar(CatalogueError):
    """A calendar file that cannot be read."""
