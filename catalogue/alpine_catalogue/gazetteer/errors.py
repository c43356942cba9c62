"""What can go wrong in the gazetteer, as one tree.

GazetteerError
├── GazetteerMissing    the compiled files are not where they should be
├── GazetteerBroken     a compiled or hand-kept file cannot be read
└── BadCoordinates      latitude and longitude outside the globe, or swapped
"""

from pathlib import Path


class GazetteerError(ValueError):
    """Base of all errors of the gazetteer."""


class GazetteerMissing(GazetteerError):
    """The compiled files are not where they should be."""

    def __init__(self, path: Path) -> None:
        """Say which command makes them."""
        super().__init__(f"No {path.name} in {path.parent}. Run `python -m alpine_catalogue.gazetteer.compile`.")


class GazetteerBroken(GazetteerError):
    """A compiled or hand-kept file cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the file and the fault."""
        super().__init__(f"{path}: {reason}")


class BadCoordinates(GazetteerError):
    """Latitude and longitude outside the globe, or swapped."""

    def __init__(self, lat: float, lon: float, reason: str) -> None:
        """Show the numbers as they were given."""
        super().__init__(f"Latitude {lat}, longitude {lon}: {reason}")
