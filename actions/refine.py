"""Changes the limits of a proposal and proposes anew: nearer, in one language, in one country, without somebody."""

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.limit_changes import CHANGES
from actions.limits import as_slot
from actions.talk import Talk
from actions.tell_hubs import hubs_told, tell_next, tell_proposal
from actions.told_result import told_ids, with_team


class ActionRefine(AfterResult):
    """Sets the limit that the message asks for; takes it back when it leaves nobody."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_refine"

    def ready(self, talk: Talk) -> bool:
        """Only a proposal can be limited."""
        return bool(talk.result.get("hubs"))

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Say what is limited now and tell the new team; or say for which needs nobody would be left."""
        change = CHANGES[talk.heard.act or ""](talk)
        if change.limits is None:
            dispatcher.utter_message(response=change.response, **change.values)
            return []
        search = talk.search(change.limits)
        proposal = self._services.matcher().propose(search)
        dispatcher.utter_message(response=change.response, **change.values)
        if not proposal.team.members:
            dispatcher.utter_message(response="utter_limit_dropped", needs=talk.cards.names_of(search.pains))
            return []
        limited = SlotSet("limits", as_slot(change.limits))
        if hubs_told(proposal) == told_ids(talk.result):
            dispatcher.utter_message(response="utter_same_proposal")
            return [limited]
        told = tell_proposal(dispatcher, talk.cards, talk.wording, proposal)
        tell_next(dispatcher, told)
        return [limited, SlotSet("result", with_team(talk.result, told, proposal.uncovered))]
