"""The page and the schema of the facts file say what the program reads."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from catalogue_examples import CATALOGUE, ROOT
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from alpine_catalogue.cli import app
from alpine_catalogue.eligibility.fact_kinds import FactKinds, load_fact_kinds
from alpine_catalogue.eligibility.facts import LEFT_ASIDE, Facts, facts_from
from alpine_catalogue.errors import CatalogueError
from alpine_catalogue.fact_guide.command import PAGE, SCHEMA, written
from alpine_catalogue.fact_guide.page import BEGIN

DOCS = ROOT / "docs"
TEXT = (DOCS / PAGE).read_text(encoding="utf-8")
VALIDATOR = Draft202012Validator(json.loads((DOCS / SCHEMA).read_text(encoding="utf-8")))
KINDS: FactKinds = load_fact_kinds(CATALOGUE)
PER_FORM = {kind.form: name for name, kind in KINDS.by_name.items() if name != "place" and "." not in name}
"""One fact of each form."""
ONLY_THE_PROGRAM_SEES = ("low must not exceed", "day is out of range", "month must be in", "contradict", "whole firm")
"""What no schema can say: the order of two figures, days that a month does not have, facts against each other."""


def accepted(told: Any) -> bool:
    return bool(VALIDATOR.is_valid(told))


def read(told: Any) -> Facts | str:
    """The facts, or why they cannot be read."""
    try:
        return facts_from(told, KINDS)
    except CatalogueError as error:
        return str(error)


def agree(told: dict[str, Any]) -> bool:
    """Tell if schema and program both accept the file, or both refuse it."""
    found = read(told)
    if isinstance(found, str) and any(reason in found for reason in ONLY_THE_PROGRAM_SEES):
        return True
    return accepted(told) is not isinstance(found, str)


def example() -> dict[str, Any]:
    block = re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert block is not None
    told: dict[str, Any] = json.loads(block[1])
    return told


def test_page_and_schema_are_those_of_the_registry_of_today() -> None:
    for name, text in written(CATALOGUE, DOCS).items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, "run `python -m alpine_catalogue facts`"


def test_the_command_writes_both_and_says_so(tmp_path: Path) -> None:
    (tmp_path / PAGE).write_text(TEXT.replace("| `employees` |", "| `staff` |"), encoding="utf-8")
    done = CliRunner().invoke(app, ["facts", "--into", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / PAGE).read_text(encoding="utf-8") == TEXT
    assert (tmp_path / SCHEMA).read_bytes() == (DOCS / SCHEMA).read_bytes()


@pytest.mark.parametrize("page", [None, TEXT.replace(BEGIN, "")], ids=["no page", "no marks"])
def test_without_a_page_to_write_into_the_command_says_what_is_wrong(tmp_path: Path, page: str | None) -> None:
    if page:
        (tmp_path / PAGE).write_text(page, encoding="utf-8")
    done = CliRunner().invoke(app, ["facts", "--into", str(tmp_path)])
    assert done.exit_code == 1
    assert PAGE in done.output or "two marks" in done.output


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)


def test_page_schema_and_program_know_the_same_facts() -> None:
    steps = set(KINDS.steps)
    facts = {name for name in KINDS.by_name if name != "place" and "." not in name}
    assert set(VALIDATOR.schema["properties"]) == facts | {"steps", *LEFT_ASIDE}
    assert set(VALIDATOR.schema["properties"]["steps"]["properties"]) == steps
    assert set(re.findall(r"^\| `(\w+)` \|", TEXT.split(BEGIN)[1], re.MULTILINE)) == facts | steps


def test_the_page_says_what_is_presumed() -> None:
    for name, kind in KINDS.by_name.items():
        row = re.search(rf"^\| `{name.removeprefix('steps.')}` \|.*$", TEXT.split(BEGIN)[1], re.MULTILINE)
        assert name == "place" or (row and row[0].endswith("| yes |") is kind.presumed), name


def test_the_example_is_accepted_by_the_schema_and_read_by_the_program() -> None:
    found = read(example())
    assert isinstance(found, Facts), found
    assert accepted(example())
    assert (found.place, found.values["sector"], found.values["employees"]) == ("ITH10", ("C31",), (12.0, 12.0))
    assert found.values["turnover"] == (1_000_000.0, 2_000_000.0)
    assert "balance" not in found.values


def test_every_snippet_of_the_page_is_read_as_it_says() -> None:
    rows = re.findall(r"^\| ([a-zA-Z ,]+) \| (`.*?`) \|", TEXT.split("## How facts are told")[1], re.MULTILINE)
    forms = {"number, sum of money": ["count", "money"], "share": ["share"], "day": ["day"], "true or false": ["flag"]}
    forms |= {"NUTS codes": ["places"], "NACE codes": ["trades"], "step": ["step"], "a word": ["choice"]}
    forms |= {f"list of {name}": [form] for name, form in (("firms", "firms"), ("owners", "owners"))}
    forms |= {"list of aid": ["aid"], "list of costs": ["costs"]}
    seen = 0
    for told_as, snippets in rows:
        for form in forms.get(told_as, []):
            for snippet in re.findall(r"`(.*?)`", snippets):
                seen += 1
                value = json.loads(snippet)
                told = {"steps": {"selfi40": value}} if form == "step" else {_fact(form, value): value}
                assert accepted(told), snippet
                assert isinstance(read(told), Facts), snippet
    assert seen > 15


def _fact(form: str, value: Any) -> str:
    named = {
        name
        for name, kind in KINDS.by_name.items()
        if kind.form == form and (not kind.choices or value in kind.choices)
    }
    return min(named)


GOOD = {
    "number": [0, 12, 7.5, [13, 17], [50, None], [None, 9], [None, None]],
    "share": [0, 0.25, 1, [0.2, None], [0.1, 0.3]],
    "day": ["2026-03-01", "2026-03", "2026", 2026, "none"],
    "flag": [True, False],
    "place": ["IT", "ITH", "ITH1", "ITH10"],
    "places": ["DE2", ["DE2", "AT331"]],
    "trades": ["C31", "C", ["C31", "G47.73", "G4773"]],
    "firms": [[{"share": 0.5}], [{"share": 1, "employees": 3, "related": [{"share": 0.3, "balance": 2.5}]}]],
    "owners": [[{"kind": "fund", "share": 0.5}]],
    "aid": [
        [{}],
        [{"programme": None, "amount": 5, "kind": "tax", "status": "open", "decided": 2025, "submitted": None}],
    ],
    "costs": [[{"amount": 5}], [{"amount": 5, "type": None, "day": "2026-02", "module": "plan"}]],
}
BAD: list[Any] = [
    *(-1, "12", "many", [1], [1, 2, 3], [-1, 5], {"low": 1}, 1.5, 1.01, [0.5, 1.5], True, "yes", 0, 1),
    *("soon", "2026-3-1", "26", 26, 3000, "0999", "2026-03-01-01", ["2026"], "never"),
    *("it", "I", "ITH100", "IT-H1", ["it"], [5], "31", "c31", "W31", "C3", ["C31", ""], [""], "gmbh", ["none"]),
    *([{}], [{"share": 2}], [{"share": 0.5, "name": "x"}], [{"kind": "aunt", "share": 0.5}], [{"kind": "fund"}]),
    *([{"share": 0.5, "employees": None}], [{"share": 0.5, "related": None}], [{"share": True}], [5], [[]], "x"),
    *(
        [{"amount": -1}],
        [{"amount": "5"}],
        [{"status": "grantd"}],
        [{"kind": None}],
        [{"decided": "soon"}],
        {"amount": 5},
    ),
    *([{"amount": 5, "type": 5}], [{"amount": 5, "day": "none"}], [{"programme": 5}], [None]),
]
FORMS = {**dict.fromkeys(("count", "money", "figure"), "number"), "place": "place"}


@pytest.mark.parametrize("form", sorted(PER_FORM))
def test_what_the_schema_accepts_is_read_and_what_it_refuses_is_refused(form: str) -> None:
    name = PER_FORM[form]
    good = GOOD.get(FORMS.get(form, form), list(KINDS[name].choices))
    for value in [*good, None, "", []]:
        told = {name: value}
        assert agree(told), (name, value, read(told))
        assert isinstance(read(told), Facts) or value in ([],), (name, value)
    for value in [*BAD, *(value for values in GOOD.values() for value in values)]:
        told = {name: value}
        assert agree(told), (name, value, read(told))


@pytest.mark.parametrize(
    "step",
    [
        *(True, False, None, "", [], {}, {"done": "2026-02-11"}, {"done": 2025, "paid": True}, {"paid": None}),
        *(
            "2026-02-11",
            5,
            {"done": "none"},
            {"done": None},
            {"done": "soon"},
            {"payed": True},
            {"paid": "yes"},
            [True],
        ),
    ],
)
def test_steps_are_accepted_and_refused_alike(step: Any) -> None:
    assert agree({"steps": {"selfi40": step}}), read({"steps": {"selfi40": step}})
    assert agree({"steps": {"selfi": step}})
    assert agree({"steps": step}), read({"steps": step})


@pytest.mark.parametrize("value", [None, "de", ["paperwork"], 5])
def test_slots_of_a_conversation_that_no_rule_asks_for_are_left_aside(value: Any) -> None:
    for name in LEFT_ASIDE:
        assert read({name: value}) == Facts()
        assert accepted({name: value})


PIECES = st.one_of(
    *(st.none(), st.booleans(), st.integers(-5, 3000), st.floats(-1, 2), st.dates().map(str)),
    st.sampled_from(["", "none", "IT", "ITH1", "ITH10", "C31", "C31.01", "fund", "open", "tax", "2026-02", "x"]),
)
KEYS = st.sampled_from(
    [
        "share",
        "kind",
        "amount",
        "decided",
        "submitted",
        "status",
        "programme",
        "type",
        "day",
        "module",
        "related",
        "done",
    ]
)
VALUES = st.recursive(
    PIECES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
NAMES = st.sampled_from(sorted(PER_FORM.values()))


@given(told=st.dictionaries(NAMES, VALUES, max_size=2))
def test_schema_and_program_agree_on_any_file(told: dict[str, Any]) -> None:
    assert agree(told), read(told)


@given(step=VALUES)
def test_schema_and_program_agree_on_any_step(step: Any) -> None:
    assert agree({"steps": {"selfi40": step}}), read({"steps": {"selfi40": step}})
