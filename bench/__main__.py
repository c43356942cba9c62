"""`python -m bench`: measures all figures, or those named with `--only`, and writes `bench/results.json`."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any

import typer

from bench import (
    directory,
    gazetteer,
    long_conversation,
    machine,
    nlu,
    plots,
    results,
    rules,
    scale,
    side_by_side,
    teams,
)
from bench.contestants import AFFORDABLE_EPOCHS, STOCK_EPOCHS, Contestant, Say, default

ALONE = ("rules", "gazetteer", "teams", "directory", "nlu", "long_conversation", "scale")
NAMES = (*ALONE, *side_by_side.FIGURES)
Only = Annotated[str, typer.Option(help=f"Figures, separated by commas: {', '.join(NAMES)}.")]
Epochs = Annotated[
    int, typer.Option(min=1, max=STOCK_EPOCHS, help="Epochs to train Rasa's default, which itself would take 100.")
]


def main(only: Only = "", default_epochs: Epochs = AFFORDABLE_EPOCHS) -> None:
    """Measure; figures not asked for stay as they were measured before."""
    chosen = [name.strip() for name in only.split(",")] if only else list(NAMES)
    if unknown := set(chosen) - set(NAMES):
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}: choose from {', '.join(NAMES)}.")
    rival, found = default(default_epochs), results.read() | {"machine": machine.describe()}
    for name, measure in _alone(rival).items():
        if name in chosen:
            _keep(found, measure(typer.echo), [name])
    if together := [name for name in side_by_side.FIGURES if name in chosen]:
        _keep(found, side_by_side.measure(together, rival, typer.echo), together)
    plots.draw(found)


def _alone(rival: Contestant) -> dict[str, Callable[[Say], dict[str, Any]]]:
    """The figures that are measured one by one."""
    return {
        "rules": rules.measure,
        "gazetteer": gazetteer.measure,
        "teams": teams.measure,
        "directory": directory.measure,
        "nlu": partial(nlu.measure, rival),
        "long_conversation": long_conversation.measure,
        "scale": scale.measure,
    }


def _keep(found: dict[str, Any], measured: dict[str, Any], names: list[str]) -> None:
    """Write after each figure, so that a long run that is broken off has not run for nothing."""
    found |= measured
    found["measured"] |= dict.fromkeys(names, {"on": datetime.now(UTC).date().isoformat(), **machine.load()})
    results.write(found)


if __name__ == "__main__":
    typer.run(main)
