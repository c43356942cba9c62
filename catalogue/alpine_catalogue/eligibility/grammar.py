"""Reads tests as a programme's file writes them. The schema has checked the form; codes are checked with the files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alpine_catalogue.eligibility.conditions.base import Either, Every, Test, Unclear
from alpine_catalogue.eligibility.conditions.costs import CostLimit, CostShare, Paid, SmallestGrant
from alpine_catalogue.eligibility.conditions.de_minimis import DeMinimisRoom
from alpine_catalogue.eligibility.conditions.figures import AGES, DAY_COMPARISONS, Age, Day, Figure
from alpine_catalogue.eligibility.conditions.history import Apart, Awards
from alpine_catalogue.eligibility.conditions.ownership import Owners
from alpine_catalogue.eligibility.conditions.size import Size, at_most, limits
from alpine_catalogue.eligibility.conditions.steps import Step
from alpine_catalogue.eligibility.conditions.words import Choice, Flag, Place, Trade
from alpine_catalogue.eligibility.law import Law

Told = Mapping[str, Any]
PLACES = ("seat", "site", "use", "production", "project")
THIS = "this"
"""In a rule about earlier aid: the programme itself."""


@dataclass(frozen=True)
class Grammar:
    """Turns what a file tells into tests, for one programme."""

    law: Law
    programme: str
    edition: str = ""
    paid: Paid = Paid()
    """What the edition pays, for tests that depend on it."""

    def test(self, told: Told) -> Test:
        """Return the test of a mapping with one key; raises KeyError on a word that is none of the language's."""
        ((word, body),) = told.items()
        if word in PLACES:
            return Place(word, frozenset(body))
        read = self._words().get(word)
        return read(body) if read else _fact_test(word, body)

    def tests(self, told: Sequence[Told]) -> tuple[Test, ...]:
        """Return several tests."""
        return tuple(self.test(one) for one in told)

    def _words(self) -> Mapping[str, Callable[[Any], Test]]:
        return {
            "all": lambda body: Every(self.tests(body)),
            "any": lambda body: Either(self.tests(body)),
            "defined": lambda body: self.test(self.law.definitions[body]),
            "unclear": Unclear,
            "trade": _trade,
            "size": self._size,
            "owners": _owners,
            "awards": self.awards,
            "apart": self._apart,
            "de_minimis": self._de_minimis,
            "step": _step,
            "cost_share": _cost_share,
            "cost": self._cost,
            "smallest_grant": lambda body: SmallestGrant(self.paid, self._key),
        }

    def _size(self, body: Told) -> Test:
        if "at_most" in body:
            classes = {one.name: one for one in self.law.classes}
            return at_most(classes[body["at_most"]], body["counted"])
        return Size(
            employees=limits(body.get("employees")),
            turnover=limits(body.get("turnover")),
            balance=limits(body.get("balance")),
            money=body.get("money", "any"),
            counted=body["counted"],
        )

    def awards(self, body: Told) -> Awards:
        """Return the test of earlier aid; of sums that it uses up as well."""
        within = body.get("within", {})
        return Awards(
            of=self._programmes(body["of"]),
            fewer_than=body.get("fewer_than", 1),
            months=within.get("months", within.get("years", 0) * 12) or None,
            by=body.get("by", "decided"),
            status=body.get("status", "granted"),
            calendar_year=within.get("calendar_year", False),
            since=_day(within.get("since")),
            until=_day(within.get("until")),
            sum_at_most=body.get("sum_below"),
            new_aid=self.paid.before_rooms if body.get("with_new") else None,
            edition=self._key if body.get("with_new") else "",
        )

    def _apart(self, body: Told) -> Test:
        return Apart(self._programmes(body["of"]), body["years"], body["by"], body["reading"], body.get("status"))

    def _programmes(self, ids: Sequence[str]) -> frozenset[str]:
        return frozenset(self.programme if one == THIS else one for one in ids)

    def _de_minimis(self, body: Any) -> Test:
        own = body.get("at_most") if isinstance(body, Mapping) else None
        return DeMinimisRoom(own, self.paid.amount, self._key)

    def _cost(self, body: Told) -> Test:
        """A limit on the cost that counts; a share of another figure is one of the whole cost."""
        if any(isinstance(limit, Mapping) for limit in body.values()):
            return _fact_test("cost", body)
        tests = tuple(CostLimit(word, float(limit), self.paid, self._key) for word, limit in body.items())
        return tests[0] if len(tests) == 1 else Every(tests)

    @property
    def _key(self) -> str:
        """Keeps tests apart that read alike but depend on what the edition pays."""
        return f"{self.programme}/{self.edition}"


def _fact_test(name: str, body: Told) -> Test:
    """`employees: {at_least: 1}`; several comparisons of one fact must all hold."""
    if "asked_in" in body:
        return Flag(name, body["is"], frozenset(body["asked_in"]))
    tests = tuple(_comparison(name, word, limit) for word, limit in body.items())
    return tests[0] if len(tests) == 1 else Every(tests)


def _comparison(name: str, word: str, limit: Any) -> Test:
    if word == "is":
        return Flag(name, limit)
    if word in ("one_of", "none_of"):
        return Choice(name, frozenset(limit), word == "one_of")
    if word in DAY_COMPARISONS:
        return Day(name, word, None if limit == "application" else date.fromisoformat(limit))
    if isinstance(limit, Mapping) and "share" in limit:
        return Figure(name, word, limit["share"], limit["of"])
    if word in AGES and isinstance(limit, Mapping):
        return Age(name, word, **limit)
    return Figure(name, word, float(limit))


def _trade(body: Told) -> Test:
    only, but, doubtful = (frozenset(body.get(key, ())) for key in ("only", "except", "doubtful"))
    return Trade(only, but, doubtful)


def _owners(body: Told) -> Test:
    how = "together" if "together" in body else "each"
    ((comparison, limit),) = body[how].items()
    return Owners(body["kind"], how == "together", comparison, limit)


def _step(body: Told) -> Test:
    return Step(body["name"], body.get("paid", False), _day(body.get("since")), _day(body.get("until")))


def _cost_share(body: Told) -> Test:
    ((comparison, limit),) = ((word, value) for word, value in body.items() if word != "of")
    return CostShare(types_of(body["of"]), comparison, limit)


def types_of(told: str | Sequence[str]) -> tuple[str, ...]:
    """Return the types of cost that are counted together."""
    return (told,) if isinstance(told, str) else tuple(told)


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
