"""Puts what is known about a proposed hub into words."""

from collections.abc import Iterator, Mapping

from actions.citing import cited
from actions.wording import Wording
from alpine_catalogue.languages import in_language
from alpine_catalogue.matching.proposal import Member, Reason
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.model import PainPoint, Technology

_EXPERTISE = ("technology", "service")
_RESERVATIONS = ("other_language", "status_unverified", "languages_unverified", "technologies_unverified")


class HubCards:
    """Writes one card per hub, in the language of the conversation."""

    def __init__(
        self,
        wording: Wording,
        pains: Mapping[str, PainPoint],
        technologies: Mapping[str, Technology],
        criteria: Criteria,
    ) -> None:
        """Take the names of everything a card may mention."""
        self._wording, self._pains = wording, pains
        self._technologies, self._criteria = technologies, criteria

    def card(self, number: int, member: Member) -> str:
        """Return the card: who, what for, why, what is uncertain, source."""
        return "\n".join(self._lines(number, member))

    def _lines(self, number: int, member: Member) -> Iterator[str]:
        hub, say = member.hub, self._wording.phrase
        head = "hub_head" if member.distance_km is None else "hub_head_km"
        yield say(head, number=number, name=hub.name, city=hub.city, country=hub.country, km=member.distance_km)
        yield say("hub_helps_with", needs=self.names_of(member.covers))
        yield say("hub_why", reasons=self._reasons(member, reservations=False))
        reservations = self._reasons(member, reservations=True)
        if reservations:
            yield say("hub_note", reservations=reservations)
        yield cited(self._wording, hub.source, hub.checked)
        if hub.website:
            yield hub.website

    def names_of(self, pains: tuple[str, ...]) -> str:
        """Return the names of pain points as a list."""
        return self._wording.listed(in_language(self._pains[p].names, self._wording.language) for p in pains)

    def circumstances(self, member: Member) -> str:
        """Return what speaks for the hub besides what it can do: trade, area, border."""
        told = (reason for reason in member.reasons if reason.key not in (*_EXPERTISE, *_RESERVATIONS))
        return self._wording.listed(self._reason(reason) for reason in told)

    def _reasons(self, member: Member, *, reservations: bool) -> str:
        chosen = (reason for reason in member.reasons if (reason.key in _RESERVATIONS) is reservations)
        return self._wording.listed(self._reason(reason) for reason in chosen)

    def _reason(self, reason: Reason) -> str:
        language = self._wording.language
        if reason.key == "technology":
            return in_language(self._technologies[str(reason.value)].names, language)
        if reason.key == "service":
            return in_language(self._criteria.services[str(reason.value)], language)
        return self._wording.phrase(f"reason_{reason.key}", value=reason.value)
