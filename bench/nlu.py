"""How well and how fast messages are understood: ours against Rasa's default, on messages that neither has seen."""

from collections.abc import Callable, Sequence
from statistics import mean
from typing import Any

from bench.contestants import FLOOR, OURS, STOCK_EPOCHS, Contestant, Say
from bench.judging import RIGHT, Read, Told, needs
from bench.models import model_of, training_seconds
from bench.reading import Readings, messages, read_all
from bench.timing import percentile

Pairs = Sequence[tuple[Told, Read]]
_NOT_READ_BY_DEFAULT = ("region", "sector", "sector_strictly", "size", "language", "language_four_words")


def measure(default: Contestant, say: Say) -> dict[str, Any]:
    """Return the figures of both pipelines; what a pipeline does not read at all is None."""
    told = messages()
    models = {"ours": model_of(OURS, say), "default": model_of(default, say), "floor": model_of(FLOOR, say)}
    say(f"nlu: {len(told)} messages ...")
    read = {name: read_all(model) for name, model in models.items()}
    found = {name: _figures(told, read[name], read["floor"].rss_mb) for name in ("ours", "default")}
    for figures in (found["default"], *found["default"]["by_language"].values()):
        figures.update(dict.fromkeys(_NOT_READ_BY_DEFAULT))
    found["default"] |= {"train_s": training_seconds(models["default"]), "epochs": default.epochs or STOCK_EPOCHS}
    return {"nlu": found | {"messages": len(told)}}


def _figures(told: Sequence[Told], readings: Readings, rasa_mb: float) -> dict[str, Any]:
    pairs = list(zip(told, readings.parses, strict=True))
    languages = sorted({message["language"] for message in told})
    return scores(pairs) | {
        "p50_ms": round(percentile(readings.taken_ms, 50), 2),
        "p95_ms": round(percentile(readings.taken_ms, 95), 2),
        "p50_cpu_ms": round(percentile(readings.cpu_ms, 50), 2),
        "memory_on_top_mb": round(readings.rss_mb - rasa_mb, 1),
        "by_language": {name: scores([pair for pair in pairs if pair[0]["language"] == name]) for name in languages},
    }


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
