"""From a typed text to what the models see: clean letters, words, clauses, pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.cleaning import LONGEST, cleaned
from components.reading.pieces import Pieces
from components.reading.segments import segments
from components.reading.words import within, without, words_of

PIECES = Pieces().fit([["maschine", "steht"], ["maschinen", "stehen"], ["die", "maschine"]], seen_from=1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ma\u200dschine", "Maschine"),
        ("Ma\u00adschine steht", "Maschine steht"),
        ("\u202eMaschine\u202c", "Maschine"),
        ("scho\u0308n", "schön"),
        ("eins\x00zwei", "eins zwei"),
        ("a\ud800b", "ab"),
    ],
)
def test_what_cannot_be_seen_is_not_read(typed: str, read: str) -> None:
    assert cleaned(typed).text == read


def test_what_is_found_points_into_the_text_as_it_was_typed() -> None:
    typed = "wir\u200b sind in Mü\u200dnchen und scho\u0308n klein"
    text = cleaned(typed)
    for word in words_of(text.text):
        start, end = text.span(word.start, word.end)
        assert cleaned(typed[start:end]).text.lower() == word.text


@given(st.text(max_size=300))
def test_any_text_can_be_cleaned_and_every_place_in_it_can_be_found_again(typed: str) -> None:
    text = cleaned(typed)
    assert len(text.positions) == len(text.text) + 1
    assert list(text.positions) == sorted(text.positions)
    assert text.positions[-1] <= len(typed)


def test_a_text_is_cut_where_nobody_writes_on() -> None:
    assert (len(cleaned("x" * 20_000).text), cleaned("x" * 20_000).cut) == (LONGEST, True)
    assert not cleaned("x" * LONGEST).cut


def test_words_are_lower_case_and_only_telling_signs_are_kept() -> None:
    assert [word.text for word in words_of("Wo, bitte, gibt's 50% Förderung?")] == [
        *("wo", "bitte", "gibt", "s", "50", "%", "förderung", "?")
    ]


def test_words_within_and_without_a_stretch_of_the_text_are_told_apart() -> None:
    words = words_of("wir sind in Bruneck daheim")
    assert within(words, 12, 19) == ["bruneck"]
    assert without(words, [(12, 19)]) == ["wir", "sind", "in", "daheim"]


def test_a_text_weighs_the_same_however_long_it_is() -> None:
    _, short = PIECES.read(["maschine"])
    _, long = PIECES.read(["maschine", "steht"] * 9)
    assert short @ short == pytest.approx(2.0)
    assert long @ long == pytest.approx(2.0)


def test_an_ending_or_a_typing_error_leaves_most_pieces_the_same() -> None:
    right, wrong, other = (set(PIECES.read([word])[0].tolist()) for word in ("maschine", "maschiene", "stehen"))
    assert len(right & wrong) > len(right) / 3
    assert len(right & other) < len(right) / 10


def test_a_whole_word_is_known_even_after_its_pieces_are_forgotten() -> None:
    pieces = Pieces().fit([["salut"], ["bonjour"]], seen_from=1)
    pieces.keep(pieces._rarity < 0)
    assert pieces.knows("Salut".lower())
    assert not pieces.knows("yxcv")
    assert len(pieces.read(["salut"])[0]) == 0


def test_clauses_stand_where_they_say() -> None:
    text = "Die Säge steht, Geld fehlt auch. Und der Webshop und die Mails"
    parts = segments(text)
    assert [part.text for part in parts] == ["Die Säge steht", "Geld fehlt auch", "Und der Webshop", "die Mails"]
    assert all(text[part.start : part.end] == part.text for part in parts)
