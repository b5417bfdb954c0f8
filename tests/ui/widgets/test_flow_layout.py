import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def box(qtbot):
    made = QWidget()
    layout = FlowLayout(made, spacing=10)
    for number in range(4):
        button = QPushButton(str(number))
        button.setFixedSize(100, 30)
        layout.addWidget(button)
    qtbot.addWidget(made)
    made.show()
    return made


def places(box):
    return [box.layout().itemAt(index).geometry().topLeft().toTuple() for index in range(4)]


@pytest.mark.left_to_right
def test_what_does_not_fit_goes_on_in_the_next_row(box):
    box.resize(330, 200)
    assert places(box) == [(0, 0), (110, 0), (220, 0), (0, 40)]


def test_the_height_follows_from_the_width(box):
    assert box.layout().heightForWidth(430) == 30
    assert box.layout().heightForWidth(210) == 70
    assert box.layout().heightForWidth(50) == 150


def test_right_to_left_starts_at_the_right(box):
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.resize(300, 200)
    box.layout().setGeometry(QRect(0, 0, 300, 200))
    assert places(box) == [(200, 0), (90, 0), (200, 40), (90, 40)]


@pytest.mark.left_to_right
def test_what_is_taken_out_leaves_no_gap(box):
    box.resize(430, 200)
    taken = box.layout().takeAt(0)
    taken.widget().hide()
    box.layout().setGeometry(box.rect())
    assert box.layout().itemAt(0).geometry().left() == 0
    assert box.layout().count() == 3
    assert box.layout().takeAt(9) is None
