"""The date of a team's own day, as people write it."""

from dataclasses import replace
from datetime import date

from app.days import rule_words
from app.days.team_days import WrittenDay, rule_of, without_span
from app.errors import InvalidInputError
from app.exchange.calendar_days import day_in
from app.exchange.cells import UnreadableError
from app.exchange.day_order import guess_order
from app.wording import _

_ANY_DAY = date(2024, 1, 1)
"""A day and its month are read alike whenever one reads them."""


def rule_meant(written: str) -> str:
    """Return the rule for what a person has written; InvalidInputError where it is none.

    A rule stays as it is; `3 March` is that day of every year, `3 March 2027` that day alone, and
    `last Monday of May` is what it says.
    """
    try:
        rule_of(written)
    except InvalidInputError as problem:
        parts = WrittenDay.of(written)
        when, span = without_span(parts.when)
        found = rule_words.meant(when) or _rule_of_date(when, problem)
        rule = replace(parts, when=f"{found}{span}").line
        rule_of(rule)
        return rule
    return written.strip()


def _rule_of_date(text: str, problem: InvalidInputError) -> str:
    order = guess_order([text], otherwise=True)
    if not order.is_proven:
        raise InvalidInputError(
            _("“{day}” can be read in two ways: write its month as a word.").format(day=text)
        )
    try:
        found = day_in(text, day_first=order.day_first, today=_ANY_DAY)
    except UnreadableError:
        raise problem from None
    if found.day is None or found.clock is not None or found.contradicts_weekday:
        raise problem
    return f"fixed {found.day:%m-%d}" if found.is_year_guessed else found.day.isoformat()
