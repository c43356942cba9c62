"""All that the routes need, built once and passed to each of them."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from console.attempts import Attempts
from console.hub_search import HubDirectory
from console.pages import Pages
from console.rasa_api import RasaApi
from handoff.advisers import Advisers
from handoff.store import HandoffStore


@dataclass(frozen=True)
class Desk:
    """The store, the way to the assistant, and the pages."""

    store: HandoffStore
    advisers: Advisers
    rasa: RasaApi
    pages: Pages
    attempts: Attempts
    directory: HubDirectory | None = None


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that got this request."""
    desk: Desk = request.app.state.desk
    return desk


OurDesk = Annotated[Desk, Depends(desk_of)]
