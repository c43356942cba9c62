"""All that is known of one hub, with what nobody has confirmed marked as such."""

from collections.abc import Iterator

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.citing import cited
from actions.programmes.ask_eligibility import ActionAskEligibility
from actions.talk import Talk
from actions.told_result import with_last
from alpine_catalogue.matching.proposal import Member


class ActionHubDetails(AfterResult):
    """Tells the details of the hub that was named, or was talked about last."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_hub_details"

    def ready(self, talk: Talk) -> bool:
        """A programme can be asked about without a result."""
        return super().ready(talk) or talk.is_about_programmes

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Tell them; from now on "it" means this hub."""
        if talk.is_about_programmes:
            return ActionAskEligibility(self._services).answer(dispatcher, talk)
        if talk.meant.beyond:
            dispatcher.utter_message(response="utter_no_such_number", number=talk.meant.beyond, names=talk.named())
            return []
        member = talk.member(talk.in_question)
        dispatcher.utter_message(text="\n".join(_lines(talk, member)))
        dispatcher.utter_message(response="utter_details_contact" if member.hub.website else "utter_details_no_website")
        return [SlotSet("result", with_last(talk.result, talk.in_question))]


def _lines(talk: Talk, member: Member) -> Iterator[str]:
    hub, facts = member.hub, talk.facts
    yield talk.titled(hub)
    if hub.full_name and hub.full_name != hub.name:
        yield hub.full_name
    yield facts.line("hub_kind", facts.kind(hub))
    yield facts.line("hub_address", facts.address(hub))
    yield facts.line("hub_distance", facts.distance(member))
    yield facts.line("hub_website", facts.website(hub))
    yield facts.line("hub_languages", facts.languages(hub))
    yield facts.line("hub_services", facts.services(hub))
    yield facts.line("hub_technologies", facts.technologies(hub))
    yield facts.line("hub_infrastructure", facts.infrastructure(hub))
    yield facts.line("hub_area", facts.area(hub))
    yield facts.line("hub_status", facts.status(hub))
    yield cited(talk.wording, hub.source, hub.checked)
