"""What is told about a firm is read by its form, or refused in a sentence that names the fact."""

from datetime import date
from typing import Any

import pytest
from rule_examples import kinds

from alpine_catalogue.eligibility.facts import Facts, facts_from
from alpine_catalogue.eligibility.records import Aid, Cost, Firm, Owner, total
from alpine_catalogue.eligibility.values import ENDLESS
from alpine_catalogue.errors import BadFacts, UnknownCode


def read(**told: Any) -> dict[str, Any]:
    return dict(facts_from(told, kinds()).values)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (12, (12, 12)),
        (0, (0, 0)),
        (7.5, (7.5, 7.5)),
        ([13, 17], (13, 17)),
        ((13, 13), (13, 13)),
        ([50, None], (50, ENDLESS)),
        ([None, 9], (0, 9)),
        ([None, None], (0, ENDLESS)),
    ],
)
def test_a_figure_is_a_number_or_an_interval(told: Any, expected: tuple[float, float]) -> None:
    for name in ("employees", "turnover", "line_speed"):
        assert read(**{name: told}) == {name: expected}
        assert isinstance(read(**{name: told})[name][0], float)


def test_a_share_lies_between_none_and_all() -> None:
    assert read(private_customer_share=0.25) == {"private_customer_share": (0.25, 0.25)}
    assert read(private_customer_share=[0.5, None]) == {"private_customer_share": (0.5, 1)}
    assert read(private_customer_share=1) == {"private_customer_share": (1, 1)}


def days(first: date, last: date | None = None) -> tuple[int, int]:
    return (first.toordinal(), (last or first).toordinal())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2019-05-01", days(date(2019, 5, 1))),
        ("2019-05", days(date(2019, 5, 1), date(2019, 5, 31))),
        (2019, days(date(2019, 1, 1), date(2019, 12, 31))),
        (date(2019, 5, 1), days(date(2019, 5, 1))),
        ("none", (ENDLESS, ENDLESS)),
    ],
)
def test_a_day_may_be_vague_or_not_have_come(told: Any, expected: tuple[float, float]) -> None:
    assert read(founded=told) == {"founded": expected}


def test_words_are_kept_and_codes_may_be_one_or_several() -> None:
    assert read(digital_core=False, legal_form="cooperative") == {"digital_core": False, "legal_form": "cooperative"}
    assert read(sector="C31") == read(sector=["C31"]) == {"sector": ("C31",)}
    assert read(sector=["C", "C31", "G47.7", "G4773"]) == {"sector": ("C", "C31", "G47.7", "G4773")}
    assert read(branches="DE21") == read(branches=["DE21"]) == {"branches": ("DE21",)}
    assert read(place_of_use="ITH1") == {"place_of_use": "ITH1"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"country": "IT"}, "IT"),
        ({"country": "IT", "region": "ITH1"}, "ITH1"),
        ({"country": "IT", "region": "ITH1", "province": "ITH10"}, "ITH10"),
        ({"province": "ITH10"}, "ITH10"),
        ({"country": "IT", "province": "ITH10"}, "ITH10"),
        ({}, None),
    ],
)
def test_the_most_exact_place_is_kept(told: dict[str, str], expected: str | None) -> None:
    found = facts_from(told, kinds())
    assert found.place == expected
    assert set(found.values) == ({"place"} if expected else set())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (True, {"done": True, "day": None, "paid": None}),
        (False, {"done": False, "day": None, "paid": None}),
        ({}, {"done": True, "day": None, "paid": None}),
        ({"paid": True}, {"done": True, "day": None, "paid": True}),
        ({"done": True, "paid": False}, {"done": True, "day": None, "paid": False}),
        ({"done": False}, {"done": False, "day": None, "paid": None}),
        ({"done": "2024-05-01"}, {"done": True, "day": days(date(2024, 5, 1)), "paid": None}),
        ({"done": 2024}, {"done": True, "day": days(date(2024, 1, 1), date(2024, 12, 31)), "paid": None}),
    ],
)
def test_a_step_is_done_or_not_on_a_day_and_paid_or_not(told: Any, expected: dict[str, Any]) -> None:
    assert read(steps={"selfi40": told}) == {"steps.selfi40": expected}


def test_records_are_read_with_what_is_usual_where_nothing_is_told() -> None:
    assert read(owners=[{"kind": "fund", "share": 0.5}]) == {"owners": (Owner("fund", 0.5),)}
    assert read(costs=[{"amount": 5}]) == {"costs": (Cost("other", 5.0, None, None),)}
    line = {"type": "advice", "amount": 5, "day": "2025-06-20", "module": "plan"}
    assert read(costs=[line]) == {"costs": (Cost("advice", 5.0, days(date(2025, 6, 20)), "plan"),)}
    assert read(aid_received=[{}]) == {"aid_received": (Aid(None, 0.0, "de_minimis", "granted", None, None),)}
    aid = {"programme": "it-b", "amount": 9, "kind": "gber", "status": "open", "decided": 2024, "submitted": "2023-05"}
    whole_year, month = days(date(2024, 1, 1), date(2024, 12, 31)), days(date(2023, 5, 1), date(2023, 5, 31))
    assert read(aid_received=[aid]) == {"aid_received": (Aid("it-b", 9.0, "gber", "open", whole_year, month),)}
    chain = {"share": 0.3, "employees": 30, "related": [{"share": 1, "turnover": 5, "balance": 7}]}
    assert read(related=[chain]) == {"related": (Firm(0.3, 30.0, 0.0, 0.0, (Firm(1.0, 0.0, 5.0, 7.0),)),)}


def test_lines_of_cost_add_up() -> None:
    assert total(read(costs=[{"amount": 5}, {"amount": 7}])["costs"]) == (12, 12)
    assert total(()) == (0, 0)


def test_an_empty_list_of_records_or_branches_says_that_there_are_none() -> None:
    for name in ("owners", "related", "aid_received", "costs", "branches"):
        assert read(**{name: []}) == {name: ()}


@pytest.mark.parametrize("nothing", [None, ""])
def test_what_is_empty_says_nothing(nothing: Any) -> None:
    for name in (
        "employees",
        "country",
        "sector",
        "founded",
        "digital_core",
        "legal_form",
        "owners",
        "branches",
        "cost",
    ):
        assert read(**{name: nothing}) == {}
    assert read(steps={"selfi40": nothing}) == {}
    assert read(steps=None) == read(steps={}) == {}
    assert read(sector=[], employees=[]) == {}


def test_what_a_conversation_knows_beside_is_left_aside() -> None:
    assert read(language="de", pain_points=["paperwork"], employees=5) == {"employees": (5, 5)}


def test_nothing_told_is_nothing_known() -> None:
    assert facts_from({}, kinds()) == Facts()
    assert Facts().knowing(employees=(1.0, 1.0)) == Facts({"employees": (1.0, 1.0)})
    assert Facts({"employees": (1.0, 1.0)}).knowing(employees=(2.0, 2.0)).values == {"employees": (2.0, 2.0)}


@pytest.mark.parametrize(
    ("impossible", "named"),
    [
        ({"employees": -1}, "employees: -1 is not a number or"),
        ({"employees": "many"}, "number"),
        ({"employees": [10, 5]}, "low must not exceed high"),
        ({"employees": [1, 2, 3]}, "employees"),
        ({"employees": [1]}, "employees"),
        ({"employees": {"low": 1}}, "employees"),
        ({"employees": float("nan")}, "employees"),
        ({"turnover": float("inf")}, "turnover"),
        ({"employees": True}, "employees"),
        ({"employees": [True, 5]}, "employees"),
        ({"turnover": "1 Mio"}, "turnover: '1 Mio' is not a number or [low, high]"),
        ({"balance": [-5, 5]}, "balance"),
        ({"private_customer_share": 1.01}, "a share such as 0.25"),
        ({"private_customer_share": 25}, "a share"),
        ({"founded": "soon"}, "a day such as 2026-03-01"),
        ({"founded": 26}, "26 is no day of the years 1000 to 2999"),
        ({"founded": "9999-01-01"}, "founded"),
        ({"founded": "2019-5-1"}, "founded"),
        ({"founded": "2019-02-30"}, "founded"),
        ({"founded": [2019, 2020]}, "founded"),
        ({"digital_core": "yes"}, "true or false"),
        ({"digital_core": 1}, "true or false"),
        ({"legal_form": "gmbh"}, "known: limited_company, cooperative, partnership"),
        ({"legal_form": ["cooperative"]}, "legal_form"),
        ({"country": 39}, "NUTS code in quotes"),
        ({"country": "ITALIA"}, "it would look like [A-Z]{2}"),
        ({"country": "I"}, "it would look like [A-Z]{2}"),
        ({"region": ["ITH1"]}, "region"),
        ({"region": "ITH"}, "region"),
        ({"country": "ITH1"}, "country"),
        ({"province": "ITH1"}, "province"),
        ({"country": "it"}, "country"),
        ({"branches": [39]}, "a list of NUTS codes"),
        ({"branches": 39}, "branches"),
        ({"branches": ["de2"]}, "branches: "),
        ({"sector": 31}, "sector"),
        ({"sector": [31]}, "NACE"),
        ({"sector": ["c31"]}, "NACE"),
        ({"sector": ["W31"]}, "NACE"),
        ({"sector": ["C3"]}, "NACE"),
        ({"sector": "31"}, "begins with the letter of its section"),
        ({"sector": ["C31", ""]}, "sector"),
        ({"steps": ["selfi40"]}, "steps"),
        ({"steps": {"selfi40": "soon"}}, "steps.selfi40"),
        ({"steps": {"selfi40": {"done": "soon"}}}, "steps.selfi40"),
        ({"steps": {"selfi40": {"payed": True}}}, "steps.selfi40"),
        ({"steps": {"selfi40": {"paid": "yes"}}}, "steps.selfi40"),
        ({"owners": {"kind": "fund", "share": 1}}, "a list of records as docs/facts.md describes them"),
        ({"owners": [5]}, "5 is not a record"),
        ({"owners": [{"kind": "aunt", "share": 1}]}, "none of public, large_firm, fund, university, person"),
        ({"owners": [{"kind": "fund"}]}, "'share'"),
        ({"owners": [{"kind": "fund", "share": 25}]}, "25 % is 0.25"),
        ({"owners": [{"kind": "fund", "share": 1.01}]}, "the share 1.01 lies between 0 and 1"),
        ({"costs": [{"amount": float("inf")}]}, "inf is no figure"),
        ({"owners": [{"kind": "fund", "share": 1, "b": 1, "a": 1}]}, "unknown: a, b; known: kind, share"),
        ({"owners": [{"kind": "fund", "share": 0.5, "name": "x"}]}, "unknown: name; known: kind, share"),
        ({"related": [{"employees": 5}]}, "'share'"),
        ({"related": [{"share": 0.5, "employees": -5}]}, "-5 is no figure of 0 or more"),
        ({"related": [{"share": 0.5, "turnover": float("nan")}]}, "no figure"),
        ({"related": [{"share": True}]}, "True is no figure"),
        ({"related": [{"share": 0.5, "related": [{"staff": 1}]}]}, "unknown: staff"),
        ({"related": [{"share": 0.5, "related": {}}]}, "related"),
        ({"aid_received": [{"amount": "much"}]}, "'much' is no figure"),
        ({"aid_received": [{"status": "grantd"}]}, "none of granted, open, refused"),
        ({"aid_received": [{"kind": "big"}]}, "none of de_minimis, gber, tax, other"),
        ({"aid_received": [{"programme": 5}]}, "5 is no word"),
        ({"aid_received": [{"decided": "soon"}]}, "aid_received"),
        ({"costs": [{}]}, "'amount'"),
        ({"costs": [{"amount": 1, "type": 5}]}, "5 is no word"),
        ({"costs": "much"}, "a list, empty where there is none"),
        ({"country": "IT", "region": "AT33"}, "The place 'AT33' does not lie in 'IT'"),
        ({"region": "ITH1", "province": "ITH20"}, "'ITH20' does not lie in 'ITH1'"),
        ({"country": "AT", "province": "ITH20"}, "'ITH20' does not lie in 'AT'"),
    ],
)
def test_facts_that_cannot_be_are_refused_in_a_sentence(impossible: dict[str, Any], named: str) -> None:
    with pytest.raises(BadFacts) as caught:
        facts_from(impossible, kinds())
    assert named in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_the_sentences_say_what_would_be_right() -> None:
    for told, sentence in (
        ({"region": "ITH"}, "region: 'ITH' is not a NUTS code in quotes (it would look like [A-Z]{2}[0-9A-Z]{2})."),
        (
            {"branches": ["de2"]},
            "branches: ['de2'] is not a list of NUTS codes (it would look like [A-Z]{2}[0-9A-Z]{0,3}).",
        ),
        (
            {"employees": -1},
            "employees: -1 is not a number or [low, high] "
            "(it must not be negative, low must not exceed high, and a share not 1).",
        ),
        ({"employees": "12"}, "employees: '12' is not a number or [low, high] (a figure is a number without quotes)."),
        ({"branches": 39}, "branches: 39 is not a list of NUTS codes (one word or a list)."),
        (
            {"sector": "31"},
            "sector: '31' is not a NACE code or a list of them "
            "(a NACE code begins with the letter of its section: C31).",
        ),
        (
            {"steps": {"selfi40": {"payed": True}}},
            "steps.selfi40: {'payed': True} is not true, false, or {done: day, paid: true or false} "
            "(a step has a day in `done`, and `paid`).",
        ),
        (
            {"owners": 5},
            "owners: 5 is not a list of records as docs/facts.md describes them (a list, empty where there is none).",
        ),
        ({"digital_core": 1}, "digital_core: 1 is not true or false (true or false)."),
    ):
        with pytest.raises(BadFacts) as caught:
            facts_from(told, kinds())
        assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"staff": 5}, "Unknown fact 'staff'. Known: "),
        ({"place": "IT"}, "Unknown fact 'place'"),
        ({"steps.selfi40": True}, "Unknown fact 'steps.selfi40'"),
        ({"steps": {"selfi": True}}, "Unknown step 'selfi'. Known: account, selfi40."),
        ({"staff": None}, "Unknown fact 'staff'"),
    ],
)
def test_a_name_that_no_fact_has_is_refused_and_the_known_ones_are_told(told: dict[str, Any], message: str) -> None:
    with pytest.raises(UnknownCode) as caught:
        facts_from(told, kinds())
    assert str(caught.value).startswith(message)
    if "Unknown fact" in message:
        assert "employees" in str(caught.value)
        assert "steps." not in str(caught.value).split("Known:")[1]
        assert " steps" in str(caught.value).split("Known:")[1]
