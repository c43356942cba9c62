"""The list that an adviser works from: who waits, for how long, where, and with what."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.facts import in_words
from console.reader import Reader
from handoff.model import Adviser, Request, State
from handoff.store import HandoffStore

LISTS = ("waiting", "mine", "closed")
CLOSED_SHOWN = 50
LONG = timedelta(hours=4)  # half a working day without a human answer


@dataclass(frozen=True)
class Row:
    """One request in the list."""

    id: str
    at: datetime  # since when it waits or is held, or when it was closed
    is_long: bool
    needs: list[str]
    place: str
    firm: str
    language: str
    channel: str
    has_undelivered: bool


def requests_in(name: str, adviser: Adviser, store: HandoffStore) -> Sequence[Request]:
    """Return the requests of one of the three lists."""
    if name == "mine":
        return store.held_by(adviser.id)
    return store.last_closed(CLOSED_SHOWN) if name == "closed" else store.waiting()


def rows_of(requests: Iterable[Request], reader: Reader) -> list[Row]:
    """Return one row for each request, in the same order."""
    return [_row(request, reader) for request in requests]


def languages_of(requests: Iterable[Request]) -> list[tuple[str, int]]:
    """Return the languages that occur and how often, the most frequent first."""
    return Counter(request.language for request in requests).most_common()


def _row(request: Request, reader: Reader) -> Row:
    slots = request.slots
    place = in_words(slots, "region", reader) or in_words(slots, "country", reader)
    size = in_words(slots, "employees", reader)
    firm = in_words(slots, "sector", reader) + [reader.say("employees", count=count) for count in size]
    return Row(
        id=request.id,
        at=request.closed_at or request.claimed_at or request.created_at,
        is_long=request.state is State.NEW and reader.now - request.created_at >= LONG,
        needs=in_words(slots, "pain_points", reader),
        place=", ".join(place),
        firm=" · ".join(firm),
        language=request.language,
        channel=reader.say_or(f"channel_{request.channel}", request.channel),
        has_undelivered=any(line.undelivered for line in request.transcript),
    )
