from dataclasses import replace

import pytest

from app.commands.listing import Listed
from app.commands.views import Stage
from app.domain.flag import Severity
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MONDAY,
    THE_NINTH,
    approved,
    calendar,
    card,
    flag,
    handed_over,
    on,
    utc,
)
from ui.listing.columns import (
    Column,
    Names,
    column_name,
    flag_lines,
    order_of,
    spoken,
    words_of,
)

pytestmark = pytest.mark.in_english
NAMES = Names.of(calendar())
STOPPED = Listed(
    card(1, flags=(flag(), flag(Severity.NOTE, key="other")), media=2), ("Winter", "Sale"), "ruth"
)
BARE = Listed(card(2, FRANCE, local=on(MONDAY, 8), campaign="", editor=""))


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (Column.DAY, "Mon 9 Nov"),
        (Column.TIME, "13:00 CET"),
        (Column.MARKET, "Germany"),
        (Column.CHANNEL, "Fennel Germany"),
        (Column.NETWORK, "Instagram"),
        (Column.STAGE, "Waiting for review"),
        (Column.SEVERITY, "Stop +1"),
        (Column.NUMBER, "DE-0001"),
        (Column.CAMPAIGN, "autumn"),
        (Column.LANGUAGE, "German"),
        (Column.LABELS, "Winter, Sale"),
        (Column.REVIEWER, "Ruth Adler"),
        (Column.EDITOR, "Mia Weber"),
        (Column.PICTURES, "2 pictures"),
        (Column.EXPORT, ""),
    ],
)
def test_each_column_says_its_part(column, said):
    assert words_of(column, STOPPED, NAMES) == said


def test_what_a_post_has_not_is_left_empty():
    for column in (Column.SEVERITY, Column.LABELS, Column.REVIEWER, Column.EDITOR, Column.PICTURES):
        assert words_of(column, BARE, NAMES) == ""


def test_without_a_date_there_is_neither_day_nor_time():
    undated = Listed(card(3, local=None))
    assert [words_of(one, undated, NAMES) for one in (Column.DAY, Column.TIME)] == ["", ""]


def test_until_its_risks_are_known_a_post_says_so():
    unread = Listed(replace(STOPPED.card, is_assessed=False, flags=()))
    assert words_of(Column.SEVERITY, unread, NAMES) == "Checking"
    assert "Checking" in spoken(unread, NAMES)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (handed_over(card(1), utc(2026, 11, 9, 12)), "In Buffer, Mon 9 Nov, 13:00"),
        (
            replace(handed_over(card(1), utc(2026, 11, 9, 12)), hand_over_differs=True),
            "Still queued in Buffer, Mon 9 Nov 13:00",
        ),
        (card(1, stage=Stage.SENT), "Sent"),
        (approved(card(1)), ""),
    ],
)
def test_what_lies_at_a_scheduler_is_said(made, said):
    assert words_of(Column.EXPORT, Listed(made), NAMES) == said


def test_grave_posts_come_first_and_at_the_same_place_the_earlier_one():
    calm = Listed(card(4, JAPAN, local=on(THE_NINTH, 9)))
    rows = sorted([calm, BARE, STOPPED], key=lambda one: order_of(Column.SEVERITY, one, NAMES))
    assert rows == [STOPPED, BARE, calm]


@pytest.mark.parametrize("column", Column)
def test_every_column_has_a_name_and_an_order_of_its_own(column):
    assert column_name(column)
    places = [order_of(column, one, NAMES) for one in (STOPPED, BARE)]
    assert sorted(places)


def test_a_stage_is_sorted_by_how_far_it_has_come():
    draft, sent = (Listed(card(1, stage=stage)) for stage in (Stage.DRAFT, Stage.SENT))
    orders = [order_of(Column.STAGE, one, NAMES) for one in (draft, sent)]
    assert orders == sorted(orders)


def test_flags_are_told_line_by_line_and_a_post_whole():
    assert len(flag_lines(STOPPED.card).splitlines()) == 2
    assert spoken(STOPPED, NAMES).startswith("DE-0001, Mon 9 Nov, 13:00, Germany, Instagram, Stop")
    assert GERMANY.name in spoken(STOPPED, NAMES)
