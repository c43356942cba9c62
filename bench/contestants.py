"""The three assistants that are measured side by side."""

from collections.abc import Callable
from dataclasses import dataclass, replace

STOCK_EPOCHS = 100
AFFORDABLE_EPOCHS = 20
"""For our data one epoch of the default takes one to two minutes on two cores: all 100 take hours."""
Say = Callable[[str], None]


@dataclass(frozen=True)
class Contestant:
    """One assistant: what it is trained from, and what serves it. Paths are relative to the project's root."""

    name: str
    config: str = "config.yml"
    domain: str = "domain.yml"
    data: str = "data"
    actions: str = "actions"
    endpoints: str = "endpoints.yml"
    credentials: str = "credentials.yml"
    epochs: int | None = None
    """How many epochs to train, where it is not what the configuration says."""


OURS = Contestant("ours")
DEFAULT = Contestant("default", config="bench/pipelines/default.yml")
FLOOR = Contestant(
    "floor",
    config="bench/pipelines/floor.yml",
    domain="bench/floor/domain.yml",
    data="bench/floor/data",
    actions="bench.floor.actions",
    endpoints="bench/floor/endpoints.yml",
    credentials="bench/floor/credentials.yml",
)


def default(epochs: int) -> Contestant:
    """Return Rasa's default, trained for fewer epochs than its own where those would take hours."""
    return DEFAULT if epochs == STOCK_EPOCHS else replace(DEFAULT, name=f"default-{epochs}-epochs", epochs=epochs)
