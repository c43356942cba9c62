"""The one door to the directory."""

from functools import lru_cache

from sqlalchemy import Engine

from alpine_catalogue.directory.answering import Answering
from alpine_catalogue.directory.criteria import SearchCriteria
from alpine_catalogue.directory.filters import allowed, bonus, check_codes, known_codes
from alpine_catalogue.directory.query import Page, Query, check_page
from alpine_catalogue.directory.ranking import Asked, hit, rank
from alpine_catalogue.directory.reading import HubWords, Reader
from alpine_catalogue.directory.shelf import Shelf
from alpine_catalogue.directory.vocabulary import vocabulary_of
from alpine_catalogue.errors import NotLoaded
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.store.loading import newest_load
from alpine_catalogue.store.repository import Catalogue
from alpine_catalogue.store.texts import Field, Rows, all_words, rows_with

_REMEMBERED = 64
"""Words whose hubs are kept: at most 50 MB in a directory of 100,000 hubs, nothing to speak of in ours."""


class Directory:
    """Searches the hubs that are loaded now; what another process loads is seen at the next search."""

    def __init__(
        self, engine: Engine, criteria: Criteria, searching: SearchCriteria, catalogue: Catalogue | None = None
    ) -> None:
        """Take database and figures; nothing is read before somebody searches. Whoever has a catalogue may share it."""
        self._engine = engine
        self._criteria = criteria
        self._searching = searching
        self._catalogue = catalogue or Catalogue(engine)
        self._opened: _Opened | None = None

    def search(self, query: Query, limit: int = 10, offset: int = 0) -> Page:
        """Return one page of the hubs found, best first; raises UnknownCode, BadQuery and NotLoaded."""
        check_page(limit, offset)
        while True:
            try:
                return self._open().search(query, limit, offset)
            except _Moved:  # somebody loaded new content in the middle of it: search that
                self._opened = None

    def _open(self) -> "_Opened":
        with self._engine.connect() as connection:
            load = newest_load(connection)
        if load is None:
            raise NotLoaded
        opened = self._opened
        if opened is None or opened.load != load:
            opened = _Opened(load, self._engine, self._catalogue, self._criteria, self._searching)
            with self._engine.connect() as connection:
                if newest_load(connection) != load:
                    raise _Moved
            self._opened = opened
        return opened


class _Moved(Exception):
    """The full-text index belongs to other content than the hubs that were looked at."""


class _Opened:
    """The directory of one load."""

    def __init__(
        self, load: int, engine: Engine, catalogue: Catalogue, criteria: Criteria, searching: SearchCriteria
    ) -> None:
        self.load = load
        self._engine = engine
        self._ranking = searching.ranking
        self._shelf = Shelf.of(catalogue.hubs(), catalogue.pain_points(), criteria)
        technologies = catalogue.technologies()
        self._known = known_codes(catalogue.regions(), catalogue.pain_points(), technologies, criteria.services)
        with engine.connect() as connection:
            words = HubWords(all_words(connection))
        vocabulary = vocabulary_of(catalogue, criteria, searching.areas)
        self._reader = Reader(vocabulary, words, self._shelf.names, searching)
        self._answering = Answering(self._shelf, lru_cache(_REMEMBERED)(self._rows_with), self._ranking)

    def search(self, query: Query, limit: int, offset: int) -> Page:
        check_codes(query, self._known)
        shelf, weights = self._shelf, self._ranking
        answered = [(part, self._answering.answers(part)) for part in self._reader.read(query.text)]
        asked = Asked(answered, allowed(query, shelf), bonus(query, shelf, weights), query.at)
        ranked = rank(shelf, asked, weights, offset, offset + limit)
        hits = tuple(hit(shelf, answered, ranked, place) for place in range(len(ranked.rows)))
        return Page(hits, ranked.total, tuple(part.asked for part, answers in answered if not answers))

    def _rows_with(self, field: Field, words: tuple[str, ...]) -> Rows:
        with self._engine.connect() as connection:
            rows, load = rows_with(connection, field, words)
        if load != self.load:
            raise _Moved
        rows.sort()
        return rows
