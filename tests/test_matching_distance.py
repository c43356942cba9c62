"""How far a hub is: the beeline made longer by roads, and by the main Alpine crest where it lies between."""

from math import isnan

import numpy as np
import pytest
from catalogue_examples import BOLZANO, INNSBRUCK, MUNICH, TRENTO, hub
from hypothesis import given
from hypothesis import strategies as st

from alpine_catalogue.matching.distance import CREST_DETOUR_KM, ROAD_PER_BEELINE, Travel
from alpine_catalogue.place import beeline_km

Point = tuple[float, float]
TOWNS: dict[str, Point] = {
    "Bolzano": BOLZANO,
    "Innsbruck": INNSBRUCK,
    "Munich": MUNICH,
    "Trento": TRENTO,
    "Milano": (45.464, 9.190),
    "Zürich": (47.377, 8.541),
    "Lugano": (46.004, 8.951),
    "Chur": (46.850, 9.532),
    "Sion": (46.233, 7.360),
    "Aosta": (45.737, 7.320),
    "Chambéry": (45.564, 5.918),
    "Torino": (45.070, 7.687),
    "Klagenfurt": (46.624, 14.308),
    "Salzburg": (47.809, 13.055),
    "Lienz": (46.829, 12.769),
    "Kranj": (46.239, 14.356),
    "Graz": (47.070, 15.439),
    "Annecy": (45.899, 6.129),
    "Genève": (46.204, 6.143),
    "Merano": (46.671, 11.159),
}


def km(start: Point, end: Point) -> float:
    return float(Travel.to([hub("there", lat=end[0], lon=end[1])]).km_from(start)[0])


def crosses(start: str, end: str) -> bool:
    here, there = TOWNS[start], TOWNS[end]
    return km(here, there) > beeline_km(here, there) * ROAD_PER_BEELINE + CREST_DETOUR_KM / 2


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("Bolzano", "Innsbruck"),
        ("Bolzano", "Munich"),
        ("Milano", "Zürich"),
        ("Lugano", "Chur"),
        ("Sion", "Aosta"),
        ("Chambéry", "Torino"),
        ("Annecy", "Aosta"),
        ("Lienz", "Salzburg"),
        ("Genève", "Torino"),
        ("Merano", "Innsbruck"),
    ],
)
def test_across_the_crest_a_detour_is_added(start: str, end: str) -> None:
    assert crosses(start, end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("Bolzano", "Trento"),
        ("Innsbruck", "Munich"),
        ("Milano", "Torino"),
        ("Zürich", "Chur"),
        ("Annecy", "Genève"),
        ("Klagenfurt", "Kranj"),
        ("Bolzano", "Lienz"),
        ("Lugano", "Milano"),
        ("Chambéry", "Annecy"),
        ("Salzburg", "Innsbruck"),
        ("Bolzano", "Merano"),
        ("Klagenfurt", "Graz"),
    ],
)
def test_on_the_same_side_of_the_crest_there_is_none(start: str, end: str) -> None:
    assert not crosses(start, end)


def test_the_way_there_is_as_long_as_the_way_back() -> None:
    names = list(TOWNS)
    for index, start in enumerate(names):
        for end in names[index + 1 :]:
            assert km(TOWNS[start], TOWNS[end]) == pytest.approx(km(TOWNS[end], TOWNS[start])), (start, end)


def test_a_hub_in_the_same_town_is_at_no_distance() -> None:
    assert km(BOLZANO, BOLZANO) == pytest.approx(0.0)


def test_without_a_place_no_distance_is_claimed() -> None:
    assert isnan(Travel.to([hub("there")]).km_from(None)[0])


def test_a_known_road_is_met_within_a_quarter() -> None:
    """Bolzano to Munich is about 285 km on the Brenner motorway, Milan to Zürich about 280 km through the Gotthard."""
    assert km(BOLZANO, MUNICH) == pytest.approx(285, rel=0.25)
    assert km(TOWNS["Milano"], TOWNS["Zürich"]) == pytest.approx(280, rel=0.25)


@given(
    here=st.tuples(st.floats(43.5, 50), st.floats(4, 17)),
    others=st.lists(st.tuples(st.floats(43.5, 50), st.floats(4, 17)), min_size=1, max_size=5),
)
def test_many_hubs_are_measured_as_each_on_its_own_and_never_shorter_than_the_beeline(
    here: Point, others: list[Point]
) -> None:
    together = Travel.to([hub(str(n), lat=lat, lon=lon) for n, (lat, lon) in enumerate(others)]).km_from(here)
    assert together == pytest.approx([km(here, other) for other in others])
    beelines = np.array([beeline_km(here, other) for other in others])
    assert (together >= beelines * ROAD_PER_BEELINE - 1e-6).all()
    assert (together <= beelines * ROAD_PER_BEELINE + CREST_DETOUR_KM + 1e-6).all()


def test_no_hubs_at_all_are_no_error() -> None:
    assert len(Travel.to([]).km_from(BOLZANO)) == 0
