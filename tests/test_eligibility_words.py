"""Facts that are words: yes or no, kinds, NACE codes, NUTS codes."""

from typing import Any

import pytest
from rule_examples import case, holds, holds_strictly, rule


@pytest.mark.parametrize(
    ("told", "wanted", "expected"), [(True, True, True), (False, True, False), (False, False, True)]
)
def test_yes_or_no_is_compared_with_what_is_wanted(told: bool, wanted: bool, expected: bool) -> None:
    assert holds({"digital_core": {"is": wanted}}, digital_core=told) is expected


def test_an_unknown_yes_or_no_stays_open_unless_it_is_presumed() -> None:
    assert holds({"digital_core": {"is": True}}) is None
    assert holds({"insolvent": {"is": False}}) is True
    assert holds({"insolvent": {"is": True}}) is True
    assert holds_strictly({"insolvent": {"is": False}}) is None
    assert holds({"insolvent": {"is": False}}, insolvent=True) is False


@pytest.mark.parametrize(
    ("how", "told", "expected"),
    [
        ("one_of", "cooperative", True),
        ("one_of", "partnership", False),
        ("none_of", "cooperative", False),
        ("none_of", "partnership", True),
        ("one_of", None, None),
        ("none_of", None, None),
    ],
)
def test_a_kind_is_one_of_several_or_none_of_them(how: str, told: str | None, expected: bool | None) -> None:
    assert holds({"legal_form": {how: ["cooperative", "limited_company"]}}, legal_form=told) is expected


def test_a_presumed_kind_is_taken_for_granted_until_told() -> None:
    asked = {"purpose": {"one_of": ["software"]}}
    assert (holds(asked), holds_strictly(asked), holds(asked, purpose="equipment")) == (True, None, False)


def test_yes_and_no_and_every_kind_are_tried() -> None:
    assert set(rule({"digital_core": {"is": True}}).witnesses("digital_core", case())) == {True, False}
    kinds = rule({"legal_form": {"one_of": ["cooperative"]}}).witnesses("legal_form", case())
    assert set(kinds) == {"limited_company", "cooperative", "partnership"}


@pytest.mark.parametrize(
    ("trades", "told", "expected"),
    [
        ({"only": ["C"]}, ["C31"], True),
        ({"only": ["C31"]}, ["C31"], True),
        ({"only": ["C30", "I"]}, ["C31"], False),
        ({"only": ["C31.01"]}, ["C31"], None),
        ({"only": ["C31.01"]}, ["C3101"], True),
        ({"only": ["C31.01"]}, ["C31.01"], True),
        ({"only": ["C31.01"]}, ["C31.09"], False),
        ({"except": ["C31"]}, ["C31"], False),
        ({"except": ["A"]}, ["C31"], True),
        ({"except": ["C31.01"]}, ["C31"], None),
        ({"except": ["C31.01"]}, ["C31.09"], True),
        ({"doubtful": ["C"]}, ["C31"], None),
        ({"doubtful": ["C"]}, ["I55"], True),
        ({"doubtful": ["C31.01"]}, ["C31"], None),
        ({"only": ["C"], "except": ["C31"]}, ["C31"], False),
        ({"only": ["C"], "except": ["C31"]}, ["C25"], True),
        ({"only": ["C"], "doubtful": ["C31"]}, ["C31"], None),
        ({"only": ["I"], "doubtful": ["C31"]}, ["C31"], False),
        ({"except": ["C31"], "doubtful": ["C"]}, ["C31"], False),
        ({"only": ["C16"]}, ["C31", "C16"], True),
        ({"only": ["C16"], "doubtful": ["C31"]}, ["C31", "I55"], False),
        ({"only": ["C"], "doubtful": ["C31"]}, ["C31", "I55"], None),
        ({"only": ["C"]}, [], None),
        ({}, ["C31"], True),
    ],
)
def test_one_fitting_trade_is_enough_and_codes_count_at_any_level(
    trades: dict[str, Any], told: list[str], expected: bool | None
) -> None:
    assert holds({"trade": trades}, sector=told) is expected


TRADES = {"trade": {"only": ["C25", "C31.01"], "except": ["C31.02"], "doubtful": ["C25.62"]}}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], {True, False, None}),
        (["C31"], {True, False}),
        (["C25"], {True, None}),
        (["I55"], {False}),
        (["I55", "C31"], {True, False}),
    ],
)
def test_trades_are_tried_inside_and_outside_as_finely_as_what_is_told_allows(
    told: list[str], expected: set[bool | None]
) -> None:
    asked = rule(TRADES)
    tried = list(asked.witnesses("sector", case(sector=told)))
    assert {asked.holds(case().knowing({"sector": trade})) for trade in tried} == expected
    assert all(code.startswith(tuple(told) or "") for trade in tried for code in trade)
    assert len(tried) == len(set(tried))


def test_a_question_that_only_some_trades_are_asked_needs_no_answer_of_others() -> None:
    asked = {"digital_core": {"is": False, "asked_in": ["K62", "J58.2"]}}
    assert holds(asked, sector=["C31"]) is True
    assert holds(asked, sector=["K62"]) is None
    assert holds(asked, sector=["C31", "K62"]) is None
    assert holds(asked, sector=["J58"]) is None, "it may be J58.2"
    assert holds(asked) is None
    assert holds(asked, sector=["C31"], digital_core=True) is False, "who says so is meant whatever the trade"
    assert holds(asked, sector=["K62"], digital_core=False) is True
    assert holds({"digital_core": {"is": True, "asked_in": ["K62"]}}, sector=["C31"]) is False
    assert holds({"insolvent": {"is": False, "asked_in": ["K62"]}}, sector=["K62"]) is True


def test_the_trade_is_read_and_tried_only_where_it_tells_who_is_asked() -> None:
    asked = rule({"digital_core": {"is": False, "asked_in": ["K62"]}})
    assert asked.reads == ("digital_core", "sector")
    assert rule({"digital_core": {"is": False}}).reads == ("digital_core",)
    assert set(asked.witnesses("digital_core", case())) == {True, False}
    tried = asked.witnesses("sector", case())
    assert {asked.holds(case().knowing({"sector": trade})) for trade in tried} == {True, None}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({}, None),
        ({"country": "IT"}, None),
        ({"country": "AT"}, False),
        ({"region": "ITH1"}, True),
        ({"region": "ITH2"}, False),
        ({"region": "ITH3"}, None),
        ({"province": "ITH31"}, True),
        ({"province": "ITH32"}, False),
    ],
)
def test_a_seat_is_judged_as_exactly_as_it_is_known(place: dict[str, str], expected: bool | None) -> None:
    assert holds({"seat": ["ITH1", "ITH31"]}, **place) is expected


@pytest.mark.parametrize(
    ("facts", "presumed", "strictly"),
    [
        ({"country": "AT"}, False, None),
        ({"country": "AT", "branches": []}, False, False),
        ({"country": "AT", "branches": ["ITH10"]}, True, True),
        ({"country": "AT", "branches": ["IT"]}, None, None),
        ({"country": "AT", "branches": ["DE21", "ITH1"]}, True, True),
        ({"region": "ITH1"}, True, True),
        ({"branches": ["DE21"]}, None, None),
        ({"branches": ["ITH1"]}, True, True),
    ],
)
def test_a_site_is_the_seat_or_any_branch(facts: dict[str, Any], presumed: bool | None, strictly: bool | None) -> None:
    assert holds({"site": ["ITH1"]}, **facts) is presumed
    assert holds_strictly({"site": ["ITH1"]}, **facts) is strictly
    assert holds({"seat": ["ITH1"]}, **(facts | {"branches": ["ITH1"]})) is holds({"seat": ["ITH1"]}, **facts)


def test_what_happens_somewhere_is_presumed_to_happen_at_a_site_that_fits() -> None:
    used = {"use": ["ITH1"]}
    assert holds(used, region="ITH1") is True
    assert holds(used, region="ITH2") is False
    assert holds(used, region="ITH2", branches=["ITH1"]) is True
    assert holds(used, region="ITH1", place_of_use="ITH2") is False
    assert holds(used, region="ITH2", place_of_use="ITH1") is True
    assert holds_strictly(used, region="ITH1") is None


def test_where_nothing_is_presumed_the_place_must_be_told() -> None:
    produced = {"production": ["ITH1"]}
    assert holds(produced, region="ITH1") is None
    assert holds(produced, region="ITH1", place_of_production="ITH10") is True
    assert holds(produced, region="ITH1", place_of_production="ITH2") is False


def test_each_place_reads_the_facts_that_tell_it() -> None:
    assert rule({"seat": ["IT"]}).reads == ("place",)
    assert rule({"site": ["IT"]}).reads == ("place", "branches")
    assert rule({"use": ["IT"]}).reads == ("place_of_use", "place", "branches")
    assert rule({"project": ["IT"]}).reads == ("place_of_project", "place", "branches")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, {True, False}),
        ({"country": "IT"}, {True, False}),
        ({"country": "DE"}, {False}),
        ({"region": "ITH1"}, {True}),
    ],
)
def test_places_are_tried_inside_and_outside_as_far_as_what_is_known_allows(
    known: dict[str, str], expected: set[bool]
) -> None:
    asked = rule({"site": ["AT33", "ITH1"]})
    tried = list(asked.witnesses("place", case(branches=[], **known)))
    assert {asked.holds(case(branches=[]).knowing({"place": place})) for place in tried} == expected
    assert all(place.startswith(tuple(known.values()) or "") for place in tried)
    assert {len(place) for place in tried} == {5}, "as exact as a place can be"


def test_branches_are_tried_inside_outside_and_none() -> None:
    asked = rule({"site": ["AT33", "ITH1"]})
    tried = list(asked.witnesses("branches", case(country="DE")))
    answers = {branches: asked.holds(case(country="DE").knowing({"branches": branches})) for branches in tried}
    assert set(answers.values()) == {True, False}
    assert answers[()] is False
    assert sum(answer is True for answer in answers.values()) == 2


def test_of_a_trade_told_coarsely_who_is_asked_is_tried_more_finely() -> None:
    asked = rule({"digital_core": {"is": False, "asked_in": ["K62.01", "C31"]}})
    tried = list(asked.witnesses("sector", case(sector=["K62"])))
    assert all(code.startswith("K62") for trade in tried for code in trade)
    assert {asked.holds(case().knowing({"sector": trade})) for trade in tried} == {True, None}


def test_a_branch_does_not_move_the_seat() -> None:
    assert holds({"seat": ["ITH1"]}, country="AT", branches=["ITH1"]) is False
