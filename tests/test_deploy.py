"""Starting on one machine: training only when the ingredients changed, and one sentence for every hindrance."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue_examples import ROOT

from deploy.problems import CannotWrite, PortInUse, StartProblem, check_folder, check_port
from deploy.settings import Settings, make_secrets
from deploy.stack import processes
from deploy.training import digest, train_if_stale

SECRETS = ("RASA_TOKEN", "WEB_SESSION_SECRET", "CONSOLE_SECRET")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with everything a model is made of."""
    for name in ("config.yml", "domain.yml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("data", "components"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


# -- training only when needed ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "config.yml",
        "domain.yml",
        "requirements.lock",
        "data/nlu/de/acts.yml",
        "components/acts.py",
        "components/reading/sizes/words.yml",
    ],
)
def test_a_change_in_any_ingredient_changes_the_digest(project: Path, name: str) -> None:
    before = digest(project)
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert digest(project) != before


def test_a_new_a_removed_and_a_renamed_file_change_the_digest(project: Path) -> None:
    digests = [digest(project)]
    (project / "data" / "nlu" / "de" / "more.yml").write_text("version: '3.1'\n", encoding="utf-8")
    digests.append(digest(project))
    (project / "data" / "nlu" / "de" / "more.yml").rename(project / "data" / "nlu" / "de" / "other.yml")
    digests.append(digest(project))
    (project / "data" / "nlu" / "de" / "other.yml").unlink()
    assert len(set(digests)) == 3
    assert digest(project) == digests[0]


def test_what_is_no_ingredient_changes_nothing(project: Path) -> None:
    before = digest(project)
    (project / "components" / "__pycache__").mkdir()
    (project / "components" / "__pycache__" / "acts.cpython-311.pyc").write_bytes(b"x")
    (project / "README.md").write_text("x", encoding="utf-8")
    assert digest(project) == before


def test_a_model_of_the_same_ingredients_is_not_trained_again(project: Path) -> None:
    (project / "models").mkdir()
    (project / "models" / "assistant.tar.gz").write_bytes(b"a model")
    (project / "models" / "digest").write_text(digest(project), encoding="utf-8")
    said: list[str] = []
    assert train_if_stale(project, {}, said.append) == project / "models" / "assistant.tar.gz"
    assert said == []


def test_training_that_fails_is_told_and_leaves_no_stamp(project: Path) -> None:
    (project / "models").mkdir()
    (project / "config.yml").write_text("recipe: nonsense.v9\n", encoding="utf-8")
    said: list[str] = []
    environment = {
        **os.environ,
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONWARNINGS": "ignore",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    with pytest.raises(subprocess.CalledProcessError):
        train_if_stale(project, environment, said.append)
    assert "Training" in said[0]
    assert not (project / "models" / "digest").exists(), "the next run must try again"


# -- hindrances ---------------------------------------------------------------------------------------------------


def test_a_port_in_use_is_named_with_the_setting_that_changes_it(taken_port: int) -> None:
    with pytest.raises(PortInUse, match=rf"^Port {taken_port} is in use\. .*RASA_PORT"):
        check_port(taken_port, "RASA_PORT")


def test_a_free_port_is_no_problem_and_stays_free(taken_port: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    check_port(free, "RASA_PORT")
    check_port(free, "RASA_PORT")


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(CannotWrite, match=re.escape(str(tmp_path / "file" / "var")) + " cannot be written to"):
        check_folder(tmp_path / "file" / "var")


def test_a_folder_that_can_be_written_to_is_made_and_left_empty(tmp_path: Path) -> None:
    check_folder(tmp_path / "var" / "log")
    assert list((tmp_path / "var" / "log").iterdir()) == []


def test_every_hindrance_is_one_sentence_that_says_what_to_do() -> None:
    for problem in (PortInUse(5005, "RASA_PORT"), CannotWrite(Path("var"))):
        assert isinstance(problem, StartProblem)
        assert "\n" not in str(problem)
        assert str(problem).endswith(".")


def test_make_run_with_a_port_in_use_ends_at_once_with_that_sentence(taken_port: int, tmp_path: Path) -> None:
    environment = {**os.environ, "CONSOLE_PORT": str(taken_port), "PYTHONPATH": f"{ROOT}:{ROOT / 'catalogue'}"}
    environment |= {"RASA_PORT": str(free_port()), "ACTIONS_PORT": str(free_port())}
    command = [sys.executable, "-m", "deploy.run"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stdout.strip() == str(PortInUse(taken_port, "CONSOLE_PORT"))
    assert "Traceback" not in done.stderr


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# -- secrets ------------------------------------------------------------------------------------------------------


def written(file: Path) -> dict[str, str]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "=" in line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines if line.split("=", 1)[1])


def test_secrets_are_made_once_and_only_their_owner_may_read_them(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    make_secrets(file, {})
    first = file.read_text(encoding="utf-8")
    assert set(written(file)) == set(SECRETS)
    assert all(len(secret) >= 32 for secret in written(file).values())
    assert len(set(written(file).values())) == len(SECRETS)
    assert file.stat().st_mode & 0o777 == 0o600
    make_secrets(file, {})
    assert file.read_text(encoding="utf-8") == first


def test_secrets_that_are_set_already_are_kept(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("RASA_TOKEN=mine\nRASA_PORT=5006", encoding="utf-8")
    make_secrets(file, {"CONSOLE_SECRET": "from the environment"})
    assert written(file)["RASA_TOKEN"] == "mine"
    assert written(file)["RASA_PORT"] == "5006"
    assert "WEB_SESSION_SECRET" in written(file)
    assert "CONSOLE_SECRET" not in written(file)


def test_an_env_file_copied_from_the_example_gets_its_secrets_and_is_closed_to_others(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    shutil.copy(ROOT / ".env.example", file)
    file.chmod(0o644)
    make_secrets(file, {})
    settings = Settings(_env_file=file)  # type: ignore[call-arg]
    for name in ("rasa_token", "web_session_secret", "console_secret"):
        assert len(getattr(settings, name).get_secret_value()) >= 32
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_example_names_every_setting() -> None:
    named = set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.M))
    assert {name.upper() for name in Settings.model_fields} <= named


# -- processes ----------------------------------------------------------------------------------------------------


def test_no_secret_is_printed_and_nothing_listens_beyond_this_machine(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, rasa_token="hush-hush-hush")  # type: ignore[call-arg]
    assert "hush" not in repr(settings)
    told = settings.environment()
    assert told["RASA_TOKEN"] == "hush-hush-hush"
    assert told["SANIC_HOST"] == "127.0.0.1"
    assert told["RASA_TELEMETRY_ENABLED"] == "false"
    started = processes(settings, tmp_path / "model.tar.gz")
    assert {process.name for process in started} >= {"actions", "rasa", "console"}
    assert all(process.ready.startswith("http://127.0.0.1:") for process in started)
