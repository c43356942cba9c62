"""Finds facts that cannot be true together, before anybody is judged by them."""

from collections.abc import Mapping
from typing import Any

from alpine_catalogue.eligibility.records import total
from alpine_catalogue.eligibility.values import overlaps
from alpine_catalogue.errors import BadFacts

_MOST_EMPLOYEES = 5_000_000
_WHOLE = 1.0001
"""All owners together, with room for rounding."""


def check_contradictions(values: Mapping[str, Any]) -> None:
    """Raise BadFacts that names the facts and the contradiction."""
    for fault in (_employees(values), _owners(values), _cost(values), _order_of_days(values), _people(values)):
        if fault:
            raise BadFacts(fault)


def _employees(values: Mapping[str, Any]) -> str | None:
    found = values.get("employees")
    if found and found[0] > _MOST_EMPLOYEES:
        return f"employees: {found[0]:.0f} people are more than any firm has. Please check the figure."
    return None


def _owners(values: Mapping[str, Any]) -> str | None:
    shares = sum(owner.share for owner in values.get("owners", ()))
    return f"owners: the shares add up to {shares:.0%}, more than the whole firm." if shares > _WHOLE else None


def _cost(values: Mapping[str, Any]) -> str | None:
    if not (values.get("costs") and values.get("cost")) or overlaps(values["cost"], total(values["costs"])):
        return None
    return f"cost and costs contradict each other: the lines add up to {total(values['costs'])[0]:.0f}."


def _order_of_days(values: Mapping[str, Any]) -> str | None:
    founded = values.get("founded")
    for name, value in values.items():
        done = value.get("day") if isinstance(value, Mapping) else None
        if founded and done and done[1] < founded[0]:
            return f"{name} was done before the firm was founded. Please check both days."
    return None


def _people(values: Mapping[str, Any]) -> str | None:
    staff, trained = values.get("employees"), values.get("people_trained")
    if staff and trained and trained[0] > staff[1]:
        return "people_trained: more people than the firm has (employees)."
    return None
