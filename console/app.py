"""The console as one application: the routes, and what stands around each of them."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.sessions import SessionMiddleware

from console import hub_pages, refusals, routes, sign_in
from console.attempts import Attempts
from console.desk import Desk
from console.headers import Headers
from console.hub_search import HubDirectory
from console.pages import Pages
from console.rasa_api import RasaApi
from console.reader import Names, codes_as_they_are
from console.session import SESSION_COOKIE, SESSION_SECONDS
from console.settings import Settings
from console.wording import load_words
from handoff.advisers import Advisers
from handoff.store import HandoffStore

LARGEST_FORM = 256 * 1024  # bytes; an answer of four-byte signs, percent-encoded, and room to spare


def create_app(
    settings: Settings,
    store: HandoffStore,
    advisers: Advisers,
    rasa: RasaApi,
    names: Names = codes_as_they_are,
    directory: HubDirectory | None = None,
) -> FastAPI:
    """Return the console; `names` gives the words for a code of the catalogue in a language.

    Without a `directory` the page that searches it says that no catalogue is loaded.
    """
    app = FastAPI(title="Adviser console", docs_url=None, redoc_url=None, openapi_url=None)
    pages = Pages(load_words(), names, store.now)
    app.state.desk = Desk(store, advisers, rasa, pages, Attempts(store.now), directory)
    app.add_middleware(
        SessionMiddleware,
        secret_key=settings.console_secret.get_secret_value(),
        session_cookie=SESSION_COOKIE,
        max_age=SESSION_SECONDS,
        same_site="strict",
        https_only=settings.console_https,
    )
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST_FORM)
    app.add_middleware(Headers)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    for router in (sign_in.pages, sign_in.forms, routes.pages, routes.forms, hub_pages.pages):
        app.include_router(router)
    refusals.install(app)
    return app
