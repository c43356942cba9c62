"""The law and the registry of facts are read from the catalogue's files as they are told there."""

from datetime import date
from pathlib import Path

import pytest
from catalogue_examples import CATALOGUE
from rule_examples import case, holds

from alpine_catalogue.eligibility.fact_kinds import FactKinds, load_fact_kinds
from alpine_catalogue.eligibility.grammar import Grammar
from alpine_catalogue.eligibility.law import DeMinimis, Law, SizeClass, load_law


@pytest.fixture
def law() -> Law:
    return load_law(CATALOGUE)


def test_the_size_classes_are_those_of_the_recommendation(law: Law) -> None:
    assert law.classes == (
        SizeClass("micro", 10, 2_000_000, 2_000_000),
        SizeClass("small", 50, 10_000_000, 10_000_000),
        SizeClass("medium", 250, 50_000_000, 43_000_000),
    )
    assert law.source.startswith("https://eur-lex.europa.eu/")


def test_de_minimis_has_its_ceiling_and_period_by_date(law: Law) -> None:
    new, old = (law.de_minimis_on(day) for day in (date(2024, 1, 1), date(2023, 12, 31)))
    assert new == DeMinimis(date(2024, 1, 1), None, 300_000, "rolling", law.de_minimis[0].source)
    assert old == DeMinimis(date(2014, 1, 1), date(2023, 12, 31), 200_000, "fiscal", law.de_minimis[1].source)
    assert all(one.source.startswith("https://eur-lex.europa.eu/") for one in law.de_minimis)
    assert law.de_minimis_on(date(2013, 12, 31)) is None
    assert law.de_minimis_on(date(2099, 1, 1)) is new


def test_every_test_that_the_law_defines_can_be_asked(law: Law) -> None:
    kinds = load_fact_kinds(CATALOGUE)
    for name in law.definitions:
        asked = Grammar(law, "x").test({"defined": name})
        assert asked.reads
        assert all(fact in kinds for fact in asked.reads), name


@pytest.mark.parametrize(
    ("founded", "losses", "expected"),
    [("2021-01-01", 20_000, False), ("2021-01-01", 17_500, True), ("2024-06-01", 20_000, True)],
)
def test_a_firm_in_difficulty_has_lost_half_its_capital_unless_it_is_young(
    law: Law, founded: str, losses: int, expected: bool
) -> None:
    facts = {"insolvent": False, "legal_form": "limited_company", "subscribed_capital": 35_000}
    parts = law.definitions["not_in_difficulty"]["all"]
    capital = next(part for part in parts if "any" in part)
    assert holds(capital, founded=founded, losses_carried=losses, **facts) is expected


REGISTRY = """\
facts:
  country: {form: place, names: {en: country}, question: {en: Where?}}
  tax_debt: {form: flag, presumed: true, names: {en: debt}, question: {en: Debt?}, sentences: {is_false: {en: no debt}}}
  legal_form: {form: choice, changeable: true, names: {en: form}, question: {en: Form?}, choices: {gmbh: {en: Ltd}}}
"""


def read(tmp_path: Path, **files: str) -> FactKinds:
    (tmp_path / "facts").mkdir()
    for name, text in files.items():
        (tmp_path / "facts" / f"{name}.yml").write_text(text, encoding="utf-8")
    return load_fact_kinds(tmp_path)


def test_the_registry_is_read_from_all_its_files(tmp_path: Path) -> None:
    kinds = read(tmp_path, one=REGISTRY, two="steps:\n  selfi40: {names: {en: check}, question: {en: Done?}}\n")
    assert set(kinds.by_name) == {"place", "country", "tax_debt", "legal_form", "steps.selfi40"}
    assert "tax_debt" in kinds
    assert "tax" not in kinds
    assert kinds.steps == ("selfi40",)
    debt, form, step, place = (kinds[name] for name in ("tax_debt", "legal_form", "steps.selfi40", "place"))
    assert (debt.name, debt.form, debt.presumed, debt.changeable) == ("tax_debt", "flag", True, False)
    assert (debt.names, debt.question, debt.sentences["is_false"]) == (
        {"en": "debt"},
        {"en": "Debt?"},
        {"en": "no debt"},
    )
    assert (form.choices, form.choice_names, form.presumed, form.changeable) == (
        ("gmbh",),
        {"gmbh": {"en": "Ltd"}},
        False,
        True,
    )
    assert (step.name, step.form, step.changeable, step.presumed) == ("steps.selfi40", "step", True, False)
    assert (place.name, place.form, place.question) == ("place", "place", {"en": "Where?"})
    assert (debt.choices, debt.choice_names, place.sentences) == ((), {}, {})


def test_a_case_knows_its_day_and_what_it_was_told() -> None:
    told = case(date(2026, 3, 1), employees=5)
    assert told.today == date(2026, 3, 1).toordinal()
    assert (told.told("employees"), told.told("turnover")) == ((5, 5), None)
    assert told.without("employees").told("employees") is None
    assert told.knowing({"turnover": (1.0, 2.0)}).facts.values == {"employees": (5, 5), "turnover": (1.0, 2.0)}
    assert told.knowing({}).on == told.on
    assert not told.strict().presume
    assert not told.strict().knowing({}).presume


def test_lines_of_cost_tell_the_cost_and_end_what_was_presumed_of_it() -> None:
    told = case(costs=[{"amount": 5}, {"amount": 7}])
    assert told.figure("cost") == (12, 12)
    assert case(costs=[]).figure("cost") == (0, 0)
    assert case(costs=[], cost=5).figure("cost") == (0, 0)
    assert case(cost=5).figure("cost") == (5, 5)
    assert (told.presumes("cost"), told.presumes("loan"), told.presumes("insolvent")) == (False, True, True)
    assert (case().presumes("cost"), case(presume=False).presumes("cost")) == (True, False)
    assert (case().presumes("employees"), case(insolvent=True).presumes("insolvent")) == (False, False)
