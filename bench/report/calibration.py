"""Do the probabilities of acts mean what they say? Of all acts read with 80 %, eight in ten should be right."""

from dataclasses import dataclass
from pathlib import Path

import matplotlib

from bench.nlu import Pairs

_BINS = 10


@dataclass(frozen=True)
class Bin:
    """Messages whose acts were read with about the same probability."""

    stated: float
    right: float
    count: int


def bins(pairs: Pairs) -> list[Bin]:
    """Return the messages in steps of ten per cent; empty steps are left out."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for told, read in pairs:
        stated = float(read["confidence"])
        found[min(int(stated * _BINS), _BINS - 1)].append((stated, told["act"] == read["intent"]))
    return [Bin(sum(p for p, _ in one) / len(one), sum(r for _, r in one) / len(one), len(one)) for one in found if one]


def error(steps: list[Bin]) -> float:
    """Return the expected calibration error: how far what is stated lies from what is right, on average."""
    total = sum(one.count for one in steps)
    return sum(abs(one.stated - one.right) * one.count for one in steps) / total


def draw_reliability(steps: list[Bin], picture: Path) -> None:
    """Draw stated against right; on the line, the probabilities are true."""
    matplotlib.use("Agg")
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5, 4.5), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], "k--", linewidth=1, label="true")
    axes.plot([one.stated for one in steps], [one.right for one in steps], marker="o", label="read")
    for one in steps:
        axes.annotate(str(one.count), (one.stated, one.right), textcoords="offset points", xytext=(5, -10), fontsize=7)
    axes.set(xlabel="probability stated", ylabel="share that is right", title=f"ECE {error(steps):.3f}")
    axes.grid(alpha=0.3)
    axes.legend()
    figure.savefig(picture, dpi=100)
