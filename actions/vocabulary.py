"""The words by which messages name hubs, kinds of organisation and languages, read from the files beside this one."""

from dataclasses import dataclass
from pathlib import Path

from actions.languages_told import LanguageWords
from actions.stems import Stems
from actions.which_hub import HubWords
from alpine_catalogue.files.lines import read_yaml


@dataclass(frozen=True)
class Vocabulary:
    """What the answers about a result understand besides the acts."""

    hubs: HubWords
    kinds: Stems
    languages: LanguageWords


def read_vocabulary(folder: Path = Path(__file__).parent) -> Vocabulary:
    """Read the three files of `folder`."""
    return Vocabulary(
        HubWords.of(read_yaml(folder / "ordinals.yml")),
        Stems.of(read_yaml(folder / "kind_words.yml")),
        LanguageWords.of(read_yaml(folder / "language_words.yml")),
    )
