"""The talk that an adviser sees is whole, whether Rasa knows all of it, part of it, or nothing."""

from datetime import timedelta

from handoff_examples import START

from console.conversation import merged
from handoff.model import Line


def at(minute: int, sender: str, text: str, *, delivered: bool = True) -> Line:
    """Return a line said some minutes after the start."""
    moment = START + timedelta(minutes=minute)
    return Line(moment, sender, text, delivered_at=moment if sender == "adviser" and delivered else None)


def words(lines: list[Line]) -> list[str]:
    """Return the texts alone."""
    return [line.text for line in lines]


STORED = [at(0, "user", "Maschinen"), at(1, "bot", "Wo?")]


def test_what_rasa_knows_is_not_shown_twice() -> None:
    live = [*STORED, at(2, "adviser", "Hier Anna"), at(3, "user", "Danke")]

    assert merged([*STORED, at(2, "adviser", "Hier Anna")], live) == live


def test_what_rasa_has_forgotten_after_a_restart_is_still_there() -> None:
    assert words(merged(STORED, [at(9, "user", "Hallo?")])) == ["Maschinen", "Wo?", "Hallo?"]
    assert merged(STORED, []) == STORED


def test_an_answer_that_was_not_delivered_stands_where_it_was_written() -> None:
    waiting = at(2, "adviser", "Hier Anna", delivered=False)
    live = [*STORED, at(3, "user", "Hallo?")]

    assert words(merged([*STORED, waiting], live)) == ["Maschinen", "Wo?", "Hier Anna", "Hallo?"]


def test_a_time_that_was_rounded_on_its_way_does_not_double_a_line() -> None:
    rounded = Line(START, "user", "Maschinen")
    exact = Line(START + timedelta(milliseconds=300), "user", "Maschinen")

    assert merged([rounded], [exact]) == [exact]
