"""The token that tells our own forms from those that another site sends in an adviser's name."""

import hmac
import secrets
from typing import Annotated

from fastapi import Form, Request

from console.errors import FormNotOurs


def form_token(request: Request) -> str:
    """Return the token that every form of this session carries."""
    return str(request.session.setdefault("csrf", secrets.token_urlsafe(32)))


def our_form(request: Request, csrf: Annotated[str, Form()] = "") -> None:
    """Raise FormNotOurs unless the form carries the token of its session."""
    known = str(request.session.get("csrf", ""))
    if not known or not hmac.compare_digest(known.encode(), csrf.encode("utf-8", "replace")):
        raise FormNotOurs("Open the page again and repeat.")
