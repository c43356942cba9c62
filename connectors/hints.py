"""The few things a client may tell beside the text: which language it shows, and in which region it stands.

They are hints, not facts. Anything else a client sends as metadata is dropped here, so that it cannot reach
the tracker.
"""

import re
from collections.abc import Mapping

from connectors.heard import Heard

_SHAPES = {
    "language": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}"),  # a language tag, such as "de" or "de-AT"
    "region": re.compile(r"[A-Z]{2}[A-Z0-9]{0,3}"),  # a country or NUTS code, such as "SI" or "ITH1"
}


def hints(told: object) -> dict[str, str]:
    """Return the hints among what a client told, without those that cannot be what they claim to be."""
    if not isinstance(told, Mapping):
        return {}
    found = {key: told.get(key) for key in _SHAPES}
    return {key: value for key, value in found.items() if isinstance(value, str) and _SHAPES[key].fullmatch(value)}


def metadata(heard: Heard, told: Mapping[str, str]) -> dict[str, object]:
    """Return what travels beside a message in `UserMessage.metadata`: the hints, and `cut` where the text
    was cut."""
    return {**told, "cut": True} if heard.cut else dict(told)
