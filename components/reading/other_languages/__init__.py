"""Sentences in languages that we do not speak, so that they are told from the five that we do."""

from pathlib import Path

import yaml

from components.reading.language_names import OTHER


def sentences() -> list[tuple[str, str]]:
    """Return them all, each with the name that stands for any other language."""
    files = sorted(Path(__file__).parent.glob("*.yml"))
    return [(sentence, OTHER) for file in files for sentence in yaml.safe_load(file.read_text(encoding="utf-8"))]
