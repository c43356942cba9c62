"""Facts about the firm from two slots: the profile, and `firm_facts` for all that the profile has no slot for. Pure.

`firm_facts` tells facts as docs/facts.md does, by their names in the registry; None: asked, and to be left
alone. Facts with a slot of their own are None there. In here it is flat: steps are named `steps.<id>`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from actions.profile import Profile
from alpine_catalogue.eligibility.fact_kinds import STEP, FactKinds
from alpine_catalogue.eligibility.facts import Facts, facts_from
from alpine_catalogue.errors import BadFacts, UnknownCode

IN_PROFILE = ("country", "region", "province", "sector", "employees")
"""Facts that have a slot of their own."""
FirmFacts = Mapping[str, Any]
_STEPS = "steps"


def flat(slot: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the facts of the slot by their names in the registry."""
    told = dict(slot or {})
    return {STEP + name: value for name, value in (told.pop(_STEPS, None) or {}).items()} | told


def as_slot(facts: FirmFacts) -> dict[str, Any] | None:
    """Return the facts as docs/facts.md tells them, with steps below one name; None where there are none."""
    told = {name: value for name, value in facts.items() if not name.startswith(STEP)}
    steps = {name.removeprefix(STEP): value for name, value in facts.items() if name.startswith(STEP)}
    return (told | {_STEPS: steps} if steps else told) or None


def facts_known(profile: Profile, firm_facts: FirmFacts, kinds: FactKinds) -> Facts:
    """Return all that is known, for the evaluator; a fact that the registry has given up since is left out."""
    own = {name: getattr(profile, name) for name in IN_PROFILE}
    told = {name: value for name, value in firm_facts.items() if name in kinds and name not in IN_PROFILE}
    return facts_from((as_slot(told) or {}) | own, kinds)


def fitting(profile: Profile, known: FirmFacts, told: Mapping[str, Any], kinds: FactKinds) -> dict[str, Any]:
    """Return those facts told that can be true with what is known; each is looked at by itself."""
    return dict(_fitting(profile, known, told, kinds))


def can_be(profile: Profile, known: FirmFacts, kinds: FactKinds) -> bool:
    """Tell if these facts can be true together."""
    try:
        facts_known(profile, known, kinds)
    except (BadFacts, UnknownCode):
        return False
    return True


def _fitting(
    profile: Profile, known: FirmFacts, told: Mapping[str, Any], kinds: FactKinds
) -> Iterator[tuple[str, Any]]:
    believed = dict(known)
    for name, value in told.items():
        if can_be(profile, {**believed, name: value}, kinds):
            believed[name] = value
            yield name, value
