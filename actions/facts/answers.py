"""Reads the answer to a question about one fact, by the form in which the fact is told. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from actions.facts.answer_words import DONT_KNOW, NO, NONE, SKIP, STOP, YES
from actions.facts.cues import Reading
from actions.facts.figures import Figure, figures_in
from actions.facts.words import FactWords
from alpine_catalogue.eligibility.fact_kinds import FactKind
from alpine_catalogue.gazetteer.fold import fold

_ALIKE = 85
_NOT_YET = "none"
_SUMS, _FIGURES = ("money",), ("count", "figure")
_NONE_OF_THEM = (NO, NONE)


@dataclass(frozen=True)
class Message:
    """What was written: the words, the act, and the places (NUTS codes) and trades (NACE codes) found in them."""

    text: str
    act: str | None = None
    places: Sequence[str] = ()
    trades: Sequence[str] = ()


@dataclass(frozen=True)
class Answer:
    """The value told, or what else the firm said; `span` is where a figure or day stands."""

    value: Any = None
    declined: bool = False
    stop: bool = False
    span: tuple[int, int] | None = None

    @property
    def read(self) -> bool:
        """Tell if there is anything to go by."""
        return self.value is not None or self.declined or self.stop


@dataclass(frozen=True)
class AnswerReader:
    """Reads answers in the language of the conversation."""

    words: FactWords
    reading: Reading

    def answer(self, message: Message, kind: FactKind) -> Answer:
        """Return the answer; nothing is read where the words are none."""
        plain = self.words.answers.kind(message.text, message.act)
        if plain == STOP:
            return Answer(stop=True)
        found = self._by_form(message, kind, plain)
        if found.read:
            return found
        no = plain == NO and (message.act == "deny" or self.words.answers.is_bare(message.text))
        return Answer(declined=no or plain in (DONT_KNOW, SKIP))

    def _by_form(self, message: Message, kind: FactKind, plain: str | None) -> Answer:
        read: Mapping[str, Callable[[], Answer]] = {
            "flag": lambda: Answer({YES: True, NO: False, NONE: False}.get(plain or "")),
            "choice": lambda: Answer(self._choice(message.text, kind)),
            "share": lambda: self._share(message.text),
            "day": lambda: self._day(message.text, kind, plain),
            "step": lambda: self._step(message.text, plain),
            "trades": lambda: Answer(list(message.trades) or None),
            "place": lambda: Answer(next(iter(message.places), None)),
            "places": lambda: Answer([] if plain in _NONE_OF_THEM else list(message.places) or None),
        }
        if kind.form in (*_SUMS, *_FIGURES):
            return Answer(0) if plain == NONE else self._figure(message.text, kind.form in _SUMS)
        return read[kind.form]() if kind.form in read else Answer([] if plain in _NONE_OF_THEM else None)

    def _figure(self, text: str, money: bool) -> Answer:
        """A sum must look like one: a year, a handful or a share is none."""
        figures = [one for one in figures_in(text, self.words.figures) if not one.percent]
        return _one([one for one in figures if one.sum] if money else figures, lambda figure: figure.told)

    def _share(self, text: str) -> Answer:
        """`30 %`, `30` and `0.3` say the same; what is above a hundred is no share."""
        figures = [one for one in figures_in(text, self.words.figures) if max(one.low or 0, one.high or 0) <= 100]
        return _one(figures, _as_share)

    def _day(self, text: str, kind: FactKind, plain: str | None) -> Answer:
        days = self.words.days.days_in(text)
        if len(days) == 1:
            return Answer(days[0].told, span=(days[0].start, days[0].end))
        return Answer(_NOT_YET if plain in _NONE_OF_THEM and kind.presumed else None)

    def _step(self, text: str, plain: str | None) -> Answer:
        """A step that was done on a day is told with it."""
        days = self.words.days.days_in(text)
        if plain in _NONE_OF_THEM:
            return Answer(False)
        if len(days) == 1:
            return Answer({"done": days[0].told}, span=(days[0].start, days[0].end))
        return Answer(True if plain == YES else None)

    def _choice(self, text: str, kind: FactKind) -> str | None:
        names = {choice: fold(named[self.reading.language]) for choice, named in kind.choice_names.items()}
        found = process.extractOne(fold(text), names, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
        return str(found[2]) if found else None


def _one(figures: Sequence[Figure], told: Callable[[Figure], Any]) -> Answer:
    if len(figures) != 1:
        return Answer()
    return Answer(told(figures[0]), span=(figures[0].start, figures[0].end))


def _as_share(figure: Figure) -> Any:
    scale = 100 if figure.percent or max(figure.low or 0, figure.high or 0) > 1 else 1
    ends = [None if end is None else end / scale for end in (figure.low, figure.high)]
    return ends[0] if ends[0] == ends[1] else ends
