"""The one door to the loaded catalogue."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Engine, select

from alpine_catalogue import build
from alpine_catalogue.errors import NotLoaded
from alpine_catalogue.examples.model import Event, Practice
from alpine_catalogue.model import Hub, PainPoint, Programme, Sector, Technology
from alpine_catalogue.store.loading import newest_load
from alpine_catalogue.store.tables import records

T = TypeVar("T")


class Catalogue:
    """Reads records from the database and keeps them until something else is loaded."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine; nothing is read before it is asked for."""
        self._engine = engine
        self._load: int | None = None
        self._kept: dict[str, Mapping[str, Any]] = {}

    def hubs(self) -> Mapping[str, Hub]:
        """All hubs by id."""
        return self._all("hub", build.hub)

    def programmes(self) -> Mapping[str, Programme]:
        """All programmes by id."""
        return self._all("programme", build.programme)

    def sectors(self) -> Mapping[str, Sector]:
        """All NACE divisions by code."""
        return self._all("sector", build.sector)

    def pain_points(self) -> Mapping[str, PainPoint]:
        """All pain points by id."""
        return self._all("pain_point", build.pain_point)

    def technologies(self) -> Mapping[str, Technology]:
        """All technologies by id."""
        return self._all("technology", build.technology)

    def practices(self) -> Mapping[str, Practice]:
        """All good practices by id."""
        return self._all("practice", build.practice)

    def events(self) -> Mapping[str, Event]:
        """All events by id, past ones too."""
        return self._all("event", build.event)

    def regions(self) -> Mapping[str, Mapping[str, Any]]:
        """All NUTS-2 regions by code, as their files say."""
        return self.bodies("region")

    def bodies(self, kind: str) -> Mapping[str, Mapping[str, Any]]:
        """All records of a kind as their files say, by id."""
        return self._all(kind, dict)

    def is_loaded(self) -> bool:
        """Tell if anything was loaded yet."""
        with self._engine.connect() as connection:
            return newest_load(connection) is not None

    def _all(self, kind: str, make: Callable[[Mapping[str, Any]], T]) -> Mapping[str, T]:
        kept = self._refresh()
        key = f"{kind}:{make.__name__}"
        if key not in kept:
            query = select(records.c.id, records.c.body).where(records.c.kind == kind).order_by(records.c.id)
            with self._engine.connect() as connection:
                kept[key] = {id: make(body) for id, body in connection.execute(query)}
        return kept[key]

    def _refresh(self) -> dict[str, Mapping[str, Any]]:
        """Return what is kept; forget it when another process has loaded new content since.

        A new dictionary instead of an emptied one, so that another thread finishes with the one it has begun with.
        """
        with self._engine.connect() as connection:
            load = newest_load(connection)
        if load is None:
            raise NotLoaded
        if load != self._load:
            self._load, self._kept = load, {}
        return self._kept
