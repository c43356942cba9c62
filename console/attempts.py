"""How often somebody may try a password: slows down guessing without locking anybody out for good."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

MOST = 5  # attempts
WITHIN = timedelta(minutes=15)


class Attempts:
    """Counts attempts to sign in, per e-mail address and network address, in this process's memory."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Take the clock."""
        self.now = now
        self._lock = threading.Lock()
        self._made: dict[tuple[str, str], list[datetime]] = {}

    def allow(self, email: str, address: str) -> bool:
        """Count one attempt and tell whether it may go on; counted first, so that a crowd cannot overtake."""
        key = (email.strip().lower(), address)
        with self._lock:
            self._forget_old()
            made = self._made.setdefault(key, [])
            if len(made) >= MOST:
                return False
            made.append(self.now())
            return True

    def forgive(self, email: str, address: str) -> None:
        """Forget the attempts of somebody who has signed in."""
        with self._lock:
            self._made.pop((email.strip().lower(), address), None)

    def _forget_old(self) -> None:
        oldest = self.now() - WITHIN
        recent = {key: [at for at in made if at > oldest] for key, made in self._made.items()}
        self._made = {key: made for key, made in recent.items() if made}
