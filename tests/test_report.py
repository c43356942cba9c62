"""The report on the understanding: confusions, needs and calibration, counted by hand here."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.reading import CLEAN, LOOKED_AT
from bench.report.calibration import bins, draw_reliability, error
from bench.report.confusions import acts_in, draw_confusions, worst_acts
from bench.report.need_table import found_by_need
from bench.report.page import page


def pair(act: str, read: str, told: str = "", found: str = "", sure: float = 0.9, of: str = CLEAN[0]) -> Any:
    entities = [{"entity": "pain_point", "value": need} for need in found.split()]
    right = {"text": "eins zwei drei vier", "act": act, "pain_points": told.split(), "language": "de", "set": of}
    return right, {"intent": read, "confidence": sure, "entities": entities}


PAIRS = [
    *[pair("greet", "greet", sure=0.95)] * 4,
    *[pair("why", "help", sure=0.65)] * 3,
    pair("why", "why", sure=0.65),
    pair("inform", "inform", "old_it paperwork", "old_it"),
    pair("inform", "inform", "old_it", "old_it paperwork"),
]


def test_the_worst_acts_come_first_and_those_told_once_or_always_right_are_left_out() -> None:
    missed = [pair("help", "why"), pair("thank", "greet"), pair("thank", "thank")]
    assert worst_acts([*PAIRS, *missed]) == [("why", 1, 4), ("thank", 1, 2)]


def test_only_acts_that_occur_are_shown() -> None:
    assert acts_in(PAIRS) == ["greet", "help", "inform", "why"]


def test_each_need_is_counted_for_itself() -> None:
    old_it, paperwork = found_by_need(PAIRS)
    assert (old_it.precision, old_it.recall, old_it.f1) == (1.0, 1.0, 1.0)
    assert (paperwork.told, paperwork.read, paperwork.both, paperwork.f1) == (1, 1, 0, 0.0)


def test_the_calibration_error_is_the_mean_distance_weighed_by_messages() -> None:
    steps = bins(PAIRS)
    assert [one.count for one in steps] == [4, 6]
    assert error(steps) == pytest.approx((4 * (0.65 - 0.25) + 6 * (1 - (4 * 0.95 + 2 * 0.9) / 6)) / 10)


def test_pictures_are_drawn_and_stay_small(tmp_path: Path) -> None:
    draw_confusions(PAIRS, "de", tmp_path / "acts.png")
    draw_reliability(bins(PAIRS), tmp_path / "calibration.png")
    for file in tmp_path.iterdir():
        assert 1_000 < file.stat().st_size < 200_000


def test_the_page_tells_date_counts_and_figures_of_the_clean_sets_alone() -> None:
    written = page([*PAIRS, pair("greet", "why", of=LOOKED_AT[0])], date(2026, 11, 27))
    assert "2026-11-27, from 10 messages" in written
    assert "`why` (1 of 4 right)" in written
    assert "| acts, % | 70.0 | 70.0 |" in written
    assert "| `old_it` | 2 | 1.00 | 1.00 | 1.00 |" in written
