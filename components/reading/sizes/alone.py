"""One person: `ich bin allein`, `lavoro da solo`, `keine Mitarbeiter`, or just `allein` as an answer."""

from collections.abc import Iterator

from components.reading.sizes.numbers_told import Number
from components.reading.sizes.people_words import stands_free
from components.reading.sizes.words import cue, is_sign, opens
from components.reading.tokens import Tokens


def alone(tokens: Tokens) -> Iterator[Number]:
    """Yield the places at which the writer says to work without others."""
    answer = all(word in cue("alone_answers") or word in cue("alone_fillers") for word in tokens.words)
    for position, word in enumerate(tokens.words):
        end = tokens.following(position, cue("alone")) or _nobody(tokens, position) or _apart(tokens, position)
        if end is None and answer and word in cue("alone_answers"):
            end = position + 1
        if end is not None:
            yield Number(1, 1, position, end)


def _nobody(tokens: Tokens, position: int) -> int | None:
    """`keine Mitarbeiter`, but not `keine Mitarbeiter zu finden`."""
    end = tokens.following(position, cue("nobody"))
    return end if end is not None and stands_free(tokens, end) else None


def _apart(tokens: Tokens, position: int) -> int | None:
    """The word stands between signs, or before a new clause: `Elektriker, allein, mein Auto ...`."""
    end = tokens.following(position, cue("alone_between")) if opens(tokens, position) else None
    if end is None or end == len(tokens):
        return end
    after = tokens.words[end]
    return end if is_sign(after) or after in cue("self") or after in cue("my") else None
