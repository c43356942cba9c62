"""Builds what the actions need from the settings; the only place that does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache

from actions.programmes.named import ProgrammeNames
from actions.settings import Settings
from actions.vocabulary import Vocabulary, read_vocabulary
from alpine_catalogue.directory.criteria import read_search_criteria
from alpine_catalogue.directory.directory import Directory
from alpine_catalogue.eligibility.fact_kinds import FactKinds, load_fact_kinds
from alpine_catalogue.eligibility.law import Law, load_law
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.eligibility.wording.names import Names
from alpine_catalogue.eligibility.wording.naming import Taxonomy, load_taxonomy, names_in
from alpine_catalogue.eligibility.wording.sentences import Phrases, Sentences, load_phrases
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
    """The catalogue and what answers from it, the store of handed-over conversations, words, and the clock."""

    catalogue: Catalogue
    criteria: Criteria
    directory: Directory
    similarity: Similarity
    handoff: HandoffStore
    kinds: FactKinds
    law: Law
    phrases: Phrases
    taxonomy: Taxonomy
    vocabulary: Vocabulary = field(default_factory=read_vocabulary)
    now: Callable[[], datetime] = _now
    _matchers: dict[int, Matcher] = field(default_factory=dict)
    _rulebooks: dict[int, RuleBook] = field(default_factory=dict)
    _called: dict[int, ProgrammeNames] = field(default_factory=dict)
    _names: dict[tuple[int, str], Names] = field(default_factory=dict)

    def today(self) -> date:
        """Return the day (UTC) for which programmes are judged."""
        return self.now().date()

    def matcher(self) -> Matcher:
        """Return the matcher for the hubs that are loaded now; built anew only after a load."""
        hubs = self.catalogue.hubs()
        if id(hubs) not in self._matchers:
            self._matchers = {id(hubs): Matcher(hubs.values(), self.catalogue.pain_points(), self.criteria)}
        return self._matchers[id(hubs)]

    def rulebook(self) -> RuleBook:
        """Return the rules of the programmes that are loaded now; read anew only after a load."""
        programmes = self.catalogue.programmes()
        if id(programmes) not in self._rulebooks:
            self._rulebooks = {id(programmes): RuleBook(programmes.values(), self.kinds, self.law)}
        return self._rulebooks[id(programmes)]

    def programme_names(self) -> ProgrammeNames:
        """Return what finds the programmes that are loaded now in messages."""
        programmes = self.catalogue.programmes()
        if id(programmes) not in self._called:
            official = {one.id: (one.name, one.rules["name_in_english"]) for one in programmes.values()}
            self._called = {id(programmes): ProgrammeNames(official, self.vocabulary.programmes)}
        return self._called[id(programmes)]

    def names(self, language: str) -> Names:
        """Return what codes, facts and programmes are called in a language."""
        programmes = self.catalogue.programmes()
        key = (id(programmes), language)
        if key not in self._names:
            self._names = {kept: names for kept, names in self._names.items() if kept[0] == id(programmes)}
            sectors = {code: sector.names for code, sector in self.catalogue.sectors().items()}
            official = {one.id: one.name for one in programmes.values()}
            regions = self.catalogue.regions()
            self._names[key] = names_in(language, self.kinds, self.taxonomy, regions, sectors, official)
        return self._names[key]

    def sentences(self, language: str) -> Sentences:
        """Return what puts rules into sentences of a language."""
        return Sentences(self.phrases, self.names(language), self.law)


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
        kinds=load_fact_kinds(folder),
        law=load_law(folder),
        phrases=load_phrases(folder),
        taxonomy=load_taxonomy(folder),
    )
