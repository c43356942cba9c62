"""Facts that cannot be true together are refused before anybody is judged by them."""

from typing import Any

import pytest
from rule_examples import kinds

from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.errors import BadFacts


def owner(share: float) -> dict[str, Any]:
    return {"kind": "person", "share": share}


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"employees": 5_000_001}, "employees: 5000001 people are more than any firm has"),
        ({"employees": [6_000_000, 7_000_000]}, "employees: 6000000 people"),
        ({"owners": [owner(0.6), owner(0.41)]}, "owners: the shares add up to 101%, more than the whole firm."),
        (
            {"cost": 10, "costs": [{"amount": 4}, {"amount": 7}]},
            "cost and costs contradict each other: the lines add up to 11.",
        ),
        ({"cost": [12, 20], "costs": [{"amount": 11}]}, "contradict"),
        (
            {"founded": "2024-05-02", "steps": {"selfi40": {"done": "2024-05-01"}}},
            "steps.selfi40 was done before the firm",
        ),
        ({"founded": 2025, "steps": {"selfi40": {"done": 2024}}}, "before the firm was founded"),
        ({"employees": 5, "people_trained": 6}, "people_trained: more people than the firm has (employees)."),
        ({"employees": [3, 5], "people_trained": [6, 9]}, "people_trained"),
    ],
)
def test_a_contradiction_is_told_with_the_facts_that_it_is_between(told: dict[str, Any], message: str) -> None:
    with pytest.raises(BadFacts) as caught:
        facts_from(told, kinds())
    assert message in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "told",
    [
        {"employees": 5_000_000},
        {"employees": [10, None]},
        {"owners": [owner(0.6), owner(0.4)]},
        {"owners": [owner(0.3333), owner(0.3333), owner(0.3334)]},
        {"owners": [owner(0.33335)] * 3},
        {"owners": []},
        {"cost": 11, "costs": [{"amount": 4}, {"amount": 7}]},
        {"cost": [10, 20], "costs": [{"amount": 11}]},
        {"cost": 5, "costs": []},
        {"founded": "2024-05-01", "steps": {"selfi40": {"done": "2024-05-01"}}},
        {"founded": 2024, "steps": {"selfi40": {"done": 2024}}},
        {"founded": 2024, "steps": {"selfi40": True}},
        {"founded": 2024, "steps": {"selfi40": {"done": "2024-05"}}},
        {"steps": {"selfi40": {"done": 1999}}},
        {"employees": 5, "people_trained": 5},
        {"employees": [3, 8], "people_trained": [6, 9]},
        {"people_trained": 6},
    ],
)
def test_what_may_be_true_together_is_read(told: dict[str, Any]) -> None:
    assert facts_from(told, kinds()).values
