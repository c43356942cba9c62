"""What a signed-in adviser can open and do: the list, one request, claim, answer, close."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request, Response

from console.conversation import conversation_of
from console.delivery import deliver, give_back
from console.desk import Desk, OurDesk
from console.errors import RasaError, RasaUnreachable, TooLong
from console.facts import facts_of
from console.form_token import our_form
from console.inbox import LISTS, languages_of, requests_in, rows_of
from console.pages import notify, to
from console.proposals import hubs_of, programmes_of, uncovered_of
from console.session import SignedIn
from handoff.errors import AlreadyClaimed
from handoff.model import Adviser, Line, new_id

LONGEST_ANSWER = 4000  # characters; Telegram carries 4096 in one message

pages = APIRouter()
forms = APIRouter(dependencies=[Depends(our_form)])  # so that no form can do without its token


@dataclass(frozen=True)
class Written:
    """An answer as its form sends it; the id makes a form that is sent twice count once."""

    line_id: str
    text: str


def written(line_id: Annotated[UUID, Form()], text: Annotated[str, Form()] = "") -> Written:
    """Return what was written, with plain line ends; raise TooLong when no channel carries it."""
    words = text.replace("\r\n", "\n")
    if len(words) > LONGEST_ANSWER:
        raise TooLong(f"An answer has at most {LONGEST_ANSWER} characters: shorten it.")
    return Written(str(line_id), words)


Answered = Annotated[Written, Depends(written)]


@pages.get("/")
def inbox_page(request: Request, desk: OurDesk, adviser: SignedIn) -> Response:
    """List what waits, what is mine, or what was closed last; `language` keeps one language only."""
    chosen = request.query_params.get("list", "")
    shown = chosen if chosen in LISTS else LISTS[0]
    language = request.query_params.get("language", "")
    requests = requests_in(shown, adviser, desk.store)
    wanted = [one for one in requests if language in ("", one.language)]
    return desk.pages.show(
        request,
        "inbox.html",
        adviser=adviser,
        shown=shown,
        language=language,
        spoken=languages_of(requests),
        rows=rows_of(wanted, desk.pages.reader(request)),
        counts=desk.store.open_counts(adviser.id),
    )


@pages.get("/requests/{request_id}")
def request_page(request: Request, request_id: UUID, desk: OurDesk, adviser: SignedIn) -> Response:
    """Show one request with all that is known, and what this adviser may do."""
    reader = desk.pages.reader(request)
    handed = desk.store.get(str(request_id))
    return desk.pages.show(
        request,
        "request.html",
        adviser=adviser,
        conversation=conversation_of(handed, desk.rasa),
        row=rows_of([handed], reader)[0],
        holder=desk.advisers.get(handed.claimed_by) if handed.claimed_by else None,
        facts=facts_of(handed.slots, reader),
        hubs=hubs_of(handed.result, reader),
        programmes=programmes_of(handed.result, reader),
        uncovered=uncovered_of(handed.result, reader),
        counts=desk.store.open_counts(adviser.id),
        answer_id=new_id(),
        longest=LONGEST_ANSWER,
    )


@forms.post("/requests/{request_id}/claim")
def claim(request: Request, request_id: UUID, desk: OurDesk, adviser: SignedIn) -> Response:
    """Take a request, unless a colleague was faster."""
    try:
        desk.store.claim(str(request_id), adviser.id)
        notify(request, "claimed")
    except AlreadyClaimed:
        if desk.store.get(str(request_id)).claimed_by != adviser.id:
            notify(request, "already_claimed")
    return to(request, "request_page", str(request_id))


@forms.post("/requests/{request_id}/answer")
def answer(
    request: Request,
    request_id: UUID,
    desk: OurDesk,
    adviser: SignedIn,
    written: Answered,
) -> Response:
    """Keep an answer, then deliver it; what cannot be delivered stays kept and can be sent again."""
    line = desk.store.answer(str(request_id), adviser.id, written.text, line_id=written.line_id)
    return _deliver(request, desk, adviser, str(request_id), line)


@forms.post("/requests/{request_id}/answers/{line_id}/send-again")
def send_again(request: Request, request_id: UUID, line_id: UUID, desk: OurDesk, adviser: SignedIn) -> Response:
    """Try once more to deliver an answer that was kept."""
    line = desk.store.answer_of(str(request_id), adviser.id, str(line_id))
    return _deliver(request, desk, adviser, str(request_id), line)


@forms.post("/requests/{request_id}/close")
def close(request: Request, request_id: UUID, desk: OurDesk, adviser: SignedIn) -> Response:
    """Give the conversation back to the assistant and close; while it cannot take it, nothing changes."""
    try:
        give_back(desk.store.get(str(request_id)), adviser, store=desk.store, rasa=desk.rasa)
    except RasaError:
        notify(request, "not_closed")
        return to(request, "request_page", str(request_id))
    notify(request, "closed")
    return to(request, "inbox_page")


def _deliver(request: Request, desk: Desk, adviser: Adviser, request_id: str, line: Line) -> Response:
    handed = desk.store.get(request_id)
    try:
        arrived = deliver(line, handed, adviser, store=desk.store, rasa=desk.rasa)
        notify(request, "delivered" if arrived else "under_way")
    except RasaUnreachable:
        notify(request, "not_delivered")
    except RasaError:
        notify(request, "delivery_refused")
    return to(request, "request_page", request_id)
