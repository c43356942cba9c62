"""Words what a rule asks of one fact: a limit, a day, how long ago, yes or no, one of several kinds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alpine_catalogue.eligibility.wording.phrasing import Phrasing
from alpine_catalogue.languages import in_language

Told = Mapping[str, Any]
_FIGURES = {"at_least", "at_most"}
_DAYS = {"not_before", "not_after"}


@dataclass(frozen=True)
class Comparisons:
    """Comparisons of facts in one language. A fact may have phrases of its own: `fewer than 50 people`."""

    phrasing: Phrasing

    def fact(self, name: str, body: Told, currency: str) -> str:
        """Return what must hold of the fact."""
        if "is" in body:
            return self.flag(name, body["is"])  # in which trades it is asked is no part of what must hold
        simple = not any(isinstance(limit, Mapping) for limit in body.values())
        if set(body) == _FIGURES and simple:
            return self._range("from_to", name, *(self._limit(name, body[end], currency) for end in sorted(body)))
        if set(body) == _DAYS:
            return self._range("days_from_to", name, self._day(body["not_before"]), self._day(body["not_after"]))
        return self.phrasing.in_a_row(self._comparison(name, word, limit, currency) for word, limit in body.items())

    def flag(self, name: str, wanted: bool) -> str:
        """Return how a condition says yes or no to the fact."""
        return self.phrasing.filled(self.phrasing.names.kinds[name].sentences["is_true" if wanted else "is_false"])

    def choices(self, name: str, among: list[str]) -> str:
        """Return kinds of a fact by name."""
        names = self.phrasing.names
        return names.listed((in_language(names.kinds[name].choice_names[one], names.language) for one in among), "or")

    def _range(self, phrase: str, name: str, low: str, high: str) -> str:
        return self.phrasing.say(phrase, fact=self.phrasing.names.fact(name), low=low, high=high)

    def _comparison(self, name: str, word: str, limit: Any, currency: str) -> str:
        if word in ("one_of", "none_of"):
            return self._of(name, word, word, choices=self.choices(name, limit))
        if isinstance(limit, str):
            return self._of(name, word, word, day=self._day(limit))
        if isinstance(limit, Mapping) and "share" not in limit:
            return self._of(name, word, f"age_{word}", span=self.phrasing.span(*next(iter(limit.items()))))
        return self._of(name, word, word, limit=self._limit(name, limit, currency))

    def _of(self, name: str, word: str, usual: str, **values: str) -> str:
        """Return the fact's own phrase for a comparison where it has one, or the usual phrase."""
        words = self.phrasing.names.kinds[name].sentences.get(word) or self.phrasing.phrases[usual]
        return self.phrasing.filled(words, fact=self.phrasing.names.fact(name), **values)

    def _day(self, told: str) -> str:
        return self.phrasing.say("application") if told == "application" else self.phrasing.names.day(told)

    def _limit(self, name: str, limit: Any, currency: str) -> str:
        names = self.phrasing.names
        if not isinstance(limit, Mapping):
            return names.figure(name, limit, currency)
        return self.phrasing.say("share_of", share=names.percent(limit["share"]), fact=names.fact(limit["of"]))
