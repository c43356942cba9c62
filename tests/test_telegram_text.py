import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.telegram_text import LIMIT, split


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n ", []),
        ("short", ["short"]),
        ("exactly 20 character", ["exactly 20 character"]),
        ("A first line.\n\nA second paragraph.", ["A first line.", "A second paragraph."]),
        ("One line of it\nAnother one here", ["One line of it", "Another one here"]),
        ("A sentence. Another sentence.", ["A sentence.", "Another sentence."]),
        ("words without any pause", ["words without any", "pause"]),
        ("x" * 45, ["x" * 20, "x" * 20, "x" * 5]),
        ("😀" * 15, ["😀" * 10, "😀" * 5]),
        ("a\n\nThe rest is one line too many", ["a\n\nThe rest is one", "line too many"]),
    ],
)
def test_a_text_is_cut_where_a_reader_would_pause(text: str, parts: list[str]) -> None:
    assert split(text, limit=20) == parts


def test_the_limit_is_telegrams() -> None:
    assert LIMIT == 4096
    assert [len(part) for part in split("x" * 9_000)] == [4096, 4096, 808]


@given(st.text(st.sampled_from("ab. \n😀é:"), max_size=200), st.integers(2, 30))
def test_only_white_space_is_lost_and_no_part_is_blank_or_too_long(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert re.sub(r"\s", "", "".join(parts)) == re.sub(r"\s", "", text)
    assert all(part.strip() and units(part) <= limit for part in parts)
