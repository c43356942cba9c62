"""Cuts a long text into messages that Telegram takes, where a reader would pause."""

import re

from telegram.constants import MessageLimit

LIMIT = MessageLimit.MAX_TEXT_LENGTH.value
"""The longest text of one message; counted here in UTF-16 units, which is never less than Telegram counts."""

# Where a message may end, the best place first: paragraph, line, sentence, word.
_PAUSES = tuple(re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"(?<=[.!?…:;])\s", r"\s"))


def split(text: str, limit: int = LIMIT) -> list[str]:
    """Return the text in parts of at most `limit` units; no part is blank, and only white space is lost."""
    parts, left = [], text.strip()
    while left:
        end = _end_of_part(left, limit)
        parts.append(left[:end].rstrip())
        left = left[end:].lstrip()
    return parts


def _end_of_part(text: str, limit: int) -> int:
    most = _fitting(text, limit)
    if most == len(text):
        return most
    window = text[: most + 1]  # one more, for the pause may lie right behind the last character that fits
    for pause in _PAUSES:
        ends = [found.start() for found in pause.finditer(window) if 0 < found.start() <= most]
        if ends and ends[-1] > most // 3:  # an earlier pause would leave a message that looks torn off
            return ends[-1]
    return most


def _fitting(text: str, limit: int) -> int:
    """Return how many characters fit into `limit` UTF-16 units; there are two units in an emoji."""
    units = text[:limit].encode("utf-16-le")[: 2 * limit]
    return len(units.decode("utf-16-le", errors="ignore"))  # ignores the half of an emoji at the end
