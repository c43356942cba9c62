"""`python -m alpine_catalogue.gazetteer.compile`: writes `catalogue/gazetteer/compiled` anew."""

import sys
from pathlib import Path

from alpine_catalogue.gazetteer.compile.build import build

CATALOGUE = Path(__file__).resolve().parents[3]


def main(catalogue: Path = CATALOGUE) -> None:
    """Compile and say how large the result is."""
    counts = build(catalogue, catalogue / "gazetteer" / "compiled")
    sys.stdout.write("".join(f"{name}: {count}\n" for name, count in counts.items()))


if __name__ == "__main__":
    main()
