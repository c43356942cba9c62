"""Twenty advisers reach for the same request at the same moment, on real databases."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from handoff_examples import a_request
from sqlalchemy import Engine

from handoff.advisers import Advisers
from handoff.errors import AlreadyClaimed, AlreadyOpen
from handoff.model import Adviser
from handoff.store import HandoffStore

pytest_plugins = ["handoff_fixtures"]

CROWD = 20


def at_the_same_time(act: Callable[[int], object]) -> list[object]:
    """Run `act` in 20 threads that start together; return what each returned or raised."""
    start = threading.Barrier(CROWD)

    def run(number: int) -> object:
        start.wait()
        try:
            return act(number)
        except (AlreadyClaimed, AlreadyOpen) as error:
            return error

    with ThreadPoolExecutor(CROWD) as pool:
        return list(pool.map(run, range(CROWD)))


@pytest.fixture
def crowd(advisers: Advisers) -> list[Adviser]:
    """Twenty advisers."""
    return [
        advisers.add(f"Adviser {number}", f"adviser{number}@hub.example", "twelve letters") for number in range(CROWD)
    ]


def test_exactly_one_of_twenty_wins_a_request(store: HandoffStore, engine: Engine, crowd: list[Adviser]) -> None:
    for _ in range(5):
        request = a_request()
        store.save(request)
        outcomes = at_the_same_time(lambda number, wanted=request.id: store.claim(wanted, crowd[number].id))

        winners = [number for number, outcome in enumerate(outcomes) if not isinstance(outcome, Exception)]
        assert len(winners) == 1
        assert sum(isinstance(outcome, AlreadyClaimed) for outcome in outcomes) == CROWD - 1
        assert store.get(request.id).claimed_by == crowd[winners[0]].id


def test_exactly_one_of_twenty_handovers_of_the_same_conversation_is_kept(store: HandoffStore) -> None:
    outcomes = at_the_same_time(lambda _: store.save(a_request("talk-1")))

    assert outcomes.count(None) == 1
    assert len(store.waiting()) == 1


def test_exactly_one_of_twenty_attempts_delivers_an_answer(store: HandoffStore, anna: Adviser) -> None:
    request = a_request()
    store.save(request)
    store.claim(request.id, anna.id)
    line = store.answer(request.id, anna.id, "Guten Tag")

    assert at_the_same_time(lambda _: store.begin_delivery(line.id, anna.id)).count(True) == 1


def test_no_answer_is_lost_or_kept_after_the_end_while_the_request_is_being_closed(
    store: HandoffStore, anna: Adviser
) -> None:
    from handoff.errors import NotOpen

    request = a_request(transcript=[])
    store.save(request)
    store.claim(request.id, anna.id)

    def act(number: int) -> object:
        try:
            if number == CROWD // 2:
                return store.close(request.id, anna.id)
            return store.answer(request.id, anna.id, f"answer {number}")
        except NotOpen as error:
            return error

    outcomes = at_the_same_time(act)
    accepted = {outcome.text for outcome in outcomes if hasattr(outcome, "text")}
    assert {line.text for line in store.get(request.id).transcript} == accepted
