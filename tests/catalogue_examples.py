"""What the tests of the catalogue start from: its folder, small hubs and pain points, a firm."""

from datetime import date
from pathlib import Path
from typing import Any

from alpine_catalogue.matching.search import Limits, Search
from alpine_catalogue.model import Criterion, Hub, PainPoint

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "catalogue"
DAY = date(2026, 11, 22)
BOLZANO, TRENTO, INNSBRUCK, MUNICH = (46.498, 11.354), (46.067, 11.121), (47.269, 11.404), (48.137, 11.575)


def hub(id: str, **fields: Any) -> Hub:
    """A hub in Bolzano for everybody; `fields` say what is different."""
    plain: dict[str, Any] = {
        "name": id.title(),
        "kind": "dih",
        "country": "IT",
        "city": "Bolzano",
        "lat": BOLZANO[0],
        "lon": BOLZANO[1],
        "serves": ("ITH1",),
        "website": None,
        "languages": ("en",),
        "technologies": {},
        "sectors": (),
        "services": (),
        "infrastructure": (),
        "status": "active",
        "status_year": 2026,
        "sources": ("https://hub.example",),
        "checked": DAY,
        "from_memory": (),
    }
    return Hub(id=id, **(plain | fields))


def pain(id: str, **technologies: float) -> PainPoint:
    """A pain point with the weight of each technology that helps."""
    words = dict.fromkeys(("en", "de", "fr", "it", "sl"), id)
    criteria = {name: Criterion(weight, "for the test") for name, weight in technologies.items()}
    return PainPoint(id, words, words, criteria, {}, (id,))


def firm(*pains: str, limits: Limits | None = None, **fields: Any) -> Search:
    """A firm in Bolzano that speaks English."""
    place: dict[str, Any] = {"country": "IT", "region": "ITH1", "at": BOLZANO}
    return Search(pains=pains, limits=limits or Limits(), **(place | fields))
