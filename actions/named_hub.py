"""Which hubs of the whole directory a message names: the firm may ask about one that was never told."""

from collections.abc import Collection, Mapping

from actions.which_hub import HubWords
from alpine_catalogue.directory.directory import Directory
from alpine_catalogue.directory.query import Matched, Query
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.model import Hub

_BY_NAME = ("exact_name", "name")
_MOST = 10
_SHORT = 2


def named_hubs(
    text: str, hubs: Mapping[str, Hub], directory: Directory, plain: Collection[str], towns: bool = False
) -> tuple[str, ...]:
    """Return the ids of hubs of whose short name a telling word stands in the text, the most fitting first.

    `plain` words tell nothing. With `towns`, a hub is named by its town too ("the one in Milan").
    """
    page = directory.search(Query(text), limit=_MOST)
    return tuple(
        hit.hub_id
        for hit in page.hits
        if any(_names(found, hubs[hit.hub_id], plain) or (towns and found.kind == "city") for found in hit.matched)
    )


def _names(found: Matched, hub: Hub, plain: Collection[str]) -> bool:
    if found.kind not in _BY_NAME or found.guessed:
        return False
    telling = {word for word in fold(hub.name).split() if len(word) > _SHORT} - set(plain)
    return bool(telling & set(found.asked.split()))


def plain_words(words: HubWords, language: str) -> frozenset[str]:
    """Return the words that name no hub in a message of this language."""
    return words.plain | frozenset(words.everyday.get(language, ()))
