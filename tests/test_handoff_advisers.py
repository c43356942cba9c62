"""Who may sign in: nobody by default, and nobody learns from the clock which addresses exist."""

import time
from collections.abc import Callable

import pytest
from argon2 import PasswordHasher
from handoff_examples import PASSWORD, Clock, quick_hasher
from sqlalchemy import Engine, select

from handoff import tables
from handoff.advisers import Advisers
from handoff.errors import BadEmail, EmailTaken, WeakPassword
from handoff.model import Adviser

pytest_plugins = ["handoff_fixtures"]


def kept_hash(engine: Engine) -> str:
    """Return the only hash in the database."""
    with engine.connect() as connection:
        return str(connection.execute(select(tables.adviser.c.password_hash)).scalar_one())


def test_there_is_no_adviser_by_default(advisers: Advisers) -> None:
    assert advisers.names() == {}
    assert advisers.verify("admin", "admin") is None


def test_the_right_password_opens_and_a_wrong_one_does_not(advisers: Advisers, anna: Adviser) -> None:
    assert advisers.verify("anna@hub.example", PASSWORD) == anna
    assert advisers.verify(" Anna@Hub.example ", PASSWORD) == anna
    assert advisers.verify("anna@hub.example", PASSWORD + "!") is None
    assert advisers.verify("anna@hub.example", "") is None
    assert advisers.verify("nobody@hub.example", PASSWORD) is None


def test_an_umlaut_is_the_same_in_one_sign_and_in_two(advisers: Advisers) -> None:
    advisers.add("Ute", "ute@hub.example", "Ma\u0308rchen im Wald")

    assert advisers.verify("ute@hub.example", "M\u00e4rchen im Wald") is not None


@pytest.mark.parametrize("hostile", ["\x00" * 12, "\ud800" * 12, "x" * 100_000])
def test_no_password_breaks_the_check(advisers: Advisers, anna: Adviser, hostile: str) -> None:
    assert advisers.verify(anna.email, hostile) is None


@pytest.mark.parametrize(("length", "taken"), [(11, False), (12, True)])
def test_a_password_has_at_least_twelve_characters(advisers: Advisers, length: int, taken: bool) -> None:
    if not taken:
        with pytest.raises(WeakPassword, match="at least 12"):
            advisers.add("Anna", "anna@hub.example", "x" * length)
        return
    assert advisers.add("Anna", "anna@hub.example", "x" * length)


@pytest.mark.parametrize("address", ["", "anna", "anna@", "@hub.example", "an na@hub.example", "a@b@c"])
def test_what_is_no_address_is_refused(advisers: Advisers, address: str) -> None:
    with pytest.raises(BadEmail):
        advisers.add("Anna", address, PASSWORD)


def test_an_address_belongs_to_one_adviser(advisers: Advisers, anna: Adviser) -> None:
    with pytest.raises(EmailTaken):
        advisers.add("Another Anna", "ANNA@hub.example", PASSWORD)


def test_the_password_is_kept_as_argon2id_only(engine: Engine, anna: Adviser) -> None:
    assert kept_hash(engine).startswith("$argon2id$")
    assert PASSWORD not in kept_hash(engine)


def test_a_hash_with_old_parameters_is_renewed_at_the_next_sign_in(engine: Engine, clock: Clock, anna: Adviser) -> None:
    before = kept_hash(engine)
    stronger = Advisers(engine, clock, PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    assert stronger.verify(anna.email, "wrong password") is None
    assert kept_hash(engine) == before
    assert stronger.verify(anna.email, PASSWORD) == anna

    assert "m=16,t=2" in kept_hash(engine)
    assert stronger.verify(anna.email, PASSWORD) == anna


def test_an_unknown_address_takes_as_long_as_a_wrong_password(sqlite_url: str, clock: Clock) -> None:
    from handoff.engine import make_engine
    from handoff.migrate import upgrade

    upgrade(sqlite_url)
    engine = make_engine(sqlite_url)
    advisers = Advisers(engine, clock, PasswordHasher())
    advisers.add("Anna", "anna@hub.example", PASSWORD)
    advisers.verify("nobody@hub.example", PASSWORD)  # the first one also makes the hash to compare with

    def shortest(email: str) -> float:
        return min(seconds(lambda: advisers.verify(email, "wrong password")) for _ in range(4))

    unknown, wrong = shortest("nobody@hub.example"), shortest("anna@hub.example")
    engine.dispose()
    assert unknown > wrong / 2, "without a hash to compare with it would be a hundred times as quick"
    assert quick_hasher().time_cost < PasswordHasher().time_cost, "this test needs the real hasher"


def seconds(act: Callable[[], object]) -> float:
    """Return how long it takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
