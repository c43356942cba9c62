"""Phrases out of `data/responses`, for answers that are put together from several parts."""

from collections.abc import Iterable, Mapping
from typing import Any

from rasa_sdk.types import DomainDict


class Wording:
    """The responses of the domain in one language."""

    def __init__(self, domain: DomainDict, language: str) -> None:
        """Take the domain that Rasa sends with each call."""
        self._responses: Mapping[str, Iterable[Mapping[str, Any]]] = domain["responses"]
        self.language = language

    def phrase(self, response: str, /, **values: object) -> str:
        """Return the text of `utter_<response>`, with its placeholders filled."""
        text = self._variation(f"utter_{response}")
        for key, value in values.items():
            text = text.replace("{" + key + "}", str(value))
        return text

    def has(self, name: str) -> bool:
        """Tell if there is a response `utter_<name>`."""
        return f"utter_{name}" in self._responses

    def _variation(self, response: str) -> str:
        """Choose as Rasa does: the variation whose condition holds, otherwise the one without a condition."""
        default = ""
        for variation in self._responses[response]:
            conditions = variation.get("condition") or []
            if not conditions:
                default = variation["text"]
            elif all(condition["value"] == self.language for condition in conditions):
                return str(variation["text"])
        return default

    def listed(self, parts: Iterable[str]) -> str:
        """Join parts as a plain list."""
        return ", ".join(parts)
