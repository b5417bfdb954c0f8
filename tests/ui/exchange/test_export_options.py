from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QPushButton

from app.commands.views import PresetView
from tests.builders.ui import MARKETS, calendar
from ui.exchange.export_options import ExportOptions, source_name
from ui.widgets.check_list import CheckList

PRESETS = (
    PresetView("buffer", "Buffer", "A-", date(2026, 9, 29), timedelta(minutes=10)),
    PresetView("metricool", "Metricool", "C", date(2026, 10, 9), timedelta(minutes=1)),
)
FIRST, LAST = date(2026, 11, 2), date(2026, 11, 15)


@pytest.fixture
def options(qtbot):
    made = ExportOptions(calendar(), PRESETS, FIRST, LAST)
    qtbot.addWidget(made)
    made.show()
    return made


def day_field(options, name):
    return options.findChild(QDateEdit, name)


def facts(options):
    return options.findChild(QLabel, "preset_facts").text()


def test_the_period_in_view_and_all_markets_are_wished_for(options):
    wish = options.wish
    assert (wish.preset, wish.first, wish.last) == ("buffer", FIRST, LAST)
    assert wish.market_ids == {market.id for market in MARKETS}


def test_the_facts_of_a_format_say_their_date_their_source_and_the_lead(options):
    assert facts(options) == (
        "Known of the format as of 29 Sept 2026, from the scheduler's help pages as others read "
        "them (grade A−). Posts must leave at least 10 minutes before their time."
    )


def test_another_format_brings_its_own_facts(qtbot, options):
    with qtbot.waitSignal(options.changed):
        options.findChild(QComboBox, "preset").setCurrentIndex(1)
    assert "from public code (grade C)" in facts(options)
    assert "1 minute before" in facts(options)
    assert options.preset is PRESETS[1]


def test_a_first_day_after_the_last_takes_it_along(qtbot, options):
    with qtbot.waitSignal(options.changed):
        day_field(options, "first_day").setDate(QDate(2026, 11, 20))
    assert (options.wish.first, options.wish.last) == (date(2026, 11, 20), date(2026, 11, 20))


def test_a_last_day_before_the_first_takes_it_along(options):
    day_field(options, "last_day").setDate(QDate(2026, 10, 1))
    assert (options.wish.first, options.wish.last) == (date(2026, 10, 1), date(2026, 10, 1))


def test_none_and_all_tick_every_market_at_once(qtbot, options):
    qtbot.mouseClick(options.findChild(QPushButton, "no_market"), Qt.MouseButton.LeftButton)
    assert options.wish.market_ids == frozenset()
    with qtbot.waitSignal(options.changed):
        qtbot.mouseClick(options.findChild(QPushButton, "all_markets"), Qt.MouseButton.LeftButton)
    assert len(options.wish.market_ids) == len(MARKETS)


def test_single_markets_can_be_chosen(options):
    options.findChild(CheckList, "markets").set_checked({"jp"})
    assert options.wish.market_ids == {"jp"}


@pytest.mark.in_english
@pytest.mark.parametrize("grade", ["A", "A-", "B", "C", "D"])
def test_every_grade_says_where_the_facts_come_from(grade):
    assert source_name(grade).startswith("from ")
