"""Single facts about a hub in words, for details and comparisons; what nobody has confirmed is marked."""

from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale

from actions.wording import Wording
from alpine_catalogue.languages import in_language
from alpine_catalogue.matching.proposal import Member
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.model import Hub, Technology

_MOST_TECHNOLOGIES = 6
_NUTS2 = 4


class HubFacts:
    """Writes facts in the language of the conversation."""

    def __init__(
        self,
        wording: Wording,
        technologies: Mapping[str, Technology],
        regions: Mapping[str, Mapping[str, Any]],
        criteria: Criteria,
    ) -> None:
        """Take the names of everything a fact may mention."""
        self._wording, self._technologies, self._regions, self._criteria = wording, technologies, regions, criteria
        self._locale = Locale(wording.language)

    def line(self, label: str, *values: str) -> str:
        """Return a fact behind its label; several values stand side by side."""
        return self._wording.phrase(label, value=" | ".join(values))

    def distance(self, member: Member) -> str:
        """Say how far it is."""
        if member.distance_km is None:
            return self._wording.phrase("not_known")
        return self._wording.phrase("about_km", km=member.distance_km)

    def address(self, hub: Hub) -> str:
        """Name town and country."""
        return self._marked(hub, "city", [hub.city, self.country(hub.country)])

    def languages(self, hub: Hub) -> str:
        """Name the languages of service."""
        return self._marked(hub, "languages", (self.language(code) for code in hub.languages))

    def services(self, hub: Hub) -> str:
        """Name what it offers."""
        return self._marked(hub, "services", (self.service(name) for name in hub.services))

    def technologies(self, hub: Hub) -> str:
        """Name the technologies in which it is strongest by its own scores."""
        strongest = sorted(hub.technologies, key=lambda name: -(hub.technologies[name] or 0))[:_MOST_TECHNOLOGIES]
        return self._marked(hub, "technologies", (self.technology(name) for name in strongest))

    def infrastructure(self, hub: Hub) -> str:
        """Name its labs and test beds, as its source does."""
        return self._marked(hub, "infrastructure", hub.infrastructure)

    def area(self, hub: Hub) -> str:
        """Name the regions or countries in which it works, each once."""
        return self._marked(hub, "serves", dict.fromkeys(self._area(code) for code in hub.serves))

    def kind(self, hub: Hub) -> str:
        """Say what kind of organisation it is."""
        return self.kind_name(hub.kind)

    def website(self, hub: Hub) -> str:
        """Return its address on the web."""
        return self._marked(hub, "website", [hub.website] if hub.website else [])

    def status(self, hub: Hub) -> str:
        """Say when it was last seen active."""
        phrase = "status_active" if hub.status == "active" else "status_unknown"
        return self._wording.phrase(phrase, year=hub.status_year)

    def technology(self, name: str) -> str:
        """Return the name of a technology."""
        return in_language(self._technologies[name].names, self._wording.language)

    def service(self, name: str) -> str:
        """Return the name of a service."""
        return in_language(self._criteria.services[name], self._wording.language)

    def kind_name(self, kind: str) -> str:
        """Return the name of a kind of organisation."""
        return in_language(self._criteria.kinds[kind]["names"], self._wording.language)

    def language(self, code: str) -> str:
        """Return the name of a language."""
        return str(self._locale.languages[code])

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return str(self._locale.territories[code])

    def _area(self, code: str) -> str:
        """A region by its name; one that is known by its code only as its country."""
        region = self._regions.get(code[:_NUTS2])
        return in_language(region["names"], self._wording.language) if region else self.country(code[:2])

    def _marked(self, hub: Hub, field: str, values: Iterable[str]) -> str:
        listed = self._wording.listed(values)
        if not listed:
            return self._wording.phrase("not_known")
        return self._wording.phrase("not_confirmed", value=listed) if field in hub.from_memory else listed
