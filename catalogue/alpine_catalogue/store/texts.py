"""The full-text index over what hubs call themselves and their labs: SQLite's FTS5 or PostgreSQL's, behind one door.

Words are folded by us before they go in (see `gazetteer/fold.py`), so both databases find the same. A row's number is
the place of its hub among all hubs by id.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, select, text

from alpine_catalogue.gazetteer.fold import spellings
from alpine_catalogue.store.tables import words as word_table

Field = Literal["name", "infrastructure"]
Rows = NDArray[np.intp]

_LONGEST = 120
_NEWEST = "(SELECT max(number) FROM catalogue_load)"
_EMPTY = {"sqlite": "INSERT INTO catalogue_text(catalogue_text) VALUES ('delete-all')"}
_INSERT = {
    "sqlite": "INSERT INTO catalogue_text(rowid, name, infrastructure) VALUES (:number, :name, :infrastructure)",
    "postgresql": "INSERT INTO catalogue_text VALUES (:number, array_to_tsvector(string_to_array(:name, ' ')),"
    " array_to_tsvector(string_to_array(:infrastructure, ' ')))",
}
_FIND = {
    "sqlite": f"SELECT group_concat(rowid), {_NEWEST} FROM catalogue_text WHERE {{field}} MATCH :words",
    "postgresql": f"SELECT string_agg(number::text, ','), {_NEWEST} FROM catalogue_text"
    " WHERE {field} @@ CAST(:words AS tsquery)",
}


def fill(connection: Connection, hubs: Sequence[Mapping[str, Any]]) -> None:
    """Replace index and word list by those of `hubs` (bodies of their files), within the caller's transaction."""
    dialect = connection.dialect.name
    connection.execute(text(_EMPTY.get(dialect, "DELETE FROM catalogue_text")))
    connection.execute(delete(word_table))
    rows = [_row(number, hub) for number, hub in enumerate(sorted(hubs, key=lambda hub: str(hub["id"])))]
    count = Counter(word for row in rows for word in {*row["name"].split(), *row["infrastructure"].split()})
    if rows:
        connection.execute(text(_INSERT[dialect]), rows)
    if count:
        connection.execute(insert(word_table), [{"word": word, "hubs": hubs} for word, hubs in count.items()])


def all_words(connection: Connection) -> dict[str, int]:
    """Return every word of the index with the number of hubs that carry it."""
    return {row.word: row.hubs for row in connection.execute(select(word_table))}


def rows_with(connection: Connection, field: Field, words: Collection[str]) -> tuple[Rows, int | None]:
    """Return the rows whose `field` holds one of `words`, and the number of the load that they belong to.

    Both in one statement: a load in between would give the rows of one load the meaning of another.
    """
    mark, glue = ('"', " OR ") if connection.dialect.name == "sqlite" else ("'", " | ")
    asked = glue.join(f"{mark}{word}{mark}" for word in words)
    statement = _FIND[connection.dialect.name].format(field=field)  # one of two words, never what somebody typed
    numbers, load = connection.execute(text(statement), {"words": asked}).one()
    return np.fromstring(numbers or "", dtype=np.intp, sep=","), load


def _row(number: int, hub: Mapping[str, Any]) -> dict[str, Any]:
    names = (hub["name"], hub.get("full_name") or "")
    return {"number": number, "name": _folded(names), "infrastructure": _folded(hub["infrastructure"])}


def _folded(texts: Iterable[str]) -> str:
    """Every word in every spelling (`sudtirol suedtirol`), once; words are kept apart by spaces."""
    found = {word for told in texts for part in told.split() for key in spellings(part) for word in key.split()}
    return " ".join(sorted(word[:_LONGEST] for word in found))
