import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.cards.edge_sign import EdgeSign
from ui.theme import LIGHT


@pytest.fixture
def ground(qtbot):
    made = QWidget()
    made.resize(600, 300)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.in_english
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize(("step", "words"), [(1, "Later days"), (-1, "Earlier days")])
def test_it_says_which_days_come_at_the_edge_where_they_lie(ground, direction, step, words):
    ground.setLayoutDirection(direction)
    sign = EdgeSign(LIGHT, ground)
    sign.show_at_edge(step)
    assert words in [label.text() for label in sign.findChildren(QLabel)]
    is_right = (step > 0) is (direction is Qt.LayoutDirection.LeftToRight)
    assert (sign.geometry().center().x() > 300) is is_right
    assert ground.rect().contains(sign.geometry())
    assert sign.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
