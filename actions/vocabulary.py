"""The words by which messages name hubs, programmes, facts and languages, read from the files beside the code."""

from dataclasses import dataclass
from pathlib import Path

from actions.facts.words import FactWords, read_fact_words
from actions.languages_told import LanguageWords
from actions.programmes.calling_words import CallingWords
from actions.programmes.topic import TopicWords
from actions.stems import Stems
from actions.which_hub import HubWords
from alpine_catalogue.files.lines import read_yaml


@dataclass(frozen=True)
class Vocabulary:
    """What is understood besides the acts."""

    hubs: HubWords
    kinds: Stems
    languages: LanguageWords
    facts: FactWords
    programmes: CallingWords
    topics: TopicWords


def read_vocabulary(folder: Path = Path(__file__).parent) -> Vocabulary:
    """Read the files of `folder` and of the folders below it."""
    return Vocabulary(
        HubWords.of(read_yaml(folder / "ordinals.yml")),
        Stems.of(read_yaml(folder / "kind_words.yml")),
        LanguageWords.of(read_yaml(folder / "language_words.yml")),
        read_fact_words(folder / "facts"),
        CallingWords.of(read_yaml(folder / "programmes" / "also_called.yml")),
        TopicWords.of(read_yaml(folder / "programmes" / "topic_words.yml")),
    )
