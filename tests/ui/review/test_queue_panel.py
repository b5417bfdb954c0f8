from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

from app.commands.review_queue import Waiting, Whose
from app.domain.flag import Severity
from app.domain.person import NOBODY
from app.domain.post import PostId
from tests.builders import ui_b
from ui.review.queue_list import QueueList
from ui.review.queue_panel import QueuePanel, now_utc
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
NOW = datetime(2027, 11, 1, 12, tzinfo=UTC)


def waiting(number, days, *flags):
    post = replace(ui_b.a_post(), id=PostId(f"p{number}"), number=number)
    due = NOW + timedelta(days=days)
    return Waiting(ui_b.a_view(post, flags).card, due, is_overdue=days < 0)


@pytest.fixture
def panel(qtbot):
    made = QueuePanel(ui_b.calendar(), LIGHT, clock=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(288, 500)
    made.show()
    made.set_posts([waiting(1, -1), waiting(2, 3, ui_b.a_flag(Severity.STOP))], NOBODY)
    return made


def click(panel, name, qtbot):
    qtbot.mouseClick(panel.findChild(QToolButton, name), LEFT)


def test_it_begins_with_mine_in_the_order_of_decisions(panel):
    assert panel.whose is Whose.MINE
    assert panel.ids == ("p1", "p2")


def test_another_part_is_asked_for_and_shown_as_chosen(panel, qtbot):
    with qtbot.waitSignal(panel.whose_chosen):
        click(panel, "queue_overdue_button", qtbot)
    assert panel.whose is Whose.OVERDUE
    panel.show_whose(Whose.ALL)
    assert panel.findChild(QToolButton, "queue_all_button").isChecked()


def test_another_order_is_taken_at_once(panel, qtbot):
    order = panel.findChild(QComboBox, "queue_order")
    with qtbot.waitSignal(panel.ordered):
        qtbot.keyClick(order, Qt.Key.Key_Down)
    assert panel.ids == ("p2", "p1")


@pytest.mark.in_english
def test_an_empty_part_says_so_with_the_way_to_the_others(panel):
    said = panel.findChild(QLabel, "queue_nothing")
    assert not said.isVisible()
    for whose, words in (
        (Whose.MINE, "“All” shows"),
        (Whose.ALL, "Nothing waits"),
        (Whose.OVERDUE, "Nothing is overdue"),
    ):
        panel.show_whose(whose)
        panel.set_posts([], NOBODY)
        assert words in said.text()
    assert said.isVisible()
    assert not panel.findChild(QueueList).isVisible()


def test_what_a_hold_had_caught_has_no_parts(panel):
    panel.show_limited(True)
    assert not panel.findChild(QToolButton, "queue_all_button").isVisible()


def test_it_passes_on_what_the_list_tells(panel, qtbot):
    panel.set_theme(DARK)
    panel.set_calendar(ui_b.calendar())
    panel.set_current(PostId("p1"))
    queue = panel.findChild(QueueList)
    queue.setFocus()
    assert panel.has_focus == queue.hasFocus()
    with qtbot.waitSignal(panel.post_chosen) as chosen:
        qtbot.keyClick(queue, Qt.Key.Key_Down)
    assert chosen.args == ["p2"]


def test_its_own_clock_is_aware():
    assert now_utc().tzinfo is UTC
