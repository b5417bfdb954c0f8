import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.theme import DARK, LIGHT
from ui.widgets.folding_section import FoldingSection


@pytest.fixture
def section(qtbot):
    made = FoldingSection("More", "section_more", LIGHT)
    made.add(QLabel("inside"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def inside(section):
    return next(one for one in section.findChildren(QLabel) if one.text() == "inside")


def test_a_click_unfolds_and_another_folds(section, qtbot):
    with qtbot.waitSignal(section.unfolded) as told:
        qtbot.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    assert inside(section).isVisible()
    qtbot.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert not inside(section).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_it_unfolds_by_key(section, qtbot, key):
    section.head.setFocus()
    qtbot.keyClick(section.head, key)
    assert section.is_unfolded


@pytest.mark.in_english
def test_a_screen_reader_hears_whether_it_is_folded(section):
    assert section.head.accessibleName() == "More, folded"
    section.set_unfolded(True)
    assert section.head.accessibleName() == "More, unfolded"


def test_while_folded_it_says_what_is_in_there_to_eyes_and_ears(section):
    section.set_summary("tags, campaign")
    section.set_theme(DARK)
    assert any(label.text() == "tags, campaign" for label in section.findChildren(QLabel))
    assert section.head.accessibleDescription() == "tags, campaign"


def test_the_arrow_points_to_the_text_in_either_direction(section):
    def arrow():
        section.set_theme(LIGHT)
        return section.head.icon().pixmap(16, 16).toImage()

    section.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    rightwards = arrow()
    section.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert arrow() != rightwards
