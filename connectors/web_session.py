"""Sessions of the web channel: the server names the conversation, and signs the name it gives to the browser.

With Rasa's own channel the browser names the conversation, so that anyone who learns or guesses a name reads
and writes in it. Here a name cannot be guessed, and one that this server has not signed opens nothing.
"""

import logging
import secrets

from itsdangerous import BadSignature, TimestampSigner

from connectors.errors import WeakSecret

LIFETIME = 30 * 24 * 3600
"""How long a browser can come back to its conversation, in seconds."""

SHORTEST_SECRET = 16
LONGEST_TOKEN = 200

logger = logging.getLogger(__name__)


class Sessions:
    """Gives out conversations and recognises its own signature."""

    def __init__(self, secret: str, lifetime: int = LIFETIME) -> None:
        """Sign with `secret`; without one, with a secret that lasts as long as this process. Raises
        WeakSecret."""
        if not secret:
            logger.warning("WEB_SESSION_SECRET is not set: web conversations will end when this process ends.")
        elif len(secret) < SHORTEST_SECRET:
            raise WeakSecret(f"Set WEB_SESSION_SECRET to at least {SHORTEST_SECRET} random characters.")
        self._signer = TimestampSigner(secret or secrets.token_hex(32), salt="connectors.web")
        self._lifetime = lifetime

    def begin(self) -> tuple[str, str]:
        """Return a new conversation that nobody can guess, and the token that opens it."""
        conversation = secrets.token_hex(16)
        return conversation, self._signer.sign(conversation).decode()

    def resume(self, token: object) -> str | None:
        """Return the conversation that a token opens, or None where it is not ours or too old."""
        if not isinstance(token, str) or len(token) > LONGEST_TOKEN:
            return None
        try:
            return self._signer.unsign(token, max_age=self._lifetime).decode()
        except BadSignature:
            return None
