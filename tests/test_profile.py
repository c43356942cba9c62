"""What a conversation has told so far: facts are added, replaced or taken back, never guessed, in any order."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.profile import Heard, Profile, updated

BRUNECK = {"name": "Bruneck", "country": "IT", "region": "ITH1", "province": "ITH10", "lat": 46.8, "lon": 11.9}
KRANJ = {"name": "Kranj", "country": "SI", "region": "SI04", "province": "SI042", "lat": 46.2, "lon": 14.4}
FREIBURG = {"name": "Freiburg", "country": "DE", "region": "DE13", "province": "DE131", "lat": 48.0, "lon": 7.8}
FRIBOURG = {"name": "Fribourg", "country": "CH", "region": "CH02", "province": "CH022", "lat": 46.8, "lon": 7.2}
ST_JOHANN_TIROL = {
    "name": "St. Johann",
    "country": "AT",
    "region": "AT33",
    "province": "AT335",
    "lat": 47.5,
    "lon": 12.4,
}
ST_JOHANN_PONGAU = {
    "name": "St. Johann",
    "country": "AT",
    "region": "AT32",
    "province": "AT322",
    "lat": 47.3,
    "lon": 13.2,
}


def said(act: str = "inform", question: str | None = None, refused: tuple[str, ...] = (), **told: Any) -> Heard:
    """A message; a list stands for several entities of one kind."""
    several = {"sector", "pain_point"}
    entities = [
        {"entity": name, "value": one}
        for name, value in told.items()
        for one in (value if name in several and isinstance(value, list) else [value])
    ]
    entities += [{"entity": "pain_point", "value": need, "role": "not_needed"} for need in refused]
    return Heard(act, entities, question)


def after(*messages: Heard, start: Profile | None = None) -> Profile:
    profile = start or Profile()
    for message in messages:
        profile = updated(profile, message)
    return profile


# -- adding up ----------------------------------------------------------------------------------------------------


def test_everything_may_be_told_in_one_message() -> None:
    profile = after(said(language="de", place=BRUNECK, sector=["C31"], employees=12, pain_point=["machine_downtime"]))
    assert profile == Profile(
        language="de",
        country="IT",
        region="ITH1",
        province="ITH10",
        place=BRUNECK,
        sector=["C31"],
        employees=12,
        pain_points=["machine_downtime"],
    )


def test_or_in_many_messages_in_any_order() -> None:
    messages = [said(employees=12), said(pain_point="machine_downtime"), said(place=BRUNECK), said(sector="C31")]
    assert after(*messages) == after(*messages[::-1])
    assert after(*messages) == after(said(place=BRUNECK, sector="C31", employees=12, pain_point="machine_downtime"))


def test_needs_are_added_in_the_order_in_which_they_were_told() -> None:
    profile = after(said(pain_point=["paperwork", "old_it"]), said(pain_point=["cybersecurity", "paperwork"]))
    assert profile.pain_points == ["paperwork", "old_it", "cybersecurity"]


def test_a_question_about_us_tells_nothing_about_the_firm() -> None:
    known = after(said(place=BRUNECK, employees=12))
    heard = said("why", place=KRANJ, employees=3, sector="I55", pain_point="old_it")
    assert updated(known, heard) == known


def test_a_trade_named_later_in_passing_does_not_replace_the_firms_own() -> None:
    assert after(said(sector="C31"), said(sector="I55")).sector == ["C31"]
    assert after(said(sector="C31"), said(question="sector", sector="I55")).sector == ["I55"]


def test_a_message_without_facts_changes_nothing() -> None:
    known = after(said(language="de", place=BRUNECK, sector="C31", employees=12, pain_point="paperwork"))
    for act in ("thank", "greet", "help", "why", "affirm", "deny", "nlu_fallback", "nothing_said", None):
        assert updated(known, Heard(act, (), "region")) == known


# -- corrections --------------------------------------------------------------------------------------------------


def test_a_corrected_size_replaces_the_old_one() -> None:
    assert after(said(employees=12), said("correct", employees=20)).employees == 20
    assert after(said(employees=12), said("correct", employees=[10, 15])).employees == [10, 15]


def test_a_corrected_place_replaces_all_of_the_old_one() -> None:
    profile = after(said(place=BRUNECK), said("correct", place=KRANJ))
    assert (profile.country, profile.region, profile.province) == ("SI", "SI04", "SI042")
    assert profile.place == KRANJ


def test_a_corrected_trade_replaces_the_old_one() -> None:
    assert after(said(sector=["C31", "C16"]), said("correct", sector=["I55"])).sector == ["I55"]


def test_another_country_takes_the_old_region_with_it() -> None:
    profile = after(said(place=BRUNECK), said("correct", country="AT"))
    assert (profile.country, profile.region, profile.province, profile.place) == ("AT", None, None, None)


def test_the_same_country_again_keeps_the_region() -> None:
    assert after(said(place=BRUNECK), said(country="IT")).region == "ITH1"


# -- needs taken back ---------------------------------------------------------------------------------------------


def test_a_need_taken_back_is_gone_and_remembered_as_not_needed() -> None:
    profile = after(said(pain_point=["paperwork", "online_sales"]), said("withdraw", pain_point="online_sales"))
    assert profile.pain_points == ["paperwork"]
    assert profile.not_needed == ["online_sales"]


def test_a_need_said_not_to_be_one_is_never_looked_for() -> None:
    profile = after(said(pain_point="paperwork", refused=("online_sales",)))
    assert profile.pain_points == ["paperwork"]
    assert profile.not_needed == ["online_sales"]


def test_a_refused_need_told_again_is_a_need_again() -> None:
    profile = after(said(refused=("online_sales",)), said(pain_point="online_sales"))
    assert profile.pain_points == ["online_sales"]
    assert profile.not_needed is None


def test_taking_a_need_back_twice_does_not_bring_it_back() -> None:
    forget = said("withdraw", pain_point="online_sales")
    profile = after(said(pain_point=["paperwork", "online_sales"]), forget, forget)
    assert (profile.pain_points, profile.not_needed) == (["paperwork"], ["online_sales"])


def test_taking_back_what_was_never_told_makes_it_no_need() -> None:
    profile = after(said(pain_point="paperwork"), said("withdraw", pain_point="online_sales"))
    assert profile.pain_points == ["paperwork"]


def test_a_need_may_be_taken_back_for_another_in_one_breath() -> None:
    profile = after(said(pain_point="online_sales"), said("withdraw", pain_point=["online_sales", "cybersecurity"]))
    assert (profile.pain_points, profile.not_needed) == (["cybersecurity"], ["online_sales"])


def test_when_the_last_need_is_taken_back_none_is_left_to_look_for() -> None:
    profile = after(said(pain_point="online_sales"), said("withdraw", pain_point="online_sales"))
    assert not profile.pain_points


# -- places -------------------------------------------------------------------------------------------------------


def test_an_ambiguous_place_is_not_guessed() -> None:
    profile = after(said(place_candidates=[FREIBURG, FRIBOURG]))
    assert (profile.region, profile.country) == (None, None)
    assert profile.place_candidates == [FREIBURG, FRIBOURG]


@pytest.mark.parametrize(("country", "region"), [("DE", "DE13"), ("CH", "CH02")])
def test_the_country_resolves_it_whenever_it_is_told(country: str, region: str) -> None:
    ambiguous, told = said(place_candidates=[FREIBURG, FRIBOURG]), said(country=country)
    both = said(place_candidates=[FREIBURG, FRIBOURG], country=country)
    for profile in (after(ambiguous, told), after(told, ambiguous), after(both)):
        assert (profile.country, profile.region) == (country, region)
        assert profile.place_candidates is None


def test_a_country_with_two_of_that_name_leaves_those_two_to_choose_from() -> None:
    profile = after(said(place_candidates=[ST_JOHANN_TIROL, ST_JOHANN_PONGAU, FRIBOURG]), said(country="AT"))
    assert profile.region is None
    assert profile.place_candidates == [ST_JOHANN_TIROL, ST_JOHANN_PONGAU]
    assert profile.country == "AT"


def test_a_country_without_a_place_of_that_name_is_believed() -> None:
    profile = after(said(place_candidates=[FREIBURG, FRIBOURG]), said(country="SI"))
    assert (profile.country, profile.region, profile.place_candidates) == ("SI", None, None)


def test_the_same_country_again_does_not_leave_a_choice_open_that_has_no_answer() -> None:
    profile = after(said(country="SI"), said(place_candidates=[FREIBURG, FRIBOURG]), said(country="SI"))
    assert (profile.country, profile.place_candidates) == ("SI", None)


def test_a_clear_place_ends_the_question_which_one() -> None:
    profile = after(said(place_candidates=[FREIBURG, FRIBOURG]), said(place=KRANJ))
    assert (profile.region, profile.place_candidates) == ("SI04", None)


def test_a_message_about_something_else_keeps_the_open_choice() -> None:
    profile = after(said(place_candidates=[FREIBURG, FRIBOURG]), said(employees=5), said(country="CH"))
    assert (profile.region, profile.employees) == ("CH02", 5)


def test_a_place_outside_is_noted_and_invents_no_region() -> None:
    profile = after(said(place_outside={"name": "Hamburg", "country": "DE"}))
    assert (profile.outside_place, profile.region, profile.country) == ("Hamburg", None, None)
    assert after(said(place_outside={"name": "Hamburg", "country": "DE"}), said(place=KRANJ)).outside_place is None


def test_a_place_outside_told_with_its_country_is_still_outside() -> None:
    assert after(said(place_outside={"name": "Hamburg", "country": "DE"}, country="DE")).outside_place == "Hamburg"


# -- questions that are not answered ------------------------------------------------------------------------------


@pytest.mark.parametrize("act", ["skip", "dont_know"])
def test_a_skipped_question_is_remembered_and_forgotten_once_it_is_answered(act: str) -> None:
    skipped = after(said(act, question="employees"))
    assert skipped.skipped == ["employees"]
    assert after(said(act, question="employees"), start=skipped).skipped == ["employees"]
    answered = after(said(employees=7), start=skipped)
    assert (answered.skipped, answered.employees) == (None, 7)


def test_several_questions_may_be_skipped() -> None:
    assert after(said("skip", question="sector"), said("skip", question="employees")).skipped == ["sector", "employees"]


def test_who_does_not_know_but_tells_it_anyway_has_not_skipped() -> None:
    profile = after(said("dont_know", question="employees", employees=[10, 15]))
    assert (profile.employees, profile.skipped) == ([10, 15], None)


def test_skipping_without_a_question_skips_nothing() -> None:
    assert after(said("skip")) == Profile()


# -- language -----------------------------------------------------------------------------------------------------


def test_a_clear_language_switches_and_a_guess_does_not() -> None:
    assert after(said(language_guess="fr")).language == "fr"
    assert after(said(language="de"), said(language_guess="fr")).language == "de"
    assert after(said(language="de"), said(language="fr")).language == "fr"
    assert after(said(language_guess="fr"), said(language="de")).language == "de"


def test_a_language_asked_for_wins_over_the_one_it_is_asked_in() -> None:
    assert after(said(language="de"), said("change_language", language="de", language_wanted="it")).language == "it"
    assert after(said(language="de"), said("change_language", language="de", language_wanted="other")).language == "de"


# -- always -------------------------------------------------------------------------------------------------------

messages = st.builds(
    said,
    act=st.sampled_from(["inform", "correct", "withdraw", "skip", "dont_know", "change_language", "thank"]),
    question=st.sampled_from([None, "pain_points", "region", "sector", "employees"]),
    refused=st.lists(st.sampled_from(["paperwork", "old_it"]), max_size=1).map(tuple),
    told=st.just(None),
).flatmap(
    lambda base: st.fixed_dictionaries(
        {},
        optional={
            "place": st.sampled_from([BRUNECK, KRANJ]),
            "place_candidates": st.just([FREIBURG, FRIBOURG]),
            "country": st.sampled_from(["IT", "AT", "CH"]),
            "place_outside": st.just({"name": "Hamburg", "country": "DE"}),
            "sector": st.sampled_from([["C31"], ["I55", "A01"]]),
            "employees": st.sampled_from([1, 12, [10, 20], [5, None]]),
            "pain_point": st.lists(st.sampled_from(["paperwork", "old_it", "cybersecurity"]), max_size=2),
            "language": st.sampled_from(["de", "sl"]),
            "language_wanted": st.sampled_from(["it", "other"]),
        },
    ).map(
        lambda told: Heard(
            base.act,
            [*said(**told).entities, *(entity for entity in base.entities if entity.get("role"))],
            base.question,
        )
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(messages, max_size=4), messages)
def test_hearing_the_same_message_twice_is_hearing_it_once(before: list[Heard], message: Heard) -> None:
    once = after(*before, message)
    again = updated(once, message)
    told_anew = message.act == "withdraw" or set(message.values("pain_point")) & set(
        message.values("pain_point", "not_needed")
    )
    ignored = {"pain_points", "not_needed", "skipped"} if told_anew else set()
    ignored |= {"outside_place"} if message.first("country") else set()
    assert {name: value for name, value in once.changes(again).items() if name not in ignored} == {}


@settings(max_examples=200, deadline=None)
@given(st.lists(messages, max_size=6))
def test_a_profile_never_contradicts_itself(heard: list[Heard]) -> None:
    profile = after(*heard)
    assert not set(profile.pain_points or ()) & set(profile.not_needed or ())
    assert not profile.region or profile.region.startswith(profile.country or "?")
    assert not profile.province or profile.province.startswith(profile.region or "?")
    assert all(not getattr(profile, name) for name in profile.skipped or ())
    assert Profile.of(dict(profile.__dict__)) == profile


def test_only_what_changed_is_set() -> None:
    before = after(said(place=BRUNECK, employees=12))
    assert before.changes(after(said(employees=20), start=before)) == {"employees": 20}
    assert before.changes(before) == {}
