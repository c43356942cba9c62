"""Lets the trained model read the held-out messages and writes the page with its pictures."""

from datetime import UTC, datetime

import typer

from bench.contestants import OURS
from bench.models import model_of
from bench.nlu import SETS
from bench.reading import CLEAN, messages, read_all
from bench.report.calibration import bins, draw_reliability
from bench.report.confusions import draw_confusions
from bench.report.page import page
from deploy.settings import ROOT

DOCS = ROOT / "docs"
PICTURES = DOCS / "understanding"


def main() -> None:
    """Write `docs/understanding.md` and `docs/understanding/*.png`."""
    told = messages(SETS)
    pairs = list(zip(told, read_all(model_of(OURS, typer.echo), SETS).parses, strict=True))
    clean = [pair for pair in pairs if pair[0]["set"] in CLEAN]
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in sorted({message["language"] for message in told}):
        own = [pair for pair in clean if pair[0]["language"] == language]
        draw_confusions(own, f"{language}: {len(own)} messages", PICTURES / f"acts-{language}.png")
    draw_reliability(bins(clean), PICTURES / "calibration.png")
    (DOCS / "understanding.md").write_text(page(pairs, datetime.now(UTC).date()), encoding="utf-8")
    typer.echo("docs/understanding.md is written.")


if __name__ == "__main__":
    typer.run(main)
