"""What can go wrong at the edge of the assistant.

ConnectorError
├── UnreadableBody    the body of a request is no JSON object (HTTP 400)
├── BodyTooLarge      the body of a request is too large, or hides its size (HTTP 413)
├── UnusableSender    a REST client named a conversation in a way that no store can keep (HTTP 400)
├── WeakSecret        the secret that signs web sessions can be guessed
└── UnusableInbox     the file that remembers Telegram's updates cannot be opened
"""


class ConnectorError(Exception):
    """Base of all errors of this package; `status` is the HTTP status that answers it."""

    status = 400


class UnreadableBody(ConnectorError):
    """The body of a request is no JSON object."""


class BodyTooLarge(ConnectorError):
    """The body of a request is larger than any message of a person can be."""

    status = 413


class UnusableSender(ConnectorError):
    """A REST client named its conversation with something that cannot be a name."""


class WeakSecret(ConnectorError):
    """The secret in credentials.yml is too short to sign sessions with."""


class UnusableInbox(ConnectorError):
    """The file in which Telegram's updates are remembered cannot be opened or written."""
