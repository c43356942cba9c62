"""Which act we go by: the likeliest one, unless it is too uncertain or the facts in the message say otherwise."""

from collections.abc import Mapping, Set

Ranking = list[tuple[str, float]]
_FACTS = frozenset({"pain_point", "sector", "employees", "place", "place_candidates", "place_outside", "country"})
_TELLING = frozenset({"pain_point", "sector", "place", "place_candidates"})
_SMALL_TALK = frozenset({"greet", "thank", "goodbye", "skip", "dont_know"})
"""Acts that are overruled when the message tells facts: "hello, we are a sawmill in Schwaz"."""


def chosen(ranking: Ranking, text: str, named: Set[str], certain: Mapping[str, float], threshold: float) -> Ranking:
    """Put the act we go by first. Below `threshold` nothing is guessed; acts in `certain` need more than that."""
    if not any(sign.isalnum() for sign in text):
        return [("nothing_said", 1.0), *ranking]
    act, chance = ranking[0]
    facts, unsure = named & _FACTS, chance < certain.get(act, threshold)
    if facts and (unsure or (act in _SMALL_TALK and facts & _TELLING)):
        return [("inform", 1.0 - chance), *(other for other in ranking if other[0] != "inform")]
    if unsure or (act == "inform" and not facts):
        return [("nlu_fallback", 1.0 - chance), *ranking]
    return ranking
