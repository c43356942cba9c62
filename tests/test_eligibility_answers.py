"""Three values: an unknown answer never passes and never fails; the strongest verdict wins."""

import pytest

from alpine_catalogue.eligibility.answer import Answer, Verdict, all_of, any_of, known, worst


@pytest.mark.parametrize(
    ("answers", "both", "either"),
    [
        ([], True, False),
        ([True], True, True),
        ([False], False, False),
        ([None], None, None),
        ([True, None], None, True),
        ([False, None], False, None),
        ([None, False], False, None),
        ([None, True], None, True),
        ([True, False], False, True),
        ([True, False, None], False, True),
    ],
)
def test_and_and_or_have_three_values(answers: list[bool | None], both: bool | None, either: bool | None) -> None:
    assert all_of(answers) is both
    assert any_of(answers) is either
    assert all_of(iter(answers)) is both
    assert any_of(iter(answers)) is either


@pytest.mark.parametrize(("told", "answer"), [(True, Answer.HOLDS), (False, Answer.FAILS), (None, Answer.UNKNOWN)])
def test_an_answer_has_a_word(told: bool | None, answer: Answer) -> None:
    assert known(told) is answer


def test_the_words_are_those_of_the_contract() -> None:
    assert [str(one) for one in Verdict] == ["eligible", "not_yet", "unknown", "too_late", "not_eligible"]
    assert [str(one) for one in Answer] == ["holds", "fails", "unknown"]


def test_verdicts_weigh_more_the_more_surely_they_end_the_matter() -> None:
    assert [one.weight for one in Verdict] == [0, 1, 2, 3, 4]


def test_the_weightiest_verdict_wins_wherever_it_stands() -> None:
    assert worst([Verdict.NOT_YET, Verdict.TOO_LATE, Verdict.UNKNOWN]) is Verdict.TOO_LATE
    assert worst(iter([Verdict.NOT_ELIGIBLE, Verdict.ELIGIBLE])) is Verdict.NOT_ELIGIBLE
    assert worst([]) is Verdict.ELIGIBLE
