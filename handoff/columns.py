"""Column types that behave the same on SQLite and PostgreSQL, whatever a user typed."""

from datetime import UTC, datetime
from math import isfinite
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class UtcTime(TypeDecorator[datetime]):
    """A moment; goes in with any time zone and comes out in UTC, because SQLite forgets zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn the moment into UTC; a moment without a zone is a ValueError, not a guess."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone: pass a datetime in UTC")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class UserText(TypeDecorator[str]):
    """Text from outside, kept as it is but for what no database can hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Replace NUL and lone surrogates, so that a hostile message cannot block a handoff."""
        return None if value is None else storable(value)


class UserJson(TypeDecorator[Any]):
    """A dictionary from outside, cleaned like `UserText`."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Clean every text in the value."""
        return _storable_tree(value)


def storable(text: str) -> str:
    """Return the text with U+FFFD for NUL (PostgreSQL refuses it) and for lone surrogates (UTF-8 does)."""
    return text.replace("\x00", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _storable_tree(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(str(key)): _storable_tree(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_storable_tree(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return None  # JSON has no infinity and no NaN
    return value
