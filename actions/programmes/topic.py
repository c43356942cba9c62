"""Whether a question that names nothing ("why not the second one?") is about programmes or about hubs. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from actions.stems import Listed, Stems

PROGRAMMES = "programmes"
_HUBS, _NOT = "hubs", "not"


@dataclass(frozen=True)
class TopicWords:
    """The content of `topic_words.yml`."""

    words: Stems

    @classmethod
    def of(cls, words: Mapping[str, Listed]) -> "TopicWords":
        """Read them out of the file's content."""
        return cls(Stems.of(words))

    def is_about_programmes(self, text: str, last_topic: str | None) -> bool:
        """Tell by the words, then by "not": hubs are proposed, programmes may refuse; at last by the last topic."""
        found = self.words.codes(text)
        if _HUBS in found or PROGRAMMES in found:
            return PROGRAMMES in found
        return _NOT in found or last_topic == PROGRAMMES
