"""Reads one file and checks it against its schema; says in one line per fault what is wrong and where."""

import json
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match

from alpine_catalogue.errors import Finding
from alpine_catalogue.files.lines import line_of, plain, read_yaml


def validator_for(root: Path, kind: str) -> Draft202012Validator:
    """Return what checks a file of that kind against its schema."""
    schema = json.loads((root / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker())


def checked_body(path: Path, validator: Draft202012Validator) -> tuple[Any, list[Finding]]:
    """Return what the file holds, and what is wrong with it; use it only where nothing is."""
    try:
        body = plain(read_yaml(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return None, [Finding(path, mark.line + 1 if mark else 1, "", f"not readable as YAML: {_first_line(error)}")]
    except UnicodeDecodeError:
        return None, [Finding(path, 1, "", "not written in UTF-8: save it again as UTF-8")]
    return body, [_finding(path, error) for error in validator.iter_errors(body)]


def _first_line(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or str(error)
    return str(problem).splitlines()[0]


def _finding(path: Path, error: ValidationError) -> Finding:
    cause = best_match(error.context) if error.context else error
    cause = cause or error
    place = list(cause.absolute_path)
    return Finding(path, line_of(path, place), "/".join(str(step) for step in place), _reason(cause))


def _reason(error: ValidationError) -> str:
    hint = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
    return f"{error.message}. {hint}".strip()
