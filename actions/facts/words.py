"""The words by which facts are told, read from the files beside this one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actions.facts.answer_words import AnswerWords
from actions.facts.cue_words import CueWords
from actions.facts.cues import Reading
from actions.facts.days import DayReader
from actions.facts.figure_words import FigureWords
from alpine_catalogue.files.lines import read_yaml


@dataclass(frozen=True)
class FactWords:
    """How figures, days, plain answers and facts in passing are written."""

    figures: FigureWords
    days: DayReader
    answers: AnswerWords
    cues: CueWords

    def reading(self, language: str, today: date) -> Reading:
        """Return what is needed to read a text of this language today."""
        return Reading(self.figures, self.days, self.cues, language, today)


def read_fact_words(folder: Path = Path(__file__).parent) -> FactWords:
    """Read the four files of `folder`."""
    return FactWords(
        FigureWords.of(read_yaml(folder / "figure_words.yml")),
        DayReader.of(read_yaml(folder / "day_words.yml")),
        AnswerWords.of(read_yaml(folder / "answer_words.yml")),
        CueWords.of(read_yaml(folder / "cue_words.yml")),
    )
