"""Tests of facts that are words: yes or no, one of several kinds, NACE codes, NUTS codes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from alpine_catalogue.eligibility.answer import any_of
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.fact_kinds import PLACE
from alpine_catalogue.place import within

_ELSEWHERE = "~"
_FINEST = 5
"""Characters of the finest codes, of NUTS and (without the point) of NACE."""


@dataclass(frozen=True)
class Flag:
    """`tax_debt: {is: false}`; `core_business_digital: {is: false, asked_in: [J58]}`: other trades need not be asked.

    A firm of another trade is taken not to be meant until it says that it is.
    """

    name: str
    wanted: bool
    asked_in: frozenset[str] = frozenset()

    @property
    def reads(self) -> tuple[str, ...]:
        """The fact, and the trade where that tells enough."""
        return (self.name, "sector") if self.asked_in else (self.name,)

    def holds(self, case: Case) -> bool | None:
        """Compare what was told; else see what the trade says; what is presumed holds."""
        told = case.told(self.name)
        if told is not None:
            return told is self.wanted
        if self.asked_in and in_trades(case.told("sector"), self.asked_in) is False:
            return self.wanted is False
        return True if case.presumes(self.name) else None

    def witnesses(self, name: str, case: Case) -> Iterable[Any]:
        """Yes and no; a trade that is asked and one that is not."""
        return (True, False) if name == self.name else trades_around(case.told("sector"), self.asked_in)


@dataclass(frozen=True)
class Choice:
    """`legal_form: {one_of: [cooperative]}` or `{none_of: [...]}`."""

    name: str
    among: frozenset[str]
    inside: bool

    @property
    def reads(self) -> tuple[str, ...]:
        """The fact."""
        return (self.name,)

    def holds(self, case: Case) -> bool | None:
        """Look it up; what is presumed holds."""
        if case.presumes(self.name):
            return True
        told = case.told(self.name)
        return None if told is None else (told in self.among) is self.inside

    def witnesses(self, name: str, case: Case) -> Iterable[str]:
        """Every kind there is."""
        return case.kinds[name].choices


@dataclass(frozen=True)
class Trade:
    """`trade: {only: [C], except: [C12], doubtful: [G47]}`: NACE codes of any level. One fitting trade is enough."""

    only: frozenset[str]
    but: frozenset[str]
    doubtful: frozenset[str]
    """The text may or may not mean them."""
    reads: tuple[str, ...] = ("sector",)

    def holds(self, case: Case) -> bool | None:
        """Judge each trade of the firm."""
        told = case.told("sector")
        return any_of(self._fits(_plain(code)) for code in told) if told else None

    def witnesses(self, name: str, case: Case) -> Iterable[tuple[str, ...]]:
        """Each code named, and one that is not; of trades told coarsely, what they may be more finely."""
        return trades_around(case.told("sector"), self.only | self.but | self.doubtful)

    def _fits(self, code: str) -> bool | None:
        shut_out = within(code, map(_plain, self.but))
        allowed = within(code, map(_plain, self.only)) if self.only else True
        if shut_out or allowed is False:
            return False
        doubted = within(code, map(_plain, self.doubtful))
        return True if allowed and shut_out is False and doubted is False else None


def in_trades(told: tuple[str, ...] | None, codes: frozenset[str]) -> bool | None:
    """Tell if one of the firm's trades is among the codes."""
    return any_of(within(_plain(code), map(_plain, codes)) for code in told) if told else None


def trades_around(told: tuple[str, ...] | None, codes: frozenset[str]) -> list[tuple[str, ...]]:
    """Return trades inside each code and outside all, as far as what was told allows."""
    return [(code,) for known in told or ("",) for code in codes_around(_plain(known), map(_plain, codes))]


def codes_around(known: str, codes: Iterable[str]) -> list[str]:
    """Return finest codes that lie in each of `codes` and in none below it, and one in none, all within what is known.

    Made-up endings stand for "somewhere else in it": `DE2~~` lies in DE2, and in no part of it that has a code.
    """
    inside = sorted({known, *(code for code in codes if code.startswith(known))})
    return [code.ljust(_FINEST, _ELSEWHERE) for code in inside]


def without_ending(code: str) -> str:
    """Return the code without its made-up ending; empty for one that lies in none."""
    return code.rstrip(_ELSEWHERE)


def _plain(code: str) -> str:
    return code.replace(".", "")


@dataclass(frozen=True)
class Place:
    """`site: [DE2]`: where the firm must be, by NUTS codes of any level.

    `seat`: its seat; `site`: its seat or any branch; `use`, `production`, `project`: where the thing paid for happens.
    """

    what: str
    areas: frozenset[str]

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The seat, and what else tells where it is."""
        return {"seat": (PLACE,), "site": (PLACE, "branches")}.get(
            self.what, (f"place_of_{self.what}", PLACE, "branches")
        )

    def holds(self, case: Case) -> bool | None:
        """Look where it is; what happens where is presumed to happen at a site that fits."""
        if self.what == "seat":
            return within(case.facts.place, self.areas)
        if self.what == "site":
            return self._site(case)
        told = case.told(self.reads[0])
        if told is None and case.presumes(self.reads[0]):
            return self._site(case)
        return within(told, self.areas)

    def witnesses(self, name: str, case: Case) -> Iterator[Any]:
        """Each area and elsewhere, as far as what is known allows."""
        known = (case.facts.place or "") if name == PLACE else ""
        codes = codes_around(known, self.areas)
        yield from ((code,) for code in codes) if name == "branches" else codes
        if name == "branches":
            yield ()

    def _site(self, case: Case) -> bool | None:
        branches = case.told("branches")
        if branches is None:
            branches = () if case.presumes("branches") else None
        at_seat = within(case.facts.place, self.areas)
        return any_of([at_seat, *((within(code, self.areas) for code in branches) if branches is not None else [None])])
