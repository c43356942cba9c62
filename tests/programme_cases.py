"""The cases of the catalogue, and those of made-up programmes, for worked cases whose programme it does not hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from catalogue_examples import CATALOGUE

from alpine_catalogue.build import programme
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.loading import read_rulebook
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.files.lines import plain, read_yaml

MADE_UP = Path(__file__).parent / "made_up_programmes"


@dataclass(frozen=True)
class Told:
    """One case: a sentence, a programme, a firm on a day, and what must come out."""

    body: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The sentence, with the programme that it is about."""
        return f"{self.programme}: {self.body['name']}"

    @property
    def programme(self) -> str:
        """The programme's id."""
        return str(self.body["programme"])

    @property
    def day(self) -> date:
        """The day of the question."""
        return date.fromisoformat(self.body["day"])

    def question(self) -> Case:
        """The facts and the day, as tests look at them."""
        book = rulebook()
        return Case(facts_from(self.body["facts"], book.kinds), self.day, book.kinds, book.law)

    def judged(self) -> Outcome:
        """What the evaluator says."""
        book = rulebook()
        return book.judge(self.programme, facts_from(self.body["facts"], book.kinds), self.day)


@cache
def rulebook() -> RuleBook:
    """The rules of the catalogue's programmes and of the made-up ones."""
    bodies = (plain(read_yaml(path)) for path in (*_files(CATALOGUE / "programmes"), *sorted(MADE_UP.glob("*.yml"))))
    return read_rulebook([programme(body) for body in bodies], CATALOGUE)


@cache
def all_cases() -> tuple[Told, ...]:
    """Every case of every file."""
    return tuple(_cases())


@cache
def cases_of(programme_id: str) -> tuple[Told, ...]:
    """The cases of one programme."""
    return tuple(case for case in all_cases() if case.programme == programme_id)


def _cases() -> Iterator[Told]:
    for folder in (CATALOGUE / "cases", MADE_UP / "cases"):
        for path in _files(folder):
            yield from (Told(body) for body in plain(read_yaml(path)))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yml"))
