"""Guessing passwords is slow, and a slow guesser does not lock out the adviser."""

import threading

import pytest
from handoff_examples import Clock

from console.attempts import MOST, WITHIN, Attempts


@pytest.fixture
def attempts(clock: Clock) -> Attempts:
    """No attempt yet."""
    return Attempts(clock)


pytest_plugins = ["handoff_fixtures"]


def test_the_sixth_attempt_has_to_wait_until_the_first_is_old(attempts: Attempts, clock: Clock) -> None:
    assert [attempts.allow("anna@hub.example", "a") for _ in range(6)] == [True] * 5 + [False]
    clock.pass_by(seconds=WITHIN.total_seconds() - 1)
    assert not attempts.allow("anna@hub.example", "a")
    clock.pass_by(seconds=1)
    assert attempts.allow("anna@hub.example", "a")


def test_another_person_and_another_place_are_counted_apart(attempts: Attempts) -> None:
    for _ in range(MOST):
        attempts.allow("anna@hub.example", "a")

    assert not attempts.allow(" ANNA@hub.example", "a")
    assert attempts.allow("anna@hub.example", "b")
    assert attempts.allow("bruno@hub.example", "a")


def test_who_signs_in_starts_afresh(attempts: Attempts) -> None:
    for _ in range(MOST):
        attempts.allow("anna@hub.example", "a")
    attempts.forgive("anna@hub.example", "a")

    assert attempts.allow("anna@hub.example", "a")


def test_a_crowd_at_the_same_moment_gets_no_more_attempts_than_one(attempts: Attempts) -> None:
    allowed: list[bool] = []
    threads = [
        threading.Thread(target=lambda: allowed.append(attempts.allow("anna@hub.example", "a"))) for _ in range(30)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert allowed.count(True) == MOST


def test_old_attempts_do_not_fill_the_memory(attempts: Attempts, clock: Clock) -> None:
    for number in range(100):
        attempts.allow(f"{number}@hub.example", "a")
    clock.pass_by(minutes=16)
    attempts.allow("anna@hub.example", "a")

    assert list(attempts._made) == [("anna@hub.example", "a")]
