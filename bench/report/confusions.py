"""Which acts are taken for which: one picture per language, and the acts that are read worst."""

from collections import Counter
from pathlib import Path

import matplotlib
import numpy as np

from bench.nlu import Pairs

_SHORT = {"out_of_scope_": "oos_"}
_ENOUGH = 2
"""An act with a single message is not called the worst: that would be chance."""


def acts_in(pairs: Pairs) -> list[str]:
    """Return the acts that were meant or read."""
    return sorted({act for told, read in pairs for act in (told["act"], read["intent"])})


def worst_acts(pairs: Pairs, count: int = 3) -> list[tuple[str, int, int]]:
    """Return the acts that are missed, most often first, each with how many were read right, of how many."""
    meant = Counter(told["act"] for told, _ in pairs)
    right = Counter(told["act"] for told, read in pairs if told["act"] == read["intent"])
    known = [(act, right[act], number) for act, number in meant.items() if number >= max(_ENOUGH, right[act] + 1)]
    return sorted(known, key=lambda one: (one[1] / one[2], one[0]))[:count]


def draw_confusions(pairs: Pairs, title: str, picture: Path) -> None:
    """Draw meant acts (rows) against acts read (columns); what lies off the diagonal is wrong."""
    matplotlib.use("Agg")
    from matplotlib.figure import Figure

    acts = acts_in(pairs)
    place = {act: number for number, act in enumerate(acts)}
    counts = np.zeros((len(acts), len(acts)), dtype=int)
    for told, read in pairs:
        counts[place[told["act"]], place[read["intent"]]] += 1
    figure = Figure(figsize=(9, 8.5), layout="constrained")
    axes = figure.subplots()
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, column in zip(*np.nonzero(counts), strict=True):
        colour = "white" if shares[row, column] > 0.6 else "black"
        axes.text(column, row, counts[row, column], ha="center", va="center", fontsize=6, color=colour)
    names = [_short(act) for act in acts]
    axes.set_xticks(range(len(acts)), names, rotation=90, fontsize=7)
    axes.set_yticks(range(len(acts)), names, fontsize=7)
    axes.set(xlabel="read", ylabel="meant", title=title)
    figure.savefig(picture, dpi=80)


def _short(act: str) -> str:
    for long, short in _SHORT.items():
        act = act.replace(long, short)
    return act
