"""Who is signed in: kept in a signed cookie that no script can read and no other site can send."""

from typing import Annotated

from fastapi import Depends, Request

from console.desk import OurDesk
from console.errors import NotSignedIn
from handoff.model import Adviser

SESSION_COOKIE = "console_session"
SESSION_SECONDS = 12 * 60 * 60  # a long working day


def signed_in(request: Request, desk: OurDesk) -> Adviser:
    """Return the adviser of this session; raise NotSignedIn when there is none, or not any more."""
    adviser = desk.advisers.get(str(request.session.get("adviser")))
    if adviser is None:
        raise NotSignedIn("Sign in first.")
    return adviser


def start_session(request: Request, adviser: Adviser) -> None:
    """Begin a session with a token of its own; only the chosen language outlives the stranger's one."""
    language = request.session.get("lang")
    end_session(request)
    request.session["adviser"] = adviser.id
    if language:
        request.session["lang"] = language


def end_session(request: Request) -> None:
    """Forget who it was."""
    request.session.clear()


SignedIn = Annotated[Adviser, Depends(signed_in)]
