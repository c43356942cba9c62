"""The facts named as missing are exactly those that matter: compared with trying every completion."""

from datetime import date
from typing import Any

from eligibility_worlds import CONDITIONS, DOMAINS, KINDS, LAW, completions, some_facts
from hypothesis import given, settings
from hypothesis import strategies as st

from alpine_catalogue.build import programme as build_programme
from alpine_catalogue.eligibility.answer import Verdict, worst
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.facts import Facts
from alpine_catalogue.eligibility.judging import Judgement, judge
from alpine_catalogue.eligibility.rules import Edition, rules_of
from alpine_catalogue.eligibility.sheet import Sheet
from alpine_catalogue.eligibility.windows import WindowState

ON = date(2026, 3, 1)
SHUT = {Verdict.TOO_LATE, Verdict.NOT_ELIGIBLE}
WINDOWS = st.sampled_from([Verdict.ELIGIBLE, Verdict.ELIGIBLE, Verdict.NOT_YET, Verdict.UNKNOWN, Verdict.TOO_LATE])


def edition_of(conditions: list[dict[str, Any]]) -> Edition:
    """A programme's edition with these conditions and nothing to pay."""
    body: dict[str, Any] = {
        **{"id": "it-test", "name": "Test", "language": "it", "country": "IT", "authority": "Chamber"},
        **{"instrument": "voucher", "needs": ["software"], "pays_for": {"en": "advice"}, "url": "https://p.example"},
        **{"sources": {"page": "https://p.example"}, "checked": "2026-02-01", "currency": "EUR", "windows": []},
        "conditions": conditions,
        "support": {"kind": "grant", "modules": [{"rate": None}]},
        "editions": [{"name": "test", "from": None, "until": None}],
    }
    return rules_of(build_programme(body), LAW).editions[0]


def complete_verdict(edition: Edition, window: Verdict, case: Case) -> Verdict:
    """The verdict where everything is known: no completion, no groups, just all conditions."""
    return worst((window, *(condition.verdict(condition.test.holds(case)) for condition in edition.conditions)))


def by_brute_force(edition: Edition, window: Verdict, known: dict[str, Any]) -> tuple[set[Verdict], set[str]]:
    """All verdicts that some completion brings, and all facts that turn one completion's verdict into another's."""
    case = Case(Facts(known), ON, KINDS, LAW)
    names = [name for name in DOMAINS if any(name in condition.test.reads for condition in edition.conditions)]
    verdicts = {
        tuple(sorted((name, str(value)) for name, value in one.items())): complete_verdict(
            edition, window, case.knowing(one)
        )
        for one in completions(known, names)
    }
    deciding = set()
    for name in names:
        rows: dict[tuple[Any, ...], set[Verdict]] = {}
        for values, verdict in verdicts.items():
            rows.setdefault(tuple(pair for pair in values if pair[0] != name), set()).add(verdict)
        if any(len(row) > 1 for row in rows.values()):
            deciding.add(name)
    return set(verdicts.values()), deciding


def judged(edition: Edition, window: Verdict, known: dict[str, Any]) -> Judgement:
    return judge(edition, lambda: WindowState(window, None), Sheet(Case(Facts(known), ON, KINDS, LAW)))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(conditions=CONDITIONS, window=WINDOWS, data=st.data())
def test_verdict_and_missing_facts_are_those_of_all_completions(
    conditions: list[dict[str, Any]], window: Verdict, data: st.DataObject
) -> None:
    edition, known = edition_of(conditions), data.draw(st.composite(some_facts)())
    found = judged(edition, window, known)
    verdicts, deciding = by_brute_force(edition, window, known)
    if found.verdict in SHUT:
        assert verdicts <= SHUT
        assert found.deciding == (), "a closed call stays closed, whatever the firm still tells"
    elif len(verdicts) == 1:
        assert found.verdict in verdicts
        assert found.deciding == ()
    else:
        assert not verdicts <= SHUT
        assert found.verdict is Verdict.UNKNOWN
        assert set(found.deciding) == deciding


@settings(max_examples=300, deadline=None, derandomize=True)
@given(conditions=CONDITIONS, window=WINDOWS, data=st.data())
def test_more_facts_never_open_a_door_that_was_shut_and_never_turn_a_settled_verdict(
    conditions: list[dict[str, Any]], window: Verdict, data: st.DataObject
) -> None:
    edition, known = edition_of(conditions), data.draw(st.composite(some_facts)())
    before = judged(edition, window, known).verdict
    more = data.draw(
        st.sampled_from(
            completions(known, data.draw(st.lists(st.sampled_from(sorted(DOMAINS)), unique=True, max_size=3)))
        )
    )
    after = judged(edition, window, {**known, **more}).verdict
    if before is Verdict.TOO_LATE:
        assert after in SHUT
    elif before is not Verdict.UNKNOWN:
        assert after is before


@settings(max_examples=200, deadline=None, derandomize=True)
@given(conditions=CONDITIONS, data=st.data())
def test_a_condition_that_is_unknown_neither_passes_nor_fails(
    conditions: list[dict[str, Any]], data: st.DataObject
) -> None:
    edition, known = edition_of(conditions), data.draw(st.composite(some_facts)())
    case = Case(Facts(known), ON, KINDS, LAW, presume=False)
    for condition in edition.conditions:
        told = condition.test.holds(case)
        names = [name for name in DOMAINS if name in condition.test.reads]
        answers = {condition.test.holds(case.knowing(one)) for one in completions(known, names)}
        assert told is None or answers == {told}
