import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from tests.builders.ui import card
from ui.cards.drag_paging import EdgePager, RestingDrag
from ui.cards.dragging import mime_of
from ui.theme import DARK, LIGHT

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def area(qtbot):
    made = QScrollArea()
    made.resize(400, 200)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def pager(area):
    made = EdgePager(area, LIGHT)
    made.set_dwell(5)
    yield made
    made.stop()


def sign(area) -> QWidget:
    return area.viewport().findChild(QWidget, "edge_sign")


def at_end(area) -> QPoint:
    """Return a place at the edge where later days lie."""
    is_mirrored = area.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return QPoint(3 if is_mirrored else area.viewport().width() - 3, 50)


def at_start(area) -> QPoint:
    is_mirrored = area.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return QPoint(area.viewport().width() - 3 if is_mirrored else 3, 50)


def test_whoever_rests_at_an_edge_pages_on_and_on(area, pager, qtbot):
    steps = []
    pager.paged.connect(steps.append)
    pager.follow(at_end(area))
    assert sign(area).isVisible()
    qtbot.waitUntil(lambda: len(steps) >= 2)
    assert set(steps) == {1}


def test_the_other_edge_leads_back(area, pager, qtbot):
    with qtbot.waitSignal(pager.paged) as told:
        pager.follow(at_start(area))
    assert told.args == [-1]


def test_whoever_goes_on_turns_no_page(area, pager):
    pager.follow(at_end(area))
    pager.follow(QPoint(200, 50))
    assert not pager.is_about_to_turn
    assert not sign(area).isVisible()


def test_small_movements_at_the_edge_do_not_begin_the_rest_anew(area, pager, qtbot):
    pager.set_dwell(40)
    with qtbot.waitSignal(pager.paged):
        pager.follow(at_end(area))
        pager.follow(at_end(area) + QPoint(1, 4))


def test_where_the_view_can_still_scroll_no_page_is_turned(area, pager):
    inner = QWidget()
    inner.resize(2000, 100)
    area.setWidget(inner)
    QApplication.processEvents()
    bar = area.horizontalScrollBar()
    bar.setValue(bar.minimum())
    pager.follow(at_end(area))
    assert not pager.is_about_to_turn
    bar.setValue(bar.maximum())
    assert pager.is_about_to_turn, "it was scrolled to its end under the drag"
    pager.stop()
    bar.setValue(bar.minimum())
    assert not pager.is_about_to_turn, "nothing is dragged any more"


@pytest.fixture
def button(qtbot):
    made = QPushButton("Later")
    qtbot.addWidget(made)
    made.show()
    return made


def enter(button, data: QMimeData) -> None:
    QApplication.sendEvent(button, QDragEnterEvent(QPoint(5, 5), MOVE, data, LEFT, NONE))


def test_a_drag_of_posts_that_rests_presses_a_button_until_it_leaves(button, qtbot):
    resting = RestingDrag(button)
    resting.set_dwell(5)
    data = mime_of([card(1)])
    with qtbot.waitSignal(button.clicked):
        enter(button, data)
    with qtbot.waitSignal(button.clicked):
        pass
    QApplication.sendEvent(button, QDragLeaveEvent())
    with qtbot.assertNotEmitted(button.clicked, wait=20):
        pass


def test_a_drag_of_something_else_presses_nothing(button, qtbot):
    RestingDrag(button).set_dwell(5)
    data = QMimeData()
    data.setText("DE-0142")
    enter(button, data)
    with qtbot.assertNotEmitted(button.clicked, wait=20):
        pass


def test_what_opens_something_is_pressed_once_and_takes_no_drop(button, qtbot):
    RestingDrag(button).set_dwell(5)
    button.setCheckable(True)
    data = mime_of([card(1)])
    with qtbot.waitSignal(button.clicked):
        enter(button, data)
    assert button.isChecked()
    with qtbot.assertNotEmitted(button.clicked, wait=20):
        pass
    drop = QDropEvent(QPointF(5, 5), MOVE, data, LEFT, NONE)
    QApplication.sendEvent(button, drop)
    assert not drop.isAccepted()


def test_its_sign_takes_other_colours(area, pager):
    pager.follow(at_end(area))
    before = sign(area).grab().toImage()
    pager.set_theme(DARK)
    assert sign(area).grab().toImage() != before
