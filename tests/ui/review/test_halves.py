import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.review.halves import SIDE_BY_SIDE_FROM, WIDEST, Halves


class Half(QWidget):
    """As wide and tall as a test wants it."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self.need(least)

    def need(self, least: int) -> None:
        self.setMinimumSize(least, 50)
        self.updateGeometry()

    def minimumSizeHint(self):
        return self.minimumSize()


@pytest.fixture
def both():
    return Half(200), Half(200)


@pytest.fixture
def halves(both, qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    made = Halves(*both)
    made.setParent(place)
    made.resize(WIDEST, 300)
    with qtbot.waitExposed(place):
        place.show()
    yield made
    place.close()


def are_beside(both):
    first, second = both
    return second.y() == first.y() and second.x() > first.geometry().right()


def are_stacked(both):
    first, second = both
    return second.x() == first.x() and second.y() > first.geometry().bottom()


def test_they_stand_side_by_side_where_there_is_room_for_both(halves, both, qtbot):
    assert are_beside(both)
    with qtbot.waitSignal(halves.turned) as told:
        halves.resize(SIDE_BY_SIDE_FROM - 1, 300)
    assert told.args == [False]
    assert are_stacked(both)


def test_a_half_with_wide_words_goes_below_the_other_rather_than_out_of_sight(halves, both, qtbot):
    both[1].need(1000)
    qtbot.waitUntil(lambda: are_stacked(both))
    both[1].need(300)
    qtbot.waitUntil(lambda: are_beside(both))


def test_they_widen_a_page_by_no_more_than_the_wider_half_needs(halves, both, qtbot):
    both[1].need(500)
    assert halves.minimumSizeHint().width() == 500


def test_in_a_narrow_view_they_come_below_one_another_though_both_are_wide(both, qtbot):
    area, halves = QScrollArea(), Halves(*both)
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(halves)
    area.resize(WIDEST, 300)
    area.show()
    for half in both:
        half.need(450)
    qtbot.waitUntil(lambda: are_beside(both))
    area.resize(900, 300)
    qtbot.waitUntil(lambda: are_stacked(both))
    assert area.horizontalScrollBar().maximum() == 0
