"""Says in the adviser's language what was refused, and gives back the text that was sent with it."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from console.desk import desk_of
from console.errors import ConsoleError, FormNotOurs, NotSignedIn, TooLong
from handoff.errors import HandoffError, NoSuchRequest, NothingToSay, NotOpen, NotYours

LOG = logging.getLogger(__name__)
LOUD = 500  # from this status on it is our fault, and somebody has to hear of it
REFUSALS: Mapping[type[Exception], tuple[int, str]] = {
    FormNotOurs: (403, "form"),
    NotSignedIn: (403, "session"),
    NoSuchRequest: (404, "missing"),
    NotYours: (409, "not_yours"),
    NotOpen: (409, "not_open"),
    NothingToSay: (422, "empty"),
    TooLong: (422, "too_long"),
    RequestValidationError: (422, "form"),
}
STATUS_WORDS = {404: "missing", 405: "missing", 413: "too_long"}


def install(app: FastAPI) -> None:
    """Have the application answer every refusal with a page."""
    for error in (ConsoleError, HandoffError, SQLAlchemyError, RequestValidationError):
        app.add_exception_handler(error, refuse)
    app.add_exception_handler(HTTPException, refuse_status)


async def refuse(request: Request, error: Exception) -> Response:
    """Say why it was refused; a page that only needs an adviser leads to the sign-in instead."""
    if isinstance(error, NotSignedIn) and request.method == "GET":
        return RedirectResponse(request.url_for("sign_in_page").path, 303)
    status, why = REFUSALS.get(type(error), (503, "broken"))
    if isinstance(error, RequestValidationError) and any(each["loc"][0] == "path" for each in error.errors()):
        status, why = REFUSALS[NoSuchRequest]
    if status >= LOUD:
        LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _page(request, status, why, await _kept_text(request))


async def refuse_status(request: Request, error: Exception) -> Response:
    """Say what a bare status means."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _page(request, status, STATUS_WORDS.get(status, "broken"), "")


def _page(request: Request, status: int, why: str, kept_text: str) -> Response:
    pages = desk_of(request).pages
    return pages.show(request, "refused.html", status=status, why=why, kept_text=kept_text)


async def _kept_text(request: Request) -> str:
    # The body was read already, by the route: this only looks at it again.
    text = (await request.form()).get("text") if request.method == "POST" else None
    return text if isinstance(text, str) else ""
