"""Who may sign in to the console; there is nobody until an adviser is added by command."""

import re
import threading
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from handoff import tables
from handoff.columns import storable
from handoff.engine import writing
from handoff.errors import BadEmail, EmailTaken, WeakPassword
from handoff.model import Adviser, new_id
from handoff.rows import adviser_from

SHORTEST_PASSWORD = 12  # characters
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")
AT_ONCE = 2  # each check of a password takes 64 MiB: more at once would let strangers fill the memory
_adviser = tables.adviser.c


class Advisers:
    """Advisers in the database, their passwords as Argon2id hashes."""

    def __init__(self, engine: Engine, now: Callable[[], datetime], hasher: PasswordHasher | None = None) -> None:
        """Take the database and the clock; the default hasher has the parameters of RFC 9106."""
        self.engine = engine
        self.now = now
        self.hasher = hasher or PasswordHasher()
        self._few = threading.BoundedSemaphore(AT_ONCE)

    def add(self, name: str, email: str, password: str) -> Adviser:
        """Add an adviser; raise WeakPassword, BadEmail or EmailTaken."""
        if len(_characters(password)) < SHORTEST_PASSWORD:
            raise WeakPassword(f"The password is too short: take at least {SHORTEST_PASSWORD} characters.")
        if not EMAIL.fullmatch(_address(email)):
            raise BadEmail(f"{email!r} is no e-mail address: write it as name@organisation.example.")
        adviser = Adviser(id=new_id(), name=name.strip(), email=_address(email), added_at=self.now())
        row = vars(adviser) | {"password_hash": self._hash(password)}
        try:
            with writing(self.engine).begin() as connection:
                connection.execute(insert(tables.adviser), row)
        except IntegrityError as error:
            raise EmailTaken(f"There is already an adviser with the address {adviser.email}.") from error
        return adviser

    def verify(self, email: str, password: str) -> Adviser | None:
        """Return the adviser if the password is right; an unknown address takes as long as a wrong one."""
        with self.engine.connect() as connection:
            row = connection.execute(select(tables.adviser).where(_adviser.email == _address(email))).one_or_none()
        if not self._matches(row.password_hash if row else self._nobodys_hash, password) or row is None:
            return None
        if self.hasher.check_needs_rehash(row.password_hash):
            self._rehash(row.id, password)
        return adviser_from(row)

    def get(self, adviser_id: str) -> Adviser | None:
        """Return the adviser with this id, or None when there is none (any more)."""
        with self.engine.connect() as connection:
            row = connection.execute(select(tables.adviser).where(_adviser.id == adviser_id)).one_or_none()
        return adviser_from(row) if row else None

    def names(self) -> Mapping[str, str]:
        """Return the name of every adviser by id, for pages that show who holds what."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(_adviser.id, _adviser.name)).all()
        return {row.id: row.name for row in rows}

    @cached_property
    def _nobodys_hash(self) -> str:
        return self._hash(new_id())

    def _hash(self, password: str) -> str:
        with self._few:
            return self.hasher.hash(_characters(password))

    def _matches(self, password_hash: str, password: str) -> bool:
        try:
            with self._few:
                return self.hasher.verify(password_hash, _characters(password))
        except VerifyMismatchError:
            return False

    def _rehash(self, adviser_id: str, password: str) -> None:
        changed = update(tables.adviser).where(_adviser.id == adviser_id)
        with writing(self.engine).begin() as connection:
            connection.execute(changed.values(password_hash=self._hash(password)))


def _characters(password: str) -> str:
    """Return the password as every keyboard would send it: an umlaut may come as one sign or as two."""
    return storable(unicodedata.normalize("NFKC", password))


def _address(email: str) -> str:
    return storable(email).strip().lower()
