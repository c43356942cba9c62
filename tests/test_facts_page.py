"""The page and the schema of the facts file say what the program reads."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from alpine_catalogue.eligibility.facts import Facts, facts_from

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "facts.md").read_text(encoding="utf-8")
SCHEMA = json.loads((DOCS / "facts.schema.json").read_text(encoding="utf-8"))


def accepted(told: Any) -> bool:
    return bool(Draft202012Validator(SCHEMA).is_valid(told))


def example() -> dict[str, Any]:
    block = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    told: dict[str, Any] = json.loads(block[1])
    return told


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_page_schema_and_program_know_the_same_facts() -> None:
    read = {field.name if field.name != "sectors" else "sector" for field in fields(Facts)}

    assert set(SCHEMA["properties"]) == read
    assert {name for name in re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) if name in read} == read


def test_the_example_is_accepted_by_the_schema_and_read_by_the_program() -> None:
    firm = facts_from(example())

    assert accepted(example())
    assert (firm.area, firm.sectors, firm.employees) == ("ITH10", ("C31",), (12.0, 12.0))
    assert firm.turnover == (1_000_000.0, 2_000_000.0)
    assert firm.balance is None


@pytest.mark.parametrize("employees", [0, 12, 7.5, [13, 17], [50, None], [None, 9], None])
def test_a_figure_that_the_schema_accepts_is_read(employees: Any) -> None:
    assert accepted({"employees": employees})
    facts_from({"employees": employees})


@pytest.mark.parametrize(
    "told",
    [
        {"employees": -1},
        {"employees": "twelve"},
        {"employees": [1]},
        {"employees": [1, 2, 3]},
        {"staff": 12},
        {"sector": "31"},
    ],
)
def test_what_cannot_be_read_is_refused_by_the_schema(told: dict[str, Any]) -> None:
    assert not accepted(told)
