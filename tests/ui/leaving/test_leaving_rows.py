from dataclasses import replace
from datetime import timedelta

import pytest

from tests.ui.leaving.kit import ALL, BERLIN, LATER, LYING, NOW, SOON, TOKYO
from ui.leaving.leaving_rows import HOURS_ALONE, Heading, rows_of

pytestmark = pytest.mark.in_english


def said(rows):
    return [row.words if isinstance(row, Heading) else row.card.name for row in rows]


def test_what_has_gone_stands_before_now_and_the_rest_hour_by_hour_after_it():
    assert said(rows_of(ALL, NOW, BERLIN)) == [
        "Just before",
        "DE-0002",
        "DE-0001",
        "Now",
        "This hour",
        "DE-0003",
        "In 4 hours",
        "JP-0004",
        "DE-0005",
        "In 5 hours",
        "DE-0006",
    ]


def test_hours_are_those_of_the_reader():
    headings = [
        row for row in rows_of((TOKYO, LATER), NOW, "Asia/Tokyo") if isinstance(row, Heading)
    ]
    assert [one.detail for one in headings] == ["Mon 9 Nov, 17:40", "Mon 9 Nov, 21:00–22:00"]


def test_what_is_far_ahead_shares_a_heading_by_quarters_of_a_day():
    far = [replace(LATER, instant=NOW + timedelta(hours=hours)) for hours in range(48)]
    headings = [row for row in rows_of(far, NOW, BERLIN) if isinstance(row, Heading)]
    assert len(headings) <= HOURS_ALONE + 10
    whole = next(one for one in headings if one.detail.startswith("06:00"))
    assert (whole.words, whole.detail) == ("Tue 10 Nov", "06:00–12:00")


def test_the_line_of_now_is_there_when_nothing_has_gone_before_it():
    first, *_others = rows_of((SOON, LYING), NOW, BERLIN)
    assert first.is_now
