"""Names of days in the room that a cell has for them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from app.commands.views import DayKnowledge
from app.days.solemn import SOLEMN_DAYS, read_solemn_days
from app.domain.flag import Severity
from tests.builders.ui import GERMANY, MARKETS, MONDAY, KeptCards, day_knowledge, observance
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.name_painter import ABSENT, BEFORE, BEHIND, MOST_LINES, Name, NameRoom, name_in
from ui.calendar.period import Period
from ui.cards.card_layout import CardLayout, Density
from ui.cards.kept_texts import KeptTexts

WHOLE, SHORT = "Anniversary of the November pogroms", "November pogroms"


@pytest.fixture
def layout(qapp):
    return CardLayout.of(Density.NORMAL, QFont("DejaVu Sans", 9), Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def model(qapp):
    made = CalendarModel(KeptCards([]), Period(MONDAY, 2))
    made.show_period(Period(MONDAY, 2), MARKETS)
    return made


def shown(layout, width):
    return [line.text() for line in NameRoom(layout).lines((WHOLE, SHORT), width, MOST_LINES)]


def test_a_name_is_whole_else_short_else_on_two_lines_else_cut_between_words(layout):
    width = KeptTexts(layout.small).width
    assert shown(layout, width(WHOLE)) == [WHOLE]
    assert shown(layout, width(WHOLE) - 4) == [SHORT]
    assert shown(layout, width(SHORT) - 4) == ["November", "pogroms"]
    assert len(shown(layout, width("Novem"))) == 1


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Remem\u00adbrance", ["Remem-", "brance"]),
        ("Remem\u00adbrance Day", ["Remem-", "brance Day"]),
        ("Crans-Montana", ["Crans-", "Montana"]),
    ],
)
def test_a_long_word_is_divided_where_it_may_be_before_it_is_cut(layout, name, lines):
    room, width = NameRoom(layout), max(map(KeptTexts(layout.small).width, lines))
    assert [line.text() for line in room.lines((name,), width, MOST_LINES)] == lines
    whole = room.lines((name,), 4 * width, MOST_LINES)
    assert [line.text() for line in whole] == [name.replace("\u00ad", "")]


def test_every_day_that_comes_with_the_program_is_told_whole_in_two_weeks(layout):
    room = NameRoom(layout)
    width = layout.column_width - 1 - BEFORE - BEHIND - layout.icon - 2
    for day in read_solemn_days(SOLEMN_DAYS).entries:
        forms = (day.name, day.short or day.name)
        lines = room.lines(forms, width, MOST_LINES)
        assert not lines[-1].text().endswith("…"), day.id


def test_a_strip_is_as_high_as_its_longest_name_needs(layout, model):
    width = KeptTexts(layout.small).width(SHORT) + 40
    room, row = NameRoom(layout), model.index_at(GERMANY.id, MONDAY).row()
    assert room.strip_height(model, row, width) == 0
    named = observance(MONDAY, name=WHOLE, short=SHORT)
    model.show_days(day_knowledge({(GERMANY, MONDAY): (named,)}))
    assert room.strip_height(model, row, width) == layout.strip_height
    assert room.strip_height(model, row, width - 40) == layout.strip_height + layout.line


@pytest.mark.in_english
def test_only_a_grave_day_has_a_ground_and_a_time_without_anybody_its_sign(model):
    quiet = observance(MONDAY, Severity.NOTE, name="Market day")
    grave = observance(MONDAY, name="Pogroms")
    cell = (GERMANY.id, MONDAY)
    assert name_in(model, *cell) is None
    model.show_days(DayKnowledge({cell: (quiet,)}, gaps={cell: "Nobody 18:00–20:00"}))
    forms = ("Market day · Nobody 18:00–20:00", "Market day +1")
    assert name_in(model, *cell) == Name(forms, sign=ABSENT)
    model.show_days(DayKnowledge({cell: (grave, quiet)}))
    assert name_in(model, *cell) == Name(("Pogroms · Market day", "Pogroms +1"), Severity.STOP)
