"""Good practices and events as frozen records, and the firm that looks for them."""

from dataclasses import dataclass
from datetime import date

from alpine_catalogue.languages import Words


@dataclass(frozen=True)
class Practice:
    """What a firm digitalised, with whose help, and what it changed."""

    id: str
    title: Words
    firm: str
    """As the source names it, or `not named`."""
    country: str
    region: str | None
    """NUTS-2; None when the firms sit in several regions."""
    sectors: tuple[str, ...]
    """NACE divisions; none means firms of many sectors."""
    pain_points: tuple[str, ...]
    """The chief one first."""
    technologies: tuple[str, ...]
    hub: str | None
    helped_by: str
    year: int | None
    source: str
    checked: date
    confidence: str


@dataclass(frozen=True)
class Event:
    """A dated meeting, fair, course or workshop."""

    id: str
    title: str
    """In its own language, never translated."""
    languages: tuple[str, ...]
    starts: date
    ends: date
    """The last day on which it still takes place."""
    city: str | None
    country: str
    region: str | None
    online: bool
    """A firm can take part from its desk."""
    pain_points: tuple[str, ...]
    """None means that it is about everything."""
    technologies: tuple[str, ...]
    organiser: str | None
    hub: str | None
    url: str | None
    source: str
    checked: date
    confidence: str


@dataclass(frozen=True)
class Firm:
    """What is known of the firm that looks for examples; whatever it has not told stays empty."""

    pains: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    """Those it asked for, or those that were proposed to it."""
    sectors: tuple[str, ...] = ()
    """NACE divisions."""
    country: str | None = None
    region: str | None = None
    hubs: tuple[str, ...] = ()
    """Ids of the hubs that were proposed to it."""
    language: str = "en"
