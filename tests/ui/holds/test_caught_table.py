from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.commands.views import Caught, Stage
from tests.builders.ui import MONDAY, card, on
from ui.holds.caught_table import CaughtTable

FIRST = Caught(card(1), "Germany", Stage.APPROVED, local=on(MONDAY, 9))
TRAY = Caught(card(2, local=None), "Germany", Stage.DRAFT)
GONE = Caught(card(3, is_cancelled=True), "France", Stage.ENDED, "Buffer", on(MONDAY, 10))
Role = Qt.ItemDataRole


WHEN, CHANNEL, POST, STAGE = 0, 2, 3, 4


@pytest.fixture
def table(qtbot):
    made = CaughtTable(clock=lambda: on(MONDAY, 8))
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_posts((FIRST, TRAY, GONE))
    made.show()
    qtbot.waitExposed(made)
    made.asked = []
    made.post_asked.connect(made.asked.append)
    return made


def row(table, number, role=Role.DisplayRole):
    model = table.model()
    return [model.index(number, column).data(role) for column in range(model.columnCount())]


@pytest.mark.parametrize("width", [640, 760, 900, 1100])
def test_the_stage_stays_in_view_and_the_words_of_posts_recede(table, qtbot, width):
    table.resize(width, 300)
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0 or width < 700)
    if width == 1100:
        whole = table.columnWidth(POST)
        table.resize(760, 300)
        assert table.columnWidth(POST) < whole


@pytest.mark.in_english
def test_a_row_says_when_where_and_how_far_it_had_come(table):
    assert row(table, 0) == [
        "Mon 2 Nov, 09:00",
        "Germany",
        "Fennel Germany",
        "DE-0001  Treat yourself with tender chicken",
        "Approved",
    ]
    assert row(table, 1)[WHEN] == "no date"
    assert row(table, 2)[STAGE] == "Cancelled"
    across = Qt.Orientation.Horizontal
    heads = [table.model().headerData(column, across) for column in range(5)]
    assert heads == ["Local time", "Market", "Channel", "Post", "Before the hold"]


@pytest.mark.in_english
def test_what_goes_out_in_another_year_says_in_which(table):
    table.show_posts((replace(FIRST, local=on(MONDAY.replace(year=2027), 9)),))
    assert row(table, 0)[WHEN] == "Tue, 2 Nov 2027, 09:00"


def test_what_is_cut_off_stands_in_the_tooltip(table):
    tips = row(table, 0, Role.ToolTipRole)
    assert "CET" in tips[WHEN]
    assert "Instagram" in tips[CHANNEL]
    assert FIRST.card.text in tips[POST]
    assert "no date" in row(table, 1, Role.ToolTipRole)[WHEN]


def test_a_click_or_enter_opens_a_post(table, qtbot):
    place = table.visualRect(table.model().index(1, POST)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.asked == [TRAY.card.id]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.asked == [TRAY.card.id, GONE.card.id]


def test_nothing_is_chosen_at_first_and_enter_opens_the_first(table, qtbot):
    assert table.selectionModel().selectedIndexes() == []
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.asked == [FIRST.card.id]


def test_who_reads_on_a_row_stays_there_when_the_posts_change(table):
    table.setCurrentIndex(table.model().index(2, 0))
    table.show_posts((replace(FIRST, market="Other"), TRAY))
    assert table.currentIndex().row() == 1
    table.show_posts(())
    assert not table.currentIndex().isValid()
