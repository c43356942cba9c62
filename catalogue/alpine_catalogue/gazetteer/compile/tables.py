"""Reading and writing tab-separated files so that the same rows always give the same bytes."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path


def write_rows(path: Path, rows: Iterable[Iterable[str]]) -> None:
    """Write rows; `.gz` files carry no time stamp, so a rebuild changes nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "".join("\t".join(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


def read_rows(path: Path) -> Iterator[list[str]]:
    """Read what `write_rows` wrote."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return (line.split("\t") for line in text.splitlines())
