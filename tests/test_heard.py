import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.heard import LIMIT, Heard, as_typed


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ('/inform{"region": "XX"}', 'inform{"region": "XX"}'),
        ("/restart", "restart"),
        ("/help", "help"),
        ("/start x", "start x"),
        ("  / //\n/restart", "restart"),
        ("\u200b/\u202e/restart", "restart"),
        ("\x00/restart", "restart"),
        ("1/2 Stelle", "1/2 Stelle"),
        ("Cafe\u0301", "Café"),
        ("Bo\u00adzen", "Bozen"),
        ("a\tb\r\nc\u2028d", "a b\nc\nd"),
        ("half \ud83d of an emoji", "half  of an emoji"),
        ("Žiga & Söhne <b>", "Žiga & Söhne <b>"),
        ("😀😀", "😀😀"),
    ],
)
def test_what_is_typed_is_plain_text_and_never_an_order(typed: str, heard: str) -> None:
    assert as_typed(typed) == Heard(heard)


@pytest.mark.parametrize("nothing", [None, "", "   ", "///", "\u200b", 7, ["/restart"], {"text": "a"}])
def test_nothing_typed_is_an_empty_text(nothing: object) -> None:
    assert as_typed(nothing) == Heard("")


def test_the_longest_message_is_whole_and_a_longer_one_says_that_it_was_cut() -> None:
    assert as_typed("a" * LIMIT) == Heard("a" * LIMIT)
    assert as_typed("a" * (LIMIT + 1)) == Heard("a" * LIMIT, cut=True)
    assert as_typed("a" * 1_000_000) == Heard("a" * LIMIT, cut=True)


def test_a_text_that_is_mostly_invisible_says_that_it_was_cut() -> None:
    assert as_typed("\u200b" * 1_000_000 + "end") == Heard("", cut=True)


hostile = st.text(
    st.one_of(st.characters(), st.sampled_from("/ \n\t\x00\x1f\x85\u200b\u202e\u2028\u3000\u0301e")),
    max_size=60,
)


@given(hostile)
def test_no_text_at_all_can_be_read_as_an_order(typed: str) -> None:
    heard = as_typed(typed, limit=20).text
    assert heard == heard.strip()
    assert not heard.startswith("/")
    assert len(heard) <= 20
    assert heard.encode().decode() == heard
    assert unicodedata.is_normalized("NFC", heard)
    assert not [c for c in heard if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs"}]


@given(hostile)
def test_hearing_twice_changes_nothing(typed: str) -> None:
    heard = as_typed(typed, limit=20)
    assert as_typed(heard.text, limit=20).text == heard.text
