"""Puts a programme and our verdict on it into words."""

from collections.abc import Iterator

from actions.citing import cited
from actions.dates import local_day
from actions.wording import Wording
from alpine_catalogue.eligibility.answer import Answer, Reason, Verdict
from alpine_catalogue.eligibility.verdict import Outcome
from alpine_catalogue.languages import in_language


class ProgrammeCards:
    """Writes one card per programme, in the language of the conversation."""

    def __init__(self, wording: Wording) -> None:
        """Take the words."""
        self._wording = wording

    def card(self, outcome: Outcome) -> str:
        """Return the card: what, for what, the verdict with its reason, caution, source."""
        return "\n".join(self._lines(outcome))

    def _lines(self, outcome: Outcome) -> Iterator[str]:
        programme, say, language = outcome.programme, self._wording.phrase, self._wording.language
        yield say("programme_head", name=programme.name, authority=programme.who_to_ask or programme.authority)
        yield in_language(programme.pays_for, language)
        yield say(f"verdict_{outcome.verdict}", open_points=self._open_points(outcome))
        yield from self._deadline(outcome)
        if programme.caution:
            yield in_language(programme.caution, language)
        yield cited(self._wording, programme.source, programme.checked)

    def _open_points(self, outcome: Outcome) -> str:
        open_reasons = [reason for reason in outcome.reasons if reason.answer is Answer.UNKNOWN]
        return self._wording.listed(dict.fromkeys(part for reason in open_reasons for part in self._asked(reason)))

    def _asked(self, reason: Reason) -> Iterator[str]:
        """Name the facts of the firm that are missing, or what the programme's own text leaves open."""
        if not reason.missing:
            yield self._wording.phrase(f"open_{reason.condition}")
        for fact in reason.missing:
            yield self._wording.phrase(f"fact_{fact}")

    def _deadline(self, outcome: Outcome) -> Iterator[str]:
        window = next((reason.expected for reason in outcome.reasons if reason.condition == "window"), None)
        closes = (window or {}).get("closes")
        if closes and outcome.verdict in (Verdict.ELIGIBLE, Verdict.UNKNOWN):
            yield self._wording.phrase("deadline", day=local_day(closes, self._wording.language))
