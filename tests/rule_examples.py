"""Made-up facts, firms and programmes for the tests of the evaluator: no change of the catalogue breaks them."""

from datetime import date
from functools import cache
from typing import Any

from alpine_catalogue.build import programme as build_programme
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import Test
from alpine_catalogue.eligibility.fact_kinds import PLACE, FactKind, FactKinds
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.grammar import Grammar
from alpine_catalogue.eligibility.law import DeMinimis, Law, SizeClass
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.eligibility.support import Support
from alpine_catalogue.eligibility.support_reading import support_from
from alpine_catalogue.model import Programme

ON = date(2026, 3, 1)
PAGE = "https://programme.example"
OPEN = {"opens": "2026-01-01", "closes": "2026-06-30", "status": "open", "as_of": "2026-02"}
EVER = {"name": "ever", "from": None, "until": None}
GRANT = {"kind": "grant", "modules": [{"rate": 0.5, "grant_at_most": 10_000}]}
_WORDS = dict.fromkeys(("en", "de", "fr", "it", "sl"), "x")
_FORMS: dict[str, tuple[str, ...]] = {
    "count": ("employees", "staff_abroad"),
    "count presumed": ("employees_year_before",),
    "count presumed changeable": ("people_trained",),
    "money": ("turnover", "balance", "losses_carried", "subscribed_capital", "other_aid"),
    "money presumed": ("turnover_year_before", "balance_year_before"),
    "money presumed changeable": ("cost", "loan"),
    "figure": ("line_speed",),
    "share": ("private_customer_share",),
    "day": ("founded", "expense_day"),
    "day presumed changeable": ("first_order",),
    "flag": ("digital_core", "university"),
    "flag changeable": ("chamber_member",),
    "flag presumed": ("insolvent", "registered"),
    "place": ("country", "region", "province", PLACE, "place_of_production"),
    "place presumed changeable": ("place_of_use",),
    "places presumed changeable": ("branches",),
    "trades": ("sector",),
    "firms presumed": ("related",),
    "owners presumed": ("owners",),
    "aid presumed": ("aid_received",),
    "costs presumed changeable": ("costs",),
    "step changeable": ("steps.selfi40",),
    "step presumed changeable": ("steps.account",),
}


@cache
def kinds() -> FactKinds:
    """A registry of facts with one or more of each form."""
    found = {name: _kind(name, told) for told, names in _FORMS.items() for name in names}
    forms = ("limited_company", "cooperative", "partnership")
    usual = FactKind("purpose", "choice", _WORDS, _WORDS, presumed=True, choices=("software", "equipment"))
    return FactKinds(
        {**found, "legal_form": FactKind("legal_form", "choice", _WORDS, _WORDS, choices=forms), "purpose": usual}
    )


def _kind(name: str, told: str) -> FactKind:
    form, *marks = told.split()
    return FactKind(name, form, _WORDS, _WORDS, presumed="presumed" in marks, changeable="changeable" in marks)


@cache
def law() -> Law:
    """The EU's size classes and both ceilings of de minimis."""
    micro, small, medium = (10, 2e6, 2e6), (50, 1e7, 1e7), (250, 5e7, 4.3e7)
    named = {"micro": micro, "small": small, "medium": medium}
    return Law(
        classes=tuple(SizeClass(name, *limits) for name, limits in named.items()),
        de_minimis=(
            DeMinimis(date(2024, 1, 1), None, 300_000, "rolling", "https://law.example/2023"),
            DeMinimis(date(2014, 1, 1), date(2023, 12, 31), 200_000, "fiscal", "https://law.example/2013"),
        ),
        definitions={"nothing_ordered_yet": {"first_order": {"not_before": "application"}}},
        source="https://law.example",
    )


def case(on: date = ON, presume: bool = True, **told: Any) -> Case:
    """A firm's facts, as a facts file tells them, on a day; steps as `steps={...}`."""
    return Case(facts_from(told, kinds()), on, kinds(), law(), presume)


def rule(told: dict[str, Any], programme_id: str = "it-test") -> Test:
    """The test that a rule file tells."""
    return Grammar(law(), programme_id).test(told)


def holds(told: dict[str, Any], on: date = ON, **facts: Any) -> bool | None:
    """What a rule answers for a firm, with presumed facts taken for granted."""
    return rule(told).holds(case(on, **facts))


def holds_strictly(told: dict[str, Any], on: date = ON, **facts: Any) -> bool | None:
    """The same without taking anything for granted."""
    return rule(told).holds(case(on, presume=False, **facts))


def programme(programme_id: str = "it-test", **rules: Any) -> Programme:
    """A programme for everybody that is open and pays half; `rules` say what is different."""
    body: dict[str, Any] = {
        **{"id": programme_id, "name": "Test", "language": "it", "country": "IT", "authority": "Chamber"},
        **{"instrument": "voucher", "needs": ["software"], "pays_for": {"en": "advice"}, "url": PAGE},
        **{"sources": {"page": f"{PAGE}/page", "notice": f"{PAGE}/notice"}, "checked": "2026-02-01"},
        **{"currency": "EUR", "state_aid": "none", "together": {"same_cost": "allowed"}},
        **{"conditions": [], "windows": [OPEN], "editions": [EVER], "support": GRANT},
    }
    return build_programme(body | rules)


def judged(told: dict[str, Any] | None = None, on: date = ON, **rules: Any) -> Outcome:
    """The outcome of a made-up programme for a firm."""
    book = RuleBook([programme(**rules)], kinds(), law())
    return book.judge("it-test", facts_from(told or {}, kinds()), on)


def condition(test: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A condition of a rule file with its source."""
    return {**test, "source": "page", **more}


def support(told: dict[str, Any], programme_id: str = "it-test") -> Support:
    """What a programme pays, in EUR."""
    return support_from(told, "EUR", Grammar(law(), programme_id))


def pays(module: dict[str, Any], on: date = ON, **facts: Any) -> tuple[float, float] | None:
    """What a programme with one module pays a firm, from low to high."""
    return support({"kind": "grant", "modules": [module]}).amount(case(on, **facts))
