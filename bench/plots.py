"""Draws what the optimal team costs, by number of hubs and of needs."""

from pathlib import Path
from typing import Any

import matplotlib

from deploy.settings import ROOT

PICTURE = ROOT / "docs" / "pictures" / "teams-cost.png"
_TARGETS = {122: 5, 10_000: 50, 100_000: 500}
"""Hubs, and the ms that a team for five needs may take."""


def draw(found: dict[str, Any], picture: Path = PICTURE) -> None:
    """Write the picture, if teams were measured."""
    curve = found["teams"].get("curve")
    if not curve:
        return
    matplotlib.use("Agg")
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.subplots()
    for needs in curve[0]["ms_by_needs"]:
        times = [point["ms_by_needs"][needs] for point in curve]
        axes.plot([point["hubs"] for point in curve], times, marker="o", label=f"{needs} need{'s' * (needs != '1')}")
    axes.plot(list(_TARGETS), list(_TARGETS.values()), "k--", label="at most, for 5 needs")
    axes.set(xscale="log", yscale="log", xlabel="hubs in the catalogue", ylabel="optimal team, ms (one core)")
    axes.grid(alpha=0.3)
    axes.legend()
    picture.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(picture, dpi=120)
