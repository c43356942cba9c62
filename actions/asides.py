"""Questions that need the catalogue and come in between: answered at once, then the form asks on."""

from collections.abc import Mapping

from rasa_sdk import Action

from actions.after_result import AfterResult
from actions.another import ActionAnother
from actions.compare_hubs import ActionCompareHubs
from actions.examples import ActionAskEvents, ActionAskPractices
from actions.explain_hub import ActionExplainHub
from actions.facts.missing_facts import ActionMissingFacts
from actions.hub_details import ActionHubDetails
from actions.programmes.ask_amount import ActionAskAmount
from actions.programmes.ask_combination import ActionAskCombination
from actions.programmes.ask_deadline import ActionAskDeadline
from actions.programmes.ask_eligibility import ActionAskEligibility
from actions.refine import ActionRefine
from actions.search_directory import ActionSearchDirectory
from actions.wiring import Services

ASIDES: Mapping[str, type[AfterResult]] = {
    "closer": ActionRefine,
    "only_language": ActionRefine,
    "only_my_country": ActionRefine,
    "without": ActionRefine,
    "another": ActionAnother,
    "explain_hub": ActionExplainHub,
    "compare": ActionCompareHubs,
    "hub_details": ActionHubDetails,
    "search_directory": ActionSearchDirectory,
    "ask_practices": ActionAskPractices,
    "ask_events": ActionAskEvents,
    "ask_eligibility": ActionAskEligibility,
    "ask_amount": ActionAskAmount,
    "ask_deadline": ActionAskDeadline,
    "ask_combination": ActionAskCombination,
    "ask_missing_facts": ActionMissingFacts,
}
"""The action that answers an act; `data/rules/` says the same for when no form is open (a test compares)."""


def aside(act: str | None, wired: Services | None = None) -> Action | None:
    """Return the action that answers the act, if there is one."""
    found = ASIDES.get(act or "")
    return found(wired) if found else None
