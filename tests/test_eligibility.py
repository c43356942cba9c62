"""Three-valued verdicts: an unknown fact never passes and never fails, and more facts never open a shut door."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alpine_catalogue.build import programme as build_programme
from alpine_catalogue.eligibility.answer import Answer, Reason, Verdict, all_of, any_of
from alpine_catalogue.eligibility.facts import Facts, facts_from
from alpine_catalogue.eligibility.verdict import TRUSTED_DAYS, Outcome, judge, judge_all
from alpine_catalogue.errors import BadFacts
from alpine_catalogue.model import Programme

pytest_plugins = ["catalogue_fixtures"]

TODAY = date(2026, 3, 1)
OPEN = {"opens": "2026-01-01", "closes": "2026-06-30", "status": "open", "as_of": "2026-02"}
SMALL_FIRM = {
    "employees_below": 50,
    "turnover_at_most": 10_000_000,
    "balance_at_most": 10_000_000,
    "money": "any",
    "counted": "eu",
}
JOINERY: dict[str, Any] = {"country": "IT", "region": "ITH1", "province": "ITH10", "sector": ["C31"], "employees": 12}


def programme(**rules: Any) -> Programme:
    """A programme for everybody in South Tyrol that is open; `rules` say what is different."""
    body: dict[str, Any] = {
        "id": "it-test",
        "name": "Test",
        "language": "it",
        "country": "IT",
        "authority": "Chamber",
        "instrument": "voucher",
        "needs": ["software"],
        "pays_for": {"en": "advice"},
        "url": "https://programme.example",
        "sources": ["x"],
        "checked": "2026-02-01",
        "areas": ["ITH1"],
        "size": "any",
        "sectors": {"only": [], "except": [], "doubtful": []},
        "windows": [OPEN],
    }
    return build_programme(body | rules)


def verdict(on: date = TODAY, told: dict[str, Any] | None = None, **rules: Any) -> Verdict:
    return judge(programme(**rules), facts_from(JOINERY if told is None else told), on).verdict


def told(outcome: Outcome, condition: str) -> Reason:
    return next(reason for reason in outcome.reasons if reason.condition == condition)


# -- logic --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "both", "either"),
    [
        ([], True, False),
        ([True], True, True),
        ([False], False, False),
        ([None], None, None),
        ([True, None], None, True),
        ([False, None], False, None),
        ([True, False], False, True),
        ([True, False, None], False, True),
    ],
)
def test_and_and_or_have_three_values(answers: list[bool | None], both: bool | None, either: bool | None) -> None:
    assert all_of(answers) is both
    assert any_of(answers) is either


def test_a_firm_that_meets_everything_on_an_open_day_is_eligible() -> None:
    assert verdict(size=SMALL_FIRM, told=JOINERY | {"turnover": 1_000_000}) is Verdict.ELIGIBLE


# -- area ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "areas", "expected", "missing"),
    [
        ({}, ["ITH1"], Verdict.UNKNOWN, ("country",)),
        ({"country": "IT"}, ["ITH1"], Verdict.UNKNOWN, ("region",)),
        ({"country": "IT"}, ["IT"], Verdict.ELIGIBLE, ()),
        ({"country": "AT"}, ["ITH1"], Verdict.NOT_ELIGIBLE, ()),
        ({"country": "IT", "region": "ITH1"}, ["ITH1"], Verdict.ELIGIBLE, ()),
        ({"country": "IT", "region": "ITH2"}, ["ITH1"], Verdict.NOT_ELIGIBLE, ()),
        ({"country": "IT", "region": "ITH3"}, ["ITH31"], Verdict.UNKNOWN, ("province",)),
        ({"region": "ITH3"}, ["ITH31"], Verdict.UNKNOWN, ("province",)),
        ({"country": "IT", "region": "ITH3", "province": "ITH31"}, ["ITH31"], Verdict.ELIGIBLE, ()),
        ({"country": "IT", "region": "ITH3", "province": "ITH32"}, ["ITH31"], Verdict.NOT_ELIGIBLE, ()),
        ({"country": "IT", "region": "ITH1"}, ["AT", "ITH1"], Verdict.ELIGIBLE, ()),
    ],
)
def test_the_area_is_judged_as_exactly_as_it_is_known(
    place: dict[str, str], areas: list[str], expected: Verdict, missing: tuple[str, ...]
) -> None:
    outcome = judge(programme(areas=areas), facts_from(place), TODAY)
    assert (outcome.verdict, outcome.missing) == (expected, missing)


# -- sectors ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sectors", "rules", "expected"),
    [
        (["C31"], {"only": ["C"]}, Verdict.ELIGIBLE),
        (["C31"], {"only": ["C31"]}, Verdict.ELIGIBLE),
        (["C31"], {"only": ["C30", "I"]}, Verdict.NOT_ELIGIBLE),
        (["C31"], {"except": ["C31"]}, Verdict.NOT_ELIGIBLE),
        (["A01"], {"except": ["A"]}, Verdict.NOT_ELIGIBLE),
        (["C31"], {"except": ["A"]}, Verdict.ELIGIBLE),
        (["C31"], {"doubtful": ["C"]}, Verdict.UNKNOWN),
        (["C31", "C16"], {"only": ["C16"]}, Verdict.ELIGIBLE),
        (["C31"], {"only": ["C"], "except": ["C31"]}, Verdict.NOT_ELIGIBLE),
        ([], {"only": ["C"]}, Verdict.UNKNOWN),
        ([], {}, Verdict.ELIGIBLE),
    ],
)
def test_the_trade_is_judged_by_division_and_section(
    sectors: list[str], rules: dict[str, Any], expected: Verdict
) -> None:
    full = {"only": [], "except": [], "doubtful": []} | rules
    outcome = judge(programme(sectors=full), facts_from(JOINERY | {"sector": sectors}), TODAY)
    assert outcome.verdict is expected
    if expected is Verdict.UNKNOWN:
        assert outcome.missing == (() if sectors else ("sector",)), "a doubtful text is not the firm's fault"


def test_a_sector_given_as_one_word_is_one_sector() -> None:
    assert facts_from({"sector": "C31"}).sectors == ("C31",)


# -- size ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "employees", "expected"),
    [
        ({"employees_below": 50}, 49, Verdict.ELIGIBLE),
        ({"employees_below": 50}, 50, Verdict.NOT_ELIGIBLE),
        ({"employees_at_most": 49}, 49, Verdict.ELIGIBLE),
        ({"employees_at_most": 49}, 50, Verdict.NOT_ELIGIBLE),
        ({"employees_at_least": 10}, 10, Verdict.ELIGIBLE),
        ({"employees_at_least": 10}, 9, Verdict.NOT_ELIGIBLE),
        ({"employees_below": 50}, None, Verdict.UNKNOWN),
        ({"employees_below": 50}, [40, 49], Verdict.ELIGIBLE),
        ({"employees_below": 50}, [40, 50], Verdict.UNKNOWN),
        ({"employees_below": 50}, [50, 60], Verdict.NOT_ELIGIBLE),
        ({"employees_below": 50}, [51, None], Verdict.NOT_ELIGIBLE),
        ({"employees_below": 50}, [20, None], Verdict.UNKNOWN),
        ({"employees_below": 50}, [None, 20], Verdict.ELIGIBLE),
        ({"employees_at_least": 10, "employees_below": 50}, [5, 60], Verdict.UNKNOWN),
    ],
)
def test_a_limit_counts_on_both_sides_and_intervals_are_taken_whole(
    limits: dict[str, int], employees: Any, expected: Verdict
) -> None:
    assert (
        verdict(told=JOINERY | {"employees": employees}, size={**limits, "money": "none", "counted": "eu"}) is expected
    )


@pytest.mark.parametrize(
    ("money", "turnover", "balance", "expected", "missing"),
    [
        ("any", 10_000_000, None, Verdict.ELIGIBLE, ()),
        ("any", 10_000_001, None, Verdict.UNKNOWN, ("balance",)),
        ("any", 10_000_001, 10_000_000, Verdict.ELIGIBLE, ()),
        ("any", 10_000_001, 10_000_001, Verdict.NOT_ELIGIBLE, ()),
        ("any", None, None, Verdict.UNKNOWN, ("turnover", "balance")),
        ("all", 1, None, Verdict.UNKNOWN, ("balance",)),
        ("all", 10_000_001, None, Verdict.NOT_ELIGIBLE, ()),
        ("all", 1, 1, Verdict.ELIGIBLE, ()),
        ("none", None, None, Verdict.ELIGIBLE, ()),
    ],
)
def test_turnover_or_balance_is_enough_where_the_rule_says_so(
    money: str, turnover: int | None, balance: int | None, expected: Verdict, missing: tuple[str, ...]
) -> None:
    facts = facts_from(JOINERY | {"turnover": turnover, "balance": balance})
    outcome = judge(programme(size=SMALL_FIRM | {"money": money}), facts, TODAY)
    assert (outcome.verdict, outcome.missing) == (expected, missing)


def test_nothing_is_asked_that_cannot_change_the_verdict() -> None:
    facts = facts_from(JOINERY | {"employees": None, "turnover": 1})
    assert judge(programme(size=SMALL_FIRM), facts, TODAY).missing == ("employees",)


def test_a_size_that_no_source_tells_is_unknown_but_not_asked_of_the_firm() -> None:
    outcome = judge(programme(size="unknown"), facts_from(JOINERY), TODAY)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, ())


# -- days ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 12, 31), Verdict.NOT_YET),
        (date(2026, 1, 1), Verdict.ELIGIBLE),
        (date(2026, 6, 30), Verdict.ELIGIBLE),
        (date(2026, 7, 1), Verdict.TOO_LATE),
    ],
)
def test_the_first_and_the_last_day_count(on: date, expected: Verdict) -> None:
    assert verdict(on) is expected


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ({"status": "budget_exhausted"}, Verdict.TOO_LATE),
        ({"status": "closed"}, Verdict.TOO_LATE),
        ({"status": "unknown"}, Verdict.UNKNOWN),
        ({"status": "rolling", "opens": None, "closes": None}, Verdict.ELIGIBLE),
        ({"status": "rolling", "opens": None, "closes": None, "as_of": None}, Verdict.UNKNOWN),
        ({"status": "rolling", "opens": None, "closes": None, "as_of": "2024"}, Verdict.UNKNOWN),
    ],
)
def test_what_the_source_says_of_a_window_decides(window: dict[str, Any], expected: Verdict) -> None:
    assert verdict(windows=[OPEN | window]) is expected


def test_a_status_without_dates_is_believed_for_a_stated_time_only() -> None:
    seen = date(2026, 2, 1)
    rolling = {"opens": None, "closes": None, "status": "rolling", "as_of": seen.isoformat()}
    assert verdict(seen + timedelta(days=TRUSTED_DAYS), windows=[rolling]) is Verdict.ELIGIBLE
    assert verdict(seen + timedelta(days=TRUSTED_DAYS + 1), windows=[rolling]) is Verdict.UNKNOWN


def test_of_several_windows_the_open_one_counts() -> None:
    past, future = OPEN | {"closes": "2026-01-31"}, OPEN | {"opens": "2026-09-01", "closes": "2026-10-31"}
    assert verdict(windows=[past, OPEN, future]) is Verdict.ELIGIBLE
    assert verdict(windows=[past, future]) is Verdict.NOT_YET
    assert verdict(windows=[past]) is Verdict.TOO_LATE
    assert verdict(windows=[]) is Verdict.UNKNOWN


def test_a_firm_that_is_shut_out_is_told_so_whatever_the_day() -> None:
    for on in (date(2025, 1, 1), TODAY, date(2027, 1, 1)):
        assert verdict(on, areas=["AT"]) is Verdict.NOT_ELIGIBLE


def test_every_condition_is_told_even_after_the_first_refusal() -> None:
    outcome = judge(programme(areas=["AT"], size=SMALL_FIRM), facts_from(JOINERY | {"employees": 500}), TODAY)
    assert [reason.condition for reason in outcome.reasons] == ["area", "size", "window"]
    assert told(outcome, "area").answer is Answer.FAILS
    assert told(outcome, "size").answer is Answer.FAILS
    assert told(outcome, "window").answer is Answer.HOLDS
    assert all(reason.source == "https://programme.example" for reason in outcome.reasons)


# -- facts that cannot be -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "impossible",
    [
        {"employees": -1},
        {"employees": "many"},
        {"employees": [10, 5]},
        {"employees": [1, 2, 3]},
        {"employees": [1]},
        {"employees": {"low": 1}},
        {"employees": float("nan")},
        {"employees": True},
        {"turnover": "1 Mio"},
        {"balance": [-5, 5]},
        {"country": "IT", "region": "AT33"},
        {"region": "ITH1", "province": "ITH20"},
        {"country": "AT", "province": "ITH20"},
        {"country": 39},
        {"region": ["ITH1"]},
        {"sector": 31},
        {"sector": [31]},
        {"sector": "", "employees": ""},
    ],
)
def test_facts_that_cannot_be_are_refused_in_a_sentence(impossible: dict[str, Any]) -> None:
    with pytest.raises(BadFacts) as caught:
        facts_from(impossible)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_nothing_told_is_nothing_known() -> None:
    assert facts_from({}) == Facts()
    assert facts_from({"employees": None, "sector": [], "country": None}) == Facts()


# -- the real catalogue -------------------------------------------------------------------------------------------

DAYS = [date(2024, 1, 1), date(2025, 6, 30), date(2026, 2, 28), date(2026, 11, 22), date(2028, 2, 29)]
PLACES = [
    ("IT", "ITH1", "ITH10"),
    ("IT", "ITH3", "ITH31"),
    ("AT", "AT33", "AT332"),
    ("DE", "DE21", "DE212"),
    ("FR", "FRK2", "FRK28"),
    ("SI", "SI04", "SI042"),
    ("CH", "CH05", "CH056"),
    ("LI", "LI00", "LI000"),
]


def intervals(most: int) -> st.SearchStrategy[Any]:
    pair = st.tuples(st.integers(1, most), st.integers(1, most)).map(sorted).map(list)
    return st.integers(1, most) | pair | st.tuples(st.integers(1, most), st.none()).map(list)


@st.composite
def firms(draw: st.DrawFn) -> dict[str, Any]:
    """Everything about a firm; figures may be vague."""
    country, region, province = draw(st.sampled_from(PLACES))
    return {
        "country": country,
        "region": region,
        "province": province,
        "sector": draw(
            st.lists(st.sampled_from(["C31", "I55", "A01", "K62", "G47", "F41", "L64"]), min_size=1, max_size=2)
        ),
        "employees": draw(intervals(600)),
        "turnover": draw(intervals(80_000_000)),
        "balance": draw(intervals(80_000_000)),
    }


def known_less_of(draw: st.DrawFn, full: dict[str, Any]) -> dict[str, Any]:
    """Leave facts out (a place from its finest code on) and make figures vaguer."""
    kept = draw(st.sets(st.sampled_from(["sector", "employees", "turnover", "balance"])))
    depth = draw(st.integers(0, 3))
    less = {name: full[name] for name in (*("country", "region", "province")[:depth], *kept)}
    for name in ("employees", "turnover", "balance"):
        if name in less and draw(st.booleans()):
            low, high = less[name] if isinstance(less[name], list) else (less[name], less[name])
            less[name] = [draw(st.integers(0, low)), None if high is None else high + draw(st.integers(0, 100))]
    return less


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_more_facts_settle_what_was_unknown_and_never_turn_a_verdict_round(
    data: st.DataObject, programmes: list[Programme]
) -> None:
    full = data.draw(firms())
    less = data.draw(st.composite(lambda draw: known_less_of(draw, full))())
    on = data.draw(st.sampled_from(DAYS))
    before, after = judge_all(programmes, facts_from(less), on), judge_all(programmes, facts_from(full), on)
    for early, late in zip(before, after, strict=True):
        allowed = {
            Verdict.NOT_ELIGIBLE: {Verdict.NOT_ELIGIBLE},
            Verdict.ELIGIBLE: {Verdict.ELIGIBLE},
            Verdict.NOT_YET: {Verdict.NOT_YET},
            Verdict.TOO_LATE: {Verdict.TOO_LATE, Verdict.NOT_ELIGIBLE},
            Verdict.UNKNOWN: set(Verdict),
        }[early.verdict]
        assert late.verdict in allowed, (early.programme.id, less, full)
        for one, other in zip(sorted_reasons(early), sorted_reasons(late), strict=True):
            assert one.answer in (Answer.UNKNOWN, other.answer), (early.programme.id, one, other)


def sorted_reasons(outcome: Outcome) -> list[Reason]:
    return sorted(outcome.reasons, key=lambda reason: reason.condition)


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("facts", [{}, JOINERY, {"country": "SI"}, {"sector": ["C31"], "employees": [2, None]}])
def test_every_programme_is_judged_on_any_day_with_reason_and_source(
    programmes: list[Programme], on: date, facts: dict[str, Any]
) -> None:
    outcomes = judge_all(programmes, facts_from(facts), on)
    assert len(outcomes) == 80
    for outcome in outcomes:
        assert {"area", "window"} <= {reason.condition for reason in outcome.reasons}
        assert all(reason.source for reason in outcome.reasons)
        unsettled = [reason for reason in outcome.reasons if reason.answer is Answer.UNKNOWN]
        assert (outcome.verdict is Verdict.UNKNOWN) <= bool(unsettled), outcome.programme.id
        assert not outcome.missing or outcome.verdict is Verdict.UNKNOWN
        if outcome.verdict is Verdict.ELIGIBLE:
            assert all(reason.answer is Answer.HOLDS for reason in outcome.reasons)


def test_a_firm_of_which_nothing_is_known_is_eligible_for_nothing_and_shut_out_of_nothing(
    programmes: list[Programme],
) -> None:
    for on in DAYS:
        verdicts = {outcome.verdict for outcome in judge_all(programmes, Facts(), on)}
        assert verdicts <= {Verdict.UNKNOWN, Verdict.TOO_LATE}


def test_a_programme_whose_last_day_is_known_is_open_on_it_and_closed_after(programmes: list[Programme]) -> None:
    dated = [(one, w) for one in programmes for w in one.rules["windows"] if w["closes"] and w["status"] == "open"]
    for one, window in dated:
        last = date.fromisoformat(window["closes"])
        alone = build_programme({**one.rules, "windows": [window]})
        assert judge(alone, Facts(), last).verdict is not Verdict.TOO_LATE, one.id
        assert judge(alone, Facts(), last + timedelta(days=1)).verdict is Verdict.TOO_LATE, one.id
