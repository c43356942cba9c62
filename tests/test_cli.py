"""`python -m alpine_catalogue`: the contract's shapes, and one clear sentence where something is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from catalogue_examples import CATALOGUE, ROOT
from typer.testing import CliRunner

from alpine_catalogue.cli import app
from alpine_catalogue.eligibility.answer import Verdict

pytest_plugins = ["catalogue_fixtures"]

JOINERY: dict[str, Any] = {
    "country": "IT",
    "region": "ITH1",
    "sector": ["C31"],
    "employees": 12,
    "pain_points": ["paperwork"],
}
MATCH = ["match", "--country", "IT", "--region", "ITH1", "--sector", "C31", "--language", "de", "--json"]


class Done:
    """How a command ended."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def answer(self) -> Any:
        assert self.status == 0, self.err
        return json.loads(self.out)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database that the first command fills."""
    return f"sqlite:///{tmp_path_factory.mktemp('cli') / 'catalogue.db'}"


@pytest.fixture
def run(database: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a command in this process."""
    monkeypatch.setenv("CATALOGUE_DATABASE_URL", database)

    def command(*words: str) -> Done:
        result = CliRunner().invoke(app, list(words))
        assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
        return Done(result.exit_code, result.stdout, result.stderr)

    return command


def assert_one_clear_sentence(done: Done, *parts: str) -> None:
    assert done.status == 1, done.out + done.err
    assert done.out == ""
    assert "Traceback" not in done.err
    assert done.err.strip().count("\n") == 0, done.err
    assert all(part in done.err for part in parts), done.err


# -- match --------------------------------------------------------------------------------------------------------


def test_match_answers_in_the_contracts_shape(run: Any) -> None:
    found = run(*MATCH, "--pain", "machine_downtime", "--pain", "paperwork").answer
    assert {"team", "uncovered", "alternatives"} <= set(found)
    assert found["team"]
    for team in (found["team"], *found["alternatives"]):
        for member in team:
            assert {"id", "name", "covers", "distance_km", "languages", "reasons"} <= set(member)
            assert isinstance(member["distance_km"], int)
            assert member["reasons"]
            assert all(isinstance(reason, str) for reason in member["reasons"])
            assert member["source"]
    covered = [need for member in found["team"] for need in member["covers"]]
    assert sorted([*covered, *found["uncovered"]]) == ["machine_downtime", "paperwork"]


def test_match_without_a_region_claims_no_distance(run: Any) -> None:
    found = run("match", "--country", "SI", "--pain", "no_strategy", "--json").answer
    assert found["team"]
    assert {member["distance_km"] for member in found["team"]} == {None}


def test_match_for_a_reader_names_hubs_and_what_nobody_covers(run: Any) -> None:
    done = run("match", "--country", "IT", "--region", "ITH1", "--pain", "cybersecurity")
    assert done.status == 0
    assert "cybersecurity" in done.out
    assert not done.out.lstrip().startswith("{")


def test_match_answers_the_same_twice(run: Any) -> None:
    assert run(*MATCH, "--pain", "paperwork").out == run(*MATCH, "--pain", "paperwork").out


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["--region", "XX99", "--pain", "paperwork"], ["Unknown region 'XX99'", "ITH1"]),
        (["--country", "ES", "--pain", "paperwork"], ["Unknown country 'ES'", "SI"]),
        (["--language", "es", "--pain", "paperwork"], ["Unknown language 'es'", "de, en, fr, it, sl"]),
        (["--sector", "Z99", "--pain", "paperwork"], ["Unknown sector 'Z99'", "C31"]),
        (["--pain", "rust"], ["Unknown pain point 'rust'", "machine_downtime"]),
        (["--country", "AT", "--region", "ITH1", "--pain", "paperwork"], ["'ITH1'", "'AT'"]),
    ],
)
def test_a_code_nobody_knows_is_refused_naming_the_known_ones(run: Any, words: list[str], parts: list[str]) -> None:
    assert_one_clear_sentence(run("match", *words, "--json"), *parts)


def test_match_without_a_pain_point_says_what_is_missing(run: Any) -> None:
    done = run("match", "--country", "IT")
    assert done.status != 0
    assert "--pain" in done.err


# -- eligibility --------------------------------------------------------------------------------------------------


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A file with the facts of a joinery."""
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(JOINERY), encoding="utf-8")
    return path


def test_eligibility_answers_for_all_programmes_in_the_contracts_shape(run: Any, facts: Path) -> None:
    found = run("eligibility", "--facts", str(facts), "--on", "2026-11-22", "--json").answer
    assert len(found) == 80
    for outcome in found:
        assert set(outcome) >= {"programme", "verdict", "reasons", "missing", "amount", "edition", "checked"}
        assert outcome["verdict"] in set(Verdict)
        assert outcome["reasons"]
        for reason in outcome["reasons"]:
            assert set(reason) == {"condition", "answer", "expected", "found", "source"}
    assert {outcome["verdict"] for outcome in found} >= {"not_eligible", "too_late"}


def test_eligibility_depends_on_the_day_asked_for(run: Any, facts: Path) -> None:
    early = run("eligibility", "--facts", str(facts), "--on", "2020-01-01", "--json").answer
    late = run("eligibility", "--facts", str(facts), "--on", "2040-01-01", "--json").answer
    assert [outcome["verdict"] for outcome in early] != [outcome["verdict"] for outcome in late]
    assert not {"eligible", "not_yet"} & {outcome["verdict"] for outcome in late}


def test_eligibility_for_a_reader_has_one_line_per_programme(run: Any, facts: Path) -> None:
    done = run("eligibility", "--facts", str(facts), "--on", "2026-11-22")
    assert done.status == 0
    assert len(done.out.splitlines()) == 80


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "22.11.2026", "2026"])
def test_a_day_that_is_none_is_refused(run: Any, facts: Path, day: str) -> None:
    assert_one_clear_sentence(run("eligibility", "--facts", str(facts), "--on", day, "--json"), repr(day), "2026-03-01")


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"{", "not readable as JSON"),
        (b"\xff\xfe", "not readable as JSON"),
        (b"[1, 2]", "one JSON object"),
        (b'{"employees": "many"}', "employees"),
        (b'{"employees": [1, 2, 3]}', "employees"),
        (b'{"employees": -3}', "employees"),
        (b'{"country": "IT", "region": "AT33"}', "AT33"),
        (b'{"region": "XX99"}', "Unknown region 'XX99'"),
        (b'{"country": "Italy"}', "Unknown country 'Italy'"),
        (b'{"region": "ITH1", "province": "ITH1Z"}', "Unknown province 'ITH1Z'"),
        (b'{"sector": "carpentry"}', "Unknown sector 'carpentry'"),
    ],
)
def test_facts_that_cannot_be_used_are_refused(run: Any, tmp_path: Path, content: bytes, part: str) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(content)
    assert_one_clear_sentence(run("eligibility", "--facts", str(path), "--json"), part)


def test_a_facts_file_that_is_not_there_is_named(run: Any, tmp_path: Path) -> None:
    assert_one_clear_sentence(run("eligibility", "--facts", str(tmp_path / "none.json"), "--json"), "none.json")


# -- check, load, export ------------------------------------------------------------------------------------------


def test_check_counts_what_is_in_order(run: Any) -> None:
    done = run("check")
    assert done.status == 0
    assert all(part in done.out for part in ("122 hub", "80 programme", "44 region", "87 sector", "16 pain_point"))


def test_load_says_whether_anything_changed(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_DATABASE_URL", f"sqlite:///{tmp_path / 'new' / 'catalogue.db'}")
    assert "records loaded" in run("load").out
    assert "already" in run("load").out


@pytest.mark.parametrize("command", [["load"], ["check"]])
def test_a_broken_file_is_refused_and_the_loaded_content_stays(
    run: Any, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("CATALOGUE_DATABASE_URL", f"sqlite:///{tmp_path / 'catalogue.db'}")
    monkeypatch.setenv("CATALOGUE_FOLDER", str(small))
    assert run("load").status == 0
    before = run("export").answer

    hub = small / "hubs/it/hit-trentino.yml"
    hub.write_text(hub.read_text(encoding="utf-8").replace("kind: public_agency", "kind: agency"), encoding="utf-8")
    done = run(*command)
    assert_one_clear_sentence(done, "hit-trentino.yml:3: kind: 'agency' is not one of")
    assert run("export").answer == before


def test_a_dangling_code_is_refused_even_where_a_command_loads_by_itself(
    run: Any, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CATALOGUE_DATABASE_URL", f"sqlite:///{tmp_path / 'catalogue.db'}")
    monkeypatch.setenv("CATALOGUE_FOLDER", str(small))
    hub = small / "hubs/it/hit-trentino.yml"
    hub.write_text(hub.read_text(encoding="utf-8").replace("serves: [ITH2]", "serves: [ITX9]"), encoding="utf-8")
    assert_one_clear_sentence(run("export"), "'ITX9' is not a known area")


def test_a_folder_that_is_not_there_is_named(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_FOLDER", str(tmp_path / "nowhere"))
    assert_one_clear_sentence(run("check"), "nowhere")


def test_a_database_that_cannot_be_reached_is_said_plainly(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    done = run("export")
    assert done.status == 1
    assert done.err.startswith("The database did not answer as expected")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("address", ["not an address", "oracle9://x", "sqlite:////proc/none/catalogue.db"])
def test_a_database_address_that_makes_no_sense_is_said_plainly(
    run: Any, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("CATALOGUE_DATABASE_URL", address)
    done = run("export")
    assert done.status == 1
    assert "Traceback" not in done.err


def test_export_writes_the_whole_catalogue_as_json(run: Any) -> None:
    found = run("export").answer
    counts = {kind: len(found[kind]) for kind in ("hub", "programme", "region", "sector", "pain_point")}
    assert counts == {"hub": 122, "programme": 80, "region": 44, "sector": 87, "pain_point": 16}
    assert found["hub"]["hit-trentino"]["city"] == "Trento"


def test_the_module_runs_as_a_command_from_any_folder(database: str, tmp_path: Path) -> None:
    environment = {**os.environ, "CATALOGUE_DATABASE_URL": database, "PYTHONPATH": str(CATALOGUE)}
    command = [sys.executable, "-W", "error", "-m", "alpine_catalogue", *MATCH, "--pain", "rust"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert_one_clear_sentence(Done(done.returncode, done.stdout, done.stderr), "Unknown pain point 'rust'")
    assert ROOT.exists()
