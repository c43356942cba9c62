"""One turn of a conversation as the answers about programmes see it: facts, rules, and which programme is meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from actions.facts.fact_turn import facts_heard
from actions.facts.figures import figures_in
from actions.facts.heard_facts import FactsHeard
from actions.facts.known import facts_known, flat
from actions.facts.told_entities import ABOUT_PROGRAMMES
from actions.programmes.asked_day import asked_day
from actions.programmes.named import Mention
from actions.programmes.voice import Voice
from actions.programmes.which_programme import MeantProgrammes, PointingWords, ToldProgrammes, which_programme
from actions.talk import Talk
from actions.told_result import told_programmes
from alpine_catalogue.eligibility.facts import Facts
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.errors import BadFacts


@dataclass(frozen=True)
class Advice:
    """The talk, with all that is needed to judge programmes and to speak of them."""

    talk: Talk

    @cached_property
    def voice(self) -> Voice:
        """Speaks of programmes in the language of the conversation."""
        services, wording = self.talk.services, self.talk.wording
        return Voice(wording, services.names(wording.language), services.sentences(wording.language))

    @cached_property
    def facts(self) -> Facts:
        """All that is known of the firm, this message included."""
        return facts_known(self.talk.profile, self.firm_facts, self.talk.services.kinds)

    @property
    def firm_facts(self) -> Mapping[str, Any]:
        """Facts beside the profile, by their names in the registry."""
        return flat(self.talk.tracker.get_slot("firm_facts"))

    @cached_property
    def heard(self) -> FactsHeard:
        """What the message told about the firm."""
        return facts_heard(self.talk.tracker, self.talk.services)

    @cached_property
    def on(self) -> date:
        """The day for which is judged: a later one that a question names, or today."""
        days, today = self.talk.services.vocabulary.facts.days, self.talk.services.today()
        return asked_day(self._beside_names, days, today) if self.talk.heard.act in ABOUT_PROGRAMMES else today

    @property
    def day_is_known(self) -> bool:
        """Tell if the rules of that day can be known at all."""
        try:
            self.talk.services.rulebook().checked_day(self.on)
        except BadFacts:
            return False
        return True

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Programmes told that are still in the catalogue, in the order of their numbers."""
        rules = self.talk.services.rulebook().rules
        return tuple(id for id in told_programmes(self.talk.result) if id in rules)

    @cached_property
    def meant(self) -> MeantProgrammes:
        """Which programmes the message means."""
        home, programmes = self.talk.profile.country, self.talk.services.catalogue.programmes()
        at_home = [id for id, one in programmes.items() if home and one.country == home]
        last = self.talk.result.get("last_programme")
        told = ToldProgrammes(self.told, last if last in programmes else None, at_home)
        vocabulary = self.talk.services.vocabulary
        pointing = PointingWords(vocabulary.hubs, vocabulary.programmes.all)
        return which_programme(self._beside_figures, self._mentions, told, pointing)

    def outcomes(self, ids: Iterable[str]) -> list[Outcome]:
        """Judge programmes by their ids."""
        book = self.talk.services.rulebook()
        return [book.judge(id, self.facts, self.on) for id in ids]

    def number(self, programme_id: str) -> int | None:
        """Return the number under which a programme was told."""
        return self.told.index(programme_id) + 1 if programme_id in self.told else None

    def titled(self, programme_id: str) -> str:
        """Return a short name behind the number under which the programme was told."""
        name = self.talk.services.programme_names().short(programme_id)
        return self.talk.wording.phrase("hub_numbered", number=self.number(programme_id), name=name)

    @cached_property
    def _mentions(self) -> list[Mention]:
        return self.talk.services.programme_names().mentions(self.talk.text)

    @property
    def _beside_names(self) -> str:
        """The text without programmes' names: a year in them is no day that is asked for."""
        text = self.talk.text
        for mention in self._mentions:
            text = f"{text[: mention.start]}{' ' * (mention.end - mention.start)}{text[mention.end :]}"
        return text

    @property
    def _beside_figures(self) -> str:
        """The text without sums and head counts, which are no numbers of programmes."""
        text = self.talk.text
        sums = [one for one in figures_in(text, self.talk.services.vocabulary.facts.figures) if one.sum or one.percent]
        people = [one for one in self.talk.heard.entities if one["entity"] == "employees" and one.get("end")]
        for start, end in [*((one.start, one.end) for one in sums), *((one["start"], one["end"]) for one in people)]:
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        return text
