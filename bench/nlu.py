"""How well and how fast messages are understood: ours against Rasa's default, on messages that neither has seen."""

from collections import Counter
from collections.abc import Callable, Sequence
from statistics import mean
from typing import Any

from bench.contestants import FLOOR, OURS, STOCK_EPOCHS, Contestant, Say
from bench.judging import RIGHT, Read, Told, needs
from bench.models import model_of, training_seconds
from bench.reading import CLEAN, LOOKED_AT, Readings, messages, read_all
from bench.timing import percentile

Pairs = Sequence[tuple[Told, Read]]
SETS = (*CLEAN, *LOOKED_AT)
_NOT_READ_BY_DEFAULT = ("region", "sector", "sector_strictly", "size", "language", "language_four_words")


def measure(default: Contestant, say: Say) -> dict[str, Any]:
    """Return the figures of both pipelines; what a pipeline does not read at all is None."""
    told = messages(SETS)
    models = {"ours": model_of(OURS, say), "default": model_of(default, say), "floor": model_of(FLOOR, say)}
    say(f"nlu: {len(told)} messages ...")
    read = {name: read_all(model, SETS) for name, model in models.items()}
    found = {name: _figures(told, read[name], read["floor"].rss_mb) for name in ("ours", "default")}
    for figures in _blocks(found["default"]):
        figures.update(dict.fromkeys(_NOT_READ_BY_DEFAULT))
    found["default"] |= {"train_s": training_seconds(models["default"]), "epochs": default.epochs or STOCK_EPOCHS}
    return {"nlu": found | {"messages": Counter(message["set"] for message in told)}}


def _figures(told: Sequence[Told], readings: Readings, rasa_mb: float) -> dict[str, Any]:
    """The scores of the clean sets together and by language, and those of each set."""
    pairs = list(zip(told, readings.parses, strict=True))
    clean = [pair for pair in pairs if pair[0]["set"] in CLEAN]
    return scores(clean) | {
        "p50_ms": round(percentile(readings.taken_ms, 50), 2),
        "p95_ms": round(percentile(readings.taken_ms, 95), 2),
        "p50_cpu_ms": round(percentile(readings.cpu_ms, 50), 2),
        "p95_cpu_ms": round(percentile(readings.cpu_ms, 95), 2),
        "memory_on_top_mb": round(readings.rss_mb - rasa_mb, 1),
        "by_language": by(clean, "language"),
        "by_set": by(pairs, "set"),
    }


def _blocks(figures: dict[str, Any]) -> list[dict[str, Any]]:
    return [figures, *figures["by_language"].values(), *figures["by_set"].values()]


def by(pairs: Pairs, field: str) -> dict[str, dict[str, float | None]]:
    """Return the scores per language, or per set."""
    names = sorted({told[field] for told, _ in pairs})
    return {name: scores([pair for pair in pairs if pair[0][field] == name]) for name in names}


def scores(pairs: Pairs) -> dict[str, float | None]:
    """Return shares in per cent, and F1 of the pain points (micro, 0 to 1)."""
    shares = {name: _share([right(*pair) for pair in pairs]) for name, right in RIGHT.items()}
    hits, read, told = _counts(pairs, lambda _, read: needs(read), lambda told: set(told["pain_points"]))
    found, claimed, there = _counts(pairs, _heard_as_outside, _is_outside)
    return shares | {
        "pain_f1": round(2 * hits / (read + told), 4) if read + told else None,
        "out_of_scope_recall": _percent(found, there),
        "out_of_scope_precision": _percent(found, claimed),
    }


def _counts(
    pairs: Pairs, read_in: Callable[[Told, Read], set[str]], told_in: Callable[[Told], set[str]]
) -> tuple[int, int, int]:
    """Return how many were both read and told, how many read, how many told."""
    both = [(read_in(told, read), told_in(told)) for told, read in pairs]
    return sum(len(read & told) for read, told in both), sum(len(r) for r, _ in both), sum(len(t) for _, t in both)


def _heard_as_outside(_: Told, read: Read) -> set[str]:
    """Out of scope by name, or rejected: in both cases the firm is told that this is nothing for us."""
    outside = read["intent"].startswith("out_of_scope") or read["intent"] == "nlu_fallback"
    return {"outside"} if outside else set()


def _is_outside(told: Told) -> set[str]:
    return {"outside"} if told["act"].startswith("out_of_scope") else set()


def _share(answers: Sequence[bool | None]) -> float | None:
    counted = [answer for answer in answers if answer is not None]
    return round(100 * mean(counted), 2) if counted else None


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 2) if whole else None
