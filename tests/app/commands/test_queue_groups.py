"""The queue under headings that say why it stands in this order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.commands.queue_groups import (
    Order,
    asked_words,
    due_words,
    grouped,
    hindrance_words,
)
from app.commands.review_queue import Hindrance, Waiting, in_order
from app.domain.flag import Severity
from tests.builders.ui import FRANCE, GERMANY, RUTH, calendar, card, flag

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
CALENDAR = calendar()


def waiting(number, hours, severity=None, **facts):
    made = card(number, flags=(flag(severity),) if severity else ())
    due = None if hours is None else NOW + timedelta(hours=hours)
    return replace(Waiting(made, due, is_overdue=hours is not None and hours < 0), **facts)


LATE, TODAY, TOMORROW = waiting(1, -3), waiting(2, 3), waiting(3, 24, Severity.STOP)
SOON, LATER, UNDATED = waiting(4, 72, Severity.CAUTION), waiting(5, 24 * 30), waiting(6, None)
OWN = waiting(7, -9, Severity.STOP, hindrance=Hindrance.OWN)
QUEUE = in_order([OWN, UNDATED, LATER, SOON, TOMORROW, TODAY, LATE])


def shown(order, found=QUEUE):
    return [
        (group.title, [one.card.name[-1] for one in group.posts])
        for group in grouped(found, order, CALENDAR, NOW)
    ]


@pytest.mark.in_english
def test_by_default_the_headings_say_by_when():
    assert shown(Order.DUE) == [
        ("Overdue", ["1"]),
        ("Decide today", ["2"]),
        ("Decide tomorrow", ["3"]),
        ("Decide in the next 7 days", ["4"]),
        ("Decide later", ["5"]),
        ("No date yet", ["6"]),
        ("Not yours to decide now", ["7"]),
    ]


@pytest.mark.in_english
def test_by_risk_the_gravest_stand_first_and_each_heading_keeps_the_order_of_time():
    assert shown(Order.RISK) == [
        ("Stop", ["3"]),
        ("Caution", ["4"]),
        ("No flags", ["1", "2", "5", "6"]),
        ("Not yours to decide now", ["7"]),
    ]


@pytest.mark.in_english
def test_by_market_each_market_has_its_heading():
    french = waiting(8, 1)
    french = replace(french, card=card(8, FRANCE))
    assert shown(Order.MARKET, [TODAY, french]) == [
        (FRANCE.name, ["8"]),
        (GERMANY.name, ["2"]),
    ]


@pytest.mark.in_english
def test_overdue_is_said_in_words():
    assert due_words(LATE, NOW.year).startswith("Overdue since Mon 2 Nov")
    assert due_words(TODAY, NOW.year).startswith("Decide by Mon 2 Nov")
    assert due_words(UNDATED, NOW.year) == "No date yet"
    assert due_words(TODAY, NOW.year - 1).startswith("Decide by Mon, 2 Nov 2026")


@pytest.mark.in_english
def test_who_was_asked_is_named_and_whoever_sits_here_is_you():
    asked = replace(TODAY, assignee=RUTH.id)
    assert asked_words(TODAY, CALENDAR) == ""
    assert asked_words(asked, CALENDAR) == "Ruth Adler"
    assert asked_words(asked, CALENDAR, RUTH.id) == "you"


@pytest.mark.parametrize("hindrance", Hindrance)
def test_every_hindrance_has_its_words(hindrance):
    assert hindrance_words(hindrance)
