"""What a conversation has told about the firm so far, and how a new message changes it. Pure: no Rasa, no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

TELLING = frozenset(
    (
        *("inform", "correct", "withdraw", "ask_hubs", "ask_programmes", "ask_eligibility", "ask_amount"),
        *("ask_practices", "ask_events", "ask_maturity", "search_directory", "only_my_country", "nlu_fallback"),
    )
)
"""Acts that tell facts about the firm. In a question about us ("why do you want to know?") no word is a fact."""
LOOKING = frozenset({"search_directory", "only_my_country", "ask_practices", "ask_events"})
"""Acts that look around: once we know where the firm is, the places and needs in them are not the firm's."""
ANSWERING = TELLING | {"greet", "affirm", "deny", "dont_know"}
"""Acts in which place, trade and size may stand as well ("yes, in Bruneck"; "not sure, about ten"), but no needs."""

Entity = Mapping[str, Any]
Size = int | list[int | None]


@dataclass(frozen=True)
class Profile:
    """The slots about the firm, by their contract names."""

    language: str | None = None
    country: str | None = None
    region: str | None = None
    province: str | None = None
    place: Mapping[str, Any] | None = None
    """The place as told: name, lat, lon and its codes."""
    place_candidates: Sequence[Mapping[str, Any]] | None = None
    """Places that the name told may mean; to be asked back."""
    outside_place: str | None = None
    """A place told that lies outside the Alpine Space."""
    sector: Sequence[str] | None = None
    employees: Size | None = None
    pain_points: Sequence[str] | None = None
    not_needed: Sequence[str] | None = None
    """Needs that the firm says it does not have, or has met."""
    skipped: Sequence[str] | None = None
    """Questions the firm would not or could not answer."""
    told: Mapping[str, Any] | None = None
    """The firm's own words for `place`, `sector` and `employees`, and by need for `pain_points` and `not_needed`."""

    @classmethod
    def of(cls, slots: Mapping[str, Any]) -> "Profile":
        """Read the profile out of a tracker's slots."""
        return cls(**{field.name: slots.get(field.name) for field in fields(cls)})

    def changes(self, after: "Profile") -> dict[str, Any]:
        """Return the slots that differ in `after`, with their new values."""
        names = (field.name for field in fields(self))
        return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(self, name)}


@dataclass(frozen=True)
class Heard:
    """One message: its act, what was found in it, which question it answers (if one was asked), and its text."""

    act: str | None
    entities: Sequence[Entity]
    question: str | None = None
    text: str = ""

    def values(self, entity: str, role: str | None = None) -> list[Any]:
        """All values of an entity, in the order in which they were told, each once."""
        found = [e["value"] for e in self.entities if e["entity"] == entity and e.get("role") == role]
        return [value for index, value in enumerate(found) if value not in found[:index]]

    def first(self, entity: str) -> Any:
        """The first value of an entity, or None."""
        return next(iter(self.values(entity)), None)


def updated(profile: Profile, heard: Heard) -> Profile:
    """Return the profile after the message: facts are added, replaced or taken back, never guessed."""
    profile = _language(profile, heard)
    if heard.act in LOOKING and profile.country and not profile.place_candidates:
        return profile
    if heard.act in ANSWERING:
        profile = _size(_trade(_place(profile, heard), heard), heard)
    if heard.act in TELLING:
        profile = _needs(profile, heard)
    return _declined(profile, heard)


def _language(profile: Profile, heard: Heard) -> Profile:
    wanted, clear, guess = (heard.first(name) for name in ("language_wanted", "language", "language_guess"))
    if heard.act == "change_language" and wanted not in (None, "other"):
        return replace(profile, language=wanted)
    return replace(profile, language=clear or profile.language or guess)


def _place(profile: Profile, heard: Heard) -> Profile:
    place, country, outside = (heard.first(name) for name in ("place", "country", "place_outside"))
    candidates = heard.first("place_candidates") or (profile.place_candidates if country else None)
    if place:
        return _at(profile, place)
    if candidates:
        return _one_of(profile, candidates, country)
    if outside:
        return replace(profile, outside_place=outside["name"])
    return replace(_in_country(profile, country), outside_place=None)


def _one_of(profile: Profile, candidates: Sequence[Mapping[str, Any]], country: str | None) -> Profile:
    """Take the only candidate in the country; with several, ask among those; never one against the country told."""
    inside = [place for place in candidates if place["country"] == (country or profile.country)]
    if len(inside) == 1:
        return _at(profile, inside[0])
    left = inside or (None if country else candidates)
    return replace(_in_country(profile, country), place_candidates=left, outside_place=None)


def _in_country(profile: Profile, country: str | None) -> Profile:
    if country in (None, profile.country):
        return profile
    return replace(profile, country=country, region=None, province=None, place=None, place_candidates=None)


def _at(profile: Profile, place: Mapping[str, Any]) -> Profile:
    return replace(
        profile,
        country=place["country"],
        region=place["region"],
        province=place.get("province"),
        place=place,
        place_candidates=None,
        outside_place=None,
    )


def _trade(profile: Profile, heard: Heard) -> Profile:
    """A trade once told is replaced only by an answer or a correction: later trade words are mostly about others."""
    told = heard.values("sector")
    settled = profile.sector and heard.act != "correct" and heard.question != "sector"
    return profile if settled or not told else replace(profile, sector=told)


def _size(profile: Profile, heard: Heard) -> Profile:
    size = heard.first("employees")
    settled = profile.employees is not None and heard.act not in ("correct", "inform")
    return profile if settled or size is None else replace(profile, employees=size)


def _needs(profile: Profile, heard: Heard) -> Profile:
    told, refused = heard.values("pain_point"), heard.values("pain_point", role="not_needed")
    if heard.act == "withdraw":
        known = [need for need in told if need in (*(profile.pain_points or ()), *(profile.not_needed or ()))]
        taken_back = known or told  # "forget the web shop, it is about attacks": the rest is told anew
        told, refused = [need for need in told if need not in taken_back], refused + taken_back
    if heard.act == "ask_programmes" and (profile.pain_points or len(told) > 1):
        told = [need for need in told if need != "no_funding"]  # we tell the money in any case: no hub is needed for it
    needs = [need for need in _joined(profile.pain_points, told) if need not in refused]
    others = [need for need in _joined(profile.not_needed, refused) if need not in told]
    return replace(
        profile,
        pain_points=needs or None,
        not_needed=others or None,
    )


def _joined(before: Sequence[str] | None, told: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*(before or ()), *told]))


def _declined(profile: Profile, heard: Heard) -> Profile:
    """Remember a question that was declined; forget that as soon as it is answered after all."""
    skipped = list(profile.skipped or ())
    if heard.act in ("skip", "dont_know") and heard.question and not _answered(profile, heard.question):
        skipped.append(heard.question)
    skipped = [name for name in dict.fromkeys(skipped) if not _answered(profile, name)]
    return replace(profile, skipped=skipped or None)


def _answered(profile: Profile, name: str) -> bool:
    return bool(getattr(profile, name, None))
