"""What can go wrong between an adviser, the console and the assistant.

ConsoleError
├── NotSignedIn         nobody is signed in: sign in first
├── FormNotOurs         a form without the token that its page was given
├── TooLong             an answer with more characters than a channel carries
└── RasaError           the assistant did not do what it was asked
    ├── RasaUnreachable     it does not answer at all
    └── RasaRefused         it answered, but with a refusal
"""


class ConsoleError(Exception):
    """Anything that the console refuses; the page says it in the adviser's language."""


class NotSignedIn(ConsoleError):
    """Raised when a page needs an adviser and there is none: sign in first."""


class FormNotOurs(ConsoleError):
    """Raised when a form lacks the token of its page: open the page again and repeat."""


class TooLong(ConsoleError):
    """Raised when an answer is longer than the channels carry: shorten it."""


class RasaError(ConsoleError):
    """Raised when the assistant did not do what it was asked: nothing may be marked as done."""


class RasaUnreachable(RasaError):
    """Raised when the assistant does not answer: try again when it runs."""


class RasaRefused(RasaError):
    """Raised when the assistant answers with a refusal: see its log, then try again."""
