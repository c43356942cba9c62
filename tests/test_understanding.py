"""The trained model on held-out messages: floors that no change may fall under (figures: docs/decisions/0005)."""

from collections.abc import Mapping

import pytest

from bench.nlu import scores
from bench.reading import messages, read_all
from deploy.settings import ROOT
from deploy.training import MODEL

FLOORS = {
    "act_accuracy": 92,
    "region": 94,
    "sector": 89,
    "size": 94,
    "language_four_words": 99,
    "out_of_scope_recall": 85,
    "out_of_scope_precision": 85,
}
"""Per cent. The goals of the understanding issue where they are met, a little below the measured figure elsewhere."""

NEEDS_FLOOR = 0.84


@pytest.fixture(scope="module")
def measured() -> Mapping[str, float | None]:
    """The scores of the model that `make train` made, over all languages."""
    told = messages()
    return scores(list(zip(told, read_all(ROOT / "models" / MODEL).parses, strict=True)))


@pytest.mark.parametrize("figure", FLOORS)
def test_held_out_messages_are_read_as_well_as_before(measured: Mapping[str, float | None], figure: str) -> None:
    assert (measured[figure] or 0) >= FLOORS[figure], f"{figure}: {measured[figure]}"


def test_needs_in_held_out_messages_are_found(measured: Mapping[str, float | None]) -> None:
    assert (measured["pain_f1"] or 0) >= NEEDS_FLOOR, measured["pain_f1"]
