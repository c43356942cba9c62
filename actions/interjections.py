"""Questions that come in between: answered at once, then the open question is asked again."""

from collections.abc import Iterable

LEAVE_THE_FORM = ("talk_to_person", "start_over", "erase_data", "goodbye", "out_of_scope_emergency")
"""Acts that end the form; `data/rules/leaving.yml` says how it goes on."""

REFINING = ("closer", "only_language", "only_my_country", "without", "another", "compare", "hub_details")
"""Acts about a result; inside the form they may be answers in disguise."""


def answer_to(act: str | None, question: str | None, responses: Iterable[str]) -> str | None:
    """Return the response that answers the act inside a form, if there is one.

    `utter_<act>_<question>` answers it for one question only (why do you ask *this*?), `utter_<act>` for all.
    """
    known = set(responses)
    return next((name for name in (f"utter_{act}_{question}", f"utter_{act}") if name in known), None)
