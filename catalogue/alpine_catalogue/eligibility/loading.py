"""Reads what judging needs beside the programmes: the facts that exist, and the law."""

from collections.abc import Iterable
from pathlib import Path

from alpine_catalogue.eligibility.fact_kinds import load_fact_kinds
from alpine_catalogue.eligibility.law import load_law
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.model import Programme


def read_rulebook(programmes: Iterable[Programme], folder: Path) -> RuleBook:
    """Return the rules of these programmes, with facts and law of the catalogue's folder."""
    return RuleBook(programmes, load_fact_kinds(folder), load_law(folder))
