"""Any order of saving, claiming, answering and closing leaves the store where a plain model says it should be."""

import shutil
import tempfile
from pathlib import Path

import pytest
from handoff_examples import Clock, a_request, quick_hasher
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from handoff.advisers import Advisers
from handoff.engine import make_engine
from handoff.errors import AlreadyClaimed, AlreadyOpen, NotOpen, NotYours
from handoff.migrate import upgrade
from handoff.model import MOVES, State
from handoff.store import HandoffStore

TALKS = ["talk-1", "talk-2", "talk-3"]
ADVISERS = st.integers(0, 2)


class Desk(RuleBasedStateMachine):
    """Three advisers and three conversations; `expected` is the model."""

    requests = Bundle("requests")
    template: Path  # a migrated database with three advisers

    @initialize()
    def open_an_empty_store(self) -> None:
        self.folder = tempfile.mkdtemp()
        shutil.copy(self.template, Path(self.folder) / "handoff.db")
        self.engine = make_engine(f"sqlite:///{self.folder}/handoff.db")
        self.clock = Clock()
        self.store = HandoffStore(self.engine, self.clock)
        self.people = sorted(Advisers(self.engine, self.clock).names())
        self.expected: dict[str, tuple[State, str | None, list[str]]] = {}
        self.talk_of: dict[str, str] = {}

    @rule(target=requests, talk=st.sampled_from(TALKS))
    def save(self, talk: str) -> str:
        request = a_request(talk, transcript=[])
        is_open = any(
            self.talk_of[known] == talk and state is not State.CLOSED for known, (state, _, _) in self.expected.items()
        )
        if is_open:
            with pytest.raises(AlreadyOpen):
                self.store.save(request)
            return next(known for known in self.expected if self.talk_of[known] == talk)
        self.store.save(request)
        self.talk_of[request.id] = talk
        self.expected[request.id] = (State.NEW, None, [])
        return request.id

    @rule(request_id=requests, who=ADVISERS)
    def claim(self, request_id: str, who: int) -> None:
        state, _, said = self.expected[request_id]
        if state is not State.NEW:
            with pytest.raises(AlreadyClaimed):
                self.store.claim(request_id, self.people[who])
            return
        self.store.claim(request_id, self.people[who])
        self.expected[request_id] = (State.CLAIMED, self.people[who], said)

    @rule(request_id=requests, who=ADVISERS, words=st.text(min_size=1).filter(str.strip))
    def answer(self, request_id: str, who: int, words: str) -> None:
        if error := self.refusal(request_id, self.people[who]):
            with pytest.raises(error):
                self.store.answer(request_id, self.people[who], words)
            return
        self.clock.pass_by(seconds=1)
        self.store.answer(request_id, self.people[who], words)
        self.expected[request_id][2].append(words.replace("\x00", "\ufffd"))

    @rule(request_id=requests, who=ADVISERS)
    def close(self, request_id: str, who: int) -> None:
        if error := self.refusal(request_id, self.people[who]):
            with pytest.raises(error):
                self.store.close(request_id, self.people[who])
            return
        self.store.close(request_id, self.people[who])
        _, holder, said = self.expected[request_id]
        self.expected[request_id] = (State.CLOSED, holder, said)

    def refusal(self, request_id: str, who: str) -> type[Exception] | None:
        """Return the error that the model expects for an answer or a close."""
        state, holder, _ = self.expected[request_id]
        if state is not State.CLAIMED:
            return NotOpen
        return None if holder == who else NotYours

    @invariant()
    def the_store_agrees_with_the_model(self) -> None:
        for request_id, (state, holder, said) in getattr(self, "expected", {}).items():
            request = self.store.get(request_id)
            assert (request.state, request.claimed_by) == (state, holder)
            assert [line.text for line in request.transcript] == said

    @invariant()
    def every_request_is_in_exactly_one_list(self) -> None:
        if hasattr(self, "store"):
            listed = [r.id for state in MOVES for r in self.store.in_state(state)]
            assert sorted(listed) == sorted(self.expected)

    @invariant()
    def a_talk_has_at_most_one_open_request(self) -> None:
        for talk in TALKS if hasattr(self, "store") else []:
            is_open = [
                known
                for known, (state, _, _) in self.expected.items()
                if self.talk_of[known] == talk and state is not State.CLOSED
            ]
            found = self.store.open_for(talk)
            assert ([found.id] if found else []) == is_open

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()
            shutil.rmtree(self.folder)


def test_any_order_of_steps_follows_the_table_of_moves(tmp_path: Path) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    url = f"sqlite:///{tmp_path}/template.db"
    upgrade(url)
    engine = make_engine(url)
    for number in range(3):
        Advisers(engine, Clock(), quick_hasher()).add("A", f"a{number}@hub.example", "twelve letters")
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    Desk.template = tmp_path / "template.db"
    run_state_machine_as_test(Desk, settings=settings(max_examples=25, stateful_step_count=25, deadline=None))
