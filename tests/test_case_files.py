"""Files of cases: what is wrong in their form is refused with file, line, place and what to do."""

from pathlib import Path

import pytest
from programme_file_examples import swap, written

from alpine_catalogue.errors import BrokenFiles, Finding
from alpine_catalogue.terminal import checked

FIRST = "A firm in Munich may apply"
CASES = f"""\
- name: {FIRST}
  programme: de-first
  day: 2025-03-03
  facts: {{country: DE, region: DE21, employees: 12}}
  expect: eligible
  amount: {{low: 0, high: 9000}}
- name: Of a firm in Germany the region is asked
  programme: de-first
  day: 2025-03-04
  facts: {{country: DE}}
  expect: unknown
  missing: [place, employees]
  source: S05.1
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A catalogue in order, with one file of cases."""
    folder = written(tmp_path)
    (folder / "cases").mkdir()
    (folder / "cases" / "de-first.yml").write_text(CASES, encoding="utf-8")
    return folder


def refused(root: Path) -> tuple[Finding, ...]:
    with pytest.raises(BrokenFiles) as caught:
        checked(root)
    return caught.value.findings


def test_cases_in_order_are_accepted(root: Path) -> None:
    assert checked(root)


def test_a_catalogue_without_cases_is_in_order(tmp_path: Path) -> None:
    assert checked(written(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ("apply\n  programme: de-first", "apply\n  programme: de-second", "0/programme", "must be 'de-first'"),
        ("Of a firm in Germany the region is asked", FIRST, "1/name", "another case has the same name"),
        ("expect: eligible", "expect: elligible", "0/expect", "'elligible' is not one of"),
        ("2025-03-04", "soon", "1/day", "'soon' is not a 'date'"),
        ("  expect: unknown\n", "", "1", "'expect' is a required property"),
        ("[place, employees]", "[place, staff]", "1/missing", "'staff' is not a fact; see facts/"),
        ("employees: 12", "staff: 12", "0/facts", "Unknown fact 'staff'"),
        ("employees: 12", "employees: -12", "0/facts", "employees: -12 is not a number"),
        ("region: DE21", "region: AT33", "0/facts", "does not lie in 'DE'"),
        ("{low: 0, high", "{high", "0/amount", "'low' is a required property"),
        ("S05.1", "from memory", "1/source", "does not match"),
        ("source:", "origin:", "1", "'origin' was unexpected"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place_and_line(root: Path, old: str, new: str, place: str, reason: str) -> None:
    swap(root / "cases" / "de-first.yml", old, new)
    (finding,) = refused(root)
    assert finding.path == root / "cases" / "de-first.yml"
    assert finding.place == place
    assert reason in finding.reason
    line = (root / "cases" / "de-first.yml").read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert line.startswith("- " if place in ("1",) else ("  ", "- "))


def test_a_file_that_no_programme_has_is_refused(root: Path) -> None:
    (root / "cases" / "de-first.yml").rename(root / "cases" / "de-third.yml")
    first, *others = refused(root)
    assert first.reason.startswith("'de-third' is not the id of a programme")
    assert {one.place for one in others} == {"0/programme", "1/programme"}
