"""The measurements measure what they say: percentiles, generated catalogues, what counts as right, the shape."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogue_examples import CATALOGUE

from alpine_catalogue.eligibility.fact_kinds import load_fact_kinds
from alpine_catalogue.eligibility.law import load_law
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.model import Hub, Programme
from bench import generated, plots, results
from bench.contestants import DEFAULT, FLOOR, OURS
from bench.judging import language_of_four_words, needs, region, sector, sector_strictly, size
from bench.nlu import scores
from bench.searches import FIVE_NEEDS
from bench.talk import conversations
from bench.timing import medians, percentile, times_ms
from deploy.settings import ROOT

pytest_plugins = ["catalogue_fixtures"]


@pytest.mark.parametrize(("share", "expected"), [(0, 1.0), (50, 3.0), (75, 4.0), (95, 4.8), (100, 5.0)])
def test_a_percentile_lies_in_proportion_between_the_values_around_it(share: float, expected: float) -> None:
    assert percentile([5.0, 1.0, 4.0, 2.0, 3.0], share) == pytest.approx(expected)


def test_the_median_run_counts_not_the_luckiest() -> None:
    assert medians([{"p50_ms": 1.0}, {"p50_ms": 9.0}, {"p50_ms": 2.0}]) == {"p50_ms": 2.0}


def test_the_warm_up_is_done_but_not_timed() -> None:
    calls: list[int] = []
    assert len(times_ms(lambda: calls.append(1), 3)) == 3
    assert len(calls) == 4


def test_the_same_seed_generates_the_same_hubs_and_another_one_others(hubs: list[Hub]) -> None:
    assert generated.hubs(hubs, 50) == generated.hubs(hubs, 50)
    assert generated.hubs(hubs, 50) != generated.hubs(hubs, 50, seed=1)


def test_generated_records_have_ids_of_their_own(hubs: list[Hub], programmes: list[Programme]) -> None:
    assert len({hub.id for hub in generated.hubs(hubs, 500)}) == 500
    assert len({programme.id for programme in generated.programmes(programmes, 500)}) == 500


def test_generated_programmes_share_hardly_a_limit(programmes: list[Programme]) -> None:
    copies = generated.programmes(programmes, 160)
    assert generated.programmes(programmes, 160) == copies
    assert generated.programmes(programmes, 160, seed=1) != copies
    real_tests, generated_tests = (_first_limits(some) for some in (programmes, copies))
    assert len(set(real_tests)) < 0.7 * len(real_tests)
    assert len(set(generated_tests)) > 0.9 * len(generated_tests)


def test_a_generated_programme_has_as_many_conditions_and_windows_as_its_original(programmes: list[Programme]) -> None:
    for original, copy in zip(programmes, generated.programmes(programmes, len(programmes)), strict=True):
        assert [set(one) for one in copy.rules["conditions"]] == [set(one) for one in original.rules["conditions"]]
        assert copy.rules["windows"] == original.rules["windows"]
        assert copy.rules["pays_for"] == original.rules["pays_for"]


def _first_limits(programmes: list[Programme]) -> list[Any]:
    """The tests of size of each programme's first edition."""
    book = RuleBook(programmes, load_fact_kinds(CATALOGUE), load_law(CATALOGUE))
    conditions = [one for rules in book.rules.values() for one in rules.editions[0].conditions]
    return [one.test for one in conditions if one.label in ("size", "employees")]


def test_every_search_has_five_needs() -> None:
    assert [len(set(search.pains)) for search in FIVE_NEEDS] == [5] * len(FIVE_NEEDS)


def test_a_conversation_is_held_in_each_language() -> None:
    assert len(conversations()) == 5
    assert all(len(messages) >= 5 for messages in conversations())


@pytest.mark.parametrize("contestant", [OURS, DEFAULT, FLOOR], ids=lambda one: one.name)
def test_everything_a_contestant_is_made_of_is_there(contestant: Any) -> None:
    for name in ("config", "domain", "data", "endpoints", "credentials"):
        assert (ROOT / getattr(contestant, name)).exists(), name
    assert yaml.safe_load((ROOT / contestant.config).read_text(encoding="utf-8"))["recipe"] == "default.v1"


def test_the_floor_hears_and_does_what_its_domain_and_rule_say() -> None:
    from bench.floor.actions import ActionNothing
    from bench.floor.same_intent import INTENT

    domain = yaml.safe_load((ROOT / FLOOR.domain).read_text(encoding="utf-8"))
    rules = yaml.safe_load((ROOT / FLOOR.data / "rules.yml").read_text(encoding="utf-8"))["rules"]
    assert domain["intents"] == [INTENT]
    assert domain["actions"] == [ActionNothing().name()]
    assert rules[0]["steps"] == [{"intent": INTENT}, {"action": ActionNothing().name()}]


def test_the_default_is_what_rasa_itself_puts_in_place() -> None:
    from rasa.engine.recipes import config_files

    own = yaml.safe_load((Path(config_files.__path__[0]) / "default_config.yml").read_text(encoding="utf-8"))
    ours = yaml.safe_load((ROOT / DEFAULT.config).read_text(encoding="utf-8"))
    assert (ours["pipeline"], ours["policies"]) == (own["pipeline"], own["policies"])


def test_a_need_that_the_firm_does_not_have_is_no_need() -> None:
    assert needs(_read(("pain_point", "paperwork"), ("pain_point", "online_sales", "not_needed"))) == {"paperwork"}


def test_an_ambiguous_place_is_right_only_when_all_its_candidates_are_asked_back() -> None:
    told = {"ask_back": ["DE13", "CH02"]}
    both = [{"region": "DE13"}, {"region": "CH02"}]
    assert region(told, _read(("place_candidates", both)))
    assert not region(told, _read(("place_candidates", both[:1])))
    assert not region(told, _read(("place", both[0])))
    assert region({}, _read()) is None


def test_one_defensible_sector_is_right_and_one_that_is_not_spoils_the_strict_figure() -> None:
    told, read = {"sectors": ["C31", "C16"]}, _read(("sector", "C16"), ("sector", "I55"))
    assert sector(told, read)
    assert not sector_strictly(told, read)


@pytest.mark.parametrize(
    ("told", "found", "right"),
    [(12, 12, True), (12, 13, False), (12, [10, 15], True), ([18, 24], 20, True), ([18, 24], 30, False)],
)
def test_sizes_are_right_when_they_are_equal_or_overlap(told: Any, found: Any, right: bool) -> None:
    assert size({"employees": told}, _read(("employees", found))) is right


def test_short_messages_do_not_count_for_the_language_of_four_words() -> None:
    assert language_of_four_words({"text": "grüezi", "language": "de"}, _read(("language", "de"))) is None


def test_scores_count_false_and_missing_needs_and_out_of_scope() -> None:
    told = [_told("inform", "paperwork", "old_it"), _told("out_of_scope_jobs"), _told("greet")]
    read = [_read(("pain_point", "paperwork")), _read(intent="out_of_scope_jobs"), _read(intent="nlu_fallback")]
    found = scores(list(zip(told, read, strict=True)))
    assert found["pain_f1"] == pytest.approx(2 / 3, abs=1e-4)
    assert found["out_of_scope_recall"] == 100
    assert found["out_of_scope_precision"] == 50
    assert found["act_accuracy"] == pytest.approx(66.67)
    assert found["size"] is None


def test_results_have_the_agreed_shape_whatever_was_measured(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    results.write(results.empty() | {"scale": {"one": 1.0, "two": 2.0}}, file)
    assert set(results.empty()) <= set(results.read(file))
    assert results.read(file)["scale"] == {"one": 1.0, "two": 2.0}


def test_the_results_in_the_repository_have_the_agreed_shape() -> None:
    found = results.read()
    assert {"ours", "default", "floor"} <= set(found["turn"])
    assert {"first_p95_ms", "last_p95_ms"} <= set(found["long_conversation"])
    assert {"n122_ms", "n10000_ms", "n100000_ms"} <= set(found["teams"])
    assert {"n80_ms", "n80_explained_ms", "n80_changes_ms", "n10000_ms", "load80_ms"} <= set(found["rules"])
    assert {"one", "two"} <= set(found["scale"])
    assert {"ours", "default"} <= set(found["nlu"])
    assert json.dumps(found, allow_nan=False)


def test_the_picture_of_the_teams_is_drawn_from_the_measured_curve(tmp_path: Path) -> None:
    curve = [{"hubs": hubs, "ms_by_needs": {"1": hubs / 100, "5": hubs / 50}} for hubs in (122, 10_000)]
    plots.draw(results.empty() | {"teams": {"curve": curve}}, tmp_path / "cost.png")
    assert (tmp_path / "cost.png").stat().st_size > 1_000


def _read(*entities: tuple[Any, ...], intent: str = "inform") -> dict[str, Any]:
    named = [dict(zip(("entity", "value", "role"), entity, strict=False)) for entity in entities]
    return {"intent": intent, "entities": named}


def _told(act: str, *pains: str) -> dict[str, Any]:
    return {"text": "four words are here", "act": act, "pain_points": list(pains), "language": "en"}
