"""`python -m bench`: measures all figures, or those named with `--only`, and writes `bench/results.json`."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from bench import gazetteer, long_conversation, machine, nlu, plots, results, rules, scale, side_by_side, teams
from bench.contestants import Say

ALONE: dict[str, Callable[[Say], dict[str, Any]]] = {
    "rules": rules.measure,
    "gazetteer": gazetteer.measure,
    "teams": teams.measure,
    "nlu": nlu.measure,
    "long_conversation": long_conversation.measure,
    "scale": scale.measure,
}
NAMES = (*ALONE, *side_by_side.FIGURES)


def main(only: Annotated[str, typer.Option(help=f"Figures, separated by commas: {', '.join(NAMES)}.")] = "") -> None:
    """Measure; figures not asked for stay as they were measured before."""
    chosen = [name.strip() for name in only.split(",")] if only else list(NAMES)
    if unknown := set(chosen) - set(NAMES):
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}: choose from {', '.join(NAMES)}.")
    found = results.read() | {"machine": machine.describe()}
    for name, measure in ALONE.items():
        if name in chosen:
            _keep(found, measure(typer.echo), [name])
    if together := [name for name in side_by_side.FIGURES if name in chosen]:
        _keep(found, side_by_side.measure(together, typer.echo), together)
    plots.draw(found)


def _keep(found: dict[str, Any], measured: dict[str, Any], names: list[str], today: date | None = None) -> None:
    """Write after each figure, so that a long run that is broken off has not run for nothing."""
    day = today or datetime.now(UTC).date()
    found |= measured
    found["measured"] |= {name: day.isoformat() for name in names}
    results.write(found)


if __name__ == "__main__":
    typer.run(main)
