from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from connectors.errors import UnusableInbox
from connectors.telegram_inbox import Inbox


def test_an_update_is_put_once_and_taken_once() -> None:
    inbox = Inbox()
    assert [inbox.put(1, "a"), inbox.put(1, "again")] == [True, False]
    assert [inbox.take(1), inbox.take(1), inbox.take(2)] == [True, False, False]
    assert not inbox.put(1, "later")


def test_what_was_put_and_not_taken_waits_in_the_order_it_came(tmp_path: Path) -> None:
    path = str(tmp_path / "inbox.sqlite")
    before = Inbox(path)
    for number in (9, 3, 7):
        before.put(number, f"update {number}")
    before.take(3)
    before.close()
    assert list(Inbox(path).waiting()) == ["update 9", "update 7"]


def test_nothing_a_person_wrote_is_left_once_it_was_taken(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    inbox = Inbox(str(path))
    inbox.put(1, "our secret figures")
    inbox.take(1)
    inbox.close()
    assert b"secret" not in path.read_bytes()


def test_old_numbers_are_forgotten_but_never_what_still_waits() -> None:
    inbox = Inbox(remembered=10)
    inbox.put(0, "still waiting")
    for number in range(1, 31):
        inbox.put(number, "done")
        inbox.take(number)
    assert not inbox.put(25, "a late copy")
    assert inbox.put(5, "forgotten")
    assert list(inbox.waiting()) == ["still waiting", "forgotten"]


def test_of_many_processes_that_take_the_same_update_one_gets_it(tmp_path: Path) -> None:
    path = str(tmp_path / "inbox.sqlite")
    Inbox(path).put(1, "a")

    def race(_number: int) -> bool:
        return Inbox(path).take(1)

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(race, range(8))) == 1


def test_a_file_that_cannot_be_an_inbox_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(UnusableInbox, match="TELEGRAM_INBOX"):
        Inbox(str(tmp_path / "file" / "inbox.sqlite"))
    (tmp_path / "text.sqlite").write_text("no database, but a text long enough to be looked at " * 20)
    with pytest.raises(UnusableInbox, match=r"text\.sqlite"):
        Inbox(str(tmp_path / "text.sqlite"))
