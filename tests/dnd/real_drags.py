"""Drags by mouse and key through the window system; `test_real_drags` starts this file."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDeadlineTimer, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSplitter

from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    THE_NINTH,
    KeptCards,
    card,
    day_knowledge,
    flag,
    on,
)
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.cards.drag_paging import RestingDrag
from ui.cards.dragging import Drop
from ui.theme import LIGHT
from ui.tray.tray_panel import TrayPanel

pytestmark = pytest.mark.skipif(
    "QApplication.platformName() == 'offscreen'", reason="offscreen has no drags"
)

PATIENCE_MS = 10_000
NOW = datetime(2026, 11, 2, 6, tzinfo=UTC)
WEDNESDAY = MONDAY + timedelta(days=2)
FRIDAY = MONDAY + timedelta(days=4)
POST = card(1, GERMANY, local=on(WEDNESDAY))
OTHER = card(2, GERMANY, local=on(WEDNESDAY, 17))
FRENCH = card(3, FRANCE, local=on(WEDNESDAY))
UNDATED = card(4, JAPAN, local=None)


class Desk:
    """Grid and tray side by side, and what was asked of them."""

    def __init__(self, qtbot) -> None:
        source = KeptCards([POST, OTHER, FRENCH, UNDATED])
        self.model = CalendarModel(source, Period(MONDAY, 1))
        self.view = LanesView(
            self.model,
            LIGHT,
            lambda _post, market, day: (flag(),) if (market, day) == (GERMANY.id, FRIDAY) else (),
            today=MONDAY,
            now=lambda: NOW,
        )
        self.tray = TrayPanel(source, LIGHT)
        self.window = QSplitter()
        self.window.addWidget(self.tray)
        self.window.addWidget(self.view)
        self.window.setSizes([300, 2100])
        self.window.resize(2400, 800)  # `minimal` has letters as wide as high
        self.model.show_period(Period(MONDAY, 1), MARKETS)
        self.model.show_days(day_knowledge())
        self.tray.tray.refresh()
        self.drops: list[Drop] = []
        self.model.dropped.connect(self.drops.append)
        self.tray.tray.dropped.connect(self.drops.append)
        self.said: list[str] = []
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def at(self, widget, place: QPoint) -> QPoint:
        return widget.mapTo(self.window, place)

    def of_card(self, post) -> QPoint:
        rect = self.view.visualRect(self.model.index_of(post.id))
        return self.at(self.view.viewport(), QPoint(rect.center().x(), rect.bottom() - 12))

    def of_cell(self, market, day) -> QPoint:
        rect = self.view.visualRect(self.model.index_at(market.id, day))
        return self.at(self.view.viewport(), rect.center())

    def at_edge(self, *, is_last: bool) -> QPoint:
        """Return a place where later days lie, or earlier ones, as one reads."""
        ground = self.view.viewport()
        is_mirrored = self.view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        is_right = is_last is not is_mirrored
        return self.at(ground, QPoint(ground.width() - 7 if is_right else 6, 40))

    def of_tray_row(self, row: int) -> QPoint:
        view = self.tray.view
        return self.at(view.viewport(), view.visualRect(view.model().index(row, 0)).center())

    def of_tray(self) -> QPoint:
        view = self.tray.view
        return self.at(view.viewport(), view.viewport().rect().center())

    def drag(
        self, start: QPoint, end: QPoint, *, key=None, escape: bool = False, rests=lambda: True
    ) -> None:
        """Press, move, rest until something is so, and let go on the window handle."""
        handle = self.window.windowHandle()
        held = Qt.KeyboardModifier.ControlModifier if key else Qt.KeyboardModifier.NoModifier

        def finish() -> None:
            if key:
                QTest.keyPress(handle, key, held)
            QTest.mouseMove(handle, end - QPoint(4, 0))
            QTest.mouseMove(handle, end)
            QApplication.processEvents()
            patience = QDeadlineTimer(PATIENCE_MS)
            while not rests() and not patience.hasExpired():
                QTest.qWait(10)
            self.said.append(self.view.sight.hint.text)
            if escape:
                QTest.keyClick(handle, Qt.Key.Key_Escape)
                return
            QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, held, end)
            if key:
                QTest.keyRelease(handle, key)

        QTimer.singleShot(200, finish)
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 8):
            QTest.mouseMove(handle, start + QPoint(3 * step, 2 * step), 10)
        QTest.qWait(150)


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot)


def test_a_post_let_go_on_another_day_asks_for_the_move(desk):
    desk.drag(desk.of_card(POST), desk.of_cell(GERMANY, FRIDAY))
    assert desk.drops == [Drop((POST.id,), GERMANY.id, FRIDAY, is_copy=False)]


def test_ctrl_asks_for_a_copy(desk):
    desk.drag(desk.of_card(POST), desk.of_cell(GERMANY, FRIDAY), key=Qt.Key.Key_Control)
    assert desk.drops == [Drop((POST.id,), GERMANY.id, FRIDAY, is_copy=True)]


def test_escape_gives_the_drag_up(desk):
    desk.drag(desk.of_card(POST), desk.of_cell(GERMANY, FRIDAY), escape=True)
    assert desk.drops == []
    assert not desk.view.sight.is_active


def test_a_post_let_go_beside_the_grid_stays_where_it_is(desk):
    desk.drag(desk.of_card(POST), desk.at(desk.view, QPoint(5, 5)))
    assert desk.drops == []


def test_another_market_is_asked_for_as_such(desk):
    desk.drag(desk.of_card(POST), desk.of_cell(JAPAN, WEDNESDAY))
    assert desk.drops == [Drop((POST.id,), JAPAN.id, WEDNESDAY, is_copy=False)]


def test_all_selected_posts_travel_together(desk):
    for post in (POST, OTHER):
        desk.view.selectionModel().select(
            desk.model.index_of(post.id), desk.view.selectionModel().SelectionFlag.Select
        )
    desk.drag(desk.of_card(POST), desk.of_cell(GERMANY, FRIDAY))
    assert {post for drop in desk.drops for post in drop.post_ids} == {POST.id, OTHER.id}


def test_no_row_of_the_model_is_removed_by_a_move(desk):
    before = dict(desk.model.lanes.cards)
    desk.drag(desk.of_card(POST), desk.of_cell(GERMANY, FRIDAY))
    assert dict(desk.model.lanes.cards) == before


def test_the_hovered_cell_says_why_its_day_is_not_like_others(desk):
    desk.drag(desk.of_card(POST), desk.of_cell(GERMANY, FRIDAY))
    assert "Synagogues burned" in desk.said[-1]
    assert "Move to" in desk.said[-1]


def test_a_cell_of_another_market_says_that_a_version_is_made(desk):
    desk.drag(desk.of_card(POST), desk.of_cell(JAPAN, WEDNESDAY))
    assert "Make a version for Japan" in desk.said[-1]


def test_nothing_of_the_drag_is_left_on_the_grid(desk):
    desk.drag(desk.of_card(POST), desk.of_cell(GERMANY, FRIDAY))
    assert desk.view.sight.hint.isHidden()
    assert desk.view.sight.target is None
    assert not desk.view.sight.is_active


def test_a_post_dragged_into_the_tray_asks_to_lose_its_date(desk):
    desk.drag(desk.of_card(POST), desk.of_tray())
    assert desk.drops == [Drop((POST.id,), None, None)]


def test_a_post_dragged_out_of_the_tray_asks_for_its_day(desk):
    desk.drag(desk.of_tray_row(0), desk.of_cell(JAPAN, FRIDAY))
    assert desk.drops == [Drop((UNDATED.id,), JAPAN.id, FRIDAY, is_copy=False)]


def test_the_ninth_is_named_before_the_drop(desk):
    desk.model.show_period(Period(THE_NINTH, 1), MARKETS)
    desk.drag(desk.of_tray_row(0), desk.of_cell(GERMANY, THE_NINTH))
    assert "Pogrom anniversary" in desk.said[-1]


@pytest.fixture
def paging(desk):
    """Grid and tray where a drag that rests at an edge pages at once, and keeps paging."""
    pages = []

    def page(step: int) -> None:
        pages.append(step)
        there = desk.model.period.next() if step > 0 else desk.model.period.previous()
        desk.model.show_period(there, MARKETS)
        desk.view.drag.aim_again()
        if len(pages) == 2:
            desk.view.drag.pager.set_dwell(60_000)

    desk.view.drag.pager.set_dwell(20)
    desk.view.drag.pager.paged.connect(page)
    return pages


def test_a_drag_that_rests_at_the_edge_pages_on_and_is_let_go_in_another_period(desk, paging):
    edge = desk.at_edge(is_last=True)
    desk.drag(desk.of_card(POST), edge, rests=lambda: len(paging) == 2)
    assert paging == [1, 1]
    (drop,) = desk.drops
    assert drop.post_ids == (POST.id,)
    assert drop.day == MONDAY + timedelta(days=20), "the last day of the week after next"
    assert "Move to Sun 22 Nov" in desk.said[-1]


def test_a_drag_that_rests_at_the_other_edge_pages_back(desk, paging):
    edge = desk.at_edge(is_last=False)
    desk.drag(desk.of_card(POST), edge, rests=lambda: len(paging) == 2, escape=True)
    assert paging == [-1, -1]
    assert desk.drops == []
    assert not desk.view.drag.pager.is_about_to_turn


def test_a_button_under_a_drag_that_rests_is_pressed_and_takes_no_posts(desk):
    button = QPushButton("Later", desk.view)
    resting = RestingDrag(button)
    resting.set_dwell(20)
    pressed = []
    button.clicked.connect(lambda: pressed.append(len(pressed)))
    button.setGeometry(1200, 600, 200, 40)
    button.show()
    button.raise_()
    desk.drag(
        desk.of_card(POST), desk.at(desk.view, QPoint(1300, 620)), rests=lambda: len(pressed) >= 2
    )
    assert desk.drops == []
    assert len(pressed) >= 2
