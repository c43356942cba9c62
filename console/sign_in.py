"""The way in and out: e-mail address and password, asked for no more often than a person types them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response

from console.desk import OurDesk
from console.form_token import our_form
from console.pages import notify, to
from console.session import end_session, start_session

pages = APIRouter()
forms = APIRouter(dependencies=[Depends(our_form)])  # so that no form can do without its token


@pages.get("/sign-in")
def sign_in_page(request: Request, desk: OurDesk) -> Response:
    """Ask for e-mail address and password."""
    return desk.pages.show(request, "sign_in.html", wrong=None, email="")


@forms.post("/sign-in")
def sign_in(
    request: Request,
    desk: OurDesk,
    email: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> Response:
    """Begin a session, or say what was wrong without saying which of the two."""
    address = request.client.host if request.client else ""
    if not desk.attempts.allow(email, address):
        return desk.pages.show(request, "sign_in.html", status=429, wrong="sign_in_too_often", email=email)
    adviser = desk.advisers.verify(email, password)
    if adviser is None:
        return desk.pages.show(request, "sign_in.html", status=401, wrong="sign_in_wrong", email=email)
    desk.attempts.forgive(email, address)
    start_session(request, adviser)
    return to(request, "inbox_page")


@forms.post("/sign-out")
def sign_out(request: Request) -> Response:
    """End the session in this browser."""
    end_session(request)
    notify(request, "signed_out")
    return to(request, "sign_in_page")
