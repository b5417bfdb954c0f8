import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ui import theme as themes
from ui.finding.chip import Chip
from ui.theme import DARK, LIGHT


@pytest.fixture
def chip(qtbot):
    made = Chip("Severity: Stop", LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def painted(chip):
    return chip.grab().toImage()


def test_it_is_as_wide_as_its_words(chip):
    width = chip.sizeHint().width()
    assert width == chip.width_of("Severity: Stop")
    chip.setText("Severity")
    assert chip.sizeHint().width() == chip.width_of("Severity") < width


def test_words_without_room_are_cut_before_the_arrow(chip):
    chip.resize(chip.sizeHint().width() - 30, chip.height())
    cut = painted(chip)
    chip.setText("Severity: Stop and caution and note")
    assert painted(chip) == cut, "what is cut off is nowhere to be seen"


def test_a_menu_adds_no_second_arrow(chip):
    alone = painted(chip)
    chip.setMenu(QMenu(chip))
    assert painted(chip) == alone


def test_it_shows_the_focus_and_takes_other_colours(chip, qtbot, qapp):
    themes.apply(qapp, LIGHT)
    chip.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as after Tab
    chip.clearFocus()
    alone = painted(chip)
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chip.hasFocus)
    assert painted(chip) != alone
    chip.set_theme(DARK)
    assert not chip.is_active
    assert chip.palette().button().color() == DARK.surface
