"""The page on which a signed-in adviser searches the directory of hubs."""

from fastapi import APIRouter, Request, Response

from alpine_catalogue.errors import NotLoaded
from console.desk import OurDesk
from console.hub_search import LONGEST_QUERY, found_page, page_number
from console.session import SignedIn

pages = APIRouter()


@pages.get("/hubs")
def hubs_page(request: Request, desk: OurDesk, adviser: SignedIn) -> Response:
    """Show what was found for `q`, all hubs where nothing is asked; `page` counts from 1."""
    text = request.query_params.get("q", "").strip()[:LONGEST_QUERY]
    page = page_number(request.query_params.get("page", "1"))
    try:
        found = desk.directory and found_page(text, page, desk.directory, desk.pages.reader(request))
    except NotLoaded:
        found = None  # the page says so, as it does where no directory was given
    return desk.pages.show(request, "hubs.html", adviser=adviser, query=text, found=found, longest=LONGEST_QUERY)
