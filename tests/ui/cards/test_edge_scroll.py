import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.cards.edge_scroll import EdgeScroll, edges_at

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
NEAR = 3


@pytest.fixture(params=[LTR, RTL])
def area(request, qtbot):
    made = QScrollArea()
    made.setLayoutDirection(request.param)
    made.resize(400, 200)
    inner = QWidget()
    inner.resize(2000, 1000)
    made.setWidget(inner)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    for bar in (made.horizontalScrollBar(), made.verticalScrollBar()):
        bar.setValue(bar.maximum() // 2)
    return made


@pytest.fixture
def edges(area):
    made = EdgeScroll(area)
    yield made
    made.stop()


def where_reading_begins(area) -> QPoint:
    is_mirrored = area.layoutDirection() is RTL
    return QPoint(area.viewport().width() - NEAR if is_mirrored else NEAR, 90)


def where_reading_ends(area) -> QPoint:
    is_mirrored = area.layoutDirection() is RTL
    return QPoint(NEAR if is_mirrored else area.viewport().width() - NEAR, 90)


def test_an_edge_is_the_first_or_the_last_as_one_reads(area):
    assert edges_at(area, where_reading_begins(area)) == (-1, 0)
    assert edges_at(area, where_reading_ends(area)) == (1, 0)
    assert edges_at(area, QPoint(200, NEAR)) == (0, -1)
    assert edges_at(area, QPoint(200, area.viewport().height() - NEAR)) == (0, 1)
    assert edges_at(area, QPoint(200, 90)) == (0, 0)


def test_resting_at_the_last_edge_goes_on_to_the_end(area, edges, qtbot):
    bar, down = area.horizontalScrollBar(), area.verticalScrollBar().value()
    edges.follow(where_reading_ends(area))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert area.verticalScrollBar().value() == down


def test_resting_at_the_first_edge_goes_back_to_the_beginning(area, edges, qtbot):
    bar = area.horizontalScrollBar()
    edges.follow(where_reading_begins(area))
    qtbot.waitUntil(lambda: bar.value() == bar.minimum())


def test_resting_in_a_corner_goes_both_ways(area, edges, qtbot):
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    there = across.value(), down.value()
    edges.follow(QPoint(where_reading_ends(area).x(), NEAR))
    qtbot.waitUntil(lambda: across.value() > there[0] and down.value() < there[1])


def test_whoever_goes_on_or_leaves_scrolls_no_further(area, edges, qtbot):
    for halt in (lambda: edges.follow(QPoint(200, 90)), edges.stop):
        with qtbot.waitSignal(edges.scrolled):
            edges.follow(where_reading_ends(area))
        halt()
        with qtbot.assertNotEmitted(edges.scrolled, wait=120):
            pass


def test_small_movements_at_the_edge_do_not_slow_it_down(area, edges, qtbot):
    bar, steps = area.horizontalScrollBar(), []
    bar.valueChanged.connect(steps.append)
    place = where_reading_ends(area)
    edges.follow(place)
    qtbot.waitUntil(lambda: len(steps) == 1)
    edges.follow(place + QPoint(0, 5))
    qtbot.waitUntil(lambda: len(steps) == 3)
    assert steps[2] - steps[1] > steps[1] - steps[0]


def test_at_the_end_nothing_is_told_any_more(area, edges, qtbot):
    bar = area.horizontalScrollBar()
    bar.setValue(bar.maximum())
    edges.follow(where_reading_ends(area))
    with qtbot.assertNotEmitted(edges.scrolled, wait=120):
        pass
