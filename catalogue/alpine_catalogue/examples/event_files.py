"""Event files to be written: new ones, and new facts in those that are there, each as a diff to look at first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from alpine_catalogue.files.lines import plain, read_yaml

_FACTS = ("title", "starts", "ends", "url")
"""What a calendar may correct in a file that is there; the rest of it is the editor's."""
_GAPS = ("city", "region", "organiser")
"""What it may fill in where the editor knew nothing."""


@dataclass(frozen=True)
class Change:
    """One file as it is (empty when new) and as it would be."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        old = str(self.path) if self.before else "/dev/null"
        lines = unified_diff(self.before.splitlines(True), self.after.splitlines(True), old, str(self.path))
        return "".join(lines)

    def write(self) -> None:
        """Make it so."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.after, encoding="utf-8")


def change_for(root: Path, body: Mapping[str, Any]) -> Change | None:
    """Return what has to change below the catalogue folder `root` for this event to be in it; None if nothing has."""
    path = root / "events" / str(body["country"]).lower() / f"{body['id']}.yml"
    if not path.exists():
        return Change(path, "", _text(_styled(body)))
    news = dict(_news(read_yaml(path), body))
    if not news:
        return None
    before = path.read_text(encoding="utf-8")
    file = _yaml().load(before)
    file.update(_styled(news | {key: body[key] for key in ("source", "checked")}))
    return Change(path, before, _text(file))


def faults_of(validator: Draft202012Validator, body: Mapping[str, Any]) -> str:
    """Return what is wrong with the body by its schema; nothing when all is well."""
    return "; ".join(error.message for error in validator.iter_errors(plain(dict(body))))


def _news(known: Mapping[str, Any], body: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key in _FACTS:
        if body[key] is not None and body[key] != known[key]:
            yield key, body[key]
    for key in _GAPS:
        if body[key] is not None and known[key] is None:
            yield key, body[key]


def _styled(body: Mapping[str, Any]) -> CommentedMap:
    """Lists on one line, and quotes round words that YAML 1.1 would take for something else, such as `no`."""
    styled = CommentedMap()
    for key, value in body.items():
        styled[key] = _list(value) if isinstance(value, list) else _word(value)
    return styled


def _list(values: list[Any]) -> CommentedSeq:
    styled = CommentedSeq(_word(value) for value in values)
    styled.fa.set_flow_style()
    return styled


def _word(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        misread = yaml.safe_load(value) != value
    except yaml.YAMLError:
        misread = True
    return DoubleQuotedScalarString(value) if misread else value


def _text(body: CommentedMap) -> str:
    stream = StringIO()
    _yaml().dump(body, stream)
    return stream.getvalue()


def _yaml() -> YAML:
    """A writer that keeps comments and quotes of the file, and writes `null` where nothing is known."""
    writer = YAML()
    writer.preserve_quotes = True  # type: ignore[assignment]  # ruamel declares both as None
    writer.width = 120  # type: ignore[assignment]
    writer.representer.add_representer(type(None), _null)
    return writer


def _null(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")
