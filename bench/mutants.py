"""`python -m bench.mutants`: changes the evaluator in thousands of small ways and counts what no test notices.

It works in a copy below `var/`, with mutmut in an environment of its own: mutmut's screen needs a newer `rich` than
Rasa allows. First the quick tests are asked, then all tests of the evaluator about what the quick ones let pass.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path

from deploy.settings import ROOT

_MUTMUT = "mutmut==3.8.1"
_WORK = ROOT / "var" / "mutants"
_TOOL, _COPY = _WORK / "tool", _WORK / "copy"
_DATA = (
    *("cases", "criteria", "events", "facts", "hubs", "pain_points", "practices", "programmes", "regions", "schema"),
    *("sectors", "taxonomy", "technologies"),
)
_SLOW = ("test_eligibility_catalogue.py", "test_programme_cases.py", "test_settling.py")
"""Tests of the whole catalogue and of all completions: asked only about what the others let pass."""
_HELPERS = (
    *("catalogue_examples.py", "eligibility_worlds.py", "limits_in_rules.py", "programme_cases.py"),
    *("rule_examples.py", "trying_values.py", "catalogue_fixtures.py", "postgres_schema.py"),
)
_FEWER_EXAMPLES = """\
from hypothesis import settings

settings.register_profile("mutants", max_examples=25, derandomize=True, deadline=None, database=None)
settings.load_profile("mutants")
"""
_KILLED, _SURVIVED = "killed", "survived"


def main() -> None:
    """Prepare the copy, run both rounds, print one line for each module and then what no test noticed."""
    _prepare()
    with (_WORK / "log").open("wb") as log:  # mutmut draws on a screen
        subprocess.run([str(_TOOL / "bin" / "mutmut"), "run"], cwd=_COPY, stdout=log, stderr=log, check=False)
    fates = list(_fates())
    left = {name for _, name, fate in fates if fate == _SURVIVED and not _noticed(name)}
    _tell(fates, left)


def _prepare() -> None:
    if not _TOOL.exists():
        venv.create(_TOOL, with_pip=True)
        subprocess.run([_TOOL / "bin" / "pip", "install", "--quiet", _MUTMUT], check=True)
        packages = next((_TOOL / "lib").iterdir()) / "site-packages"
        (packages / "zz_project.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    shutil.rmtree(_COPY, ignore_errors=True)
    shutil.copytree(ROOT / "catalogue" / "alpine_catalogue", _COPY / "alpine_catalogue")
    for name in _DATA:
        shutil.copytree(ROOT / "catalogue" / name, _COPY / "catalogue" / name)
    shutil.copytree(ROOT / "tests" / "made_up_programmes", _COPY / "tests" / "made_up_programmes")
    shutil.copy(ROOT / "bench" / "mutants.cfg", _COPY / "setup.cfg")
    (_COPY / "tests" / "conftest.py").write_text(_FEWER_EXAMPLES, encoding="utf-8")
    _add_tests([path.name for path in (ROOT / "tests").glob("test_eligibility_*.py") if path.name not in _SLOW])
    _add_tests(_HELPERS)


def _add_tests(names: Sequence[str], tests: Path = _COPY / "tests") -> None:
    for name in names:
        shutil.copy(ROOT / "tests" / name, tests / name)


def _noticed(mutant: str) -> bool:
    """Ask all tests of the evaluator about one change, the slow ones too."""
    _add_tests(_SLOW, _COPY / "mutants" / "tests")
    asked = [str(_TOOL / "bin" / "python"), "-m", "pytest", "-x", "tests"]
    env = {**os.environ, "MUTANT_UNDER_TEST": mutant}
    return bool(subprocess.run(asked, cwd=_COPY / "mutants", env=env, capture_output=True, check=False).returncode)


def _fates() -> Iterator[tuple[str, str, str]]:
    """Yield module, mutant and what became of it."""
    package = _COPY / "mutants" / "alpine_catalogue" / "eligibility"
    for path in sorted(package.rglob("*.meta")):
        module = str(path.relative_to(package)).removesuffix(".py.meta")
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        yield from ((module, name, _KILLED if code == 1 else _SURVIVED) for name, code in codes.items())


def _tell(fates: Sequence[tuple[str, str, str]], left: set[str]) -> None:
    tell = sys.stdout.write
    for module in dict.fromkeys(module for module, _, _ in fates):
        names = [name for one, name, _ in fates if one == module]
        quickly = sum(one == module and fate == _KILLED for one, _, fate in fates)
        unnoticed = len(left.intersection(names))
        tell(f"| `{module}` | {len(names)} | {quickly} | {len(names) - unnoticed} | {unnoticed} |\n")
    tell("\n".join(sorted(left)) + "\n")


if __name__ == "__main__":
    main()
