"""Which facts about a firm the rules may ask for: the registry in `catalogue/facts/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from alpine_catalogue.files.lines import plain, read_yaml
from alpine_catalogue.languages import Words

PLACE = "place"
"""The most exact NUTS code of the seat, made of country, region and province; told as these three."""
STEP = "steps."
"""Steps that may come first are facts named `steps.<id>`."""


@dataclass(frozen=True)
class FactKind:
    """One fact: how it is told, and how we speak of it."""

    name: str
    form: str
    """count, money, share, figure, day, flag, choice, place, places, trades, step, or a kind of records."""
    names: Words
    question: Words
    presumed: bool = False
    """What nearly every firm that asks meets or can still arrange: taken for granted until told otherwise."""
    changeable: bool = False
    """Whether a firm can change it for this very application."""
    choices: tuple[str, ...] = ()
    choice_names: Mapping[str, Words] = field(default_factory=dict)
    sentences: Mapping[str, Words] = field(default_factory=dict)
    """How to say that a condition asks for it: `is_true` and `is_false` of a flag, `done` and `paid` of a step."""


@dataclass(frozen=True)
class FactKinds:
    """All facts by name; steps under `steps.<id>`."""

    by_name: Mapping[str, FactKind]

    def __getitem__(self, name: str) -> FactKind:
        """Return the kind of that name; raises KeyError."""
        return self.by_name[name]

    def __contains__(self, name: object) -> bool:
        """Tell if a fact of that name exists."""
        return name in self.by_name

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of all steps."""
        return tuple(name.removeprefix(STEP) for name in self.by_name if name.startswith(STEP))


def load_fact_kinds(folder: Path) -> FactKinds:
    """Read the registry below the catalogue's folder; files are by topic, names are unique over all of them."""
    told = [plain(read_yaml(path)) for path in sorted((folder / "facts").glob("*.yml"))]
    facts = {name: _kind(name, body) for one in told for name, body in one.get("facts", {}).items()}
    steps = {STEP + name: _step(STEP + name, body) for one in told for name, body in one.get("steps", {}).items()}
    return FactKinds({PLACE: replace(facts["country"], name=PLACE), **facts, **steps})


def _step(name: str, body: Mapping[str, Any]) -> FactKind:
    return _kind(name, {"form": "step", "changeable": True, **body})


def _kind(name: str, body: Mapping[str, Any]) -> FactKind:
    choices: Mapping[str, Words] = body.get("choices", {})
    return FactKind(
        name=name,
        form=body["form"],
        names=body["names"],
        question=body["question"],
        presumed=body.get("presumed", False),
        changeable=body.get("changeable", False),
        choices=tuple(choices),
        choice_names=choices,
        sentences=body.get("sentences", {}),
    )
