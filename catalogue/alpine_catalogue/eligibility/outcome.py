"""The answer for one programme, one firm, one day: verdict, reasons, what is missing, what is assumed, how much."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from alpine_catalogue.eligibility.answer import Answer, Verdict, known
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.fact_kinds import PLACE
from alpine_catalogue.eligibility.judging import judge
from alpine_catalogue.eligibility.rules import Condition, Edition, Rules
from alpine_catalogue.eligibility.settling import unknown_facts
from alpine_catalogue.eligibility.sheet import Sheet
from alpine_catalogue.eligibility.support import Amount
from alpine_catalogue.eligibility.windows import WindowState
from alpine_catalogue.model import Programme


@dataclass(frozen=True)
class Reason:
    """One condition that was looked at; worded per language in `wording`."""

    condition: str
    answer: Answer
    expected: Any
    found: Any
    source: str
    missing: tuple[str, ...] = ()
    """Facts of the firm that would settle it; empty when the programme's own text leaves it open."""
    assumed: bool = False
    """Not known, but taken for granted until told otherwise."""
    certain: bool = True
    """False where no source confirms the condition."""
    if_not: Verdict = Verdict.NOT_ELIGIBLE


class Outcome:
    """What came out. The verdict is worked out at once, the rest when it is asked for."""

    def __init__(self, rules: Rules, sheet: Sheet) -> None:
        """Judge the rules in the case of the sheet, which keeps what other programmes have already asked."""
        self.rules, self._sheet = rules, sheet
        self.edition: Edition | None = rules.edition_for(sheet.case)
        self._judgement = judge(self.edition, lambda: self.window, sheet)

    @property
    def verdict(self) -> Verdict:
        """The contract's word."""
        return self._judgement.verdict

    @property
    def programme(self) -> Programme:
        """The programme judged."""
        return self.rules.programme

    @property
    def case(self) -> Case:
        """The question that was judged."""
        return self._sheet.case

    @property
    def on(self) -> date:
        """The day of the question."""
        return self.case.on

    @cached_property
    def window(self) -> WindowState:
        """What the programme's windows say of the day."""
        return self.rules.window_in(self.edition, self.on)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Exactly the facts on which the verdict still hangs; none when the call is closed whatever the firm says."""
        return _as_told(self._judgement.deciding, self.case)

    @cached_property
    def assumed(self) -> tuple[str, ...]:
        """Facts taken for granted that could change the verdict if they were told otherwise."""
        if self.edition is None or self.verdict in (Verdict.TOO_LATE, Verdict.NOT_ELIGIBLE):
            return ()
        held = (one for one in self.edition.conditions if self._sheet.holds(one.test))
        turns = (name for one in held for name in self._presumed_in(one))
        return tuple(dict.fromkeys(turns))

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """All conditions with their answers, even after a refusal: who is refused deserves the whole list."""
        conditions = self.edition.conditions if self.edition else ()
        return (*self._about_edition(), *(self._reason(one) for one in conditions), self._about_window())

    @cached_property
    def amount(self) -> Amount | None:
        """What the firm would get; nothing where it is not eligible, None where it cannot be told."""
        if self.edition is None:
            return None
        if self.verdict is Verdict.NOT_ELIGIBLE:
            return Amount(0.0, 0.0, self.edition.support.currency)
        return self.edition.support.amount_told(self.case)

    def _reason(self, condition: Condition) -> Reason:
        judged, strict = (sheet.holds(condition.test) for sheet in (self._sheet, self._sheet.strict))
        told = judged if judged is False else strict  # a refusal is one, even if it rests on what is presumed
        return Reason(
            condition=condition.label,
            answer=Answer.UNKNOWN if told is False and not condition.certain else known(told),
            expected=dict(condition.told),
            found=_found(condition, self.case),
            source=condition.source,
            missing=_as_told(self._hangs_on(condition), self.case),
            assumed=strict is None and judged is not None,
            certain=condition.certain,
            if_not=condition.if_not,
        )

    def _hangs_on(self, condition: Condition) -> tuple[str, ...]:
        """Return the facts that would settle an open condition, or could turn one that is answered by presumption."""
        if self._sheet.holds(condition.test) is not None:
            return self._presumed_in(condition)
        return tuple(self._sheet.group((condition,), unknown_facts(condition, self.case)).turns)

    def _presumed_in(self, condition: Condition) -> tuple[str, ...]:
        """Return the facts whose other values would turn a condition that is answered as long as they are not told."""
        if self._sheet.strict.holds(condition.test) is not None:
            return ()
        names = [name for name in condition.test.reads if self.case.presumes(name)]
        return tuple(self._sheet.strict.group((condition,), names).turns)

    def _about_edition(self) -> tuple[Reason, ...]:
        if self.edition is not None:
            return ()
        spans = [[str(one.since), str(one.until)] for one in self.rules.editions]
        return (Reason("edition", Answer.UNKNOWN, spans, self.on.isoformat(), self.programme.source),)

    def _about_window(self) -> Reason:
        state = self.window
        told = state.window.told if state.window else None
        return Reason("window", state.answer, told, self.on.isoformat(), self.programme.source)


def _as_told(names: tuple[str, ...], case: Case) -> tuple[str, ...]:
    """Name the place by the finest level that is still missing."""
    place = case.facts.place
    level = "country" if not place else "region" if len(place) == 2 else "province"  # noqa: PLR2004 - NUTS levels
    return tuple(dict.fromkeys(level if name == PLACE else name for name in names))


def _found(condition: Condition, case: Case) -> Any:
    told = {name: value for name in condition.test.reads if (value := case.told(name)) is not None}
    return next(iter(told.values())) if len(told) == 1 else told or None
