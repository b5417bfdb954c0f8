from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.domain.change import ChangeSet
from tests.ui.direct import DirectOperations
from ui.days.days_dialog import DaysDialog
from ui.theme import DARK, LIGHT


class APage(QWidget):
    def __init__(self):
        super().__init__()
        self.told = []

    def may_leave(self):
        self.told.append("left")
        return True

    def aim(self, day):
        self.told.append(day)

    def turn_to(self, year):
        self.told.append(year)

    def set_theme(self, theme):
        self.told.append(theme)

    def set_calendar(self, calendar):
        self.told.append(calendar)


@pytest.mark.parametrize("closes", ["button", "escape"])
def test_it_passes_all_on_to_its_page_and_lets_it_go(qtbot, closes):
    page = APage()
    dialog = DaysDialog(page, DirectOperations(None), LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.aim(date(2027, 11, 9))
    dialog.turn_to(2028)
    dialog.set_theme(DARK)
    dialog.set_calendar("calendar")
    if closes == "button":
        dialog.findChild(QPushButton, "close").click()
    else:
        dialog.reject()
    assert page.told == [date(2027, 11, 9), 2028, DARK, "calendar", "left"]
    assert not dialog.isVisible()


@pytest.mark.in_english
def test_it_tells_what_was_done_to_the_days(qtbot):
    dialog = DaysDialog(APage(), DirectOperations(None), LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.tell(ChangeSet.of_setting("Retire The fire", "Retired The fire"))
    assert dialog.findChild(QLabel, "toast_words").text() == "Retired The fire"


def test_over_a_small_window_it_is_small(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    dialog = DaysDialog(APage(), DirectOperations(None), LIGHT, window)
    assert dialog.width() < 600
    assert dialog.height() < 400
