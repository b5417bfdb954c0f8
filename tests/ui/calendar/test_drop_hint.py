import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from app.domain.flag import Severity
from ui.calendar.drop_hint import DropHint
from ui.theme import DARK, LIGHT


@pytest.fixture
def ground(qtbot):
    made = QWidget()
    made.resize(1000, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def hint(ground):
    return DropHint(LIGHT, ground)


def say(hint: DropHint, cell: QRect, severity=Severity.STOP) -> None:
    hint.show_at(cell, "Move to Mon 9 Nov", "Pogrom anniversary", ["Synagogues burned."], severity)


@pytest.mark.parametrize("x", [0, 450, 880])
@pytest.mark.parametrize("y", [0, 250, 540])
def test_the_hint_never_covers_its_cell_and_stays_in_the_grid(hint, ground, x, y):
    cell = QRect(x, y, 120, 60)
    say(hint, cell)
    assert not hint.geometry().intersects(cell)
    assert ground.rect().contains(hint.geometry())


def test_it_says_what_and_why(hint):
    say(hint, QRect(0, 0, 120, 60))
    assert hint.text == "Move to Mon 9 Nov\nPogrom anniversary\nSynagogues burned."
    hint.hide()
    assert hint.text == ""


def test_it_lets_the_mouse_through(hint):
    assert hint.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@pytest.mark.left_to_right
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("severity", [None, Severity.NOTE, Severity.STOP])
def test_it_wears_the_colours_of_the_severity(hint, theme, severity):
    hint.set_theme(theme)
    say(hint, QRect(0, 0, 120, 60), severity)
    picture = hint.grab().toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(2, middle) == theme.severity(severity).stripe
    assert picture.pixelColor(picture.width() - 5, middle) == theme.severity(severity).background


def test_a_longer_reason_takes_more_room(hint):
    cell = QRect(0, 0, 120, 60)
    say(hint, cell)
    before = hint.height()
    hint.show_at(cell, "Move", "Pogrom anniversary", ["A long reason. " * 12], Severity.STOP)
    assert hint.height() > before
