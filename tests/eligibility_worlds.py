"""Small made-up worlds of facts and rules, for tests that try every completion."""

from itertools import product
from typing import Any

from hypothesis import strategies as st

from alpine_catalogue.eligibility.fact_kinds import PLACE, FactKind, FactKinds
from alpine_catalogue.eligibility.law import Law, SizeClass
from alpine_catalogue.eligibility.values import exactly

NAMES = {"en": "x", "de": "x", "fr": "x", "it": "x", "sl": "x"}
FIGURES = ("a", "b")
FLAGS = ("p", "q")
MOST = 6
"""Limits are whole numbers from 0 to this; figures run over it in halves, and far beyond it."""


def _kind(name: str, form: str, **more: Any) -> FactKind:
    return FactKind(name, form, NAMES, NAMES, **more)


KINDS = FactKinds(
    {
        **{name: _kind(name, "figure") for name in FIGURES},
        **{name: _kind(name, "flag") for name in FLAGS},
        "form": _kind("form", "choice", choices=("x", "y", "z")),
        PLACE: _kind(PLACE, "place"),
        "branches": _kind("branches", "places", presumed=True),
        "sector": _kind("sector", "trades"),
        "steps.s": _kind("steps.s", "step"),
        "cost": _kind("cost", "money", presumed=True),
        "usual": _kind("usual", "flag", presumed=True),
        "related": _kind("related", "firms", presumed=True),
        "aid_received": _kind("aid_received", "aid", presumed=True),
    }
)
LAW = Law(
    classes=(SizeClass("micro", 10, 2e6, 2e6), SizeClass("small", 50, 1e7, 1e7), SizeClass("medium", 250, 5e7, 4.3e7)),
    de_minimis=(),
    definitions={},
    source="https://law.example",
)
HALVES = [exactly(number / 2) for number in range(2 * MOST + 1)]
BEYOND = [exactly(50.0), exactly(500.0), exactly(5000.0)]
"""What a firm may turn out to have; what it tells lies among the halves, so that a share of it can be passed."""
DOMAINS: dict[str, list[Any]] = {
    "a": [*(exactly(number / 4) for number in range(8 * MOST + 1)), *BEYOND, exactly(1e6)],
    "b": [*HALVES, *BEYOND],
    **dict.fromkeys(FLAGS, [True, False]),
    "form": ["x", "y", "z"],
    PLACE: ["DE211", "DE221", "DE111", "AT330", "AT331", "AT342", "IT000"],
    "sector": [("C2511",), ("C2599",), ("C3100",), ("I5510",), ("A0100",)],
    "steps.s": [
        {"done": False, "day": None, "paid": None},
        {"done": True, "day": None, "paid": True},
        {"done": True, "day": None, "paid": False},
    ],
}

_LIMITS = st.integers(0, MOST)
_LEAVES = st.one_of(
    st.builds(
        lambda n, c, x: {n: {c: x}},
        st.sampled_from(FIGURES),
        st.sampled_from(["below", "at_most", "at_least", "above"]),
        _LIMITS,
    ),
    st.builds(lambda n, x: {n: {"is": x}}, st.sampled_from((*FLAGS, "usual")), st.booleans()),
    st.builds(
        lambda c, x: {"form": {c: sorted(x)}},
        st.sampled_from(["one_of", "none_of"]),
        st.sets(st.sampled_from("xyz"), min_size=1, max_size=2),
    ),
    st.builds(
        lambda x: {"seat": sorted(x)},
        st.sets(st.sampled_from(["DE2", "DE", "DE21", "AT33", "AT331"]), min_size=1, max_size=2),
    ),
    st.builds(
        lambda k, x: {"trade": {k: sorted(x)}},
        st.sampled_from(["only", "except", "doubtful"]),
        st.sets(st.sampled_from(["C", "C25", "C25.11", "I"]), min_size=1, max_size=2),
    ),
    st.builds(lambda x: {"step": {"name": "s", **x}}, st.sampled_from([{}, {"paid": True}])),
    st.builds(
        lambda c, x: {"a": {c: {"share": x, "of": "b"}}},
        st.sampled_from(["below", "at_least"]),
        st.sampled_from([1.0, 2.0]),
    ),
)
_GROUPS = st.builds(
    lambda how, tests: {how: tests}, st.sampled_from(["any", "all"]), st.lists(_LEAVES, min_size=2, max_size=3)
)
CONDITIONS = st.lists(
    st.builds(
        lambda test, if_not, memory: {**test, "source": "memory" if memory else "page", "if_not": if_not},
        st.one_of(_LEAVES, _GROUPS),
        st.sampled_from(["not_eligible", "not_eligible", "not_yet", "too_late"]),
        st.sampled_from([False, False, False, True]),
    ),
    min_size=1,
    max_size=4,
)


def some_facts(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what is known of a firm: some facts exactly, figures and places perhaps only in part."""
    known: dict[str, Any] = {}
    for name, domain in DOMAINS.items():
        how = draw(st.sampled_from(["unknown", "known", "partly"]))
        if how == "known" or (how == "partly" and name not in (*FIGURES, PLACE, "sector")):
            known[name] = draw(st.sampled_from(HALVES if name in FIGURES else domain))
        elif how == "partly":
            known[name] = _partly(draw, name)
    return known


def _partly(draw: st.DrawFn, name: str) -> Any:
    if name == PLACE:
        return draw(st.sampled_from(["DE", "DE2", "DE21", "AT33"]))
    if name == "sector":
        return draw(st.sampled_from([("C25",), ("C31",), ("I55",)]))
    low = draw(st.integers(0, MOST))
    return (float(low), float(draw(st.integers(low, MOST))))


def completions(known: dict[str, Any], names: list[str]) -> list[dict[str, Any]]:
    """Return every completion of the named facts that agrees with what is known."""
    options = [[value for value in DOMAINS[name] if _agrees(name, known.get(name), value)] for name in names]
    return [dict(zip(names, values, strict=True)) for values in product(*options)]


def _agrees(name: str, known: Any, value: Any) -> bool:
    if known is None:
        return True
    if name == PLACE:
        return value.startswith(known)
    if name == "sector":
        return value[0].startswith(known[0])
    return known[0] <= value[0] <= known[1] if name in FIGURES else known == value
