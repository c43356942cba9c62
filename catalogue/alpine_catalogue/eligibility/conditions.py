"""The conditions of a programme, each answered on its own, even after the first refusal."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from alpine_catalogue.eligibility.answer import Answer, Reason, all_of, any_of, known
from alpine_catalogue.eligibility.facts import Facts, Interval
from alpine_catalogue.model import Programme
from alpine_catalogue.place import within

Rules = Mapping[str, Any]


def reasons(programme: Programme, facts: Facts) -> Iterator[Reason]:
    """Answer every condition that the programme sets about the firm itself."""
    yield _area(programme, facts)
    yield from _sectors(programme, facts)
    yield from _size(programme, facts)


def _area(programme: Programme, facts: Facts) -> Reason:
    areas = programme.rules["areas"]
    answer = known(within(facts.area, areas))
    finer = "province" if facts.region else "region" if facts.country else "country"
    return Reason("area", answer, areas, facts.area, programme.source, (finer,) if answer is Answer.UNKNOWN else ())


def _sectors(programme: Programme, facts: Facts) -> Iterator[Reason]:
    rules = programme.rules["sectors"]
    if not any(rules[key] for key in ("only", "except", "doubtful")):
        return
    answers = [_sector_fits(sector, rules) for sector in facts.sectors] or [None]
    answer = known(any_of(answers))
    asked = ("sector",) if answer is Answer.UNKNOWN and not facts.sectors else ()
    expected = {key: rules[key] for key in ("only", "except") if rules[key]}
    yield Reason("sector", answer, expected, list(facts.sectors), programme.source, asked)


def _sector_fits(sector: str, rules: Rules) -> bool | None:
    def named(key: str) -> bool:
        return sector in rules[key] or sector[0] in rules[key]

    if named("except"):
        return False
    if named("doubtful"):
        return None
    return named("only") if rules["only"] else True


def _size(programme: Programme, facts: Facts) -> Iterator[Reason]:
    size = programme.rules["size"]
    if size == "any":
        return
    if size == "unknown":
        yield Reason("size", Answer.UNKNOWN, None, facts.employees, programme.source)
        return
    parts = {"employees": _within_limits(facts.employees, size, "employees"), "money": _money(facts, size)}
    yield Reason(
        "size",
        known(all_of(parts.values())),
        dict(size),
        facts.employees,
        programme.source,
        tuple(_missing_size(facts, size)) if all_of(parts.values()) is None else (),
    )


def _money(facts: Facts, size: Rules) -> bool | None:
    if size["money"] == "none":
        return True
    answers = [
        _within_limits(facts.turnover, size, "turnover"),
        _within_limits(facts.balance, size, "balance"),
    ]
    return any_of(answers) if size["money"] == "any" else all_of(answers)


def _missing_size(facts: Facts, size: Rules) -> Iterator[str]:
    """Name the facts that are open; of the money none when one of the two is enough and known."""
    if _within_limits(facts.employees, size, "employees") is None:
        yield "employees"
    if _money(facts, size) is None:
        for name, interval in (("turnover", facts.turnover), ("balance", facts.balance)):
            if _within_limits(interval, size, name) is None:
                yield name


def _within_limits(interval: Interval | None, size: Rules, name: str) -> bool | None:
    """Compare an interval with the limits; a limit that is not set holds."""
    below, most, least = (size.get(f"{name}_{limit}") for limit in ("below", "at_most", "at_least"))
    if below is None and most is None and least is None:
        return True
    if interval is None:
        return None
    low, high = interval
    return all_of(
        [
            True if below is None else _compare(high < below, low >= below),
            True if most is None else _compare(high <= most, low > most),
            True if least is None else _compare(low >= least, high < least),
        ]
    )


def _compare(surely: bool, never: bool) -> bool | None:
    return True if surely else False if never else None


def window(programme: Programme, on: date, trusted_days: int) -> tuple[str, Reason]:
    """Tell if one can apply on that day: `open`, `not_yet`, `too_late` or `unknown`, with the reason.

    A status without dates is believed for `trusted_days` after the day it was seen.
    """
    states = [(_state(window, on, trusted_days), window) for window in programme.rules["windows"]]
    for wanted in ("open", "not_yet", "unknown", "too_late"):
        for state, found in states:
            if state == wanted:
                answer = {"open": Answer.HOLDS, "unknown": Answer.UNKNOWN}.get(state, Answer.FAILS)
                return state, Reason("window", answer, found, on.isoformat(), programme.source)
    return "unknown", Reason("window", Answer.UNKNOWN, None, on.isoformat(), programme.source)


def _state(window: Rules, on: date, trusted_days: int) -> str:
    opens, closes, seen = (_day(window.get(key)) for key in ("opens", "closes", "as_of"))
    if closes and on > closes:
        return "too_late"
    if window["status"] in ("closed", "budget_exhausted"):
        return "too_late"
    if opens and on < opens:
        return "not_yet"
    if window["status"] in ("open", "rolling") and seen and (on - seen).days <= trusted_days:
        return "open"
    return "unknown"


def _day(text: str | None) -> date | None:
    """Read a day; of a month or year alone the last day that it may mean is not claimed: its first is taken."""
    if not text:
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day)
