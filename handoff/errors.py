"""What can go wrong when a conversation is handed to a person.

HandoffError
├── NoSuchRequest      no request has this id
├── AlreadyOpen        the conversation already waits for a person, or talks to one
├── AlreadyClaimed     another adviser was faster, or it was claimed before
├── NotYours           another adviser holds the request
├── NotOpen            the request is not held by anybody: still waiting, or closed
├── NothingToSay       an answer without words
└── AdviserRefused     an adviser cannot be added
    ├── WeakPassword   too short
    ├── EmailTaken     an adviser with this e-mail address exists
    └── BadEmail       this is no e-mail address
"""


class HandoffError(Exception):
    """Anything that this package refuses; the message says what to do."""


class NoSuchRequest(HandoffError):
    """Raised when no request has the id: look it up in the list again."""


class AlreadyOpen(HandoffError):
    """Raised when a conversation that is already with us is handed over again: keep the first request."""


class AlreadyClaimed(HandoffError):
    """Raised for everybody but the first who claims a request: choose another one."""


class NotYours(HandoffError):
    """Raised when somebody else than the claimer answers or closes: ask the claimer."""


class NotOpen(HandoffError):
    """Raised when a request is answered or closed before it is claimed, or after it was closed."""


class NothingToSay(HandoffError):
    """Raised when an answer holds no words: write some."""


class AdviserRefused(HandoffError):
    """Anything that keeps an adviser from being added."""


class WeakPassword(AdviserRefused):
    """Raised when a password is too short: choose a longer one."""


class EmailTaken(AdviserRefused):
    """Raised when an adviser with this e-mail address exists already."""


class BadEmail(AdviserRefused):
    """Raised when the text is no e-mail address."""
