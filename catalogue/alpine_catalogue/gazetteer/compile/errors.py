"""What can be wrong with the sources of the gazetteer.

GazetteerError
└── UnusedName    a hand-kept row that fits nothing: a slip of the editor, or a new edition of the source
"""

from collections.abc import Sequence

from alpine_catalogue.gazetteer.errors import GazetteerError


class UnusedName(GazetteerError):
    """A hand-kept row that fits nothing."""

    def __init__(self, file: str, rows: Sequence[str]) -> None:
        """List the rows, so that all can be mended at once."""
        super().__init__(f"{file}: no such place in the source: {'; '.join(rows)}. Correct or remove these rows.")
