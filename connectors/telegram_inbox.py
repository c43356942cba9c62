"""Remembers which updates of Telegram have come, so that none is answered twice and none is lost.

Telegram sends an update again whenever our answer is late or lost, and a restarted server would take it for a
new one. An update waits in this file with its content until its turn comes, and then leaves only its number:
one that was waiting when the server stopped is answered after the restart, one that was being answered is not
begun again.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from connectors.errors import UnusableInbox

REMEMBERED = 10_000

_TABLE = """
CREATE TABLE IF NOT EXISTS inbox (
    arrival   INTEGER PRIMARY KEY AUTOINCREMENT,
    update_id INTEGER NOT NULL UNIQUE,
    content   TEXT
)
"""


class Inbox:
    """A small SQLite file, shared by all processes that serve the same bot on this machine."""

    def __init__(self, path: str = "", remembered: int = REMEMBERED) -> None:
        """Open the file, or a memory of this process where there is none. Raises UnusableInbox."""
        self._remembered = remembered
        try:
            if path:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._rows = sqlite3.connect(path or ":memory:", isolation_level=None)
            self._rows.execute("PRAGMA journal_mode = WAL")
            self._rows.execute("PRAGMA synchronous = NORMAL")  # survives a killed process, if not a power cut
            self._rows.execute("PRAGMA secure_delete = ON")  # what was written is gone once it was taken
            self._rows.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            raise UnusableInbox(
                f"Set TELEGRAM_INBOX to a file that can be written; {path!r} cannot: {error}."
            ) from error

    def put(self, update_id: int, content: str) -> bool:
        """Remember an update; False where it has come before."""
        added = self._rows.execute(
            "INSERT INTO inbox (update_id, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (update_id, content),
        )
        if added.rowcount == 0:
            return False
        newest = added.lastrowid or 0
        self._rows.execute("DELETE FROM inbox WHERE arrival <= ? AND content IS NULL", (newest - self._remembered,))
        return True

    def take(self, update_id: int) -> bool:
        """Take an update out of the line, for good; False where it was taken before, perhaps by another
        process."""
        taken = self._rows.execute(
            "UPDATE inbox SET content = NULL WHERE update_id = ? AND content IS NOT NULL", (update_id,)
        )
        return taken.rowcount == 1

    def waiting(self) -> Iterator[str]:
        """Return the contents of the updates whose turn has not come, oldest first."""
        rows = self._rows.execute("SELECT content FROM inbox WHERE content IS NOT NULL ORDER BY arrival").fetchall()
        return (content for (content,) in rows)

    def close(self) -> None:
        """Close the file."""
        self._rows.close()
