import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.commands.leaving import Fate
from tests.ui.leaving.kit import ALL
from ui.leaving.fate_bar import FateBar
from ui.theme import DARK, LIGHT


@pytest.fixture
def bar(qtbot):
    made = FateBar(LIGHT)
    qtbot.addWidget(made)
    made.count(ALL)
    made.resize(600, 40)
    made.show()
    return made


def button(bar, name: str) -> QToolButton:
    return bar.findChild(QToolButton, f"fate_{name}")


@pytest.mark.in_english
def test_each_fate_that_a_post_has_is_counted(bar):
    assert button(bar, "all").text() == "All  6"
    assert button(bar, "held").text() == "On hold  1"
    assert button(bar, "held").accessibleName() == "On hold, 1 post"
    assert not button(bar, "queued").isVisible()


def test_one_fate_is_looked_at_until_all_are_again(bar, qtbot):
    assert bar.fate is None
    with qtbot.waitSignal(bar.chosen):
        qtbot.mouseClick(button(bar, "recall"), Qt.MouseButton.LeftButton)
    assert bar.fate is Fate.RECALL
    bar.count(())
    assert button(bar, "recall").isVisible(), "what is chosen can be left again"
    qtbot.mouseClick(button(bar, "all"), Qt.MouseButton.LeftButton)
    assert bar.fate is None


def test_it_takes_other_colours(bar):
    before = bar.grab().toImage()
    bar.set_theme(DARK)
    assert bar.grab().toImage() != before


@pytest.mark.in_english
def test_in_a_narrow_view_signs_and_counts_stand_in_a_line_or_two(bar):
    high = bar.layout().heightForWidth(199)
    bar.resize(199, 40)
    assert button(bar, "all").text() == "All  6"
    assert button(bar, "held").text() == "1"
    assert button(bar, "held").toolTip() == "On hold · 1 post"
    assert bar.layout().heightForWidth(199) < high
    assert bar.minimumSizeHint().width() < 120
    bar.resize(600, 40)
    assert button(bar, "held").text() == "On hold  1"
