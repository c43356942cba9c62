"""The catalogue's files: complete, taught by their schemas, refused with file, line, place and reason when broken."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from catalogue_examples import CATALOGUE, ROOT
from jsonschema import Draft202012Validator

from alpine_catalogue.errors import BrokenFiles
from alpine_catalogue.files.folder import KINDS, Record, read_folder
from alpine_catalogue.files.lines import read_yaml
from alpine_catalogue.files.references import check_references
from alpine_catalogue.languages import LANGUAGES

pytest_plugins = ["catalogue_fixtures"]

SCHEMAS = [CATALOGUE / "schema" / f"{kind}.schema.json" for kind in KINDS]
HUB = "hubs/it/hit-trentino.yml"
MADE_OF_WORDS = {
    "region": ("names",),
    "sector": ("names",),
    "pain_point": ("names", "sentences"),
    "technology": ("names",),
}


def of_kind(content: list[Record], kind: str) -> list[Record]:
    return [record for record in content if record.kind == kind]


# -- what is in it ------------------------------------------------------------------------------------------------


def test_the_catalogue_holds_every_record_it_promises(content: list[Record]) -> None:
    counts = Counter(record.kind for record in content)
    promised = {"hub": 122, "programme": 80, "region": 44, "sector": 87, "pain_point": 16}
    assert {kind: counts[kind] for kind in promised} == promised


def test_every_file_in_the_kinds_folders_is_read(content: list[Record]) -> None:
    lying_there = {path for folder in KINDS.values() for path in (CATALOGUE / folder).rglob("*") if path.is_file()}
    assert {record.path for record in content} == lying_there, "a file with another ending is not seen by anybody"


def test_every_code_points_somewhere(content: list[Record]) -> None:
    check_references(CATALOGUE, content)


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, field) for kind, fields in MADE_OF_WORDS.items() for field in fields]
)
def test_names_are_written_in_all_five_languages(content: list[Record], kind: str, field: str) -> None:
    lacking = [
        (record.id, language)
        for record in of_kind(content, kind)
        for language in LANGUAGES
        if not str(record.body[field].get(language, "")).strip()
    ]
    assert lacking == []


def test_every_sector_has_everyday_words_in_all_five_languages(content: list[Record]) -> None:
    lacking = [(r.id, lang) for r in of_kind(content, "sector") for lang in LANGUAGES if not r.body["words"].get(lang)]
    assert lacking == []


@pytest.mark.parametrize("field", ["pays_for", "caution"])
def test_what_a_programme_says_is_said_in_all_five_languages(content: list[Record], field: str) -> None:
    said = [record for record in of_kind(content, "programme") if field in record.body]
    assert said
    assert [record.id for record in said if set(record.body[field]) != set(LANGUAGES)] == []


@pytest.mark.parametrize("kind", ["hub", "programme"])
def test_every_record_tells_its_sources_and_the_day_it_was_checked(content: list[Record], kind: str) -> None:
    for record in of_kind(content, kind):
        assert record.body["sources"], record.path
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", record.body["checked"]), record.path
        assert record.body["confidence"] in ("seen", "mixed", "memory"), record.path


def test_what_is_from_memory_names_fields_that_the_hub_has(content: list[Record]) -> None:
    fields = set(json.loads((CATALOGUE / "schema" / "hub.schema.json").read_text(encoding="utf-8"))["properties"])
    strange = {(r.id, name) for r in of_kind(content, "hub") for name in r.body["from_memory"] if name not in fields}
    assert strange == set(), "a misspelt field would be shown as certain"


def test_every_hub_stands_in_its_country_and_serves_some_area(content: list[Record]) -> None:
    boxes = {  # south, north, west, east: rough, but a swapped or mistyped figure falls out
        "AT": (46.3, 49.1, 9.5, 17.2),
        "CH": (45.8, 47.9, 5.9, 10.5),
        "DE": (47.2, 55.1, 5.8, 15.1),
        "FR": (42.3, 51.1, -5, 8.3),
        "IT": (36.6, 47.1, 6.6, 18.6),
        "LI": (47.0, 47.3, 9.4, 9.7),
        "SI": (45.4, 46.9, 13.3, 16.7),
    }
    for record in of_kind(content, "hub"):
        south, north, west, east = boxes[record.body["country"]]
        assert south <= record.body["lat"] <= north, record.path
        assert west <= record.body["lon"] <= east, record.path
        assert record.body["serves"], record.path


def test_every_need_of_a_programme_is_one_that_some_pain_point_tells(content: list[Record]) -> None:
    told = {word for record in of_kind(content, "pain_point") for word in record.body["needs"]}
    orphans = {r.id for r in of_kind(content, "programme") if not told & set(r.body["needs"])}
    assert orphans == set(), "no firm would ever hear of these"


def test_no_package_shadows_the_one_that_libraries_import() -> None:
    assert not (CATALOGUE / "__init__.py").exists()
    assert not (ROOT / "tests" / "catalogue" / "__init__.py").exists()
    assert not (ROOT / "tests" / "__init__.py").exists()


# -- schemas teach ------------------------------------------------------------------------------------------------


def explanation(schema: dict[str, Any], field: dict[str, Any]) -> str:
    """Return what an editor is told of the field, there or where it points to."""
    shared = schema.get("$defs", {}).get(field.get("$ref", "").removeprefix("#/$defs/"), {})
    return str(field.get("description") or shared.get("description", ""))


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_every_schema_is_valid_and_every_field_of_a_file_is_explained(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    unexplained = [name for name, field in schema["properties"].items() if len(explanation(schema, field)) < 10]
    assert unexplained == []
    assert schema["title"]
    assert len(schema["properties"]) > 2
    assert schema["additionalProperties"] is False, "a misspelt field must not pass"


def test_the_schemas_and_the_criteria_know_the_same_kinds_and_services() -> None:
    hub = json.loads((CATALOGUE / "schema" / "hub.schema.json").read_text(encoding="utf-8"))["properties"]
    assert set(hub["kind"]["enum"]) == set(read_yaml(CATALOGUE / "criteria" / "kinds.yml"))
    assert set(hub["services"]["items"]["enum"]) == set(read_yaml(CATALOGUE / "criteria" / "services.yml"))


# -- broken files -------------------------------------------------------------------------------------------------


def refused(root: Path) -> str:
    with pytest.raises(BrokenFiles) as caught:
        check_references(root, read_folder(root))
    return str(caught.value)


def swap(path: Path, old: str, new: str) -> int:
    """Replace one line's beginning; return the number of that line."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_small_catalogue_is_in_order_before_it_is_broken(small: Path) -> None:
    check_references(small, read_folder(small))


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ("kind: public_agency", "kind: agency", "kind", "'agency' is not one of"),
        ("lat: 46.0664\nlon: 11.1257", "lat: 11.1257\nlon: 46.0664", "lat", "may be swapped"),
        ("country: IT", "country: italy", "country", "'italy' is not one of"),
        ("languages: [it, en]", "languages: [it, xx]", "languages/1", "'xx' is not one of"),
        ("serves: [ITH2]", "serves: []", "serves", "without any area"),
        ("serves: [ITH2]", "serves: [ITX9]", "serves", "'ITX9' is not a known area"),
        (
            "{digital-business: null}",
            "{digital-busines: 2}",
            "technologies",
            "'digital-busines' is not a known technology",
        ),
        (
            "{digital-business: null}",
            "{digital-business: 6}",
            "technologies/digital-business",
            "greater than the maximum",
        ),
        (
            "sectors: [Manufacturing,",
            "sectors: [Manufakturing,",
            "sectors",
            "'Manufakturing' is not a known hub sector",
        ),
        ("checked: 2026-11-22", "checked: 22.11.2026", "checked", "is not a 'date'"),
        ("checked: 2026-11-22", "checked: 2026-02-30", "checked", "day"),
        ("name: HIT - Hub", "nmae: HIT - Hub", "file", "'nmae' was unexpected"),
        ("id: hit-trentino", "id: hit-trento", "id", "must be 'hit-trentino'"),
        ("city: Trento", "city: [Trento", "file", "not readable as YAML"),
        ("city: Trento", "city: Trento\ncity: Rovereto", "file", "stands twice"),
        ("city: Trento", "? [a]\n: b\ncity: Trento", "file", "not readable as YAML"),
        ("country: IT", "? {a: 1}\n: b\ncountry: IT", "file", "not readable as YAML"),
    ],
)
def test_a_broken_file_is_refused_with_file_line_place_and_reason(
    small: Path, old: str, new: str, place: str, reason: str
) -> None:
    line = swap(small / HUB, old, new)
    told = refused(small)
    found = [one for one in told.splitlines() if reason in one]
    assert found, told
    match = re.match(r"(.+?):(\d+): ([^:]+): ", found[0])
    assert match, found[0]
    path, number, where = match.groups()
    assert path == str(small / HUB)
    if place != "file" or "YAML" in reason or "twice" in reason:
        assert abs(int(number) - line) <= 2, f"{found[0]} (broken in line {line})"
    assert where in (place, "file") if "2026-02-30" in new else where == place, found[0]


def test_a_required_field_that_is_missing_is_named(small: Path) -> None:
    swap(small / HUB, "city: Trento\n", "")
    assert "'city' is a required property" in refused(small)


@pytest.mark.parametrize("nothing", ["", "# only a comment\n", "42\n", "- a list\n", "just words\n", "null\n"])
def test_a_file_that_holds_no_record_is_refused(small: Path, nothing: str) -> None:
    (small / HUB).write_text(nothing, encoding="utf-8")
    told = refused(small)
    assert "hit-trentino.yml:1: file: " in told
    assert "is not of type 'object'" in told


def test_a_file_that_is_not_in_utf_8_is_refused(small: Path) -> None:
    (small / HUB).write_bytes("id: hit-trentino\nname: Überall".encode("latin-1"))
    assert "hit-trentino.yml:1: file: not written in UTF-8" in refused(small)


def test_a_file_with_control_signs_is_refused(small: Path) -> None:
    (small / HUB).write_bytes(b"id: hit-trentino\nname: \x00\n")
    assert "not readable as YAML" in refused(small)


def test_the_same_id_in_two_countries_is_refused_naming_both_files(small: Path) -> None:
    (small / "hubs" / "at").mkdir()
    (small / "hubs" / "at" / "hit-trentino.yml").write_bytes((small / HUB).read_bytes())
    told = refused(small)
    assert "'hit-trentino' is also the id of" in told
    assert str(small / "hubs" / "at" / "hit-trentino.yml") in told
    assert str(small / HUB) in told


def test_every_fault_is_told_at_once(small: Path) -> None:
    swap(small / HUB, "kind: public_agency", "kind: agency")
    swap(small / HUB, "country: IT", "country: italy")
    swap(small / "sectors/C31.yml", "code: C31", "code: C32")
    told = refused(small)
    assert all(part in told for part in ("'agency'", "'italy'", "must be 'C31'")), told


def test_a_region_without_a_name_in_slovene_is_refused(small: Path) -> None:
    swap(small / "regions/ITH1.yml", ", sl: Južna Tirolska}", "}")
    assert "ITH1.yml:3: names: 'sl' is a required property" in refused(small)


@pytest.mark.parametrize("kind", ["technology", "service"])
def test_a_criterion_that_no_hub_can_have_is_refused(small: Path, kind: str) -> None:
    old = {"technology": "    software: {", "service": "    skills-training: {"}[kind]
    swap(small / "pain_points/paperwork.yml", old, "    sofware: {")
    assert f"'sofware' is not a known {kind}" in refused(small)
