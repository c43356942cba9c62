"""From scores to needs, and from examples to lessons."""

import numpy as np
import pytest

from components.reading.act_choice import chosen
from components.reading.examples import Example, Need
from components.reading.lessons import lessons, targets
from components.reading.meaning import SIZE, encoder
from components.reading.needs_told import needs_told
from components.reading.segments import Segment

NAMES = ("old_it", "paperwork")
PARTS = [Segment(0, 30, "whole"), Segment(0, 10, "first"), Segment(12, 30, "second")]


def told(*rows: tuple[float, float, float, float]) -> list[tuple[str, int, bool]]:
    """Read scores: two needs told, the same two refused; the first row is the whole message."""
    found = needs_told(NAMES, PARTS[: len(rows)], np.array(rows, dtype=np.float32), -0.5)
    return [(need.id, need.start, need.not_needed) for need in found]


def test_a_need_stands_at_the_clause_that_tells_it() -> None:
    assert told((1, -9, -9, -9), (-9, -9, -9, -9), (2, -9, -9, -9)) == [("old_it", 12, False)]


def test_a_need_that_is_refused_in_one_clause_is_not_wanted_in_the_next() -> None:
    assert told((-9, 0, 3, -9), (-9, -9, 4, -9), (1, 3, 2, -9)) == [("old_it", 0, True), ("paperwork", 12, False)]


def test_the_only_clause_is_the_message() -> None:
    assert told((-9, 1, -9, -9)) == [("paperwork", 0, False)]
    assert told((-9, -2, -9, -9)) == []


def test_the_whole_message_has_a_say_about_each_clause() -> None:
    doubtful, assured = (-9, -9, -9, -9), (-9, 2, -9, -9)
    clause = (-9, -1.5, -9, -9)
    assert told(doubtful, clause, doubtful) == []
    assert told(assured, clause, doubtful) == [("paperwork", 0, False)]


EXAMPLE = Example("Die EDV ist alt, Papier haben wir keines mehr", "inform", (Need("old_it", 0, 15),))


def test_a_message_and_its_clauses_are_lessons() -> None:
    found = list(lessons([EXAMPLE]))
    assert [lesson.act for lesson in found] == ["inform", None, None]
    assert [len(lesson.needs) for lesson in found] == [1, 1, 0]


def test_who_asks_for_money_or_for_the_check_tells_a_need_by_asking() -> None:
    asked = list(
        lessons([Example("gibts da was vom land", "ask_programmes"), Example("wie weit sind wir", "ask_maturity")])
    )
    assert [need.id for lesson in asked for need in lesson.needs] == ["no_funding", "no_strategy"]


def test_what_is_no_whole_message_teaches_no_act() -> None:
    right = targets(list(lessons([EXAMPLE])), ["greet", "inform"], NAMES)
    assert right.act_counts.tolist() == [1.0, 0.0, 0.0]
    assert right.flags.tolist() == [[1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]


def test_a_refused_need_has_a_flag_of_its_own() -> None:
    refused = Example("kein Webshop", "inform", (Need("paperwork", 0, 12, not_needed=True),))
    assert targets(list(lessons([refused])), ["inform"], NAMES).flags.tolist() == [[0, 0, 0, 1]]


def test_a_message_is_encoded_alike_alone_and_among_others() -> None:
    texts = [["Unsere Maschinen stehen."], ["Bonjour, ", "nos machines sont en panne"], ["hi"]]
    together = encoder().encode(texts)
    for text, found in zip(texts, together, strict=True):
        assert found.shape[0] == (1 + len(text) if len(text) > 1 else 1)
        np.testing.assert_allclose(encoder().encode([text])[0], found, atol=1e-5)


def test_what_means_the_same_in_another_language_lies_near() -> None:
    rows = [
        vectors[0, :SIZE]
        for vectors in encoder().encode([["the machine is broken"], ["die Maschine ist kaputt"], ["guten Appetit"]])
    ]
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2


@pytest.mark.parametrize(
    ("ranking", "text", "named", "act"),
    [
        ([("greet", 0.9)], "😀 !", set(), "nothing_said"),
        ([("greet", 0.9), ("inform", 0.1)], "hallo, wir sind ein sägewerk", {"sector"}, "inform"),
        ([("ask_amount", 0.3)], "was?", set(), "nlu_fallback"),
        ([("ask_amount", 0.3)], "20 leute", {"employees"}, "inform"),
        ([("inform", 0.9)], "blabla", set(), "nlu_fallback"),
        ([("erase_data", 0.8)], "weg damit", set(), "nlu_fallback"),
        ([("ask_amount", 0.6)], "wieviel gibts", {"place"}, "ask_amount"),
    ],
)
def test_facts_and_doubt_decide_which_act_we_go_by(
    ranking: list[tuple[str, float]], text: str, named: set[str], act: str
) -> None:
    assert chosen(ranking, text, named, {"erase_data": 0.85}, 0.4)[0][0] == act
