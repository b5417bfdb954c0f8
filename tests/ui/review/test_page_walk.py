from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QScrollArea, QStyle, QWidget

from ui.review import page_walk
from ui.review.decision_bar import DecisionBar
from ui.review.page_walk import PageWalk
from ui.theme import LIGHT


class Page(QWidget):
    """A page of 3,000 pixels on which nothing asks for an answer."""

    def __init__(self, width: int = 300) -> None:
        super().__init__()
        self.setFixedSize(width, 3000)
        signals = {name: SimpleNamespace(connect=print) for name in ("ticked_one", "wrote_one")}
        self.answers = SimpleNamespace(missing=(), **signals)

    def place_of(self, widget: QWidget, part: QRect) -> QRect:
        place = QRect(widget.mapTo(self, part.topLeft()), part.size())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


@pytest.fixture
def desk(qtbot):
    area, page, bar = QScrollArea(), Page(), DecisionBar(LIGHT)
    qtbot.addWidget(area)
    qtbot.addWidget(bar)
    area.resize(320, 500)
    area.setWidget(page)
    area.show()
    qtbot.waitExposed(area)
    walk = PageWalk(area, bar)
    walk.show_page(page, ())
    return SimpleNamespace(
        area=area, page=page, walk=walk, bar=area.verticalScrollBar(), qtbot=qtbot
    )


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def wide(desk, request):
    """A page three times as wide as the area."""
    page = Page(900)
    desk.area.setLayoutDirection(request.param)
    desk.area.setWidget(page)
    desk.walk.show_page(page, ())
    desk.qtbot.waitUntil(lambda: desk.area.horizontalScrollBar().maximum() > 500)
    return SimpleNamespace(**{**vars(desk), "page": page}, aside=desk.area.horizontalScrollBar())


def in_view(wide):
    """What of the page is on screen, as the page has it."""
    return wide.page.visibleRegion().boundingRect()


def mirrored(wide, part):
    return QStyle.visualRect(wide.page.layoutDirection(), wide.page.rect(), part)


def test_a_page_is_turned_and_turned_back(desk):
    desk.walk.show_more([(desk.page, QRect(0, 0, 300, 3000))])
    turned = desk.bar.value()
    assert 0 < turned < desk.area.viewport().height(), "no line is cut at the turn"
    desk.walk.turn_back()
    assert desk.bar.value() == 0


def test_no_page_is_turned_past_what_has_not_been_on_screen(desk):
    desk.walk.show_more([(desk.page, QRect(0, 60, 300, 900))])
    assert 0 < desk.bar.value() <= 60


def test_what_is_all_on_screen_turns_no_page(desk):
    desk.walk.show_more([(desk.page, QRect(0, 10, 300, 40))])
    assert desk.bar.value() == 0


def test_a_part_is_brought_to_the_top(desk):
    desk.walk.bring_into_view(desk.page, QRect(0, 1200, 300, 40))
    assert 1100 < desk.bar.value() <= 1200


def test_what_is_hidden_at_the_side_is_brought_into_view_before_the_page_is_turned(wide):
    part = mirrored(wide, QRect(0, 20, 900, 60))
    seen = QRegion(part).intersected(in_view(wide))
    for _press in range(4):
        wide.walk.show_more([(wide.page, QRegion(part).subtracted(seen).boundingRect())])
        seen = seen.united(QRegion(part).intersected(in_view(wide)))
    assert seen == QRegion(part)
    assert wide.bar.value() == 0


def test_what_is_left_at_the_beginning_is_come_back_to(wide):
    wide.aside.setValue(wide.aside.maximum())
    part = mirrored(wide, QRect(0, 20, 100, 60))
    for _press in range(4):
        wide.walk.show_more([(wide.page, part)])
    assert in_view(wide).contains(part)


def test_the_next_page_is_read_from_its_beginning(wide):
    wide.aside.setValue(wide.aside.maximum())
    wide.walk.show_more([(wide.page, mirrored(wide, QRect(0, 1200, 900, 60)))])
    assert wide.bar.value() > 0
    assert wide.aside.value() == 0


def test_all_of_a_wide_page_is_seen_by_turning_it(wide):
    whole = QRegion(wide.page.rect())
    seen = QRegion(in_view(wide))
    for _press in range(60):
        rest = whole.subtracted(seen)
        if rest.isEmpty():
            break
        wide.walk.show_more([(wide.page, rest.boundingRect())])
        seen = seen.united(in_view(wide))
    assert whole.subtracted(seen).isEmpty()


def test_a_part_is_brought_into_view_sideways_too(wide):
    part = mirrored(wide, QRect(700, 1200, 150, 40))
    wide.walk.bring_into_view(wide.page, part)
    assert in_view(wide).contains(part)


def test_a_second_press_is_hasty_only_when_it_comes_too_soon(desk, monkeypatch):
    monkeypatch.setattr(page_walk, "HASTE_MS", 60_000)
    assert not desk.walk.is_hasty()
    assert desk.walk.is_hasty()
    monkeypatch.setattr(page_walk, "HASTE_MS", 0)
    assert not desk.walk.is_hasty()
