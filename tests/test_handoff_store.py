"""The store keeps its promises on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from handoff_examples import START, Clock, a_request
from sqlalchemy import Engine, insert, text
from sqlalchemy.exc import IntegrityError

from handoff import tables
from handoff.errors import AlreadyClaimed, AlreadyOpen, NoSuchRequest, NothingToSay, NotOpen, NotYours
from handoff.model import OPEN, Adviser, Line, State, states_before
from handoff.rows import row_of
from handoff.store import HandoffStore

pytest_plugins = ["handoff_fixtures"]


def test_a_saved_request_comes_back_as_it_was(store: HandoffStore) -> None:
    request = a_request()
    store.save(request)

    assert store.get(request.id) == request


def test_times_come_back_in_utc_whatever_zone_they_went_in_with(store: HandoffStore) -> None:
    in_vienna = START.astimezone(timezone(timedelta(hours=1)))
    request = a_request(created_at=in_vienna)
    store.save(request)

    assert store.get(request.id).created_at.tzinfo == UTC
    assert store.get(request.id).created_at == START


def test_a_time_without_a_zone_is_refused_rather_than_guessed(store: HandoffStore) -> None:
    with pytest.raises(Exception, match="no time zone"):
        store.save(a_request(created_at=datetime(2026, 11, 22, 8, 0)))  # noqa: DTZ001


def test_lines_of_the_same_moment_keep_their_order(store: HandoffStore) -> None:
    said = [Line(START, "bot", f"line {number}") for number in range(20)]
    request = a_request(transcript=said)
    store.save(request)

    assert [line.text for line in store.get(request.id).transcript] == [line.text for line in said]


@pytest.mark.parametrize("hostile", ["\x00", "a\ud800b", "'; DROP TABLE handoff_request; --", "<script>", "\u202e"])
def test_no_text_that_a_user_can_send_keeps_a_request_from_being_saved(store: HandoffStore, hostile: str) -> None:
    request = a_request(
        slots={"company": hostile, hostile: [hostile, float("nan")]},
        transcript=[Line(START, "user", hostile)],
    )
    store.save(request)

    kept = store.get(request.id).transcript[0].text
    assert kept == hostile.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")


def test_the_oldest_request_is_listed_first(store: HandoffStore) -> None:
    young, old = a_request(created_at=START + timedelta(hours=1)), a_request(created_at=START)
    store.save(young)
    store.save(old)

    assert [request.id for request in store.waiting()] == [old.id, young.id]


def test_a_conversation_has_at_most_one_open_request(store: HandoffStore, anna: Adviser) -> None:
    first = a_request("talk-1")
    store.save(first)
    with pytest.raises(AlreadyOpen):
        store.save(a_request("talk-1"))
    store.claim(first.id, anna.id)
    with pytest.raises(AlreadyOpen):
        store.save(a_request("talk-1"))

    assert store.open_for("talk-1") == store.get(first.id)


def test_a_closed_conversation_can_be_handed_over_again(store: HandoffStore, anna: Adviser) -> None:
    first, second = a_request("talk-1"), a_request("talk-1")
    store.save(first)
    store.claim(first.id, anna.id)
    store.close(first.id, anna.id)
    assert store.open_for("talk-1") is None
    store.save(second)

    assert store.open_for("talk-1") == second


def test_a_request_cannot_be_saved_as_claimed_by_the_back_door(store: HandoffStore, anna: Adviser) -> None:
    with pytest.raises(ValueError, match="starts as new"):
        store.save(a_request(state=State.CLAIMED, claimed_by=anna.id, claimed_at=START))


def test_a_claim_says_who_and_when(store: HandoffStore, clock: Clock, anna: Adviser) -> None:
    request = a_request()
    store.save(request)
    clock.pass_by(minutes=7)
    claimed = store.claim(request.id, anna.id)

    assert claimed == replace(request, state=State.CLAIMED, claimed_by=anna.id, claimed_at=START + timedelta(minutes=7))
    assert store.held_by(anna.id) == [claimed]
    assert store.waiting() == []


def test_the_second_claim_is_refused_and_changes_nothing(
    store: HandoffStore, clock: Clock, anna: Adviser, bruno: Adviser
) -> None:
    request = a_request()
    store.save(request)
    claimed = store.claim(request.id, anna.id)
    clock.pass_by(minutes=1)
    with pytest.raises(AlreadyClaimed):
        store.claim(request.id, bruno.id)

    assert store.get(request.id) == claimed


def test_what_does_not_exist_is_named_so(store: HandoffStore, anna: Adviser) -> None:
    for attempt in (
        lambda: store.get("nothing"),
        lambda: store.claim("nothing", anna.id),
        lambda: store.answer("nothing", anna.id, "Guten Tag"),
        lambda: store.close("nothing", anna.id),
    ):
        with pytest.raises(NoSuchRequest):
            attempt()


def test_only_the_claimer_answers_and_closes(store: HandoffStore, anna: Adviser, bruno: Adviser) -> None:
    request = a_request()
    store.save(request)
    with pytest.raises(NotOpen):
        store.answer(request.id, anna.id, "Guten Tag")
    with pytest.raises(NotOpen):
        store.close(request.id, anna.id)
    store.claim(request.id, anna.id)
    with pytest.raises(NotYours):
        store.answer(request.id, bruno.id, "Guten Tag")
    with pytest.raises(NotYours):
        store.close(request.id, bruno.id)
    store.close(request.id, anna.id)
    with pytest.raises(NotOpen):
        store.answer(request.id, anna.id, "Guten Tag")
    with pytest.raises(NotOpen):
        store.close(request.id, anna.id)

    assert store.get(request.id).transcript == request.transcript


def test_an_answer_is_kept_as_not_delivered_until_it_is(store: HandoffStore, anna: Adviser) -> None:
    request = a_request()
    store.save(request)
    store.claim(request.id, anna.id)
    line = store.answer(request.id, anna.id, "Guten Tag")

    assert store.get(request.id).transcript[-1] == line
    assert line.undelivered
    assert store.begin_delivery(line.id, anna.id)
    store.end_delivery(line.id, delivered=True)
    assert not store.get(request.id).transcript[-1].undelivered


def test_an_answer_sent_twice_by_the_same_form_is_kept_once(store: HandoffStore, anna: Adviser) -> None:
    request = a_request()
    store.save(request)
    store.claim(request.id, anna.id)
    store.answer(request.id, anna.id, "Guten Tag", line_id="form-1")
    store.answer(request.id, anna.id, "Guten Tag", line_id="form-1")

    assert [line.text for line in store.get(request.id).transcript].count("Guten Tag") == 1


def test_an_answer_without_words_is_refused(store: HandoffStore, anna: Adviser) -> None:
    request = a_request()
    store.save(request)
    store.claim(request.id, anna.id)
    with pytest.raises(NothingToSay):
        store.answer(request.id, anna.id, " \n ")


def test_a_line_is_delivered_by_one_attempt_at_a_time(
    store: HandoffStore, clock: Clock, anna: Adviser, bruno: Adviser
) -> None:
    request = a_request()
    store.save(request)
    store.claim(request.id, anna.id)
    line = store.answer(request.id, anna.id, "Guten Tag")

    assert not store.begin_delivery(line.id, bruno.id), "it is not his request"
    assert store.begin_delivery(line.id, anna.id)
    assert not store.begin_delivery(line.id, anna.id), "the first attempt is still under way"
    store.end_delivery(line.id, delivered=False)
    assert store.begin_delivery(line.id, anna.id), "the first attempt has failed"
    clock.pass_by(minutes=2)
    assert store.begin_delivery(line.id, anna.id), "the second attempt was never heard of again"
    store.end_delivery(line.id, delivered=True)
    assert not store.begin_delivery(line.id, anna.id), "it is delivered"


def test_what_was_heard_is_kept_when_a_request_is_closed(store: HandoffStore, clock: Clock, anna: Adviser) -> None:
    request = a_request()
    store.save(request)
    store.claim(request.id, anna.id)
    clock.pass_by(minutes=5)
    heard = Line(clock(), "user", "Danke!")
    closed = store.close(request.id, anna.id, heard=[heard])

    assert closed.state is State.CLOSED
    assert closed.closed_at == clock()
    assert closed.transcript == [*request.transcript, heard]
    assert store.last_closed(limit=1) == [closed]


def test_the_last_closed_request_is_listed_first(store: HandoffStore, clock: Clock, anna: Adviser) -> None:
    requests = [a_request() for _ in range(3)]
    for request in requests:
        store.save(request)
        store.claim(request.id, anna.id)
        clock.pass_by(minutes=1)
        store.close(request.id, anna.id)

    assert [r.id for r in store.last_closed(limit=2)] == [requests[2].id, requests[1].id]


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "snoozed"},
        {"state": "claimed"},
        {"state": "closed"},
        {"state": "new", "claimed_at": START},
        {"state": "claimed", "claimed_at": START},
    ],
    ids=str,
)
def test_the_database_itself_refuses_a_state_that_makes_no_sense(engine: Engine, broken: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(tables.request), row_of(a_request()) | broken)


@pytest.mark.parametrize("broken", [{"sender": "stranger"}, {"sender": "user", "delivered_at": START}], ids=str)
def test_the_database_itself_refuses_a_line_that_makes_no_sense(
    store: HandoffStore, engine: Engine, broken: dict[str, object]
) -> None:
    request = a_request(transcript=[])
    store.save(request)
    line = {"id": "x", "request_id": request.id, "at": START, "position": 0, "text": "?"}
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(tables.line), line | broken)


def test_the_database_itself_refuses_an_adviser_who_does_not_exist(store: HandoffStore) -> None:
    request = a_request()
    store.save(request)
    with pytest.raises(IntegrityError):
        store.claim(request.id, "nobody")


def test_the_index_of_open_requests_means_the_same_states_as_the_table_of_moves() -> None:
    assert str(tables.IS_OPEN) == "state IN ('new', 'claimed')"
    assert frozenset({State.NEW, State.CLAIMED}) == OPEN
    assert states_before(State.NEW) == frozenset()


def test_sqlite_writes_ahead_and_checks_foreign_keys(sqlite_url: str) -> None:
    from handoff.engine import make_engine

    with make_engine(sqlite_url).connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
        assert connection.execute(text("PRAGMA busy_timeout")).scalar_one() > 0
