"""The page `docs/understanding.md`."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from bench.nlu import Pairs, by, scores
from bench.reading import CLEAN, LOOKED_AT
from bench.report.calibration import bins, error
from bench.report.confusions import worst_acts
from bench.report.need_table import found_by_need

_FIGURES = {
    "act_accuracy": "acts, %",
    "pain_f1": "needs, micro-F1",
    "region": "region or asked back, %",
    "sector": "sector, %",
    "size": "size, %",
    "language_four_words": "language, 4+ words, %",
    "out_of_scope_recall": "out of scope, recall %",
    "out_of_scope_precision": "out of scope, precision %",
}
_ALL = "all"
_HEAD = """# What the understanding reaches

Written by `make report` on {day}, from {clean} messages that were never used for training
({counts}), for each language a picture of the acts. Totals of this set were looked at while the models were made
([decision 5](decisions/0005-linear-models-and-sentence-vectors.md)), so read needs with care.
"""


def page(pairs: Pairs, day: date) -> str:
    """Return the page; `pairs` are the messages of all sets with what was read."""
    clean = [pair for pair in pairs if pair[0]["set"] in CLEAN]
    counts = Counter(told["set"] for told, _ in clean)
    told = ", ".join(f"`tests/{name}`: {count}" for name, count in sorted(counts.items()))
    parts = [
        _HEAD.format(day=day.isoformat(), clean=len(clean), counts=told),
        _by_language(clean),
        _by_set(pairs),
        _acts(clean),
        _needs(clean),
        _calibration(clean),
    ]
    return "\n".join(parts)


def _by_language(clean: Pairs) -> str:
    columns = {_ALL: scores(clean), **by(clean, "language")}
    return "## By language\n\n" + _figures(columns)


def _by_set(pairs: Pairs) -> str:
    looked_at = " and ".join(f"`{name}`" for name in LOOKED_AT)
    note = f"\nErrors in {looked_at} were read while rules and models were made; `{CLEAN[0]}` is clean.\n"
    return "## By set\n\n" + _figures(by(pairs, "set")) + note


def _figures(columns: dict[str, dict[str, Any]]) -> str:
    rows = [[label, *(_number(column[name]) for column in columns.values())] for name, label in _FIGURES.items()]
    return _table(["", *columns], rows)


def _acts(clean: Pairs) -> str:
    lines = ["## Acts\n", f"Read worst, all languages together: {_worst(clean)}.\n"]
    for name in sorted({told["language"] for told, _ in clean}):
        own = [pair for pair in clean if pair[0]["language"] == name]
        lines += [f"**{name}**, {len(own)} messages. Read worst: {_worst(own)}.\n"]
        lines += [f"![acts meant and read, {name}](understanding/acts-{name}.png)\n"]
    return "\n".join(lines)


def _worst(pairs: Pairs) -> str:
    found = [f"`{act}` ({right} of {count} right)" for act, right, count in worst_acts(pairs)]
    return ", ".join(found) or "none that was told more than once"


def _needs(clean: Pairs) -> str:
    found = found_by_need(clean)
    rows = [
        [f"`{one.need}`", str(one.told), *(_number(share) for share in (one.precision, one.recall, one.f1))]
        for one in found
    ]
    return "## Needs\n\n" + _table(["pain point", "told", "precision", "recall", "F1"], rows)


def _calibration(clean: Pairs) -> str:
    return (
        "## Can the probabilities be trusted?\n\n"
        f"Expected calibration error of the acts: {error(bins(clean)):.3f} (0 is perfect). The figures in the"
        " picture say how many messages stand behind each point.\n\n"
        "![stated and right](understanding/calibration.png)\n"
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if value <= 1 else f"{value:.1f}"
