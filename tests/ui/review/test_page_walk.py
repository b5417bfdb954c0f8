from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.review import page_walk
from ui.review.decision_bar import DecisionBar
from ui.review.page_walk import PageWalk
from ui.theme import LIGHT


class Page(QWidget):
    """A page of 3,000 pixels on which nothing asks for an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(300, 3000)
        signals = {name: SimpleNamespace(connect=print) for name in ("ticked_one", "wrote_one")}
        self.answers = SimpleNamespace(missing=(), **signals)

    def height_of(self, widget: QWidget, place: QPoint) -> int:
        return widget.mapTo(self, place).y()


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
    return SimpleNamespace(area=area, page=page, walk=walk, bar=area.verticalScrollBar())


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


def test_a_second_press_is_hasty_only_when_it_comes_too_soon(desk, monkeypatch):
    monkeypatch.setattr(page_walk, "HASTE_MS", 60_000)
    assert not desk.walk.is_hasty()
    assert desk.walk.is_hasty()
    monkeypatch.setattr(page_walk, "HASTE_MS", 0)
    assert not desk.walk.is_hasty()
