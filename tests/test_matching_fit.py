"""How well a hub meets a need: its own scores against its own average, the strongest criterion decides."""

from dataclasses import replace

import pytest
from catalogue_examples import CATALOGUE, hub, pain
from hypothesis import given
from hypothesis import strategies as st

from alpine_catalogue.matching.fit import Fits
from alpine_catalogue.matching.weights import Criteria, read_criteria
from alpine_catalogue.model import Hub, PainPoint

pytest_plugins = ["catalogue_fixtures"]

CRITERIA = read_criteria(CATALOGUE)


def fit_of(one: Hub, need: PainPoint, criteria: Criteria) -> tuple[float, bool]:
    fit, covers = Fits.of([one], {need.id: need}, criteria.weights).of_pains([need])
    return float(fit[0, 0]), bool(covers[0, 0])


def test_a_generous_hub_and_a_strict_one_are_measured_by_their_own_average(criteria: Criteria) -> None:
    need = pain("downtime", sensors=1.0)
    generous = hub("generous", technologies={"sensors": 5, "robots": 5, "cloud": 5})
    strict = hub("strict", technologies={"sensors": 2, "robots": 2, "cloud": 2})
    assert fit_of(generous, need, criteria) == pytest.approx(fit_of(strict, need, criteria))


def test_what_a_hub_scores_above_its_average_counts_more(criteria: Criteria) -> None:
    need = pain("downtime", sensors=1.0)
    strong = hub("strong", technologies={"sensors": 5, "robots": 2})
    weak = hub("weak", technologies={"sensors": 2, "robots": 5})
    assert fit_of(strong, need, criteria)[0] > fit_of(weak, need, criteria)[0]


def test_a_technology_without_a_score_counts_as_average(criteria: Criteria) -> None:
    need = pain("downtime", sensors=1.0)
    silent = hub("silent", technologies={"sensors": None, "robots": None})
    average = hub("average", technologies={"sensors": 3, "robots": 3})
    assert fit_of(silent, need, criteria) == pytest.approx(fit_of(average, need, criteria))
    assert fit_of(silent, need, criteria)[0] == pytest.approx(criteria.weights.average_strength)


def test_a_service_that_is_offered_counts_in_full(criteria: Criteria) -> None:
    need = pain("skills")
    need = replace(need, services={"skills-training": pain("x", a=0.8).technologies["a"]})
    assert fit_of(hub("school", services=("skills-training",)), need, criteria) == (pytest.approx(0.8), True)
    assert fit_of(hub("other", services=("finance-access",)), need, criteria) == (0.0, False)


def test_many_weak_reasons_never_make_up_for_a_missing_strong_one(criteria: Criteria) -> None:
    weak = criteria.weights.covers_from - 0.1
    names = [f"t{number}" for number in range(8)]
    need = pain("downtime", **dict.fromkeys(names, weak))
    fit, covers = fit_of(hub("broad", technologies=dict.fromkeys(names, None)), need, criteria)
    assert fit > 0.9
    assert not covers


@pytest.mark.parametrize(("weight", "covers"), [(0.5, True), (0.499, False)])
def test_the_threshold_counts_on_both_sides(criteria: Criteria, weight: float, covers: bool) -> None:
    need = replace(pain("skills"), services={"skills-training": pain("x", a=weight).technologies["a"]})
    exactly = replace(criteria, weights=replace(criteria.weights, covers_from=0.5))
    assert fit_of(hub("school", services=("skills-training",)), need, exactly)[1] is covers


def test_a_criterion_that_no_hub_names_fits_nobody(criteria: Criteria) -> None:
    assert fit_of(hub("plain", technologies={"cloud": 5}), pain("odd", quantum=1.0), criteria) == (0.0, False)


@given(
    scores=st.dictionaries(st.sampled_from("abcdef"), st.none() | st.integers(1, 5), max_size=6),
    weights=st.dictionaries(st.sampled_from("abcdef"), st.floats(0.01, 1), min_size=1, max_size=6),
)
def test_a_fit_is_a_share_and_nobody_covers_without_any(
    scores: dict[str, int | None], weights: dict[str, float]
) -> None:
    fit, covers = fit_of(hub("any", technologies=scores), pain("need", **weights), CRITERIA)
    assert 0.0 <= fit <= 1.0
    assert not covers or fit > 0
    if not set(scores) & set(weights):
        assert fit == 0.0
