"""The gazetteer's hand-kept files keep to their schemas, and its compiled files to their sources."""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from alpine_catalogue.gazetteer.compile.book import Book
from alpine_catalogue.gazetteer.compile.build import build
from alpine_catalogue.gazetteer.compile.entries import add_towns
from alpine_catalogue.gazetteer.compile.errors import UnusedName
from alpine_catalogue.gazetteer.compile.neighbours import Locality, Neighbours
from alpine_catalogue.gazetteer.compile.towns import Town
from alpine_catalogue.gazetteer.errors import GazetteerBroken, GazetteerMissing
from alpine_catalogue.gazetteer.loading import load_gazetteer

CATALOGUE = Path(__file__).resolve().parents[1] / "catalogue"
FOLDER = CATALOGUE / "gazetteer"
REGIONS = sorted((CATALOGUE / "regions").glob("*.yml"))
THE_44 = {
    *("AT11", "AT12", "AT13", "AT21", "AT22", "AT31", "AT32", "AT33", "AT34"),
    *("DE11", "DE12", "DE13", "DE14", "DE21", "DE22", "DE23", "DE24", "DE25", "DE26", "DE27"),
    *("FRC1", "FRC2", "FRF1", "FRK1", "FRK2", "FRL0", "ITC1", "ITC2", "ITC3", "ITC4", "ITH1", "ITH2", "ITH3", "ITH4"),
    *("CH01", "CH02", "CH03", "CH04", "CH05", "CH06", "CH07", "LI00", "SI03", "SI04"),
}


def schema(name: str) -> dict:
    return json.loads((CATALOGUE / "schema" / name).read_text(encoding="utf-8"))


def test_there_is_one_file_for_each_of_the_44_regions():
    assert {path.stem for path in REGIONS} == THE_44


@pytest.mark.parametrize("path", REGIONS, ids=lambda path: path.stem)
def test_a_region_file_keeps_to_its_schema(path: Path):
    body = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema("region.schema.json")).iter_errors(body)] == []
    assert body["code"] == path.stem
    assert body["code"].startswith(body["country"])
    assert all(unit["code"].startswith(body["code"]) for unit in body["nuts3"])


def test_no_local_code_and_no_unit_is_given_twice():
    bodies = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in REGIONS]
    units = [unit["code"] for body in bodies for unit in body["nuts3"]]
    codes = [(body["country"], code) for body in bodies for unit in body["nuts3"] for code in unit["local_codes"]]
    assert [unit for unit, count in Counter(units).items() if count > 1] == []
    assert [code for code, count in Counter(codes).items() if count > 1] == []


def test_the_schema_of_regions_refuses_swapped_coordinates():
    body = yaml.safe_load(REGIONS[0].read_text(encoding="utf-8"))
    body["lat"], body["lon"] = body["lon"], body["lat"]
    assert not Draft202012Validator(schema("region.schema.json")).is_valid(body)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_a_hand_kept_file_keeps_to_its_schema(path: Path):
    whole = schema("gazetteer.schema.json")
    validator = Draft202012Validator({"$ref": f"#/$defs/{path.stem}", "$defs": whole["$defs"]})
    errors = validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


def test_the_compiled_files_are_what_the_sources_give(tmp_path: Path):
    build(CATALOGUE, tmp_path)
    assert [
        path.name for path in tmp_path.iterdir() if path.read_bytes() != (FOLDER / "compiled" / path.name).read_bytes()
    ] == []


def test_a_hand_kept_name_that_fits_no_town_stops_the_compiler_and_is_named():
    lana = Town(1, "Lana", "IT", "ITH10", 46.6, 11.2, 12_000, ())
    rows = {"towns": [{"unit": "ITH10", "geonames": name, "name": name} for name in ("Lana", "Atlantis")]}
    with pytest.raises(UnusedName, match="ITH10 Atlantis"):
        add_towns(Book(), [lana], rows)


def test_a_town_near_a_border_goes_with_the_postal_locality_of_its_name():
    there = Locality("IT", "38030", "Molina", "ITH20", "", 46.29, 11.42)
    nearer = [Locality("IT", "39040", f"Hof {at}", "ITH10", "", 46.30 + at / 1000, 11.40) for at in range(6)]
    neighbours = Neighbours([there, *nearer])
    assert neighbours.unit("IT", ["Molina"], 46.30, 11.40) == "ITH20"
    assert neighbours.unit("IT", ["Nowhere"], 46.30, 11.40) == "ITH10"


def test_a_missing_gazetteer_says_how_to_make_it(tmp_path: Path):
    with pytest.raises(GazetteerMissing, match="alpine_catalogue.gazetteer.compile"):
        load_gazetteer(tmp_path)


def test_a_broken_word_list_is_named(tmp_path: Path):
    (tmp_path / "compiled").symlink_to(FOLDER / "compiled")
    (tmp_path / "words.yml").write_text("cues: {en: in}", encoding="utf-8")
    with pytest.raises(GazetteerBroken, match=r"words\.yml"):
        load_gazetteer(tmp_path)
