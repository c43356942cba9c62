"""What a conversation has told about the firm so far, and how a new message changes it. Pure: no Rasa, no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

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
    """One message: its act, what was found in it, and which question it answers (if one was asked)."""

    act: str | None
    entities: Sequence[Entity]
    question: str | None = None

    def values(self, entity: str, role: str | None = None) -> list[Any]:
        """All values of an entity, in the order in which they were told, each once."""
        found = [e["value"] for e in self.entities if e["entity"] == entity and e.get("role") == role]
        return [value for index, value in enumerate(found) if value not in found[:index]]

    def first(self, entity: str) -> Any:
        """The first value of an entity, or None."""
        return next(iter(self.values(entity)), None)


def updated(profile: Profile, heard: Heard) -> Profile:
    """Return the profile after the message: facts are added, replaced or taken back, never guessed."""
    for step in (_language, _place, _trade, _size, _needs, _declined):
        profile = step(profile, heard)
    return profile


def _language(profile: Profile, heard: Heard) -> Profile:
    wanted, clear, guess = (heard.first(name) for name in ("language_wanted", "language", "language_guess"))
    if heard.act == "change_language" and wanted not in (None, "other"):
        return replace(profile, language=wanted)
    return replace(profile, language=clear or profile.language or guess)


def _place(profile: Profile, heard: Heard) -> Profile:
    place, candidates = heard.first("place"), heard.first("place_candidates")
    country, outside = heard.first("country"), heard.first("place_outside")
    if place is None and candidates is None and profile.place_candidates and country:
        candidates = profile.place_candidates
    if candidates:
        place = place or _the_one_in(country or profile.country, candidates)
    if place:
        return _at(profile, place)
    if candidates:
        return replace(profile, place_candidates=candidates, outside_place=None)
    if country and country != profile.country:
        return replace(
            profile, country=country, region=None, province=None, place=None, place_candidates=None, outside_place=None
        )
    return replace(profile, outside_place=outside["name"] if outside else None)


def _the_one_in(country: str | None, candidates: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    inside = [place for place in candidates if place["country"] == country]
    return inside[0] if len(inside) == 1 else None


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
    return replace(profile, sector=heard.values("sector") or profile.sector)


def _size(profile: Profile, heard: Heard) -> Profile:
    size = heard.first("employees")
    return profile if size is None else replace(profile, employees=size)


def _needs(profile: Profile, heard: Heard) -> Profile:
    told, refused = heard.values("pain_point"), heard.values("pain_point", role="not_needed")
    if heard.act == "withdraw":
        told, refused = [], told + refused
    needs = [need for need in _joined(profile.pain_points, told) if need not in refused]
    others = [need for need in _joined(profile.not_needed, refused) if need not in told]
    return replace(
        profile,
        pain_points=needs if needs or profile.pain_points else None,
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
