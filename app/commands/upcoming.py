"""On which dates a rule falls next, in words."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache

from app.commands.dates import span_name
from app.days import rule_words
from app.days.rules import dates_in
from app.days.team_days import WrittenDay, rule_of, without_span
from app.exchange import day_rules

SHOWN = 3
YEARS_AHEAD = 5


def rule_meant(written: str) -> str:
    """Return the rule for a date as people write it; InvalidInputError where it is none."""
    return day_rules.rule_meant(written)


def parts_of(rule: str) -> WrittenDay:
    """Return a rule in parts: when it is in words, whether it has an eve, and its quiet minutes."""
    parts = WrittenDay.of(rule)
    when, span = without_span(parts.when)
    return replace(parts, when=f"{rule_words.said(when)}{span}")


def line_of(when: str, moments: str, *, has_eve: bool) -> str:
    """Return the parts of a day as one line."""
    return WrittenDay(when.strip(), has_eve, moments.strip()).line


def next_dates(rule: str, today: date | None = None) -> tuple[str, ...]:
    """Return the next three dates of a rule, as people read them; InvalidInputError if it is none.

    A date that has passed is shown where there is no other.
    """
    days = _next_days(rule, today or datetime.now(UTC).date())
    return tuple(span_name(day, day) for day in days)


def next_day(rule: str, today: date) -> date | None:
    """Return the next date of a rule, else one that has passed; nothing where it has none."""
    return next(iter(_next_days(rule, today)), None)


@lru_cache(maxsize=64)
def _next_days(text: str, today: date) -> tuple[date, ...]:
    rule, _days = rule_of(text)
    to_come = (
        day
        for year in range(today.year, today.year + YEARS_AHEAD)
        for day in dates_in(rule, year)
        if day >= today
    )
    found = [day for day, _number in zip(to_come, range(SHOWN), strict=False)]
    at_all = found or [
        day for year in range(1900, today.year + 200) for day in dates_in(rule, year)
    ]
    return tuple(at_all[:SHOWN])
