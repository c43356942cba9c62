"""The directory: found by any door, in five languages, with typos, ranked, paged, the same on both databases."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from catalogue_examples import BOLZANO, CATALOGUE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from alpine_catalogue.cli import app
from alpine_catalogue.directory.criteria import SearchCriteria, read_search_criteria
from alpine_catalogue.directory.directory import Directory
from alpine_catalogue.directory.query import Hit, Page, Query
from alpine_catalogue.errors import BadQuery, NotLoaded, UnknownCode
from alpine_catalogue.files.folder import Record
from alpine_catalogue.matching.distance import Travel
from alpine_catalogue.matching.weights import Criteria, read_criteria
from alpine_catalogue.place import within
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import load
from alpine_catalogue.store.migrate import upgrade
from alpine_catalogue.store.repository import Catalogue

pytest_plugins = ["catalogue_fixtures"]

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
ANNECY = (45.9, 6.12)
THREE_D = "additive-manufacturing"


@pytest.fixture(scope="session")
def searching() -> SearchCriteria:
    """The figures and words of the search."""
    return read_search_criteria(CATALOGUE)


@pytest.fixture
def engine(catalogue_url: str) -> Iterator[Engine]:
    """A database with tables and nothing in them."""
    made = make_engine(catalogue_url)
    upgrade(made)
    yield made
    made.dispose()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, content: list[Record]) -> Iterator[tuple[Directory, Catalogue]]:
    """The real catalogue on SQLite, loaded once."""
    made = make_engine(f"sqlite:///{tmp_path_factory.mktemp('directory') / 'catalogue.db'}")
    upgrade(made)
    load(made, content, NOW)
    catalogue = Catalogue(made)
    yield Directory(made, read_criteria(CATALOGUE), read_search_criteria(CATALOGUE), catalogue), catalogue
    made.dispose()


@pytest.fixture
def search(library: tuple[Directory, Catalogue]) -> Any:
    """Ask the directory."""

    def ask(words: str = "", limit: int = 10, offset: int = 0, **fields: Any) -> Page:
        return library[0].search(Query(words, **fields), limit, offset)

    return ask


@pytest.fixture
def hub_of(library: tuple[Directory, Catalogue]) -> Any:
    """The hub of a hit."""
    return lambda hit: library[1].hubs()[hit.hub_id]


def everything(search: Any, words: str = "", **fields: Any) -> list[Hit]:
    """All hits, page by page."""
    first = search(words, limit=100, **fields)
    rest = [hit for offset in range(100, first.total, 100) for hit in search(words, 100, offset, **fields).hits]
    return [*first.hits, *rest]


def matched(hit: Hit) -> set[tuple[str, str]]:
    return {(told.kind, told.value) for told in hit.matched}


# -- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "3D printing", "3D-Druck", "impression 3D", "stampa 3D", "3D-tisk",
        "wer kann additive Fertigung?", "cerco un laboratorio per la stampa 3d", "which labs do 3d printing",
        "3d pritning", "adittive manufacturing", "dodajalna tehnologja", "fabrication aditive",
    ],
)  # fmt: skip
def test_a_technology_is_found_in_five_languages_and_with_typos(search: Any, hub_of: Any, words: str) -> None:
    page = search(words)
    assert page.hits
    assert all(("technology", THREE_D) in matched(hit) for hit in page.hits)
    assert all(THREE_D in hub_of(hit).technologies for hit in page.hits)


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("Sicherheit im Netz, Cybersicherheit", "technology", "cybersecurity"),
        ("formazione", "service", "skills-training"),
        ("accès au financement", "service", "finance-access"),
        ("Devis et suivi des clients", "need", "customer_management"),
        ("zbornica", "kind", "chamber"),
        ("centro di competenza", "kind", "competence_centre"),
        ("Südtirol", "region", "ITH1"),
        ("suedtirol", "region", "ITH1"),
        ("Goriška", "region", "SI043"),
        ("Ljubjana", "city", "Ljubljana"),
        ("Baviera", "country", "DE2"),
        ("vinarstvo", "sector", "C11"),
    ],
)
def test_names_of_all_kinds_are_understood(search: Any, words: str, kind: str, value: str) -> None:
    page = search(words)
    assert page.total
    assert any((kind, value) in matched(hit) for hit in page.hits), [matched(hit) for hit in page.hits]


@pytest.mark.parametrize("words", ["DIH West", "dih west", "  DIH   WEST!", "please tell me about DIH West"])
def test_the_exact_name_of_a_hub_comes_first(search: Any, words: str) -> None:
    first = search(words).hits[0]
    assert first.hub_id == "dih-west"
    assert ("exact_name", "dih west") in matched(first)


def test_the_long_official_name_is_a_name_too(search: Any) -> None:
    assert search("Digital Innovation Hub Westösterreich").hits[0].hub_id == "dih-west"
    assert search("digital innovation hub westoesterreich").hits[0].hub_id == "dih-west"


def test_a_lab_is_found_by_the_words_of_its_name_and_the_answer_names_it(search: Any, hub_of: Any) -> None:
    first = search("cyber range").hits[0]
    told = [one for one in first.matched if one.kind == "infrastructure"]
    assert told, first
    assert told[0].value in hub_of(first).infrastructure
    assert "cyber range" in told[0].value


@pytest.mark.parametrize(
    "words", ["Pilotfabrik", "pilot factories", "usine pilote", "fabbrica pilota", "pilotna tovarna"]
)
def test_a_sort_of_lab_is_found_in_five_languages(search: Any, words: str) -> None:
    page = search(words)
    assert any("pilot factory at JKU Linz" in value for hit in page.hits for _, value in matched(hit))


def test_a_name_outranks_a_lab_a_lab_a_technology_and_a_technology_a_town(search: Any) -> None:
    points = read_search_criteria(CATALOGUE).ranking.points
    order = ["exact_name", "infrastructure", "technology", "city", "region", "country"]
    assert [points[kind] for kind in order] == sorted((points[kind] for kind in order), reverse=True)
    fablab = search("fablab", limit=100).hits  # a lab's name, and a word for prototyping
    kinds = [next(iter(hit.matched)).kind for hit in fablab]
    assert kinds == sorted(kinds, key=["infrastructure", "technology"].index)
    assert {"infrastructure", "technology"} == set(kinds)


def test_a_hub_that_answers_more_of_the_query_comes_first(search: Any, hub_of: Any) -> None:
    hits = everything(search, "robotics artificial intelligence")
    both = [{"robotics", "artificial-intelligence"} <= set(hub_of(hit).technologies) for hit in hits]
    assert both[0]
    assert not all(both)
    assert hub_of(hits[-1]).technologies.keys() & {"robotics", "artificial-intelligence"}


def test_a_town_ranks_but_does_not_let_others_in(search: Any, hub_of: Any) -> None:
    hits = everything(search, "robotics Ljubljana")
    assert hub_of(hits[0]).city == "Ljubljana"
    assert all("robotics" in hub_of(hit).technologies for hit in hits)


def test_a_town_alone_finds_its_hubs(search: Any, hub_of: Any) -> None:
    assert hub_of(search("hubs in Ljubljana").hits[0]).city == "Ljubljana"


def test_common_words_do_not_drown_rare_ones(search: Any) -> None:
    rare, mixed = search("fablab"), search("digital fablab innovation hub")
    assert mixed.total == rare.total


def test_common_words_alone_still_find(search: Any) -> None:
    assert search("digital innovation").total > 20


def test_words_that_nothing_answers_are_told(search: Any) -> None:
    page = search("xyzzy plugh robotics")
    assert page.not_understood == ("xyzzy", "plugh")
    assert page.total
    assert search("xyzzy plugh") == Page((), 0, ("xyzzy", "plugh"))


@pytest.mark.parametrize(
    "words",
    ["", "   ", "?!", "the of in", "' OR 1=1 --", '"', "name:digital", "NEAR(a b)", "a* AND b", "'); DROP TABLE",
     "\x00", "🤖🤖", "ß", "x" * 5000, "und " * 500, "word " * 300, "%_%", "\\", "&|!()", "<->",
     "Ⅷ ½ ª", "日本語", "a\u0301"],
)  # fmt: skip
def test_odd_texts_are_answered_like_any_other(search: Any, words: str) -> None:
    page = search(words)
    assert page.total >= len(page.hits)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60), at=st.sampled_from([None, ANNECY]))
def test_no_text_breaks_the_search(search: Any, words: str, at: Any) -> None:
    page = search(words, limit=5, at=at)
    assert len(page.hits) == min(5, page.total)


def test_a_misspelt_word_is_marked_as_guessed_and_is_worth_less(search: Any) -> None:
    right, wrong = search("blockchain").hits, search("blokchain").hits
    assert [hit.hub_id for hit in right] == [hit.hub_id for hit in wrong]
    assert not right[0].matched[0].guessed
    assert wrong[0].matched[0].guessed
    assert wrong[0].matched[0].asked == "blokchain"
    assert wrong[0].score < right[0].score


# -- filters ---------------------------------------------------------------------------------------


def test_every_filter_is_a_limit(search: Any, hub_of: Any) -> None:
    for hit in everything(search, language="sl"):
        assert "sl" in hub_of(hit).languages
    for hit in everything(search, technology="robotics"):
        assert "robotics" in hub_of(hit).technologies
    for hit in everything(search, service="finance-access"):
        assert "finance-access" in hub_of(hit).services
    for hit in everything(search, region="ITH1"):
        assert within("ITH1", hub_of(hit).serves) is not False
    for hit in everything(search, infrastructure=True):
        assert hub_of(hit).infrastructure or hub_of(hit).kind == "testbed"


def test_filters_together_find_what_each_of_them_finds(search: Any) -> None:
    def ids(**fields: Any) -> set[str]:
        return {hit.hub_id for hit in everything(search, **fields)}

    both = ids(language="it", technology="robotics", infrastructure=True)
    assert both == ids(language="it") & ids(technology="robotics") & ids(infrastructure=True)
    assert both


def test_the_best_for_a_need_come_first(search: Any) -> None:
    hits = everything(search, need="cybersecurity")
    assert hits
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits[0].score > hits[-1].score


def test_no_words_and_no_filters_list_every_hub(search: Any, library: tuple[Directory, Catalogue]) -> None:
    assert {hit.hub_id for hit in everything(search)} == set(library[1].hubs())


def test_words_and_filters_together_may_find_nobody(search: Any) -> None:
    assert search("quantum", region="LI00", language="sl") == Page((), 0)


@pytest.mark.parametrize(
    ("field", "code", "known"),
    [
        ("region", "XX9", "ITH1"), ("language", "es", "sl"), ("need", "rust", "paperwork"),
        ("technology", "magic", "robotics"), ("service", "coffee", "skills-training"),
    ],
)  # fmt: skip
def test_an_unknown_code_is_refused_naming_the_known_ones(search: Any, field: str, code: str, known: str) -> None:
    with pytest.raises(UnknownCode, match=f"{code!r}.*{known}"):
        search("robotics", **{field: code})


@pytest.mark.parametrize("page", [{"limit": 0}, {"limit": 101}, {"limit": -1}, {"offset": -1}])
def test_a_page_that_is_none_is_refused(search: Any, page: dict[str, int]) -> None:
    with pytest.raises(BadQuery, match=r"page|offset"):
        search("robotics", **page)


def test_a_place_that_is_none_is_refused(search: Any) -> None:
    with pytest.raises(BadQuery, match="latitude"):
        search("robotics", at=(181.0, 6.1))
    with pytest.raises(BadQuery, match="latitude"):
        search("robotics", at=(float("nan"), 6.1))


# -- near ------------------------------------------------------------------------------------------


def test_near_hubs_come_first_when_a_place_is_given(search: Any, hub_of: Any) -> None:
    hits = everything(search, "3D printing near Annecy", at=ANNECY)
    assert {hit.hub_id for hit in hits} == {hit.hub_id for hit in everything(search, "3D printing")}
    assert hits[0].hub_id == min(hits, key=lambda hit: hit.km or 0).hub_id
    for hit in hits:
        assert hit.km == round(float(Travel.to([hub_of(hit)]).km_from(ANNECY)[0]))


def test_a_place_with_no_other_words_that_are_understood_finds_the_nearest(search: Any) -> None:
    distances = [hit.km for hit in search("hubs near Annecy", at=ANNECY, limit=5).hits]
    assert distances[0] is not None
    assert distances[0] < 100


@pytest.mark.parametrize("at", [ANNECY, BOLZANO, (46.9, 11.5)])
@pytest.mark.parametrize("limit", [1, 7, 40])
def test_a_page_near_a_place_is_the_beginning_of_the_whole_list(search: Any, at: Any, limit: int) -> None:
    assert list(search("", limit=limit, at=at).hits) == everything(search, at=at)[:limit]


def test_without_a_place_no_distance_is_claimed(search: Any) -> None:
    assert {hit.km for hit in search("robotics").hits} == {None}


# -- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("fields", [{}, {"at": ANNECY}, {"words": "AI Tirol"}, {"words": "digital", "at": BOLZANO}])
def test_pages_put_together_are_the_whole_list_without_gaps_or_repeats(search: Any, fields: dict[str, Any]) -> None:
    whole = everything(search, **fields)
    pages = [hit for offset in range(0, len(whole) + 7, 7) for hit in search(limit=7, offset=offset, **fields).hits]
    assert pages == whole
    assert len({hit.hub_id for hit in whole}) == len(whole) == search(**fields).total


def test_a_page_after_the_last_is_empty_and_still_tells_the_total(search: Any) -> None:
    page = search("robotics", offset=10_000)
    assert page.hits == ()
    assert page.total == search("robotics").total


def test_hubs_that_nobody_has_verified_come_after_their_equals(search: Any, hub_of: Any) -> None:
    verified = [hub_of(hit).status == "active" for hit in everything(search)]
    assert verified == sorted(verified, reverse=True)
    assert not all(verified)


# -- both databases --------------------------------------------------------------------------------

QUERIES = (
    Query("3D-Druck"), Query("fablab"), Query("Pilotfabrik"), Query("digital innovation hub"), Query("DIH West"),
    Query("Haus der Digitalisierung"), Query("kunstlice inteligenz tirol", at=BOLZANO), Query("l'usinerie"),
    Query("xyzzy"),
    Query("mecatronica", language="it"), Query("Mittelstand Zentrum"), Query("", need="cybersecurity"),
)  # fmt: skip


@pytest.fixture
def directory(engine: Engine, content: list[Record], criteria: Criteria, searching: SearchCriteria) -> Directory:
    """The real catalogue on either database."""
    load(engine, content, NOW)
    return Directory(engine, criteria, searching)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.text or "no words")
def test_both_databases_find_the_same_in_the_same_order(
    directory: Directory, library: tuple[Directory, Catalogue], query: Query
) -> None:
    assert directory.search(query, 50) == library[0].search(query, 50)


def test_an_empty_database_says_so(engine: Engine, criteria: Criteria, searching: SearchCriteria) -> None:
    with pytest.raises(NotLoaded):
        Directory(engine, criteria, searching).search(Query("robotics"))


def test_a_load_is_found_at_once_and_what_is_gone_is_gone(
    engine: Engine, directory: Directory, content: list[Record]
) -> None:
    assert directory.search(Query("Zwergenwerkstatt")).total == 0
    first = next(record for record in content if record.kind == "hub")
    new = {**first.body, "id": "aaa-new", "name": "Zwergenwerkstatt", "infrastructure": ["Rübenlabor"]}
    load(engine, [replace(first, id="aaa-new", body=new), *content], NOW)
    assert [hit.hub_id for hit in directory.search(Query("zwergenwerkstat")).hits] == ["aaa-new"]
    assert [hit.hub_id for hit in directory.search(Query("Ruebenlabor")).hits] == ["aaa-new"]
    assert directory.search(Query("DIH West")).hits[0].hub_id == "dih-west", "all rows have moved by one"
    load(engine, content, NOW)
    assert directory.search(Query("Zwergenwerkstatt")).total == 0


def test_a_load_that_fails_leaves_the_old_index(engine: Engine, directory: Directory, content: list[Record]) -> None:
    first = next(record for record in content if record.kind == "hub")
    with pytest.raises(Exception, match=r"(?i)unique"):
        load(engine, [*content, replace(first, body={**first.body, "name": "Zwergenwerkstatt"})], NOW)
    assert directory.search(Query("Zwergenwerkstatt")).total == 0
    assert directory.search(Query("fablab")).total


def test_a_catalogue_without_hubs_is_searched_like_any_other(
    engine: Engine, content: list[Record], criteria: Criteria, searching: SearchCriteria
) -> None:
    load(engine, [record for record in content if record.kind != "hub"], NOW)
    empty = Directory(engine, criteria, searching)
    for query in (*QUERIES, Query(), Query(at=ANNECY), Query(infrastructure=True, region="AT")):
        assert empty.search(query).hits == ()


def test_searches_during_loads_see_one_whole_content_or_the_other(
    engine: Engine, directory: Directory, content: list[Record]
) -> None:
    hubs = [record for record in content if record.kind == "hub"]
    fewer = [record for record in content if record.kind != "hub" or record in hubs[60:]]
    whole, part = (set(_labs(some)) for some in (hubs, hubs[60:]))
    seen: list[set[str]] = []
    faults: list[Exception] = []

    def look() -> None:
        try:
            for _ in range(25):
                seen.append({hit.hub_id for hit in directory.search(Query("factory"), 100).hits} & whole)
        except Exception as fault:  # noqa: BLE001 - told by the assertion below
            faults.append(fault)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for some in (fewer, content, fewer):
        load(engine, some, NOW)
    for thread in threads:
        thread.join()
    assert faults == []
    assert all(found in (whole, part) for found in seen)


def _labs(hubs: list[Record]) -> list[str]:
    return [hub.id for hub in hubs if "factory" in json.dumps(hub.body["infrastructure"]).lower()]


def test_what_was_loaded_before_there_was_an_index_is_loaded_again(
    catalogue_url: str, content: list[Record], criteria: Criteria, searching: SearchCriteria
) -> None:
    made = make_engine(catalogue_url)
    upgrade(made)
    load(made, content, NOW)
    with made.begin() as connection:  # back to the first schema
        for table in ("catalogue_text", "catalogue_word"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE catalogue_version SET version_num = '0001'"))
    upgrade(made)
    assert load(made, content, NOW) is True
    assert Directory(made, criteria, searching).search(Query("fablab")).total
    made.dispose()


# -- the command -------------------------------------------------------------------------------


@pytest.fixture
def command(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run `search` in this process."""
    monkeypatch.setenv("CATALOGUE_DATABASE_URL", f"sqlite:///{tmp_path_factory.getbasetemp() / 'search-command.db'}")
    return lambda *words: CliRunner().invoke(app, ["search", *words])


def test_the_command_measures_from_the_place_in_the_text(command: Any) -> None:
    found = json.loads(command("3D printing near Annecy", "--limit", "3", "--json").stdout)
    assert found["not_understood"] == []
    assert len(found["hits"]) == 3
    assert found["total"] > 3
    assert found["hits"][0]["distance_km"] < 150
    assert {"id", "name", "languages", "status", "matched", "source", "checked"} <= set(found["hits"][0])


def test_the_command_takes_every_filter(command: Any) -> None:
    filters = [
        "--need",
        "cybersecurity",
        "--region",
        "ITH1",
        "--language",
        "it",
        "--labs",
        "--service",
        "skills-training",
    ]
    found = json.loads(command(*filters, "--json").stdout)
    assert found["hits"]
    assert all("it" in hit["languages"] for hit in found["hits"])


def test_the_command_tells_a_reader_how_many_and_why(command: Any) -> None:
    lines = command("fablab xyzzy", "--limit", "2").stdout.splitlines()
    assert lines[0].endswith(" hubs")
    assert lines[1] == "Nothing is known of: xyzzy"
    assert len(lines) == 4
    assert "infrastructure" in lines[2]


@pytest.mark.parametrize("wrong", [["--region", "XX9"], ["--language", "es"], ["--limit", "0"], ["--offset", "-1"]])
def test_the_command_refuses_what_makes_no_sense_in_one_sentence(command: Any, wrong: list[str]) -> None:
    done = command("robotics", *wrong)
    assert done.exit_code == 1
    assert done.stderr.strip().count("\n") == 0
    assert done.stdout == ""
