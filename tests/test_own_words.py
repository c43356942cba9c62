"""The firm's own words stay with each fact: the first that told it, replaced by those of a correction."""

from typing import Any

import pytest

from actions.own_words import LONGEST, with_words
from actions.profile import Heard, Profile, updated

BRUNECK = {"name": "Bruneck", "country": "IT", "region": "ITH1", "province": "ITH10", "lat": 46.8, "lon": 11.9}
KRANJ = {"name": "Kranj", "country": "SI", "region": "SI04", "province": "SI042", "lat": 46.2, "lon": 14.4}


def said(text: str, act: str = "inform", refused: str | None = None, **told: tuple[Any, str]) -> Heard:
    """A message, and for each entity its value and the words of the text that tell it."""
    entities = [
        {"entity": name, "value": value, "start": text.index(words), "end": text.index(words) + len(words)}
        for name, (value, words) in told.items()
    ]
    if refused:
        entities[-1]["role"] = "not_needed"
    return Heard(act, entities, text=text)


def after(*messages: Heard) -> Profile:
    profile = Profile()
    for message in messages:
        profile = with_words(profile, updated(profile, message), message)
    return profile


def test_each_fact_keeps_the_words_it_was_told_in() -> None:
    profile = after(
        said(
            "Tischlerei in Bruneck, mir sein zu dritt, alles auf Zettel",
            place=(BRUNECK, "Bruneck"),
            sector=("C31", "Tischlerei"),
            employees=(3, "zu dritt"),
            pain_point=("paperwork", "alles auf Zettel"),
        )
    )
    assert profile.told == {
        "place": "Bruneck",
        "sector": "Tischlerei",
        "employees": "zu dritt",
        "pain_points": {"paperwork": "alles auf Zettel"},
    }


def test_words_are_kept_over_messages_that_tell_something_else() -> None:
    profile = after(said("zu dritt", employees=(3, "zu dritt")), said("in Bruneck", place=(BRUNECK, "Bruneck")))
    assert profile.told == {"employees": "zu dritt", "place": "Bruneck"}


def test_a_fact_told_twice_keeps_its_first_words() -> None:
    first, second = said("zu dritt", employees=(3, "zu dritt")), said("ja, 3 Leute", employees=(3, "3 Leute"))
    assert after(first, second).told == {"employees": "zu dritt"}


def test_a_correction_replaces_the_words() -> None:
    profile = after(
        said("12 Leute in Bruneck", employees=(12, "12 Leute"), place=(BRUNECK, "Bruneck")),
        said("nein, 15, und in Kranj", act="correct", employees=(15, "15"), place=(KRANJ, "Kranj")),
    )
    assert profile.told == {"employees": "15", "place": "Kranj"}


def test_a_need_taken_back_takes_its_words_along_and_may_leave_others() -> None:
    profile = after(
        said("Zettel überall", pain_point=("paperwork", "Zettel überall")),
        said("doch nicht die Zettel", act="withdraw", refused="x", pain_point=("paperwork", "die Zettel")),
    )
    assert profile.pain_points is None
    assert profile.told == {"not_needed": {"paperwork": "die Zettel"}}


def test_several_divisions_read_from_one_word_keep_it_once() -> None:
    text = "menuiserie"
    entities = [{"entity": "sector", "value": code, "start": 0, "end": 10} for code in ("C31", "C16", "F43")]
    assert after(Heard("inform", entities, text=text)).told == {"sector": "menuiserie"}


def test_a_country_alone_is_a_place_too() -> None:
    assert after(said("wir sind in Slowenien", country=("SI", "Slowenien"))).told == {"place": "Slowenien"}


def test_what_was_not_typed_has_no_words() -> None:
    assert after(Heard("inform", [{"entity": "employees", "value": 12}])).told is None


def test_a_question_about_us_keeps_no_words() -> None:
    assert after(said("warum 12 Leute?", act="why", employees=(12, "12 Leute"))).told is None


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1, 20_000])
def test_long_words_are_cut(length: int) -> None:
    told = after(said("x" * length, pain_point=("old_it", "x" * length))).told
    assert told == {"pain_points": {"old_it": "x" * LONGEST}}
