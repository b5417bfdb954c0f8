from dataclasses import replace
from datetime import date

import pytest

from app.domain.flag import Severity
from tests.builders.month import NINTH, TENTH, knowledge
from tests.builders.ui import GERMANY, observance
from ui.calendar.month_painter import MOST_NAMES, date_number, day_lines, name_lines
from ui.calendar.name_painter import Name
from ui.theme import DARK, LIGHT


def colour_below(view, day):
    rect = view.visualRect(view.model().index_at(GERMANY.id, day))
    return view.viewport().grab().toImage().pixelColor(rect.left() + 2, rect.bottom() - 4)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_other_months_the_past_and_today_have_grounds_of_their_own(month, theme):
    month.set_theme(theme)
    assert colour_below(month, date(2026, 10, 28)) == theme.window
    assert colour_below(month, TENTH) == theme.today
    assert colour_below(month, NINTH) == theme.past
    assert colour_below(month, date(2026, 11, 11)) == theme.surface


def test_names_take_lines_of_their_own_and_the_last_line_holds_the_rest(month):
    before = month.verticalHeader().length()
    names = [f"Day {number}" for number in range(MOST_NAMES + 2)]
    month.model().show_days(knowledge(*names))
    lines = name_lines(month.model().observances(GERMANY.id, NINTH))
    assert [name.forms[0] for name in lines] == ["Day 0", "Day 1", "Day 2 · Day 3 · Day 4"]
    assert before == month.verticalHeader().length(), "the room is shared anew"
    assert month.viewport().grab().toImage() is not None


def test_the_gravest_weight_of_a_name_counts():
    light = replace(observance(), name="Day", severity=Severity.NOTE)
    grave = replace(observance(), name="Day", severity=Severity.STOP)
    assert name_lines([light, grave]) == [Name(("Day",), Severity.STOP)]


@pytest.mark.in_english
def test_the_first_of_a_month_says_which_month():
    assert date_number(date(2026, 12, 1)) == "1 Dec"
    assert date_number(date(2026, 12, 2)) == "2"


def test_a_time_without_anybody_on_duty_has_a_line_below_the_names(month):
    known = knowledge("Day")
    month.model().show_days(replace(known, gaps={(GERMANY.id, NINTH): "Nobody 18:00–20:00"}))
    lines = day_lines(month.model(), GERMANY.id, NINTH)
    assert [name.forms[0] for name in lines] == ["Day", "Nobody 18:00–20:00"]
    assert lines[-1].severity is None
    assert month.viewport().grab().toImage() is not None
