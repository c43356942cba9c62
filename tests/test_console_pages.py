"""The pages over the wire: sign-in, lists, claim, answer, close, and all that must not happen."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from console_examples import Browser
from handoff_examples import PASSWORD, START, Clock, a_request
from sqlalchemy import text
from stand_in_rasa import StandInRasa

from handoff.model import Adviser, Line, State
from handoff.store import HandoffStore

pytest_plugins = ["handoff_fixtures", "console_fixtures"]

BOTH_DATABASES = pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}"


@pytest.fixture
def url(request: pytest.FixtureRequest) -> str:
    """SQLite is enough for most pages; where the kind of database may matter, both."""
    return str(request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url"))


def test_a_stranger_is_led_to_the_sign_in(stranger: Browser) -> None:
    for path in ("/", "/?list=mine", f"/requests/{uuid4()}"):
        response = stranger.open(path)
        assert response.url.path == "/sign-in"


def test_an_adviser_signs_in_and_out(stranger: Browser, anna: Adviser) -> None:
    assert stranger.sign_in(anna).url.path == "/"
    assert "Anna Auer" in stranger.page
    stranger.send("/sign-out")
    assert "You are signed out." in stranger.page
    assert stranger.open("/").url.path == "/sign-in"


def test_the_page_does_not_tell_which_of_the_two_was_wrong(stranger: Browser, anna: Adviser) -> None:
    def refusal(email: str) -> str:
        stranger.open("/sign-in")
        response = stranger.send("/sign-in", email=email, password="not the password")
        assert response.status_code == 401
        return re.sub(r'name="csrf" value="[^"]*"|' + re.escape(email), "", response.text)

    assert refusal(anna.email) == refusal("nobody@hub.example")


def test_the_session_is_closed_to_scripts_and_other_sites(console: str, stranger: Browser, anna: Adviser) -> None:
    stranger.open("/sign-in")
    before = stranger.http.cookies["console_session"]
    cookie = stranger.sign_in(anna).history[0].headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.http.cookies["console_session"] != before


def test_a_forged_session_is_a_stranger(console: str, stranger: Browser, anna: Adviser) -> None:
    stranger.sign_in(anna)
    value = stranger.http.cookies["console_session"]
    stranger.http.cookies.clear()
    stranger.http.cookies.set("console_session", ("A" if value[0] != "A" else "B") + value[1:])

    assert stranger.open("/").url.path == "/sign-in"


def test_the_token_of_the_stranger_is_worth_nothing_after_the_sign_in(stranger: Browser, anna: Adviser) -> None:
    stranger.open("/sign-in")
    old = stranger.hidden("/sign-in")["csrf"]
    stranger.sign_in(anna)

    assert stranger.send("/sign-out", csrf=old).status_code == 403


def test_after_five_attempts_even_the_right_password_has_to_wait(
    stranger: Browser, clock: Clock, anna: Adviser, bruno: Adviser
) -> None:
    for _ in range(5):
        assert stranger.sign_in(anna, "not the password").status_code == 401
    assert stranger.sign_in(anna).status_code == 429
    assert stranger.sign_in(bruno).url.path == "/", "another adviser is not concerned"
    clock.pass_by(minutes=16)
    assert stranger.sign_in(anna).url.path == "/"


POSTS = ("/sign-in", "/sign-out", "/requests/{0}/claim", "/requests/{0}/answer", "/requests/{0}/close")


@pytest.mark.parametrize("path", [*POSTS, "/requests/{0}/answers/{1}/send-again"])
def test_a_form_without_its_token_changes_nothing(annas: Browser, store: HandoffStore, path: str) -> None:
    request = a_request()
    store.save(request)
    for token in ({}, {"csrf": ""}, {"csrf": "wrong"}, {"csrf": "wr\u00f6ng"}):
        fields = {"text": "Guten Tag", "line_id": str(uuid4())} | token
        assert annas.http.post(path.format(request.id, uuid4()), data=fields).status_code == 403

    assert store.get(request.id) == request
    assert annas.open("/").url.path == "/", "still signed in"


def test_every_form_route_is_among_those_tried_without_a_token() -> None:
    from console import routes, sign_in

    posts = {route.path for router in (sign_in.forms, routes.forms) for route in router.routes}
    tried = {path.replace("{0}", "{request_id}") for path in POSTS}
    assert posts - tried == {"/requests/{request_id}/answers/{line_id}/send-again"}
    for router in (sign_in.pages, routes.pages):
        assert all(route.methods == {"GET"} for route in router.routes)


def test_a_page_tells_the_browser_to_trust_nobody_else(annas: Browser) -> None:
    for path in ("/", "/static/console.css", "/nothing"):
        headers = annas.open(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "script-src" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_the_list_shows_who_waits_longest_first_and_for_how_long(
    annas: Browser, store: HandoffStore, clock: Clock
) -> None:
    store.save(a_request(created_at=START, language="it"))
    store.save(a_request(created_at=START + timedelta(hours=4), language="de"))
    clock.pass_by(hours=5)
    annas.open("/")

    assert re.findall(r"<time[^>]*>([^<]*)</time>", annas.page) == ["5 hrs", "60 mins"]
    assert annas.page.count("long wait") == 1
    assert "machine_downtime" in annas.page
    assert "ITH1" in annas.page
    annas.open("/?language=it")
    assert re.findall(r'<td role="cell" class="spoken">([^<]*)<', annas.page) == ["Italian"]


def test_what_i_hold_is_listed_by_how_long_i_have_held_it(
    annas: Browser, brunos: Browser, store: HandoffStore, clock: Clock
) -> None:
    request = a_request()
    store.save(request)
    clock.pass_by(hours=9)
    annas.claim(request.id)
    clock.pass_by(minutes=3)
    annas.open("/?list=mine")
    brunos.open("/?list=mine")

    assert re.findall(r"<time[^>]*>([^<]*)</time>", annas.page) == ["3 mins"]
    assert "long wait" not in annas.page
    assert "You hold no request." in brunos.page


def test_the_code_of_a_need_is_shown_by_the_name_that_the_catalogue_gives(store: HandoffStore, anna: Adviser) -> None:
    from console.inbox import rows_of
    from console.reader import Reader
    from console.wording import load_words

    reader = Reader("de", load_words()["de"], lambda code, language: f"{code} in {language}", START)
    row = rows_of([a_request()], reader)[0]

    assert row.needs == ["machine_downtime in de"]
    assert row.place == "ITH1 in de"
    assert row.firm == "C31 in de · Beschäftigte: 12"


@BOTH_DATABASES
def test_a_request_is_claimed_answered_and_closed(
    annas: Browser, store: HandoffStore, rasa: StandInRasa, clock: Clock, anna: Adviser
) -> None:
    request = a_request("talk-1", channel="telegram")
    store.save(request)
    assert "You hold this request now." in annas.claim(request.id).text
    annas.answer(request.id, "Guten Tag\r\naus Bozen")
    assert "Your answer has been delivered." in annas.page
    assert rasa.heard() == ["Guten Tag\naus Bozen"]
    rasa.events = [{"event": "user", "text": "Danke!", "timestamp": (START + timedelta(minutes=1)).timestamp()}]
    annas.open(f"/requests/{request.id}")
    assert "Danke!" in annas.page
    annas.send(f"/requests/{request.id}/close")
    assert "The request is closed." in annas.page

    closed = store.get(request.id)
    assert closed.state is State.CLOSED
    assert [(line.sender, line.text) for line in closed.transcript[2:]] == [
        ("adviser", "Guten Tag\naus Bozen"),
        ("user", "Danke!"),
    ]
    assert [call[3] for call in rasa.calls[-2:]] == [
        [{"event": "resume"}],
        {"name": "EXTERNAL_handoff_closed"},
    ]


@BOTH_DATABASES
def test_of_two_advisers_one_gets_the_request_and_the_other_is_told(
    annas: Browser, brunos: Browser, store: HandoffStore, anna: Adviser
) -> None:
    request = a_request()
    store.save(request)
    path = f"/requests/{request.id}"
    annas.open(path)
    brunos.open(path)
    annas.send(path + "/claim")
    brunos.send(path + "/claim")

    assert store.get(request.id).claimed_by == anna.id
    assert "A colleague was faster" in brunos.page
    assert "Anna Auer has held this request" in brunos.page
    assert "<textarea" not in brunos.page


def test_a_second_click_on_claim_is_no_reproach(annas: Browser, store: HandoffStore) -> None:
    request = a_request()
    store.save(request)
    path = f"/requests/{request.id}"
    annas.open(path)
    fields = annas.hidden(path + "/claim")
    annas.http.post(path + "/claim", data=fields)
    second = annas.http.post(path + "/claim", data=fields)

    assert second.status_code == 200
    assert "faster" not in second.text


def test_an_answer_to_a_colleagues_request_is_refused_and_given_back(
    annas: Browser, brunos: Browser, store: HandoffStore, rasa: StandInRasa
) -> None:
    mine, his = a_request(), a_request()
    store.save(mine)
    store.save(his)
    annas.claim(mine.id)
    brunos.claim(his.id)
    annas.open(f"/requests/{mine.id}")
    token = annas.hidden(f"/requests/{mine.id}/answer")
    response = annas.http.post(f"/requests/{his.id}/answer", data=token | {"text": f"Guten Tag {HOSTILE}"})

    assert response.status_code == 409
    assert "A colleague holds this request." in response.text
    assert "Guten Tag &lt;script&gt;" in response.text
    assert rasa.heard() == []


def test_an_answer_that_cannot_be_delivered_is_kept_marked_and_sent_again(
    annas: Browser, store: HandoffStore, rasa: StandInRasa
) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    rasa.status = 500
    annas.answer(request.id, "Guten Tag")

    assert "could not deliver the answer" in annas.page
    line = store.get(request.id).transcript[-1]
    assert line.undelivered
    assert "Not delivered" in annas.page
    assert "Guten Tag" in annas.page
    annas.open("/?list=mine")
    assert "answer not delivered" in annas.page

    rasa.status = 200
    rasa.calls.clear()
    annas.open(f"/requests/{request.id}")
    annas.send(f"/requests/{request.id}/answers/{line.id}/send-again")
    assert "Your answer has been delivered." in annas.page
    assert rasa.heard() == ["Guten Tag"]
    assert not store.get(request.id).transcript[-1].undelivered


def test_when_rasa_is_gone_the_adviser_is_told_and_nothing_is_lost(
    annas: Browser, store: HandoffStore, rasa: StandInRasa
) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    rasa.shutdown()
    rasa.server_close()
    annas.answer(request.id, "Guten Tag")

    assert "The assistant cannot be reached. Your answer is stored" in annas.page
    assert "as it is stored here" in annas.page
    assert "Die Maschinen stehen." in annas.page
    assert store.get(request.id).transcript[-1].undelivered
    annas.send(f"/requests/{request.id}/close")
    assert "so the request stays open" in annas.page
    assert store.get(request.id).state is State.CLAIMED


@pytest.mark.parametrize("broken", ["tracker", "tracker/events", "trigger_intent"])
def test_a_request_is_not_closed_before_the_assistant_speaks_again(
    annas: Browser, store: HandoffStore, rasa: StandInRasa, broken: str
) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    rasa.broken = broken
    annas.send(f"/requests/{request.id}/close")

    assert "so the request stays open" in annas.page
    assert store.get(request.id).state is State.CLAIMED
    rasa.broken = "nothing"
    annas.send(f"/requests/{request.id}/close")
    assert store.get(request.id).state is State.CLOSED


def test_a_second_click_on_close_is_no_error_and_says_nothing_again(
    annas: Browser, store: HandoffStore, rasa: StandInRasa
) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    fields = annas.hidden(f"/requests/{request.id}/close")
    for _ in range(2):
        assert annas.http.post(f"/requests/{request.id}/close", data=fields).status_code == 200

    assert [path for _, path, _, _ in rasa.calls].count(f"/conversations/{request.conversation_id}/trigger_intent") == 1


def test_when_the_database_fails_the_text_is_given_back_and_somebody_hears_of_it(
    annas: Browser, store: HandoffStore, caplog: pytest.LogCaptureFixture
) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    with store.engine.begin() as connection:
        connection.execute(text("DROP TABLE handoff_line"))
    response = annas.send(f"/requests/{request.id}/answer", text="Guten Tag, Frau Huber")

    assert response.status_code == 503
    assert "Guten Tag, Frau Huber" in response.text
    assert "/answer failed" in caplog.text


def test_a_form_that_is_sent_twice_speaks_once(annas: Browser, store: HandoffStore, rasa: StandInRasa) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    fields = annas.hidden(f"/requests/{request.id}/answer") | {"text": "Guten Tag"}
    for _ in range(2):
        annas.http.post(f"/requests/{request.id}/answer", data=fields)

    assert rasa.heard() == ["Guten Tag"]


@pytest.mark.parametrize(("text", "why"), [(" \n", "is empty"), ("x" * 4001, "too long")])
def test_an_answer_that_no_channel_carries_is_refused(
    annas: Browser, store: HandoffStore, rasa: StandInRasa, text: str, why: str
) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    response = annas.answer(request.id, text)

    assert response.status_code == 422
    assert why in response.text
    assert rasa.heard() == []


def test_a_form_of_a_megabyte_is_refused(annas: Browser) -> None:
    annas.open("/")
    assert annas.send("/sign-out", text="x" * 1_000_000).status_code == 413


@BOTH_DATABASES
def test_what_a_firm_writes_stays_text_on_every_page(annas: Browser, store: HandoffStore, rasa: StandInRasa) -> None:
    rasa.events = [{"event": "user", "text": HOSTILE, "timestamp": START.timestamp()}]
    request = a_request(
        language=HOSTILE,
        channel=HOSTILE,
        slots={"region": HOSTILE, "pain_points": [HOSTILE], "company": HOSTILE, HOSTILE: {HOSTILE: HOSTILE}},
        result={
            "hubs": [{"id": "x", "name": HOSTILE, "website": "javascript:alert(3)", "reasons": [HOSTILE]}],
            "programmes": [{"name": HOSTILE, "verdict": HOSTILE, "url": "data:text/html,x", "checked": HOSTILE}],
            "uncovered": [HOSTILE],
        },
        transcript=[Line(START - timedelta(hours=1), "user", HOSTILE)],
    )
    store.save(request)
    for path in ("/", f"/?language={HOSTILE}", f"/?list={HOSTILE}", f"/requests/{request.id}"):
        response = annas.open(path)
        assert response.status_code == 200
        assert "<script" not in response.text
        assert "<img" not in response.text
        assert "49" not in re.findall(r"\{\{.*?\}\}|\b49\b", response.text)
        assert not re.search(r'(href|src|action)="(javascript|data):', response.text)
    assert "&lt;script&gt;alert(1)" in annas.page


def test_the_words_of_the_firm_are_quoted_beside_the_facts(annas: Browser, store: HandoffStore) -> None:
    request = a_request(
        slots={"sector": ["C31"], "employees": 3, "told": {"sector": "Tischlerei", "employees": f"zu dritt {HOSTILE}"}}
    )
    store.save(request)
    annas.open(f"/requests/{request.id}")

    assert "Tischlerei</q>" in annas.page
    assert "zu dritt" in annas.page
    assert HOSTILE not in annas.page


def test_a_result_with_holes_shows_what_is_there(annas: Browser, store: HandoffStore) -> None:
    request = a_request(slots={}, result={"hubs": [{}], "programmes": [{"verdict": "unknown"}]}, transcript=[])
    store.save(request)
    response = annas.open(f"/requests/{request.id}")

    assert response.status_code == 200
    assert "not certain" in response.text
    assert "not told" in response.text


@BOTH_DATABASES
@pytest.mark.parametrize("path", ["/requests/nothing", f"/requests/{uuid4()}", "/requests/%00", "/nothing"])
def test_what_does_not_exist_is_said_so(annas: Browser, path: str) -> None:
    response = annas.open(path)

    assert response.status_code == 404
    assert "There is no such page or request." in response.text


@BOTH_DATABASES
def test_bytes_that_are_no_text_break_nothing(annas: Browser, store: HandoffStore) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    token = annas.hidden(f"/requests/{request.id}/answer")
    body = "&".join(f"{name}={value}" for name, value in token.items()) + "&text=%ff%ed%a0%80%00ok"
    headers = {"content-type": "application/x-www-form-urlencoded"}
    response = annas.http.post(f"/requests/{request.id}/answer", content=body, headers=headers)

    assert response.status_code < 500
    assert annas.open("/").status_code == 200


@BOTH_DATABASES
@pytest.mark.parametrize("email", ["\x00", "a\x00@hub.example", "x" * 5000])
def test_no_address_breaks_the_sign_in(stranger: Browser, email: str) -> None:
    stranger.open("/sign-in")
    assert stranger.send("/sign-in", email=email, password=PASSWORD).status_code == 401


def test_after_the_end_the_adviser_sees_what_was_kept_and_not_what_follows(
    annas: Browser, store: HandoffStore, rasa: StandInRasa, clock: Clock
) -> None:
    request = a_request()
    store.save(request)
    annas.claim(request.id)
    annas.send(f"/requests/{request.id}/close")
    rasa.events = [{"event": "user", "text": "private matter", "timestamp": clock().timestamp()}]
    rasa.calls.clear()
    annas.open(f"/requests/{request.id}")

    assert "private matter" not in annas.page
    assert "Die Maschinen stehen." in annas.page
    assert rasa.calls == []


def test_lines_carry_the_language_of_the_firm_and_the_page_that_of_the_adviser(
    annas: Browser, store: HandoffStore
) -> None:
    request = a_request(language="sl")
    store.save(request)
    annas.open(f"/requests/{request.id}?lang=fr")

    assert '<html lang="fr">' in annas.page
    assert '<p class="words" lang="sl" dir="auto">Die Maschinen stehen.' in annas.page


def test_the_language_follows_the_browser_until_somebody_chooses(stranger: Browser, anna: Adviser) -> None:
    assert '<html lang="it">' in stranger.open("/sign-in", **{"accept-language": "pt, it-IT;q=0.8, en;q=0.5"}).text
    assert '<html lang="en">' in stranger.open("/sign-in", **{"accept-language": "pt;q=x,,;;"}).text
    assert '<html lang="sl">' in stranger.open("/sign-in?lang=sl").text
    assert '<html lang="sl">' in stranger.sign_in(anna).text, "the choice outlives the sign-in"
    assert '<html lang="sl">' in stranger.open("/?lang=xx").text
