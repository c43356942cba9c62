"""What the tests of handoff and console start from: a day, a clock, a request, a password."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from argon2 import PasswordHasher

from handoff.model import Line, Request

START = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
PASSWORD = "a lake, a larch, a lynx"


class Clock:
    """Tells the time that the test sets."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def pass_by(self, **span: float) -> None:
        """Let some time go by, such as `minutes=5`."""
        self.time += timedelta(**span)


def quick_hasher() -> PasswordHasher:
    """Argon2id as weak as it gets, because most tests are not about its strength."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def a_request(conversation_id: str | None = None, **changed: Any) -> Request:
    """Return a request as the assistant makes it."""
    fields: dict[str, Any] = {
        "conversation_id": conversation_id or uuid4().hex,
        "channel": "web",
        "language": "de",
        "slots": {"region": "ITH1", "sector": ["C31"], "employees": 12, "pain_points": ["machine_downtime"]},
        "result": {"hubs": [], "uncovered": [], "programmes": []},
        "transcript": [
            Line(START, "user", "Die Maschinen stehen."),
            Line(START, "bot", "Wo ist Ihr Betrieb?"),
        ],
        "created_at": START,
    }
    return Request(**fields | changed)
