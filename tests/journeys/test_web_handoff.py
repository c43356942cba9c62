"""A firm in its browser and an adviser in another: the page, the result, the person, and back to the assistant."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, expect
from sentences import GERMAN
from the_desk import Adviser, answer, claim_newest, close, sign_in
from whole_stack import WholeStack

from deploy.settings import ROOT

PHONE = {"width": 480, "height": 900}
DESK = {"width": 1280, "height": 900}
PATIENCE_MS = 30_000
SILENCE_MS = 2_500
PICTURES = ROOT / "docs" / "pictures"
FROM_BOT = ".message.from-bot"
TO_THE_TOP = "said => said.parentElement.scrollTop = said.offsetTop - said.parentElement.offsetTop - 8"


@contextmanager
def page_of(chromium: Browser, size: dict[str, int], locale: str) -> Iterator[Page]:
    """A page in a browser of its own; what the browser complains about fails the journey."""
    context = chromium.new_context(viewport=size, locale=locale)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def say(page: Page, text: str) -> None:
    """Type a message and send it."""
    page.get_by_role("textbox").fill(text)
    page.keyboard.press("Enter")


def picture(page: Page, name: str) -> None:
    """Renew a picture of the README, on demand only: each run would change its bytes."""
    if os.environ.get("UPDATE_PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / name)


def from_bot(page: Page, words: str | re.Pattern[str]) -> Locator:
    """Return what the assistant said with these words in it."""
    return page.locator(FROM_BOT).filter(has_text=words)


def test_a_firm_gets_hubs_then_a_person_then_the_assistant_again(
    chromium: Browser, stack: WholeStack, adviser: Adviser
) -> None:
    expect.set_options(timeout=PATIENCE_MS)
    with page_of(chromium, PHONE, "de-DE") as firm, page_of(chromium, DESK, "en-GB") as desk:
        firm.goto(f"{stack.settings.rasa_url}/webhooks/web/")
        say(firm, GERMAN.sentence)
        hub = from_bot(firm, "DIS-HUB")
        expect(hub).to_be_visible()
        expect(hub.get_by_role("link").first).to_have_attribute("href", re.compile("^https?://"))
        expect(from_bot(firm, "Quelle:").last).to_be_visible()
        person = firm.get_by_role("button", name="Mit einem Menschen sprechen")
        expect(person).to_be_enabled()
        firm.locator(".message.from-you").evaluate(TO_THE_TOP)
        picture(firm, "conversation.png")

        person.click()
        firm.get_by_role("button", name="Ja", exact=True).click()
        expect(from_bot(firm, "bis dahin schweige ich")).to_be_visible()
        assert_silent(firm, "Hallo? Ist da jemand?")

        sign_in(desk, stack.settings.console_url, adviser)
        claim_newest(desk, "Website")
        expect(desk.get_by_text("Hallo? Ist da jemand?")).to_be_visible()
        answer(desk, "Guten Tag, ich rufe Sie morgen an.")
        picture(desk, "console.png")
        arrived = firm.locator(".message.from-adviser")
        expect(arrived).to_contain_text("Guten Tag, ich rufe Sie morgen an.")
        expect(arrived).to_contain_text(adviser.name)
        assert_silent(firm, "Danke, morgen passt gut")

        close(desk)
        expect(from_bot(firm, "wieder mit dem digitalen Assistenten")).to_be_visible()
        say(firm, "Was kostet das?")
        expect(from_bot(firm, "Dieser Dienst kostet nichts")).to_be_visible()


def assert_silent(page: Page, text: str) -> None:
    """Say something and see that the bot says nothing."""
    before = page.locator(FROM_BOT).count()
    say(page, text)
    expect(page.locator(".message.from-you").last).to_contain_text(text)
    page.wait_for_timeout(SILENCE_MS)
    assert page.locator(FROM_BOT).count() == before
