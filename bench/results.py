"""The shape of `bench/results.json`: every figure has its place from the start, and is null until it was measured."""

import json
from pathlib import Path
from typing import Any

from deploy.settings import ROOT

FILE = ROOT / "bench" / "results.json"
_SIDES = ("ours", "default", "floor")
NOTES = (
    "Medians over repeated runs; ms, MB (10^6 bytes), s, messages/s. null: not measured.",
    "The load generator ran on the same cores as the assistant.",
    "default: the pipeline and policies of `rasa init`; data, action server, channels and tracker store as ours.",
    "nlu.default.epochs: fewer than 100 where the machine was too slow; accuracy is then not that of a full training.",
    "floor: one component, RulePolicy, one action that does nothing, stock action server, conversations in memory.",
    "The default reads no place, trade or size: its turns end in questions where ours search the catalogue and answer.",
    "rules: n10000 are generated, with limits, places and trades of their own; load80 reads and checks all files.",
    "nlu: out of scope counts as heard when the act is out_of_scope_* or nlu_fallback.",
)


def empty() -> dict[str, Any]:
    """Return all figures of the contract, none of them measured."""
    return {
        "machine": {},
        "turn": {side: {"p50_ms": None, "p95_ms": None} for side in _SIDES},
        "throughput32": dict.fromkeys(_SIDES),
        "rss_mb": dict.fromkeys(_SIDES),
        "start_s": dict.fromkeys(_SIDES),
        "long_conversation": dict.fromkeys(("first_p95_ms", "last_p95_ms")),
        "scale": dict.fromkeys(("one", "two")),
        "rules": dict.fromkeys(("n80_ms", "n80_explained_ms", "n80_changes_ms", "n10000_ms", "load80_ms")),
        "teams": dict.fromkeys(("n122_ms", "n122_propose_ms", "n10000_ms", "n100000_ms")),
        "directory": None,
        "gazetteer": dict.fromkeys(("lookup_p50_ms", "lookup_max_ms", "memory_mb")),
        "nlu": {"ours": {}, "default": {}},
        "measured": {},
        "notes": list(NOTES),
    }


def read(file: Path = FILE) -> dict[str, Any]:
    """Return what was measured before, in today's shape."""
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return empty() | before | {"notes": list(NOTES)}


def write(results: dict[str, Any], file: Path = FILE) -> None:
    """Write the results for people and programs to read."""
    file.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
