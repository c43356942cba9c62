"""Speaks to a user through Rasa's HTTP interface, so that an answer takes the same way as the assistant's."""

import logging
import re
from collections.abc import Mapping
from typing import Any

import httpx

from console.errors import RasaError, RasaRefused, RasaUnreachable
from console.tracker import lines_of
from handoff.model import Line

LOG = logging.getLogger(__name__)
DELIVERY_SECONDS = 20.0  # a channel may be slow; must stay below `handoff.store.ATTEMPT_LASTS`
READING_SECONDS = 3.0  # an adviser waits for the page meanwhile
CLOSED_INTENT = "EXTERNAL_handoff_closed"
# Rasa takes an id from the address as it stands there, undecoded: only these signs can be in it.
ADDRESSABLE = re.compile(r"[A-Za-z0-9_~:@!$'()*+,;=-][A-Za-z0-9._~:@!$'()*+,;=-]*")


class RasaApi:
    """One running Rasa server. Every method raises RasaUnreachable or RasaRefused when it did not work."""

    def __init__(self, url: str, token: str) -> None:
        """Take the server's address and the token of its HTTP interface; nothing is sent yet."""
        # The token stands in the address, because Rasa wants it there: no environment proxy may see it.
        self.client = httpx.Client(base_url=url, params={"token": token}, trust_env=False)

    def say(self, conversation_id: str, channel: str, text: str, adviser_name: str) -> None:
        """Deliver an adviser's words to the user."""
        custom = {"sender": "adviser", "name": adviser_name}
        event = {"event": "bot", "text": text, "data": {"custom": custom}}
        self._append(conversation_id, event, output_channel=channel, execute_side_effects="true")

    def resume(self, conversation_id: str, channel: str) -> None:
        """Let the assistant speak again, and have it tell the user so."""
        self._append(conversation_id, {"event": "resume"})
        self._call(
            "POST",
            _path(conversation_id, "trigger_intent"),
            params={"output_channel": channel},
            json={"name": CLOSED_INTENT},
        )

    def transcript(self, conversation_id: str) -> list[Line]:
        """Return what has been said so far, oldest first."""
        tracker = self._call("GET", _path(conversation_id, "tracker"), timeout=READING_SECONDS)
        return lines_of(tracker.get("events") or [])

    def _append(self, conversation_id: str, event: Mapping[str, object], **params: str) -> None:
        self._call("POST", _path(conversation_id, "tracker/events"), params=params, json=[event])

    def _call(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        try:
            return self._ask(method, path, **options)
        except RasaError as error:
            LOG.warning("%s", error)  # the adviser only learns that it did not work
            raise

    def _ask(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        try:
            response = self.client.request(method, path, **{"timeout": DELIVERY_SECONDS} | options)
        except httpx.TransportError as error:
            raise RasaUnreachable(f"Rasa does not answer at {self.client.base_url}: start it.") from error
        if not response.is_success:
            raise RasaRefused(f"Rasa answered {response.status_code} to {path}: see its log.")
        return _dictionary(response, path)


def _dictionary(response: httpx.Response, path: str) -> dict[str, Any]:
    try:
        answer = response.json()
    except ValueError as error:
        raise RasaRefused(f"Rasa's answer to {path} is not JSON: is it Rasa that runs there?") from error
    if not isinstance(answer, dict):
        raise RasaRefused(f"Rasa's answer to {path} is not an object: is it Rasa that runs there?")
    return answer


def _path(conversation_id: str, rest: str) -> str:
    if not ADDRESSABLE.fullmatch(conversation_id):
        raise RasaRefused(f"The conversation id {conversation_id!r} cannot stand in an address.")
    return f"/conversations/{conversation_id}/{rest}"
