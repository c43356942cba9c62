"""The pages in a real browser: by keyboard alone, on a phone, without a script, open to everybody."""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from console_examples import RASA_TOKEN
from handoff_examples import PASSWORD, START, a_request
from playwright.sync_api import Browser, Page, sync_playwright
from stand_in_rasa import StandInRasa

from handoff.model import Adviser, Line, State
from handoff.store import HandoffStore

pytest_plugins = ["handoff_fixtures", "console_fixtures"]

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
HOSTILE = "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">"
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 20


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser of this machine."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        assert not os.environ.get("CI"), "in CI, a Chromium has to be there"
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def url(sqlite_url: str) -> str:
    """One kind of database is enough for looks."""
    return sqlite_url


@pytest.fixture
def page(chromium: Browser, console: str) -> Iterator[Page]:
    """A page on a phone that keeps to the console; whatever the browser complains about fails the test."""
    context = chromium.new_context(base_url=console, viewport={"width": 360, "height": 740}, locale="en-GB")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.extend([request.url] * (not request.url.startswith(console))))
    page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    yield page
    context.close()
    assert complaints == []


def sign_in(page: Page, adviser: Adviser) -> None:
    """Sign in by keyboard."""
    page.goto("/sign-in")
    page.focus("#email")
    page.keyboard.type(adviser.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    enter(page)


def enter(page: Page) -> None:
    """Press Enter and wait for the page to which it leads."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus is on the element with these words."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.innerText || document.activeElement.id || ''"):
            return
    raise AssertionError(f"the Tab key does not lead to {words!r}")


def test_a_whole_request_is_done_by_keyboard(page: Page, store: HandoffStore, anna: Adviser, rasa: StandInRasa) -> None:
    request = a_request()
    store.save(request)
    sign_in(page, anna)
    tab_to(page, "machine_downtime")
    enter(page)
    tab_to(page, "Take this request")
    enter(page)
    assert "You hold this request now." in page.inner_text("main")
    tab_to(page, "text")
    page.keyboard.type("Guten Tag")
    page.keyboard.press("Tab")
    enter(page)
    assert "Your answer has been delivered." in page.inner_text("main")
    tab_to(page, "Close the request")
    page.keyboard.press("Enter")
    tab_to(page, "Close now")
    enter(page)
    assert "The request is closed." in page.inner_text("main")

    assert rasa.heard() == ["Guten Tag"]
    assert store.get(request.id).state is State.CLOSED


def test_what_a_firm_writes_runs_nowhere_and_breaks_no_page(
    page: Page, store: HandoffStore, anna: Adviser, rasa: StandInRasa
) -> None:
    hostile = a_request(
        slots={"company": HOSTILE, "region": HOSTILE, "pain_points": [HOSTILE, LONG_WORD]},
        result={"hubs": [{"name": HOSTILE, "website": "javascript:document.title='broken'", "reasons": [HOSTILE]}]},
        transcript=[Line(START, "user", HOSTILE + LONG_WORD)],
    )
    store.save(hostile)
    sign_in(page, anna)
    for path in ("/", f"/requests/{hostile.id}"):
        page.goto(path)
        assert "Adviser console" in page.title()
        assert page.locator("main img, main script").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it fits on a phone"


def test_the_newest_line_is_in_sight_when_a_long_talk_opens(page: Page, store: HandoffStore, anna: Adviser) -> None:
    request = a_request(transcript=[Line(START, "user", f"Zeile {number}") for number in range(100)])
    store.save(request)
    sign_in(page, anna)
    page.goto(f"/requests/{request.id}")
    lines = page.locator(".lines").bounding_box()
    newest = page.get_by_text("Zeile 99").bounding_box()

    assert lines and newest
    assert lines["y"] < newest["y"] < lines["y"] + lines["height"]


@pytest.mark.parametrize("width", [360, 1366])
def test_no_page_shuts_anybody_out(
    page: Page, store: HandoffStore, anna: Adviser, rasa: StandInRasa, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    result = {
        "hubs": [{"name": "A", "website": "https://a.example", "covers": ["old_it"], "reasons": ["near"]}],
        "programmes": [{"name": f"P {verdict}", "verdict": verdict} for verdict in ("eligible", "not_yet", "too_late")],
        "uncovered": ["energy_costs"],
    }
    mine, waiting = a_request(result=result), a_request(result=result)
    store.save(mine)
    store.save(waiting)
    store.claim(mine.id, anna.id)
    store.answer(mine.id, anna.id, "Guten Tag")
    page.goto("/sign-in")
    assert problems(page) == []
    sign_in(page, anna)
    for path in ("/", "/?list=mine", f"/requests/{mine.id}", f"/requests/{waiting.id}"):
        page.goto(path)
        assert problems(page) == [], path


def problems(page: Page) -> list[str]:
    """Return what axe finds on the page; it is put there past the page's own rules, which allow no script."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def test_the_token_of_rasa_never_reaches_the_browser(page: Page, store: HandoffStore, anna: Adviser) -> None:
    request = a_request()
    store.save(request)
    sign_in(page, anna)
    page.goto(f"/requests/{request.id}")

    assert RASA_TOKEN not in page.content()
