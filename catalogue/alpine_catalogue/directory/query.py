"""What is asked of the directory, and what it answers."""

from dataclasses import dataclass

from alpine_catalogue.errors import BadQuery

Point = tuple[float, float]

LONGEST_PAGE = 100


@dataclass(frozen=True)
class Query:
    """Free text in any of the five languages, and filters; each filter is a limit that nothing makes up for."""

    text: str = ""
    need: str | None = None
    """Id of a pain point that the hub must cover."""
    technology: str | None = None
    service: str | None = None
    region: str | None = None
    """NUTS code of any level that the hub must serve, or a country's code."""
    language: str | None = None
    """ISO 639-1 code of a language in which it must serve firms."""
    infrastructure: bool = False
    """It must have a lab or test bed, or be one."""
    at: Point | None = None
    """Latitude and longitude from which near hubs come first; no limit."""


@dataclass(frozen=True)
class Matched:
    """One thing in the query that a hub answers: `kind` is a key of `criteria/search.yml`, `value` a code or words."""

    kind: str
    value: str
    asked: str
    """The words of the query, folded, as they were typed."""
    guessed: bool = False
    """They were misspelt: the reader may want to know what was understood."""


@dataclass(frozen=True)
class Hit:
    """One hub that was found."""

    hub_id: str
    score: float
    matched: tuple[Matched, ...]
    km: int | None = None
    """Along the way a lorry would take, roughly; None where no place was asked for."""


@dataclass(frozen=True)
class Page:
    """Some of the hits, best first."""

    hits: tuple[Hit, ...]
    total: int
    """How many hubs were found on all pages together."""
    not_understood: tuple[str, ...] = ()
    """Words of the query that nothing in the directory answers."""


def check_page(limit: int, offset: int) -> None:
    """Raise BadQuery when there can be no such page."""
    if not 1 <= limit <= LONGEST_PAGE:
        raise BadQuery(f"A page has 1 to {LONGEST_PAGE} hits, not {limit}.")
    if offset < 0:
        raise BadQuery(f"The offset counts the hits to leave out, from 0 on; {offset} is none.")
