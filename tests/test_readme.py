"""What the pages tell a reader to open, type or set must be there."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from alpine_catalogue.cli import app as catalogue_app
from alpine_catalogue.files.folder import read_folder
from alpine_catalogue.files.references import check_references
from alpine_catalogue.settings import Settings as CatalogueSettings
from console.__main__ import commands as console_app
from console.settings import Settings as ConsoleSettings
from deploy.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "catalogue").glob("README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
MADE_LATER = (".env", ".venv", "var", "models", "uv.lock", "firm.json", "fair.ics")
"""Files and folders that a run or the reader makes, and that git does not hold."""

EXAMPLE = "catalogue/hubs/it/example-hub-bruneck.yml"
"""The made-up hub of the README, which must not be in the catalogue."""

APPS = {"alpine_catalogue": catalogue_app, "console": console_app}
EXTENSIONS = r"(?:py|yml|json|md|sh|toml|lock|html|js|mmd|db|log|example)"

LINK = re.compile(r"\]\(([^)#]+)(?:#([^)]*))?\)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(rf"(?:[\w.-]+/)+(?:[\w.-]+)?|[\w.-]+\.{EXTENSIONS}")
MAKE = re.compile(r"\bmake ([a-z]+)\b")
MODULE = re.compile(r"python -m ([a-z_][a-z_.]*)([^`\n#]*)")
SETTING = re.compile(r"[A-Z]+(?:_[A-Z]+)+")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def named(page: Path) -> str:
    """Shorten a page's path for the name of its test."""
    return str(page.relative_to(ROOT))


def codes(page: Path) -> Iterator[str]:
    """Each piece of code inside a sentence."""
    return (found[1] for found in CODE.finditer(FENCE.sub("", page.read_text(encoding="utf-8"))))


def commands(page: Path) -> str:
    """All that a reader might type: code in sentences, and blocks for the shell."""
    blocks = (block for language, block in FENCE.findall(page.read_text(encoding="utf-8")) if language == "sh")
    return "\n".join([*codes(page), *blocks])


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links name them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def exists(page: Path, path: str) -> bool:
    """Whether a path is there, seen from the project's root or from the page's own folder."""
    if path == EXAMPLE or path.split("/", 1)[0] in MADE_LATER:
        return True
    return any((start / path).exists() for start in (ROOT, page.parent))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_each_path_that_a_page_names_exists(page: Path) -> None:
    paths = [code for code in codes(page) if PATH.fullmatch(code)]

    assert [path for path in paths if not exists(page, path)] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_each_link_leads_to_a_page_and_to_a_heading_that_are_there(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not link[0].startswith("http")]

    assert [target for target, _ in links if not (page.parent / target).exists()] == []
    assert [link for link in links if link[1] and link[1] not in anchors((page.parent / link[0]).resolve())] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_each_make_target_that_a_page_names_is_in_the_makefile(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(MAKE.findall(commands(page))) <= targets


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_each_command_that_a_page_names_can_be_run_with_the_options_it_names(page: Path) -> None:
    for module, rest in MODULE.findall(commands(page)):
        assert runnable(module), module
        words = rest.split()
        if module in APPS and words:
            assert set(re.findall(r"--[a-z-]+", rest)) <= options(module, words), (module, rest)


def runnable(module: str) -> bool:
    """Whether `python -m` finds something to run."""
    spec = importlib.util.find_spec(module)
    if spec is not None and spec.submodule_search_locations:
        spec = importlib.util.find_spec(f"{module}.__main__")
    return spec is not None


def options(module: str, words: list[str]) -> set[str]:
    """The options of a command, or of one in a group of commands; KeyError if there is no such command."""
    command: Any = typer.main.get_command(APPS[module])
    for word in words:
        if not hasattr(command, "commands"):
            break
        command = command.commands[word]
    return {option for each in command.params for option in each.opts}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_each_setting_that_a_page_names_is_one(page: Path) -> None:
    known = {field.upper() for each in (Settings, ConsoleSettings, CatalogueSettings) for field in each.model_fields}
    told = [code.split("=")[0] for code in codes(page) if SETTING.match(code)]

    assert {name for name in told if SETTING.fullmatch(name)} - {"EXACT_NEEDS"} <= known


def test_the_hub_of_the_readme_passes_the_check_of_the_catalogue(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    example = next(block for language, block in FENCE.findall(text) if block.startswith("id: "))
    hub = yaml.safe_load(example)
    for folder in (ROOT / "catalogue").iterdir():
        if folder.name not in ("hubs", "practices", "events"):  # the last two name other hubs
            (tmp_path / folder.name).symlink_to(folder)
    file = tmp_path / Path(EXAMPLE).relative_to("catalogue")
    file.parent.mkdir(parents=True)
    file.write_text(example, encoding="utf-8")

    records = read_folder(tmp_path)
    check_references(tmp_path, records)

    assert EXAMPLE in text
    assert [record.id for record in records if record.kind == "hub"] == [hub["id"]]


@pytest.mark.parametrize(
    ("words", "folder"), [("hubs", "hubs"), ("programmes", "programmes"), ("NUTS 2024", "regions")]
)
def test_the_readme_counts_what_is_in_the_catalogue(words: str, folder: str) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    number = len(list((ROOT / "catalogue" / folder).rglob("*.yml")))

    assert re.search(rf"\b{number} {words}\b", text), f"{number} {words}"
