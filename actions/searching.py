"""Turns a profile into what the matcher asks for."""

from actions.profile import Profile
from alpine_catalogue.matching.search import Limits, Search


def search_for(profile: Profile, limits: Limits | None = None) -> Search:
    """Return the search for hubs."""
    place = profile.place or {}
    return Search(
        pains=tuple(profile.pain_points or ("no_strategy",)),
        country=profile.country,
        region=profile.region,
        province=profile.province,
        sectors=tuple(profile.sector or ()),
        language=profile.language or "en",
        at=(place["lat"], place["lon"]) if place else None,
        limits=limits or Limits(),
    )
