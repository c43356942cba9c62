"""Reads YAML and remembers on which line each value stands, so that a fault can be pointed at."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

Step = str | int


class DuplicateKey(yaml.YAMLError):
    """The same key stands twice in one mapping; YAML would silently keep the last."""


class _Loader(yaml.CSafeLoader):
    """A safe loader that refuses duplicate keys."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise DuplicateKey(f"the key {key!r} stands twice (line {key_node.start_mark.line + 1})")
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path) -> Any:
    """Return what the file holds; raises yaml.YAMLError or UnicodeDecodeError when it cannot be read."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - _Loader is a safe loader


def line_of(path: Path, place: Sequence[Step]) -> int:
    """Return the line (from 1) on which the value at `place` stands, or that of its nearest parent."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    line = 1
    for step in place:
        node = _child(node, step)
        if node is None:
            break
        line = node.start_mark.line + 1
    return line


def _child(node: Any, step: Step) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def plain(value: Any) -> Any:
    """Return `value` with dates as ISO text, as JSON and JSON Schema want them."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
