"""What an adviser does on the console, in a real browser."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Adviser:
    """Somebody who may sign in to the console."""

    name: str
    email: str
    password: str


def sign_in(page: Page, address: str, adviser: Adviser) -> None:
    """Sign in and see the list of those who wait."""
    page.goto(f"{address}/sign-in")
    page.fill("#email", adviser.email)
    page.fill("#password", adviser.password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Waiting")).to_be_visible()


def claim_newest(page: Page, channel: str) -> None:
    """Open the request of this channel that came last and take it."""
    page.get_by_role("row").filter(has_text=channel).last.get_by_role("link").click()
    page.get_by_role("button", name="Take this request").click()
    expect(page.get_by_text("You hold this request now.")).to_be_visible()


def answer(page: Page, words: str) -> None:
    """Write to the firm and see that it arrived."""
    page.get_by_label("Your answer").fill(words)
    page.get_by_role("button", name="Send answer").click()
    expect(page.get_by_text("Your answer has been delivered.")).to_be_visible()


def close(page: Page) -> None:
    """Give the conversation back to the assistant."""
    page.get_by_text("Close the request").click()
    page.get_by_role("button", name="Close now").click()
    expect(page.get_by_text("The request is closed.")).to_be_visible()
