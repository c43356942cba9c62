"""Reads YAML and remembers on which line each value stands, so that a fault can be pointed at."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

Step = str | int


class Unusable(yaml.MarkedYAMLError):
    """YAML that can be parsed but not used; says where."""

    def __init__(self, problem: str, node: yaml.Node) -> None:
        """Keep the place of the node."""
        super().__init__(problem=problem, problem_mark=node.start_mark)


class _Loader(yaml.CSafeLoader):
    """A safe loader that refuses duplicate keys (YAML would silently keep the last) and days that are none."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise Unusable("a key must be a single word or number", key_node)
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise Unusable(f"the key {key!r} stands twice", key_node)
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


def _day(loader: _Loader, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise Unusable(f"{node.value} is no day: {error}", node) from None


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)


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
