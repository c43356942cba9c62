"""The calendar import: reads what calendars say, leaves the rest open, shows a diff first, keeps what editors wrote."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from catalogue_examples import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from alpine_catalogue.cli import app
from alpine_catalogue.errors import BadCalendar
from alpine_catalogue.examples.ical import Announced, LeftOut, read_calendar
from alpine_catalogue.files.lines import read_yaml

OPTIONS = ["--country", "IT", "--language", "it", "--organiser", "Example Chamber", "--on", "2026-11-22"]


def calendar(*entries: str) -> bytes:
    """A calendar with these entries, lines parted by newlines."""
    told = "".join(f"BEGIN:VEVENT\nUID:{number}\n{entry}\nEND:VEVENT\n" for number, entry in enumerate(entries))
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//EN\n{told}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def entry(days: str, title: str = "SUMMARY:Robots for joiners", *more: str) -> str:
    return "\n".join((title, days, *more))


def one(text: str) -> Any:
    (found,) = read_calendar(calendar(text))
    return found


# -- reading ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "starts", "ends"),
    [
        ("DTSTART;VALUE=DATE:20270301", "2027-03-01", "2027-03-01"),
        ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270302", "2027-03-01", "2027-03-01"),
        ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270304", "2027-03-01", "2027-03-03"),
        ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270301", "2027-03-01", "2027-03-01"),
        ("DTSTART;VALUE=DATE:20270301\nDURATION:P2D", "2027-03-01", "2027-03-02"),
        ("DTSTART:20270301T090000\nDTEND:20270301T170000", "2027-03-01", "2027-03-01"),
        ("DTSTART:20270301T090000\nDTEND:20270302T000000", "2027-03-01", "2027-03-01"),
        ("DTSTART:20270301T090000\nDURATION:PT30H", "2027-03-01", "2027-03-02"),
        ("DTSTART:20270301T230000Z\nDTEND:20270302T010000Z", "2027-03-02", "2027-03-02"),
        ("DTSTART:20270701T223000Z\nDTEND:20270701T233000Z", "2027-07-02", "2027-07-02"),
        ("DTSTART;TZID=America/New_York:20270301T200000\nDURATION:PT1H", "2027-03-02", "2027-03-02"),
    ],
)  # fmt: skip
def test_days_are_those_of_the_alpine_space_and_the_end_is_the_last_day(days: str, starts: str, ends: str) -> None:
    found = one(entry(days))
    assert (found.starts.isoformat(), found.ends.isoformat()) == (starts, ends)


def test_what_an_entry_does_not_say_stays_unknown() -> None:
    day = date(2027, 3, 1)
    expected = Announced("Robots for joiners", day, day, None, None, None, online=False)
    assert one(entry("DTSTART;VALUE=DATE:20270301")) == expected


def test_what_an_entry_says_is_read() -> None:
    found = one(entry(
        "DTSTART;VALUE=DATE:20270301", "SUMMARY;LANGUAGE=de-AT:Roboter\\, leicht\n  gemacht",
        "LOCATION:NOI Techpark\\, Bozen", "URL:https://events.example/1",
        "ORGANIZER;CN=A Person:mailto:a@person.example",
    ))  # fmt: skip
    assert (found.title, found.language) == ("Roboter, leicht gemacht", "de")
    assert (found.location, found.url, found.online) == ("NOI Techpark, Bozen", "https://events.example/1", False)
    assert "erson" not in repr(found), "no names of persons"


@pytest.mark.parametrize(
    ("more", "online"),
    [("LOCATION:https://meet.example/x", True), ("LOCATION:Online (Teams)", True), ("LOCATION:Webinar", True),
     ("CONFERENCE;VALUE=URI:https://meet.example/x", True), ("LOCATION:Bolzano", False),
     ("URL:https://x.example", False)],
)  # fmt: skip
def test_an_event_is_online_only_where_the_entry_says_so(more: str, online: bool) -> None:
    assert one(entry("DTSTART;VALUE=DATE:20270301", "SUMMARY:A", more)).online is online


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("DTSTART;VALUE=DATE:20270301", "no title"),
        ("SUMMARY:A", "no readable day"),
        ("SUMMARY:A\nDTSTART:yesterday", "no readable day"),
        ("SUMMARY:A\nDTSTART;VALUE=DATE:20270301\nSTATUS:CANCELLED", "cancelled"),
        ("SUMMARY:A\nDTSTART;VALUE=DATE:20270301\nRRULE:FREQ=WEEKLY", "repeats"),
        ("SUMMARY:A\nDTSTART;VALUE=DATE:20270305\nDTEND;VALUE=DATE:20270301", "before it starts"),
    ],
)
def test_an_entry_that_cannot_become_an_event_says_why(text: str, reason: str) -> None:
    found = one(text)
    assert isinstance(found, LeftOut)
    assert reason in found.reason


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"\xff\xfe", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"{}", b"BEGIN:VEVENT"]
)
def test_a_file_that_is_no_calendar_is_refused(content: bytes) -> None:
    with pytest.raises(BadCalendar):
        read_calendar(content)


@given(content=st.binary(max_size=200))
def test_no_bytes_bring_the_reader_down(content: bytes) -> None:
    with pytest.raises(BadCalendar):
        read_calendar(content)


# -- importing -------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the catalogue's files."""
    copy = tmp_path / "catalogue"
    shutil.copytree(CATALOGUE, copy, ignore=shutil.ignore_patterns("alpine_catalogue", "sources"))
    monkeypatch.setenv("CATALOGUE_FOLDER", str(copy))
    return copy


@pytest.fixture
def bring_in(root: Path, tmp_path: Path) -> Any:
    """Run the command on these entries; return what it printed."""

    def command(*entries: str, options: list[str] | None = None) -> str:
        (tmp_path / "fair.ics").write_bytes(calendar(*entries))
        words = ["import", "ical", str(tmp_path / "fair.ics"), *(OPTIONS if options is None else options)]
        done = CliRunner().invoke(app, words)
        assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
        return done.stdout + done.stderr

    return command


def files(root: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (root / "events").rglob("*.yml")}


FAIR = entry(
    "DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270303", "SUMMARY:Robotica: no panic", "LOCATION:NOI\\, Bozen"
)
ID = "it-robotica-no-panic-2027"


def test_a_dry_run_shows_the_files_and_writes_none(root: Path, bring_in: Any) -> None:
    before = files(root)
    told = bring_in(FAIR, options=[*OPTIONS, "--dry-run"])
    assert f"+id: {ID}" in told
    assert "1 files would be written" in told
    assert files(root) == before


def test_an_entry_becomes_a_file_that_the_check_accepts(root: Path, bring_in: Any) -> None:
    bring_in(FAIR)
    body = read_yaml(root / "events/it" / f"{ID}.yml")
    assert body == {
        "id": ID, "title": "Robotica: no panic", "languages": ["it"], "languages_basis": "inferred",
        "starts": date(2027, 3, 1), "ends": date(2027, 3, 2), "city": "Bolzano", "country": "IT", "region": "ITH1",
        "online": False, "pain_points": [], "technologies": ["robotics"], "organiser": "Example Chamber", "hub": None,
        "url": None, "source": "Calendar file fair.ics", "checked": date(2026, 11, 22), "confidence": "mixed",
    }  # fmt: skip
    assert "in order" in CliRunner().invoke(app, ["check"]).stdout


def test_the_same_calendar_again_changes_nothing(root: Path, bring_in: Any) -> None:
    bring_in(FAIR)
    before = files(root)
    assert f"Unchanged: {ID}" in bring_in(FAIR)
    assert files(root) == before


def test_a_moved_event_is_moved_and_what_the_editor_wrote_stays(root: Path, bring_in: Any) -> None:
    bring_in(FAIR)
    path = root / "events/it" / f"{ID}.yml"
    edited = path.read_text(encoding="utf-8").replace(
        "pain_points: []", "pain_points: [manual_production]  # seen in May"
    )
    path.write_text(edited, encoding="utf-8")
    told = bring_in(FAIR.replace("20270301", "20270308").replace("20270303", "20270309"))
    assert "-starts: 2027-03-01" in told
    assert "+starts: 2027-03-08" in told
    after = path.read_text(encoding="utf-8")
    assert "pain_points: [manual_production]  # seen in May" in after
    assert read_yaml(path)["ends"] == date(2027, 3, 8)
    changed = set(after.splitlines()) - set(edited.splitlines())
    assert changed == {"starts: 2027-03-08", "ends: 2027-03-08"}


def test_a_place_that_is_not_certain_is_left_open_and_noted_for_editors(root: Path, bring_in: Any) -> None:
    bring_in(FAIR.replace("NOI\\, Bozen", "Sala grande"))
    body = read_yaml(root / "events/it" / f"{ID}.yml")
    assert (body["city"], body["region"]) == (None, None)
    assert "Sala grande" in body["remark"]


def test_the_link_to_an_online_meeting_is_not_kept(root: Path, bring_in: Any) -> None:
    bring_in(FAIR.replace("NOI\\, Bozen", "https://meet.example/secret"))
    assert "secret" not in (root / "events/it" / f"{ID}.yml").read_text(encoding="utf-8")
    assert read_yaml(root / "events/it" / f"{ID}.yml")["online"] is True


def test_the_same_title_on_two_days_becomes_two_files(root: Path, bring_in: Any) -> None:
    bring_in(FAIR, FAIR.replace("202703", "202704"))
    assert {"it-robotica-no-panic-2027-03-01.yml", "it-robotica-no-panic-2027-04-01.yml"} <= set(files(root))


def test_past_and_repeating_entries_are_left_out_and_named(root: Path, bring_in: Any) -> None:
    before = files(root)
    told = bring_in(FAIR.replace("2027", "2025"), FAIR + "\nRRULE:FREQ=WEEKLY")
    assert "Left out: Robotica: no panic: it was over on 2025-03-02." in told
    assert "it repeats" in told
    assert files(root) == before


def test_without_any_language_nothing_is_guessed(root: Path, bring_in: Any) -> None:
    told = bring_in(FAIR, options=["--country", "IT", "--on", "2026-11-22"])
    assert "say it with --language" in told
    assert ID not in "".join(files(root))


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (["--country", "ES"], "Unknown country 'ES'"),
        (["--country", "IT", "--language", "es"], "Unknown language 'es'"),
        (["--country", "IT", "--hub", "nobody"], "Unknown hub 'nobody'"),
        (["--country", "IT", "--language", "it", "--on", "soon"], "'soon' is not a day"),
        (["--country", "IT", "--language", "it", "--on", "2026-11-22", "--pain", "rust"], "'rust' is not one of"),
    ],
)
def test_a_code_nobody_knows_is_refused_and_nothing_is_written(
    root: Path, bring_in: Any, options: list[str], part: str
) -> None:
    before = files(root)
    assert part in bring_in(FAIR, options=options)
    assert files(root) == before


def test_titles_that_yaml_would_take_for_something_else_stay_titles(root: Path, bring_in: Any) -> None:
    titles = ("yes", "off", "null", "2027-03-01", "1_000", "# hash", "'quoted'", "a: b", "- x", "{a}", "😀 šč", "! [z]")
    days = "DTSTART;VALUE=DATE:20270301"
    bring_in(*(entry(days, f"SUMMARY:{title}", f"URL:https://events.example/{at}") for at, title in enumerate(titles)))
    new = [read_yaml(path) for path in (root / "events").rglob("*.yml")]
    found = {body["url"]: body["title"] for body in new if "events.example" in (body["url"] or "")}
    assert set(found.values()) == set(titles)
    assert "in order" in CliRunner().invoke(app, ["check"]).stdout


def test_two_entries_that_would_be_one_file_are_not_written_over_each_other(root: Path, bring_in: Any) -> None:
    told = bring_in(FAIR, FAIR.replace("no panic", "No Panic!"))
    assert "another entry has this title and this day" in told
    assert "1 files were written" in told
