"""The real catalogue as the measurements need it, read from its files."""

from collections.abc import Callable
from typing import TypeVar

from alpine_catalogue import build
from alpine_catalogue.files.folder import read_folder
from alpine_catalogue.model import Hub, PainPoint, Programme
from deploy.settings import ROOT

FOLDER = ROOT / "catalogue"
Built = TypeVar("Built")


def hubs() -> list[Hub]:
    """Return all hubs."""
    return _all("hub", build.hub)


def programmes() -> list[Programme]:
    """Return all programmes."""
    return _all("programme", build.programme)


def pain_points() -> dict[str, PainPoint]:
    """Return all pain points by id."""
    return {pain.id: pain for pain in _all("pain_point", build.pain_point)}


def _all(kind: str, make: Callable[[build.Body], Built]) -> list[Built]:
    return [make(record.body) for record in read_folder(FOLDER) if record.kind == kind]
