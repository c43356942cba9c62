"""Reads how many people work in the firm: `12 Leute`, `nous sommes une quinzaine`, `me and two lads`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.reading.numbers_told import Number, Tokens, cues

_SEPARATORS = frozenset(",;.|/:!?")
_YEARS = range(1800, 2100)
_POSTCODE_FROM = 1000
_NEAR = 4
_HOUSEHOLD = 8


@dataclass(frozen=True)
class Size:
    """People in the firm, from `low` to `high` (None: no upper end), as told in `text[start:end]`."""

    low: int
    high: int | None
    start: int
    end: int

    @property
    def value(self) -> int | list[int | None]:
        """The contract's form: a number, or an interval where the firm was vague."""
        return self.low if self.low == self.high else [self.low, self.high]


def read_size(text: str) -> Size | None:
    """Return the size told in the text, or None. A number that counts something else is not taken."""
    tokens = Tokens(text)
    numbers = tokens.numbers()
    ways = (_with_others, _counted, _of_us, _in_a_group, _alone, _bare)
    found = next((number for way in ways if (number := way(tokens, numbers))), None)
    if found is None or not tokens.spans:
        return None
    last = max(found.first, min(found.last, len(tokens.spans)) - 1)
    return Size(found.low, found.high, tokens.spans[found.first][0], tokens.spans[last][1])


def _with_others(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    """The writer and others: `ich und zwei Gesellen`, `io e mio fratello`, `my wife and I`."""
    words = tokens.words
    for position in (index for index, word in enumerate(words) if word in cues()["self"]):
        first, last = _household(words, position)
        inside = [n for n in numbers if first <= n.first and n.last <= last and not tokens.is_article(n)]
        counted = {index for number in inside for index in range(number.first, number.last + 1)}
        relatives = [i for i in range(first, last) if words[i] in cues()["relatives"] and i not in counted]
        linked = any(word in cues()["with"] and word != "," for word in words[first:last])
        if linked and (relatives or any(_people_follow(words, number.last) for number in inside)):
            total = 1 + len(relatives) + sum(number.low for number in inside)
            return Number(total, total, first, last)
    return None


def _household(words: Sequence[str], position: int) -> tuple[int, int]:
    """The stretch around the writer that holds nothing but relatives, numbers of people and small words."""
    first, last = position, position + 1
    while last < len(words) and last - position < _HOUSEHOLD and _belongs(words[last]):
        last += 1
    while first > 0 and position - first < _HOUSEHOLD and _belongs(words[first - 1]):
        first -= 1
    return first, last


def _belongs(word: str) -> bool:
    lists = ("with", "relatives", "my", "self")
    return (
        word[0].isdigit() or _is_people(word) or any(word in cues()[name] for name in lists) or word in _small_numbers()
    )


def _small_numbers() -> frozenset[str]:
    return frozenset(cues()["small_numbers"])


def _counted(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    """Numbers of people; `8 Gesellen und 2 Lehrlinge` are added, `davon 2 Lehrlinge` is not."""
    people = [number for number in numbers if _counts_people(tokens, number) and not _is_part(tokens, number)]
    if not people:
        return None
    total = people[0]
    for number in people[1:]:
        between = tokens.words[total.last : number.first]
        if len(between) > _NEAR or not any(word in cues()["plus"] for word in between):
            break
        high = None if total.high is None or number.high is None else total.high + number.high
        total = Number(total.low + number.low, high, total.first, number.last)
    return total


def _counts_people(tokens: Tokens, number: Number) -> bool:
    words = tokens.words
    if tokens.is_article(number):
        return number.last < len(words) and _begins_with(words[number.last], "people")
    if _people_follow(words, number.last):
        return True
    before = [word for word in words[max(0, number.first - 3) : number.first] if word not in ":=-("]
    return bool(before) and any(_is_people(word) for word in before[-2:]) and not _other_unit(tokens, number)


def _people_follow(words: Sequence[str], position: int) -> bool:
    for word in (word for word in words[position : position + 3] if word not in ("-", ".")):
        if word in _SEPARATORS or word in cues()["not_people"] or word[0].isdigit():
            return False
        if _is_people(word):
            return True
    return False


def _of_us(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    """`we are 14`, `siamo in sei`, `trije smo`, `in 7`: the verb or the preposition says that people are counted."""
    for number in numbers:
        if tokens.is_article(number) or _other_unit(tokens, number) or number.low in _YEARS:
            continue
        ends = number.last >= len(tokens.words) or tokens.words[number.last] in _SEPARATORS
        said = tokens.precedes(number.first, cues()["we"]) is not None
        after = tokens.follows(number.last, cues()["we_after"])
        if said or after or (ends and tokens.precedes(number.first, cues()["we_before_end"]) is not None):
            return number
    return None


def _other_unit(tokens: Tokens, number: Number) -> bool:
    after = [word for word in tokens.words[number.last : number.last + 2] if word != "-"]
    return any(word in cues()["not_people"] or word in "%€$" for word in after)


def _is_part(tokens: Tokens, number: Number) -> bool:
    return any(
        tokens.precedes(position, cues()["of_which"]) is not None
        for position in range(number.first, number.first - 3, -1)
    )


def _in_a_group(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    return next(_phrases(tokens, cues()["group_of"]), None)


def _alone(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    return next(_phrases(tokens, dict.fromkeys(cues()["alone"], 1)), None)


def _phrases(tokens: Tokens, meanings: dict[str, int]) -> Iterator[Number]:
    for phrase, people in meanings.items():
        if found := tokens.find(phrase):
            yield Number(people, people, *found)


def _bare(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    """A number that stands alone between commas, or is the whole message."""
    for number in numbers:
        left = number.first == 0 or tokens.words[number.first - 1] in _SEPARATORS
        right = number.last >= len(tokens.words) or tokens.words[number.last] in _SEPARATORS
        figure = tokens.words[number.last - 1][0].isdigit() or len(numbers) == 1
        plausible = number.low not in _YEARS and number.low < _POSTCODE_FROM and not tokens.is_article(number)
        if left and right and figure and plausible and not _part_of_a_longer_figure(tokens, number):
            return number
    return None


def _part_of_a_longer_figure(tokens: Tokens, number: Number) -> bool:
    """`24/7`, `22.11.`, `0:3`."""
    before, after = tokens.words[max(0, number.first - 2) : number.first], tokens.words[number.last : number.last + 2]
    joined = (before[0] + before[1] if len(before) == 2 else "", after[1] + after[0] if len(after) == 2 else "")
    return any(pair[:1].isdigit() and pair[-1] in "/.:" for pair in joined)


def _is_people(word: str) -> bool:
    return word in cues()["people_exact"] or _begins_with(word, "people") or _begins_with(word, "jobs")


def _begins_with(word: str, stems: str) -> bool:
    return any(word.startswith(stem) for stem in cues()[stems])
