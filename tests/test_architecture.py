"""The shape of the project: who may import whom, small modules, telling names, no package called catalogue."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue_examples import ROOT

PACKAGES = ("actions", "components", "connectors", "handoff", "console", "deploy", "catalogue")
LONGEST = 200
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "stuff", "tools", "lib"}
WITHIN = {  # what the core may never name, in words that a contract could be weakened without anybody seeing it
    "catalogue/alpine_catalogue": (
        "rasa",
        "rasa_sdk",
        "sanic",
        "fastapi",
        "telegram",
        "actions",
        "components",
        "connectors",
    ),
    "catalogue/alpine_catalogue/matching": ("sqlalchemy", "alembic", "alpine_catalogue.store"),
    "catalogue/alpine_catalogue/eligibility": ("sqlalchemy", "alembic", "alpine_catalogue.store"),
    "catalogue/alpine_catalogue/files": ("sqlalchemy", "alembic", "alpine_catalogue.store"),
    "handoff": ("rasa", "rasa_sdk", "sanic", "fastapi", "alpine_catalogue", "actions", "connectors", "console"),
    "actions": ("rasa", "sanic", "fastapi", "telegram", "components", "connectors", "console", "deploy"),
    "connectors": ("rasa_sdk", "alpine_catalogue", "actions", "components", "handoff", "console", "deploy"),
    "console": ("rasa", "rasa_sdk", "sanic", "actions", "components", "connectors", "deploy"),
}
READING = ("os.environ", "os.getenv")


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders or PACKAGES for path in sorted((ROOT / folder).rglob("*.py"))]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_the_import_contracts_are_kept(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))",
    ]
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'catalogue'}", "PATH": ""}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert f"{len(contracts)} kept, 0 broken" in done.stdout


@pytest.mark.parametrize("folder", WITHIN)
def test_no_module_names_what_lies_on_the_other_side(folder: str) -> None:
    crossing = [
        (named(path), name)
        for path in modules(folder)
        for name in imported(path)
        if any(name == other or name.startswith(other + ".") for other in WITHIN[folder])
    ]
    assert crossing == []


def test_no_package_is_called_catalogue() -> None:
    """Libraries such as spaCy import a package of that name; ours would hide it from whoever adds one."""
    assert [named(path) for path in ROOT.glob("*/catalogue/__init__.py")] == []
    assert not (ROOT / "catalogue" / "__init__.py").exists()


def test_no_file_has_a_name_that_says_nothing() -> None:
    files = [path for folder in (*PACKAGES, "tests", "data", "docs", "bench") for path in (ROOT / folder).rglob("*")]
    assert [named(path) for path in files if path.stem.lower() in VAGUE and "vendor" not in path.parts] == []


def test_no_module_is_longer_than_one_can_read_at_once() -> None:
    lengths = {
        named(path): path.read_text(encoding="utf-8").count("\n")
        for path in modules()
        if "migrations" not in path.parts
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [named(path) for path in modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_no_error_is_swallowed() -> None:
    swallowed = [
        f"{named(path)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or all(isinstance(line, ast.Pass) for line in node.body))
    ]
    assert swallowed == []


def test_the_environment_is_read_in_few_places() -> None:
    """Everything else takes its settings as arguments; `deploy` hands the environment on."""
    read = {named(path) for path in modules() if any(word in path.read_text(encoding="utf-8") for word in READING)}
    assert {name for name in read if not name.startswith("deploy/")} <= {"connectors/telegram.py"}


def test_importing_the_parts_opens_nothing(tmp_path: Path) -> None:
    """No database, no network, no file of ours at import: a folder without any setting stays empty."""
    names = "actions.recommend actions.hand_over alpine_catalogue.cli handoff.store console.app connectors.web_room"
    code = "import socket\nsocket.socket.connect = None\n" + "\n".join(f"import {name}" for name in names.split())
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'catalogue'}", "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []


def test_no_file_names_a_folder_of_one_machine_or_listens_beyond_it() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in modules()}
    beyond = re.compile(r"/home/\w+|/work/|0\.0\.0\.0")
    assert [named(path) for path, text in texts.items() if beyond.search(text)] == []


def test_telemetry_is_off_in_the_project_itself() -> None:
    assert '"RASA_TELEMETRY_ENABLED": "false"' in (ROOT / "deploy" / "settings.py").read_text(encoding="utf-8")
