"""Facts, steps and the rules of programmes: what no schema sees is refused with file, line, place and what to do."""

import json
from pathlib import Path

import pytest
from catalogue_examples import CATALOGUE
from jsonschema import Draft202012Validator
from programme_file_examples import FIRST, SECOND, STEPS, swap, written
from typer.testing import CliRunner

from alpine_catalogue.cli import app
from alpine_catalogue.errors import BrokenFiles, Finding
from alpine_catalogue.terminal import checked

FACTS = "facts/record.yml"
WHEN = "editions/1/support/modules/0/when"


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """A catalogue of two programmes that is in order."""
    return written(tmp_path)


def refused(root: Path) -> tuple[Finding, ...]:
    with pytest.raises(BrokenFiles) as caught:
        checked(root)
    return caught.value.findings


def test_the_made_up_catalogue_is_in_order_before_it_is_broken(made_up: Path) -> None:
    assert {record.id for record in checked(made_up) if record.kind == "programme"} == {"de-first", "de-second"}


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ("DE3]", "DEX]", "conditions/0/site/1", "'DEX' is not a known NUTS code"),
        ("A, C25,", "A, C99,", "conditions/1/trade/except/1", "'C99' is not a known NACE code"),
        ("G47.73", "G47.99", "conditions/1/trade/except/2", "taxonomy/sections.yml"),
        ("- founded:", "- funded:", "conditions/2/any/0/funded", "'funded' is neither a word of the rule language"),
        ("[cooperative]", "[koop]", "conditions/2/any/1/legal_form/one_of", "'koop' is no kind of 'legal_form'"),
        ("over: {years: 5}", "is: true", "conditions/2/any/0/founded/is", "'founded' is a day; 'is' cannot be asked"),
        ("legal_form: {one_of: [cooperative]}", "tax_debt: {below: 1}", "conditions/2/any/1/tax_debt/below", "a flag"),
        ("of: turnover", "of: turnovr", "conditions/3/loan/at_most/of", "'turnovr' is not a fact"),
        ("of: [this, de-second]", "of: [this, de-2nd]", "conditions/4/awards/of/1", "'de-2nd' is not the id of a prog"),
        ("name: diagnosis", "name: diagnose", "conditions/5/step/name", "'diagnose' is not a known step"),
        ("of: advice", "of: advise", "conditions/6/cost_share/of", "'advise' is no known type of cost"),
        ("[training, goods]", "[training, good]", "editions/0/support/modules/0/clips/0/of", "add cost_good to"),
        (
            "source: memory",
            "source: memmory",
            "conditions/2/source",
            "'memmory' is no short name under sources (notice)",
        ),
        ("startup: {is: true}", "startup: {is: true, asked_in: [C99]}", WHEN + "/startup/asked_in/0", "NACE code"),
        ("{startup:", "{start_up:", WHEN + "/start_up", "add it to facts/ first"),
        ("{research_partner:", "{university:", "editions/1/support/modules/0/bonuses/0/when/university", "nor a fact"),
        ("rooms: [{of: [this]", "rooms: [{of: [them]", "editions/1/support/rooms/0/of/0", "'them' is not the id"),
        ("[{programme: de-second", "[{programme: de-scnd", "together/not_with/0/programme", "'de-scnd' is not the id"),
        ("same_cost, source: notice", "same_cost, source: note", "together/not_with/0/source", "'note' is no short"),
        ("programmes: [this, de-second]", "programmes: [that]", "together/caps/0/programmes/0", "'that' is not the id"),
        ("9000, source: notice", "9000, source: note", "together/caps/0/source", "'note' is no short name"),
        ("successor: de-second", "successor: de-scnd", "successor", "'de-scnd' is not the id of a programme"),
        ("opens: 2025-01-01, closes: 2025-06-30", "opens: 2025-06-30, closes: 2025-01-01", "windows/0", "swapped?"),
        ("{opens: 2025-01-01", "{edition: in 2030, opens: 2025-01-01", "windows/0/edition", "the name of no edition"),
        ("from: null\n  until: 2024-12-31", "from: 2025-01-01\n  until: 2024-12-31", "editions/0", "before it begins"),
        ("until: 2024-12-31", "until: 2025-03-31", "editions/1/from", "'until 2024' above runs until 2025-03-31"),
        ("until: 2024-12-31", "until: null", "editions/1/from", "'until 2024' above runs until further notice"),
        ("from: 2025-01-01\n", "from: null\n", "editions/1/from", "it has no first day, but"),
    ],
)
def test_a_rule_that_points_nowhere_is_refused_with_its_line(
    made_up: Path, old: str, new: str, place: str, reason: str
) -> None:
    line = swap(made_up / FIRST, old, new)
    (finding,) = refused(made_up)
    assert finding.path == made_up / FIRST
    assert finding.place == place
    assert reason in finding.reason
    nearby = 6 if place == "editions/1/from" else 3  # there the edition before it was broken
    assert abs(finding.line - line) <= nearby, f"{finding} (broken in line {line})"


def test_editions_that_other_days_pick_may_lie_side_by_side(made_up: Path) -> None:
    swap(made_up / FIRST, "until: 2024-12-31", "until: 2025-03-31\n  picked_by: expense_day")
    assert checked(made_up)


def test_a_circle_of_successors_is_refused_once(made_up: Path) -> None:
    swap(made_up / SECOND, "url: null", "successor: de-first\nurl: null")
    (finding,) = refused(made_up)
    assert (finding.path, finding.place) == (made_up / FIRST, "successor")
    assert "a circle of successors: de-first -> de-second -> de-first" in finding.reason


def test_programmes_that_wait_for_each_others_steps_are_refused(made_up: Path) -> None:
    swap(made_up / SECOND, "- cost_share:", "- all: [{step: {name: survey}}]\n  source: notice\n- cost_share:")
    steps = (made_up / STEPS).read_text(encoding="utf-8")
    survey = steps.replace("steps:\n", "").replace("diagnosis:", "survey:", 1).replace("de-second", "de-first")
    (made_up / STEPS).write_text(steps + survey, encoding="utf-8")
    (finding,) = refused(made_up)
    assert "a circle of steps: de-first -> de-second -> de-first" in finding.reason


def test_a_step_that_is_only_one_of_several_ways_makes_no_circle(made_up: Path) -> None:
    ways = "- any: [{step: {name: diagnosis}}, {startup: {is: true}}]\n  source: notice\n- cost_share:"
    swap(made_up / SECOND, "- cost_share:", ways)
    assert checked(made_up)


# -- facts and steps ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "reason"),
    [
        (FACTS, "form: aid", "form: aids", "facts/aid_received/form", "'aids' is not one of"),
        (
            FACTS,
            "form: aid\n    presumed",
            "form: aid\n    persumed",
            "facts/aid_received",
            "'persumed' was unexpected",
        ),
        (FACTS, "sl: prenesene izgube}", "sr: prenesene izgube}", "facts/losses_carried/names", "'sr' was unexpected"),
        (FACTS, "tax_debt:\n", "Tax-Debt:\n", "facts", "Small letters, figures and _"),
        (FACTS, "equity:\n    form: money", "equity:\n    form: flag", "facts/equity", "A yes-or-no fact needs"),
        (FACTS, "equity:\n    form: money", "equity:\n    form: choice", "facts/equity", "A choice needs `choices`"),
        ("facts/firm.yml", "form: choice", "form: flag", "facts/legal_form", "Only a fact of the form `choice`"),
        ("facts/firm.yml", "fewer than {limit}", "fewer than {limt}", "facts/employees/sentences/below/en", "['limt']"),
        (STEPS, "done:", "don:", "steps/diagnosis/sentences", "'don' was unexpected"),
        (STEPS, "programme: de-second", "programme: de-scnd", "steps/diagnosis/programme", "'de-scnd' is not the id"),
        (STEPS, "  diagnosis:\n", "  diagnosis:\n    names: {}\n", "", "the key 'names' stands twice"),
        (STEPS, "steps:\n", "step:\n", "", "'step' was unexpected"),
    ],
)
def test_a_typo_in_a_facts_file_is_named_with_file_and_line(
    made_up: Path, file: str, old: str, new: str, place: str, reason: str
) -> None:
    line = swap(made_up / file, old, new)
    told = [finding for finding in refused(made_up) if reason in finding.reason]
    assert told, [str(finding) for finding in refused(made_up)]
    assert told[0].path == made_up / file
    assert told[0].place == place
    assert abs(told[0].line - line) <= 3 or place in ("", "facts"), f"{told[0]} (broken in line {line})"


def test_a_step_without_words_for_its_payment_cannot_be_asked_to_be_paid(made_up: Path) -> None:
    text = (made_up / STEPS).read_text(encoding="utf-8")
    (made_up / STEPS).write_text(text[: text.index("      paid:")], encoding="utf-8")
    (finding,) = refused(made_up)
    assert finding.place == "conditions/5/step/paid"
    assert "has no sentence `paid`" in finding.reason


def test_a_fact_that_stands_in_two_files_is_refused_naming_both(made_up: Path) -> None:
    (made_up / "facts/zz.yml").write_bytes((made_up / STEPS).read_bytes())
    (finding,) = refused(made_up)
    assert finding.path == made_up / "facts/zz.yml"
    assert f"'diagnosis' already stands in {made_up / STEPS}" in finding.reason


def test_faults_of_facts_and_programmes_are_told_at_once(made_up: Path) -> None:
    swap(made_up / FACTS, "form: aid", "form: aids")
    swap(made_up / FIRST, "instrument: grant", "instrument: gift")
    assert {finding.path.name for finding in refused(made_up)} == {"record.yml", "de-first.yml"}


def test_the_command_names_every_fault(made_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_FOLDER", str(made_up))
    assert CliRunner().invoke(app, ["check"]).exit_code == 0
    swap(made_up / FIRST, "DE3]", "DEX]")
    swap(made_up / SECOND, "of: advice", "of: advise")
    swap(made_up / STEPS, "programme: de-second", "programme: de-third")
    done = CliRunner().invoke(app, ["check"])
    assert done.exit_code == 1
    parts = ("de-first.yml:13: conditions/0/site/1: 'DEX'", "de-second.yml", "'advise'", "steps.yml:3:", "'de-third'")
    assert all(part in done.stderr for part in parts), done.stderr
    assert "Traceback" not in done.stderr


def test_the_schema_of_facts_is_valid_and_explains_every_field() -> None:
    schema = json.loads((CATALOGUE / "schema" / "facts.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    fields = {**schema["properties"], **schema["$defs"]["fact"]["properties"], **schema["$defs"]["step"]["properties"]}
    told = {name: field.get("description", "") for name, field in fields.items()}
    assert [name for name, description in told.items() if len(description) < 10] == []
    assert all(schema["$defs"][kind]["additionalProperties"] is False for kind in ("fact", "step", "words"))
