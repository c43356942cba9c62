"""What a message tells about the firm besides its profile: kept, refused, or left alone."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from catalogue_examples import CATALOGUE

from actions.facts.answers import AnswerReader
from actions.facts.heard_facts import Before, FactsHeard, hear
from actions.facts.known import as_slot, facts_known, flat
from actions.facts.words import read_fact_words
from actions.profile import Heard, Profile
from alpine_catalogue.eligibility.fact_kinds import PLACE, load_fact_kinds
from alpine_catalogue.eligibility.facts import facts_from

KINDS, WORDS = load_fact_kinds(CATALOGUE), read_fact_words()
READER = AnswerReader(WORDS, WORDS.reading("de", date(2026, 11, 22)))
BRUNECK = {"name": "Bruneck", "country": "IT", "region": "ITH1", "province": "ITH10", "lat": 46.8, "lon": 11.9}
FIRM = Profile(language="de", country="IT", region="ITH1", province="ITH10", sector=["C31"], employees=12)


def entity(name: str, value: Any, text: str, within: str) -> dict[str, Any]:
    start = within.index(text)
    return {"entity": name, "value": value, "start": start, "end": start + len(text)}


def after(
    text: str,
    act: str = "inform",
    asked: str | None = None,
    known: Mapping[str, Any] | None = None,
    found: Sequence[dict[str, Any]] = (),
    profile: Profile = FIRM,
    named: str | None = None,
) -> FactsHeard:
    question = "fact_answer" if asked else None
    spans = [(text.index(named), text.index(named) + len(named))] if named else []
    return hear(Heard(act, found, question, text), Before(profile, known or {}, asked), READER, KINDS, spans)


# -- in passing ----------------------------------------------------------------------------------------------------


def test_a_fact_told_in_passing_is_kept_and_noted() -> None:
    heard = after("Umsatz 2 Mio, gegründet 2019", known={"cost": 5000})
    assert heard.firm_facts == {"cost": 5000, "turnover": 2_000_000, "founded": "2019"}
    assert heard.noted == {"turnover": 2_000_000, "founded": "2019"}


def test_a_fact_that_is_known_already_is_no_news() -> None:
    assert after("Umsatz 2 Mio", known={"turnover": 2_000_000}).noted == {}
    assert after("Umsatz 3 Mio", "correct", known={"turnover": 2_000_000}).noted == {"turnover": 3_000_000}


def test_a_question_about_us_tells_no_fact() -> None:
    assert after("Warum fragen Sie nach dem Umsatz 2 Mio?", "why").firm_facts == {}


@pytest.mark.parametrize("text", ["wie viel gibt es für 20.000 Euro", "für 20k, was kommt da heraus"])
def test_who_asks_how_much_for_a_sum_has_told_the_cost(text: str) -> None:
    assert after(text, "ask_amount").firm_facts == {"cost": 20_000}


def test_people_are_no_cost() -> None:
    text = "wie viel gibt es für 250 Leute"
    assert after(text, "ask_amount", found=[entity("employees", 250, "250 Leute", text)]).firm_facts == {}


# -- names of programmes -------------------------------------------------------------------------------------------


def test_a_place_in_a_programmes_name_is_not_the_firms() -> None:
    text = "Bekommen wir den Digitalbonus Bayern?"
    bavaria = [entity("country", "DE", "Bayern", text)]
    heard = after(text, "ask_eligibility", found=bavaria, profile=Profile(language="de"), named="Digitalbonus Bayern")
    assert heard.profile.country is None


def test_once_it_is_known_where_the_firm_is_a_question_about_programmes_does_not_move_it() -> None:
    text = "Gilt das auch für Betriebe in Kranj?"
    kranj = [entity("place", {"name": "Kranj", "country": "SI", "region": "SI04"}, "Kranj", text)]
    assert after(text, "ask_eligibility", found=kranj).profile.country == "IT"
    assert after(text, "correct", found=kranj).profile.country == "SI"


def test_a_first_question_about_programmes_may_tell_where_the_firm_is() -> None:
    text = "Wir sind in Bruneck, was bekommen wir?"
    heard = after(text, "ask_eligibility", found=[entity("place", BRUNECK, "Bruneck", text)], profile=Profile())
    assert heard.profile.region == "ITH1"


def test_a_year_in_a_programmes_name_is_no_fact() -> None:
    heard = after("wurde SI4.0 2025 gegründet?", named="SI4.0 2025")
    assert heard.firm_facts == {}


# -- answers -------------------------------------------------------------------------------------------------------


def test_an_answer_is_kept_under_the_name_of_the_fact_in_question() -> None:
    heard = after("1,5 Mio", "nlu_fallback", asked="turnover")
    assert heard.firm_facts == {"turnover": 1_500_000}
    assert heard.noted == {}
    assert heard.answer.read


def test_a_short_answer_counts_whatever_act_it_was_taken_for() -> None:
    assert after("2019", "ask_deadline", asked="founded").firm_facts == {"founded": "2019"}
    assert after("wie viel gibt es für das, was wir 2019 gemacht haben", "ask_amount", asked="founded").firm_facts == {}
    assert not after("2019?", "ask_deadline", asked="founded").answer.read


def test_a_sum_that_answers_is_no_cost_even_if_it_sounds_like_a_question_for_the_amount() -> None:
    assert after("1,5 Mio Euro", "ask_amount", asked="turnover").firm_facts == {"turnover": 1_500_000}


def test_a_bare_figure_that_answers_is_not_the_number_of_people() -> None:
    heard = after("2019", asked="founded", found=[entity("employees", 2019, "2019", "2019")])
    assert heard.profile.employees == 12
    assert heard.firm_facts == {"founded": "2019"}


def test_a_fact_that_names_itself_is_kept_as_what_it_says() -> None:
    heard = after("Umsatz 2 Mio", asked="balance")
    assert heard.firm_facts == {"turnover": 2_000_000}
    assert not heard.answer.read


def test_people_told_in_between_are_the_firms_size_and_no_answer() -> None:
    text = "wir sind jetzt 250 Leute"
    heard = after(text, "inform", asked="turnover", found=[entity("employees", 250, "250 Leute", text)])
    assert (heard.profile.employees, heard.firm_facts) == (250, {})


def test_a_declined_fact_is_remembered_so_that_it_is_not_asked_again() -> None:
    heard = after("weiß ich nicht", "dont_know", asked="turnover")
    assert heard.firm_facts == {"turnover": None}
    assert heard.profile.skipped is None


def test_an_answer_about_the_profile_goes_there_and_counts_as_asked() -> None:
    heard = after("37", asked="employees", found=[entity("employees", 37, "37", "37")])
    assert (heard.profile.employees, heard.firm_facts) == (37, {"employees": None})
    heard = after(
        "Bruneck", asked="province", found=[entity("place", BRUNECK, "Bruneck", "Bruneck")], profile=Profile()
    )
    assert (heard.profile.province, heard.firm_facts) == ("ITH10", {"province": None})


def test_a_short_answer_tells_no_need_as_well() -> None:
    text = "società di capitali"
    money = entity("pain_point", "no_funding", "capitali", text)
    reader = AnswerReader(WORDS, WORDS.reading("it", date(2026, 11, 22)))
    before = Before(FIRM, {}, "legal_form")
    heard = hear(Heard("inform", [money], "fact_answer", text), before, reader, KINDS, [])
    assert heard.firm_facts == {"legal_form": "limited_company"}
    assert heard.profile.pain_points is None


def test_a_correction_of_the_firm_is_no_answer() -> None:
    text = "Nein, es sind 20 Leute"
    heard = after(text, "correct", asked="special_innovation", found=[entity("employees", 20, "20 Leute", text)])
    assert (heard.profile.employees, heard.firm_facts) == (20, {})


# -- what cannot be ------------------------------------------------------------------------------------------------


def test_a_fact_that_contradicts_another_is_refused_and_named() -> None:
    heard = after("50", asked="people_trained")
    assert (heard.firm_facts, heard.refused) == ({}, ("people_trained",))


def test_an_absurd_number_of_people_is_refused_and_the_old_one_kept() -> None:
    text = "wir sind 9000000 Leute"
    heard = after(text, "correct", found=[entity("employees", 9_000_000, "9000000 Leute", text)])
    assert (heard.profile.employees, heard.refused) == (12, ("employees",))


def test_what_is_known_is_what_the_evaluator_reads() -> None:
    known = facts_known(FIRM, {"turnover": [1_000_000, 2_000_000], "founded": "2019", "steps.selfi40": True}, KINDS)
    assert known.values["turnover"] == (1_000_000.0, 2_000_000.0)
    assert known.values[PLACE] == "ITH10"
    assert known.values["steps.selfi40"]["done"] is True
    assert "balance" not in known.values


def test_the_slot_tells_steps_as_the_facts_file_does() -> None:
    facts = {"turnover": 5, "balance": None, "steps.selfi40": {"done": "2025-03-03"}, "steps.gse_booking": None}
    slot = as_slot(facts)
    assert slot == {
        "turnover": 5,
        "balance": None,
        "steps": {"selfi40": {"done": "2025-03-03"}, "gse_booking": None},
    }
    assert flat(slot) == facts
    assert set(facts_from(slot, KINDS).values) == {"turnover", "steps.selfi40"}
    assert (as_slot({}), flat(None)) == (None, {})


def test_a_fact_that_the_registry_has_given_up_is_left_out() -> None:
    assert "old_fact" not in facts_known(FIRM, {"old_fact": 1, "balance": None}, KINDS).values
