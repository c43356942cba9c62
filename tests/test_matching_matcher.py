"""Teams for a firm: nothing that speaks against a hub is ever made up for, and what nobody covers is said."""

from dataclasses import replace
from typing import Any

import pytest
from catalogue_examples import BOLZANO, INNSBRUCK, MUNICH, TRENTO, firm, hub, pain
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alpine_catalogue.errors import UnknownCode
from alpine_catalogue.matching.matcher import Matcher
from alpine_catalogue.matching.proposal import Proposal, Team
from alpine_catalogue.matching.search import Limits
from alpine_catalogue.matching.weights import Criteria
from alpine_catalogue.model import Hub, PainPoint
from alpine_catalogue.place import within

pytest_plugins = ["catalogue_fixtures"]

NEEDS = {
    "downtime": pain("downtime", sensors=1.0),
    "attacks": pain("attacks", security=1.0),
    "odd": pain("odd", quantum=1.0),
}
SENSORS: dict[str, Any] = {"technologies": {"sensors": None}}
SECURITY: dict[str, Any] = {"technologies": {"security": None}}


def proposed(hubs: list[Hub], criteria: Criteria, *needs: str, **fields: Any) -> Proposal:
    return Matcher(hubs, NEEDS, criteria).propose(firm(*needs, **fields))


def ids(team: Team | None) -> set[str]:
    return set(team.ids) if team else set()


def all_teams(proposal: Proposal) -> list[Team]:
    return [team for team in (proposal.team, *proposal.alternatives, proposal.local, proposal.across) if team]


# -- what speaks against a hub ------------------------------------------------------------------------------------


def test_a_hub_whose_sectors_speak_against_the_firm_is_never_proposed(criteria: Criteria) -> None:
    farms = hub("farms", sectors=("Agriculture",), **SENSORS)
    found = proposed([farms], criteria, "downtime", sectors=("C31",))
    assert all_teams(found) == [Team((), 0.0, True)]
    assert found.uncovered == ("downtime",)
    assert ids(proposed([farms], criteria, "downtime", sectors=("A01",)).team) == {"farms"}


def test_a_hub_for_all_sectors_fits_every_firm_but_one_that_names_the_sector_goes_first(criteria: Criteria) -> None:
    hubs = [hub("all", **SENSORS), hub("crafts", sectors=("Crafts",), **SENSORS)]
    assert ids(proposed(hubs, criteria, "downtime", sectors=("C31",)).team) == {"crafts"}
    assert ids(proposed(hubs[:1], criteria, "downtime", sectors=("C31",)).team) == {"all"}


def test_a_firm_whose_trade_is_unknown_is_offered_everybody(criteria: Criteria) -> None:
    assert ids(proposed([hub("farms", sectors=("Agriculture",), **SENSORS)], criteria, "downtime").team) == {"farms"}


@pytest.mark.parametrize("kind", ["chamber", "public_agency"])
def test_a_chamber_or_an_agency_works_in_its_own_area_only(criteria: Criteria, kind: str) -> None:
    next_door = hub("next-door", kind=kind, serves=("ITH2",), **SENSORS)
    assert proposed([next_door], criteria, "downtime").uncovered == ("downtime",)
    assert ids(proposed([replace(next_door, serves=("IT",))], criteria, "downtime").team) == {"next-door"}
    assert ids(proposed([replace(next_door, kind="edih")], criteria, "downtime").team) == {"next-door"}


def test_an_area_known_only_roughly_does_not_speak_against_a_chamber(criteria: Criteria) -> None:
    chamber = hub("chamber", kind="chamber", serves=("ITH1",), **SENSORS)
    assert ids(proposed([chamber], criteria, "downtime", region=None).team) == {"chamber"}


# -- limits are hard ----------------------------------------------------------------------------------------------

HERE = hub("here", languages=("it",), **SENSORS)
TIROL = hub("tirol", country="AT", serves=("AT33",), lat=INNSBRUCK[0], lon=INNSBRUCK[1], languages=("de",), **SENSORS)


def limited(criteria: Criteria, limits: Limits, hubs: tuple[Hub, ...] = (HERE, TIROL), **fields: Any) -> set[str]:
    found = proposed(list(hubs), criteria, "downtime", limits=limits, **fields)
    return {id for team in all_teams(found) for id in team.ids}


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        (Limits(), {"here", "tirol"}),
        (Limits(only_language="de"), {"tirol"}),
        (Limits(only_language="sl"), set()),
        (Limits(only_country="AT"), {"tirol"}),
        (Limits(only_country="SI"), set()),
        (Limits(without=frozenset({"here"})), {"tirol"}),
        (Limits(without=frozenset({"dih"})), set()),
        (Limits(without=frozenset({"nobody"})), {"here", "tirol"}),
        (Limits(nearer_than_km=50), {"here"}),
        (Limits(nearer_than_km=50, only_country="AT"), set()),
    ],
)
def test_a_limit_is_hard(criteria: Criteria, limits: Limits, left: set[str]) -> None:
    assert limited(criteria, limits) == left


def test_nearer_than_a_distance_needs_a_place(criteria: Criteria) -> None:
    assert limited(criteria, Limits(nearer_than_km=1000), at=None) == set(), "an unknown distance is not a short one"


# -- how the team is chosen ---------------------------------------------------------------------------------------


def test_one_hub_for_both_needs_is_better_than_two(criteria: Criteria) -> None:
    both = hub(
        "both", technologies={"sensors": None, "security": None}, country="AT", serves=("AT33",), lat=47.3, lon=11.4
    )
    hubs = [hub("a", **SENSORS), hub("b", **SECURITY), both]
    found = proposed(hubs, criteria, "downtime", "attacks")
    assert [member.hub.id for member in found.team.members] == ["both"]
    assert set(found.team.members[0].covers) == {"downtime", "attacks"}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({}, {"lat": TRENTO[0], "lon": TRENTO[1]}),
        ({"languages": ("en",)}, {"languages": ("it",)}),
        ({}, {"country": "AT"}),
        ({}, {"status": "unknown"}),
        ({"technologies": {"sensors": 5, "cloud": 1}}, {"technologies": {"sensors": 3, "cloud": 3}}),
    ],
)
def test_the_nearer_the_understood_the_domestic_the_active_and_the_stronger_hub_wins(
    criteria: Criteria, better: dict[str, Any], worse: dict[str, Any]
) -> None:
    hubs = [hub("z-better", **(SENSORS | better)), hub("a-worse", **(SENSORS | worse))]
    assert ids(proposed(hubs, criteria, "downtime").team) == {"z-better"}


def test_what_nobody_covers_is_recorded_and_the_rest_is_still_covered(criteria: Criteria) -> None:
    found = proposed([hub("here", **SENSORS)], criteria, "downtime", "odd", "attacks")
    assert ids(found.team) == {"here"}
    assert found.uncovered == ("odd", "attacks")


def test_a_far_hub_is_considered_only_for_what_nobody_nearer_covers(criteria: Criteria) -> None:
    far: dict[str, Any] = {"country": "DE", "serves": ("DE21",), "lat": MUNICH[0], "lon": MUNICH[1]}
    hubs = [hub("here", **SENSORS), hub("far-sensors", **far, **SENSORS), hub("far-security", **far, **SECURITY)]
    found = proposed(hubs, criteria, "downtime", "attacks")
    assert ids(found.team) == {"here", "far-security"}
    assert all("far-sensors" not in team.ids for team in all_teams(found))


def test_the_same_need_told_twice_is_one_need(criteria: Criteria) -> None:
    found = proposed([hub("here", **SENSORS)], criteria, "downtime", "downtime")
    assert found.team.members[0].covers == ("downtime",)


def test_reservations_are_told(criteria: Criteria) -> None:
    doubtful = hub(
        "doubtful", languages=("it",), status="unknown", status_year=2019, from_memory=("languages",), **SENSORS
    )
    (member,) = proposed([doubtful], criteria, "downtime").team.members
    told = {reason.key: reason.value for reason in member.reasons}
    assert {"other_language", "status_unverified", "languages_unverified"} <= set(told)
    assert told["status_unverified"] == 2019
    assert "technologies_unverified" not in told


def test_the_order_of_the_hubs_makes_no_difference(criteria: Criteria) -> None:
    hubs = [hub(name, **SENSORS) for name in "dacb"]
    assert proposed(hubs, criteria, "downtime") == proposed(hubs[::-1], criteria, "downtime")


# -- other teams --------------------------------------------------------------------------------------------------


def test_alternatives_cover_the_same_needs_with_other_hubs(criteria: Criteria) -> None:
    hubs = [hub("a", **SENSORS), hub("b", **SENSORS, status="unknown"), hub("c", **SENSORS, languages=("it",))]
    found = proposed(hubs, criteria, "downtime")
    assert ids(found.team) == {"a"}
    assert found.alternatives
    assert all(team.ids != found.team.ids for team in found.alternatives)


def test_local_and_across_stand_beside_the_team_where_they_differ(criteria: Criteria) -> None:
    near_but_over_the_border = replace(TIROL, languages=("en",), technologies={"sensors": 5, "cloud": 1})
    found = proposed([HERE, near_but_over_the_border], criteria, "downtime", at=(46.9, 11.4))
    assert ids(found.team) == {"tirol"}
    assert ids(found.local) == {"here"}
    assert found.across is None, "the team itself is across the border"

    found = proposed([HERE, TIROL], criteria, "downtime")
    assert ids(found.team) == {"here"}
    assert found.local is None, "the team itself is local"
    assert ids(found.across) == {"tirol"}


def test_a_team_across_the_border_holds_a_hub_from_abroad_even_where_a_local_one_would_do(criteria: Criteria) -> None:
    """Alone, nobody abroad can do all of it, and the hub here does it better: there is still a transnational team."""
    allround = hub("allround", technologies={"sensors": None, "security": None})
    weaker = replace(TIROL, technologies={"sensors": 1, "cloud": 2})
    found = proposed([allround, weaker], criteria, "downtime", "attacks")
    assert ids(found.team) == {"allround"}
    assert ids(found.across) == {"allround", "tirol"}
    assert all(member.covers for member in found.across.members) if found.across else False


# -- the edges ----------------------------------------------------------------------------------------------------


def test_without_any_hub_everything_is_uncovered(criteria: Criteria) -> None:
    found = proposed([], criteria, "downtime", "attacks")
    assert (found.team.members, found.alternatives, found.local, found.across) == ((), (), None, None)
    assert found.uncovered == ("downtime", "attacks")


def test_without_needs_nobody_is_proposed(criteria: Criteria) -> None:
    found = proposed([HERE], criteria)
    assert (found.team.members, found.uncovered) == ((), ())


def test_an_unknown_pain_point_is_refused_naming_the_known_ones(criteria: Criteria) -> None:
    with pytest.raises(UnknownCode, match="'rust'.*attacks, downtime, odd"):
        proposed([HERE], criteria, "rust")


def test_without_a_place_no_distance_is_claimed(criteria: Criteria) -> None:
    (member,) = proposed([HERE], criteria, "downtime", at=None).team.members
    assert member.distance_km is None


# -- the real catalogue -------------------------------------------------------------------------------------------

PLACES = [
    ("IT", "ITH1", BOLZANO),
    ("IT", "ITH2", TRENTO),
    ("AT", "AT33", INNSBRUCK),
    ("DE", "DE21", MUNICH),
    ("FR", "FRK2", (45.56, 5.92)),
    ("SI", "SI04", (46.24, 14.36)),
    ("CH", "CH05", (46.85, 9.53)),
    ("LI", "LI00", (47.14, 9.52)),
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_the_firm_no_hub_is_proposed_against_what_is_known(
    data: st.DataObject, hubs: list[Hub], pains: dict[str, PainPoint], criteria: Criteria, real: Matcher
) -> None:
    country, region, at = data.draw(st.sampled_from(PLACES))
    needs = tuple(data.draw(st.lists(st.sampled_from(sorted(pains)), min_size=1, max_size=5)))
    sector = data.draw(st.sampled_from(["C31", "I55", "A01", "C25", "G47", "F41", "K62"]))
    language = data.draw(st.sampled_from(["en", "de", "fr", "it", "sl"]))
    search = firm(*needs, country=country, region=region, at=at, sectors=(sector,), language=language)
    found = real.propose(search)

    for team in all_teams(found):
        for member in team.members:
            one = member.hub
            codes = {code for term in one.sectors for code in criteria.sector_terms.get(term, ())}
            assert not one.sectors or sector in codes or sector[0] in codes, one.id
            assert criteria.kinds[one.kind]["beyond_area"] or within(region, one.serves), one.id
            assert member.covers
            assert member.reasons
    covered = {need for member in found.team.members for need in member.covers}
    assert covered | set(found.uncovered) == set(needs)
    assert not covered & set(found.uncovered)
    assert found.team.exact
    assert len({team.ids for team in (found.team, *found.alternatives)}) == 1 + len(found.alternatives)
    assert not found.across or any(member.hub.country != country for member in found.across.members)
    assert not found.local or all(within(region, member.hub.serves) is not False for member in found.local.members)
    assert real.propose(search) == found


@pytest.fixture(scope="module")
def real(hubs: list[Hub], pains: dict[str, PainPoint], criteria: Criteria) -> Matcher:
    """The matcher over all hubs of the catalogue."""
    return Matcher(hubs, pains, criteria)


@pytest.mark.parametrize(("country", "region", "at"), PLACES)
def test_every_single_need_of_a_furniture_maker_is_covered_everywhere_or_said_not_to_be(
    real: Matcher, pains: dict[str, PainPoint], country: str, region: str, at: tuple[float, float]
) -> None:
    for need in pains:
        found = real.propose(firm(need, country=country, region=region, at=at, sectors=("C31",)))
        assert bool(found.team.members) is not bool(found.uncovered), need


def test_all_sixteen_needs_at_once_are_answered_and_said_to_be_approximate(
    real: Matcher, pains: dict[str, PainPoint]
) -> None:
    found = real.propose(firm(*pains, sectors=("C31",)))
    covered = [need for member in found.team.members for need in member.covers]
    assert sorted([*covered, *found.uncovered]) == sorted(pains)
    assert found.team.exact is (len(covered) <= 10)
