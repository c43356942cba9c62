"""Renders the pages; every text is escaped, because what a firm writes is not to be trusted."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from console.form_token import form_token
from console.reader import Names, Reader
from console.wording import LANGUAGES, Words, language_for

GOOD_NEWS = frozenset({"claimed", "delivered", "closed", "signed_out"})


class Pages:
    """The templates, the words, the names and the clock."""

    def __init__(self, words: Mapping[str, Words], names: Names, now: Callable[[], datetime]) -> None:
        """Take the words by language, the names of codes, and the clock."""
        self.words, self.names, self.now = words, names, now
        self.templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def reader(self, request: Request) -> Reader:
        """Return who looks at the page, in the language that fits."""
        language = language_for(request)
        return Reader(language, self.words[language], self.names, self.now())

    def show(self, request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """Return a page; `context` is what its template needs beside the frame."""
        reader = self.reader(request)
        notice = request.session.pop("notice", None)
        frame = {
            "t": reader.say,
            "reader": reader,
            "csrf": form_token(request),
            "notice": notice,
            "good_news": notice in GOOD_NEWS,
            "adviser": None,
            "languages": [(code, self.words[code]["own_name"], _same_page(request, code)) for code in LANGUAGES],
        }
        return HTMLResponse(self.templates.get_template(template).render(frame | context), status)


def notify(request: Request, notice: str) -> None:
    """Have the next page say `notice_<notice>`."""
    request.session["notice"] = notice


def to(request: Request, page: str, request_id: str | None = None) -> RedirectResponse:
    """Lead the browser to a page after a form, so that reloading it sends nothing again."""
    path = {} if request_id is None else {"request_id": request_id}
    return RedirectResponse(request.app.url_path_for(page, **path), 303)


def _same_page(request: Request, language: str) -> str:
    return f"?{request.url.include_query_params(lang=language).query}"
