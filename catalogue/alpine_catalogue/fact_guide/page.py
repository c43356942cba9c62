"""The list of all facts in `docs/facts.md`, made from the registry; the text around it is written by hand."""

from collections.abc import Iterator, Mapping
from typing import Any

from alpine_catalogue.files.fact_files import Registry

BEGIN, END = "<!-- begin of the list, made by `python -m alpine_catalogue facts` -->", "<!-- end of the list -->"
_HEADINGS = {
    "firm": "The firm",
    "record": "Its standing",
    "project": "The project",
    "consortium": "Consortia and programmes of the EU",
}
_HEAD = ("| Fact | Question | Told as | Presumed |", "|---|---|---|---|")
_UNITS = {
    "count": "number",
    "money": "sum of money",
    "figure": "number",
    "share": "share, 0 to 1",
    "day": "day",
    "flag": "true or false",
    "place": "NUTS code",
    "places": "NUTS codes",
    "trades": "NACE codes",
    "step": "step",
    "firms": "list of firms",
    "owners": "list of owners",
    "aid": "list of aid",
    "costs": "list of costs",
}


def with_list(page: str, registry: Registry) -> str:
    """Return the page with the list of today between its two marks; raises ValueError where they are missing."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"the page needs the two marks {BEGIN} and {END}")
    return "\n".join((before + BEGIN, "", *_lines(registry), END + after))


def _lines(registry: Registry) -> Iterator[str]:
    topics = {path.stem for (group, _), path in registry.paths.items() if group == "facts"}
    for topic in sorted(topics, key=_order):
        yield from _table(_heading(topic), _of_topic(registry, topic))
    yield from _table("Steps, below `steps`", {name: {"form": "step", **step} for name, step in registry.steps.items()})


def _order(topic: str) -> tuple[int, str]:
    return (list(_HEADINGS).index(topic) if topic in _HEADINGS else len(_HEADINGS), topic)


def _heading(topic: str) -> str:
    return _HEADINGS.get(topic, f"Asked by programmes of one country: {topic.capitalize()}")


def _of_topic(registry: Registry, topic: str) -> Mapping[str, Mapping[str, Any]]:
    names = [name for (group, name), path in registry.paths.items() if group == "facts" and path.stem == topic]
    return {name: registry.facts[name] for name in names}


def _table(heading: str, facts: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield from (f"### {heading}", "", *_HEAD)
    for name, fact in facts.items():
        yield f"| `{name}` | {fact['question']['en']} | {_told_as(fact)} | {'yes' if fact.get('presumed') else ''} |"
    yield ""


def _told_as(fact: Mapping[str, Any]) -> str:
    if fact["form"] == "choice":
        return ", ".join(f"`{choice}`" for choice in fact["choices"])
    return _UNITS[fact["form"]]
