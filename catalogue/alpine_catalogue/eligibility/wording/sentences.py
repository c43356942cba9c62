"""One sentence for each condition, made from the rule itself, so that prose and rule cannot drift apart."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from alpine_catalogue.eligibility.fact_kinds import STEP
from alpine_catalogue.eligibility.law import Law
from alpine_catalogue.eligibility.wording.comparisons import Comparisons
from alpine_catalogue.eligibility.wording.names import Names
from alpine_catalogue.eligibility.wording.phrasing import MOST_NAMED, Phrases, Phrasing, load_phrases

__all__ = ["Phrases", "Sentences", "load_phrases"]

Told = Mapping[str, Any]
_SUMS = ("turnover", "balance")
_PLACES = ("seat", "site", "use", "production", "project")
_GROUPS = ("all", "any")
_OPEN = {"either": "unclear_otherwise", "every": "unclear_even_so"}


class Sentences:
    """Words the rules of programmes in one language."""

    def __init__(self, phrases: Phrases, names: Names, law: Law) -> None:
        """Take the phrases, the names of codes, and the law that rules refer to: size classes and tests by name."""
        self._words, self._names, self._law = Phrasing(phrases, names), names, law
        self._facts = Comparisons(self._words)

    def phrase(self, key: str, **values: str) -> str:
        """Return a phrase by its key, such as the reason why two programmes go together; raises KeyError."""
        return self._words.say(key, **values)

    def condition(self, told: Told, currency: str) -> str:
        """Return what must hold, as a phrase that can stand in a list."""
        ((word, body),) = told.items()
        by_word: Mapping[str, Callable[[Any, str], str]] = {
            "all": lambda body, currency: self._joined(body, currency, "every"),
            "any": self._any,
            "trade": self._trade,
            "size": self._size,
            "owners": self._owners,
            "awards": self._awards,
            "apart": self._apart,
            "de_minimis": self._de_minimis,
            "step": self._step,
            "cost_share": self._cost_share,
            "defined": self._defined,
            "unclear": lambda body, currency: self.phrase("unclear"),
            "smallest_grant": lambda body, currency: self.phrase("smallest_grant"),
        }
        if word in _PLACES:
            return self.phrase(word, areas=self._words.areas(body))
        return by_word[word](body, currency) if word in by_word else self._facts.fact(word, body, currency)

    def _any(self, tests: Sequence[Told], currency: str) -> str:
        """`not these trades, or something else` is said as people say it: `for these trades: something else`."""
        case = self._case(tests[0]) if len(tests) > 1 else None
        if case is None:
            return self._joined(tests, currency, "either")
        return self.phrase("in_case", case=case, then=self._joined(tests[1:], currency, "either"))

    def _case(self, test: Told) -> str | None:
        """Return for whom alone the rest of an `any` matters, where its first test says who is spared."""
        ((word, body),) = test.items()
        if word == "trade" and set(body) == {"except"}:
            return self.phrase("case_trades", trades=self._words.trades(body["except"]))
        if word not in self._names.kinds:
            return None
        if set(body) == {"none_of"}:
            choices = self._facts.choices(word, body["none_of"])
            return self.phrase("case_choice", choices=choices, fact=self._names.fact(word))
        return self.phrase("case_flag", flag=self._facts.flag(word, True)) if body == {"is": False} else None

    def _joined(self, tests: Sequence[Told], currency: str, how: str) -> str:
        """Join by `either` or `every`; groups within stand in brackets, and what the text leaves open comes last."""
        clear = [test for test in tests if "unclear" not in test]
        if not clear:
            return self.phrase("unclear")
        parts = [(test, self.condition(test, currency)) for test in clear]
        apart = [f"({part})" if set(test) & set(_GROUPS) and len(tests) > 1 else part for test, part in parts]
        last = [self.phrase(_OPEN[how])] if len(clear) < len(tests) else []
        return self._words.in_a_row([self._words.in_a_row(apart, how), *last])

    def _defined(self, name: str, currency: str) -> str:
        """A test of the law has a phrase of its own; one that is too new for that is told by its parts."""
        known = name in self._words.phrases
        return self.phrase(name) if known else self.condition(self._law.definitions[name], currency)

    def _trade(self, body: Told, currency: str) -> str:
        if set(body) == {"doubtful"}:
            return self.phrase("trade_only_doubtful", trades=self._words.trades(body["doubtful"]))
        most = max(2, MOST_NAMED + 1 - len(body))
        groups = {key: self._words.trades(body[key], most) for key in body}
        return self._words.in_a_row(self.phrase(f"trade_{key}", trades=trades) for key, trades in groups.items())

    def _size(self, body: Told, currency: str) -> str:
        counted = self.phrase(f"counted_{body['counted']}")
        if "at_most" in body:
            return self._size_class(body["at_most"], counted)
        people = [self._facts.fact("employees", body["employees"], currency)] if "employees" in body else []
        sums = [self._facts.fact(name, body[name], currency) for name in _SUMS if name in body]
        joined = self._names.listed(sums, "or" if body.get("money", "any") == "any" else "standard")
        limits = self._words.in_a_row([*people, *([joined] if sums else [])])
        return self.phrase("size", limits=limits, counted=counted)

    def _size_class(self, name: str, counted: str) -> str:
        limits = next(one for one in self._law.classes if one.name == name)
        sums = {sum_: self._names.money(getattr(limits, sum_), "EUR") for sum_ in _SUMS}
        people = self._names.figure("employees", limits.employees, "EUR")
        return self.phrase(f"size_{name}", limits=self.phrase("size_limits", people=people, **sums), counted=counted)

    def _owners(self, body: Told, currency: str) -> str:
        how = "together" if "together" in body else "each"
        ((word, limit),) = body[how].items()
        owner = self.phrase(f"owner_{body['kind']}")
        return self.phrase(word, fact=self.phrase(f"owned_{how}", owner=owner), limit=self._names.percent(limit))

    def _awards(self, body: Told, currency: str) -> str:
        values = {"programmes": self._words.programmes(body["of"]), "time": self._time(body.get("within", {}))}
        if "sum_below" in body:
            key = "awards_sum_with_new" if body.get("with_new") else "awards_sum"
            return self.phrase(key, limit=self._names.money(body["sum_below"], currency), **values)
        number = body.get("fewer_than", 1) - 1
        many = {0: "none", 1: "one"}.get(number, "some")
        return self.phrase(f"awards_{body.get('status', 'granted')}_{many}", number=str(number), **values)

    def _time(self, within: Told) -> str:
        if {"since", "until"} <= set(within):
            return self.phrase(
                "within_period", low=self._names.day(within["since"]), high=self._names.day(within["until"])
            )
        unit, number = next(iter(within.items()), ("ever", ""))
        if unit == "years" and number == 1:
            unit, number = "months", 12  # a plural, in every language
        if unit == "since":
            return self.phrase("within_since", day=self._names.day(number))
        return self.phrase(f"within_{unit}", number=str(number))

    def _apart(self, body: Told, currency: str) -> str:
        span, reading = self._words.span("years", body["years"]), self.phrase(f"reading_{body['reading']}")
        status, by = body.get("status", ""), body["by"]
        granted = "submitted_granted" if (by, status) == ("submitted", "granted") else by
        key = "apart_refused" if status == "refused" else f"apart_{granted}"
        return self.phrase(key, programmes=self._words.programmes(body["of"]), span=span, reading=reading)

    def _de_minimis(self, body: Any, currency: str) -> str:
        if isinstance(body, Mapping):
            return self.phrase("de_minimis_own", limit=self._names.money(body["at_most"], "EUR"))
        return self.phrase("de_minimis")

    def _step(self, body: Told, currency: str) -> str:
        sentences = self._names.kinds[STEP + body["name"]].sentences
        done = self._words.filled(sentences["paid" if body.get("paid") else "done"])
        days = [self.phrase(f"step_{end}", day=self._names.day(body[end])) for end in ("since", "until") if end in body]
        return f"{done} ({' '.join(days)})" if days else done

    def _cost_share(self, body: Told, currency: str) -> str:
        types = [body["of"]] if isinstance(body["of"], str) else body["of"]
        named = self._names.listed(self.phrase(f"cost_{one}") for one in types)
        fact = self.phrase("share_of_cost", type=named)
        ends = {word: self._names.percent(limit) for word, limit in body.items() if word != "of"}
        return self._words.in_a_row(self.phrase(word, fact=fact, limit=limit) for word, limit in ends.items())
