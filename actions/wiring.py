"""Builds what the actions need from the settings; the only place that does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache

from actions.settings import Settings
from actions.vocabulary import Vocabulary, read_vocabulary
from alpine_catalogue.directory.criteria import read_search_criteria
from alpine_catalogue.directory.directory import Directory
from alpine_catalogue.examples.weights import Similarity, read_similarity
from alpine_catalogue.matching.matcher import Matcher
from alpine_catalogue.matching.weights import Criteria, read_criteria
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.repository import Catalogue
from handoff.engine import make_engine as make_handoff_engine
from handoff.store import HandoffStore


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Services:
    """The catalogue, the matcher, the directory, the store of handed-over conversations, words, and the clock."""

    catalogue: Catalogue
    criteria: Criteria
    directory: Directory
    similarity: Similarity
    handoff: HandoffStore
    vocabulary: Vocabulary = field(default_factory=read_vocabulary)
    now: Callable[[], datetime] = _now
    _matchers: dict[int, Matcher] = field(default_factory=dict)

    def today(self) -> date:
        """Return the day (UTC) for which programmes are judged."""
        return self.now().date()

    def matcher(self) -> Matcher:
        """Return the matcher for the hubs that are loaded now; built anew only after a load."""
        hubs = self.catalogue.hubs()
        if id(hubs) not in self._matchers:
            self._matchers = {id(hubs): Matcher(hubs.values(), self.catalogue.pain_points(), self.criteria)}
        return self._matchers[id(hubs)]


@cache
def services() -> Services:
    """Return the services of this process, built from its settings on first use."""
    return services_of(Settings())


def services_of(settings: Settings) -> Services:
    """Return the services that these settings describe."""
    engine, folder = make_engine(settings.catalogue_database_url), settings.catalogue_folder
    catalogue, criteria = Catalogue(engine), read_criteria(folder)
    return Services(
        catalogue=catalogue,
        criteria=criteria,
        directory=Directory(engine, criteria, read_search_criteria(folder), catalogue),
        similarity=read_similarity(folder),
        handoff=HandoffStore(make_handoff_engine(settings.handoff_database_url), _now),
    )
