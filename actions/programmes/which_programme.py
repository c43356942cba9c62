"""Which programmes a message means: by name, by number, or the one talked about last. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from actions.positions import positions
from actions.programmes.named import Mention
from actions.which_hub import HubWords, points_at_it
from alpine_catalogue.gazetteer.fold import fold

_FEW_WORDS = 6
"""A question as short as this, without a name, goes on about the same programme: "and until when?"."""


@dataclass(frozen=True)
class ToldProgrammes:
    """What was told, by ids in the order of their numbers; the one talked about last; those of the firm's country."""

    ids: Sequence[str] = ()
    last: str | None = None
    at_home: Collection[str] = ()


@dataclass(frozen=True)
class MeantProgrammes:
    """Ids of the programmes meant, in the order of the message; `unclear` are several that one name may mean."""

    ids: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    beyond: int | None = None
    """A number for which no programme was told."""
    it: bool = False
    """Whether none was named, and the one talked about last is meant."""


@dataclass(frozen=True)
class PointingWords:
    """Words that point at what was told: numbers, "this one", "all of them"."""

    hubs: HubWords
    all: frozenset[str]


def which_programme(
    text: str, mentions: Sequence[Mention], told: ToldProgrammes, words: PointingWords
) -> MeantProgrammes:
    """Return what the message means; nothing where it names none and goes on about none."""
    if mentions:
        narrowed = [_narrowed(mention.ids, told) for mention in mentions]
        unclear = next((ids for ids in narrowed if len(ids) > 1), ())
        return MeantProgrammes(tuple(dict.fromkeys(id for ids in narrowed for id in ids)), unclear)
    places = positions(text, words.hubs.counting, len(told.ids))
    if inside := [told.ids[place - 1] for place in places if 0 < place <= len(told.ids)]:
        return MeantProgrammes(tuple(inside))
    if places and told.ids:
        return MeantProgrammes(beyond=places[0])
    if told.last and (_goes_on(text, words) or not told.ids):
        return MeantProgrammes((told.last,), it=True)
    return MeantProgrammes()


def _narrowed(ids: tuple[str, ...], told: ToldProgrammes) -> tuple[str, ...]:
    """Of several with the same name, those that were told; else those of the firm's own country."""
    for nearer in (told.ids, told.at_home):
        if found := tuple(id for id in ids if id in nearer):
            return found
    return ids


def _goes_on(text: str, words: PointingWords) -> bool:
    if words.all & set(fold(text).split()):
        return False
    return len(text.split()) <= _FEW_WORDS or points_at_it(text, words.hubs)
