"""The five languages say the same things, each in full."""

import re
import string

import pytest

from console.pages import GOOD_NEWS
from console.proposals import RESERVATIONS
from console.refusals import REFUSALS, STATUS_WORDS
from console.wording import FOLDER, LANGUAGES, best_language, load_words

WORDS = load_words()
CONSOLE = FOLDER.parent
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in [*CONSOLE.glob("*.py"), *CONSOLE.glob("templates/*.html")]
)
GROUPS = ("notice_", "refused_", "slot_", "verdict_", "channel_", "sender_", "list_", "reason_", "column_", "empty_")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    assert WORDS[language].keys() == WORDS["en"].keys()
    assert all(isinstance(words, str) and words.strip() for words in WORDS[language].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_the_same_gaps_to_fill(language: str) -> None:
    def gaps(words: str) -> set[str | None]:
        return {gap for _, gap, _, _ in string.Formatter().parse(words) if gap is not None}

    for key, words in WORDS["en"].items():
        assert gaps(WORDS[language][key]) == gaps(words), key


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_sentence_was_left_in_english(language: str) -> None:
    for key, words in WORDS["en"].items():
        if len(words.split()) > 2:  # single words, such as "Assistant", may be the same
            assert WORDS[language][key] != words


def test_every_word_that_a_page_says_exists_and_every_other_is_gone() -> None:
    said = set(re.findall(r"""\b(?:t|say)\(["'](\w+)["']""", SOURCES))
    said |= set(re.findall(r'wrong="(\w+)"', SOURCES)) | {"own_name", "yes", "no"}
    said = {key for key in said if not key.endswith("_")}  # the beginning of a key: checked below
    assert said <= WORDS["en"].keys()
    assert {key for key in WORDS["en"].keys() - said if not key.startswith(GROUPS)} == set()


def test_every_notice_and_refusal_has_its_words() -> None:
    notices = set(re.findall(r'notify\(request, "(\w+)"', SOURCES)) | {"delivered", "under_way"} | GOOD_NEWS
    refusals = {why for _, why in REFUSALS.values()} | set(STATUS_WORDS.values()) | {"broken", "title"}

    assert {key.removeprefix("notice_") for key in WORDS["en"] if key.startswith("notice_")} == notices
    assert {key.removeprefix("refused_") for key in WORDS["en"] if key.startswith("refused_")} == refusals


def test_every_reason_that_the_catalogue_gives_has_its_words() -> None:
    source = (CONSOLE.parent / "catalogue/alpine_catalogue/matching/reasons.py").read_text(encoding="utf-8")
    given = set(re.findall(r'Reason\("(\w+)"', source)) | set(re.findall(r'weights\["(\w+)"', source))

    assert {key.removeprefix("reason_") for key in WORDS["en"] if key.startswith("reason_")} == given
    assert given > RESERVATIONS


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("pt, sl;q=0.2", "sl"),
        ("fr;q=0, it;q=0.1", "it"),
        ("en;q=0.5, fr;q=0.9", "fr"),
        ("", "en"),
        ("*", "en"),
        (";q=nan,,;q=", "en"),
    ],
)
def test_the_language_that_a_browser_likes_best_is_taken(accepted: str, language: str) -> None:
    assert best_language(accepted) == language
