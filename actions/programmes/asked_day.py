"""The day for which a message asks: "would we get it in March 2027?". Pure."""

from datetime import date

from actions.facts.days import DayReader
from alpine_catalogue.eligibility.values import day_interval


def asked_day(text: str, days: DayReader, today: date) -> date:
    """Return the first day that the message names and that is still to come; today where it names none.

    Of a month or a year it is the first day. Days that are past tell of the firm, not of an application.
    """
    firsts = [date.fromordinal(int(day_interval(day.told)[0])) for day in days.days_in(text)]
    return next((first for first in firsts if first > today), today)
