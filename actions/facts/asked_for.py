"""For which programmes the questions are asked, and which fact comes next."""

from dataclasses import dataclass
from functools import cached_property

from actions.facts.deciding import deciding_facts
from actions.facts.known import facts_known, flat
from actions.profile import Profile
from actions.programmes.advice import Advice
from actions.turn import slots_before
from alpine_catalogue.eligibility.outcome import Outcome


@dataclass(frozen=True)
class AskedFor:
    """The programmes named when the questions began; all that were told where none was named."""

    advice: Advice
    ids: tuple[str, ...]

    @classmethod
    def of(cls, advice: Advice, *, begins: bool) -> "AskedFor":
        """Read them out of the message that begins the questions, later out of the result.

        "It" alone narrows nothing: the same questions settle other programmes as well.
        """
        named = advice.meant.ids if begins else advice.talk.result.get("asked_for") or ()
        if begins and advice.meant.it:
            named = advice.told or named
        known = advice.talk.services.rulebook().rules
        return cls(advice, tuple(id for id in named if id in known) or advice.told)

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """Their verdicts with all that is known now."""
        return self.advice.outcomes(self.ids)

    @cached_property
    def outcomes_before(self) -> list[Outcome]:
        """Their verdicts as they were before the message."""
        slots, services = slots_before(self.advice.talk.tracker), self.advice.talk.services
        facts = facts_known(Profile.of(slots), flat(slots.get("firm_facts")), services.kinds)
        return [services.rulebook().judge(id, facts, self.advice.on) for id in self.ids]

    @property
    def next_fact(self) -> str | None:
        """The fact to ask for, or None where nothing can be settled any more."""
        kinds = self.advice.talk.services.kinds
        return next(iter(deciding_facts(self.outcomes, self.advice.firm_facts, kinds)), None)
