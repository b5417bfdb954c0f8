from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.days.days_dialog import DaysDialog


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
    dialog = DaysDialog(page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.aim(date(2027, 11, 9))
    dialog.turn_to(2028)
    dialog.set_theme("dark")
    dialog.set_calendar("calendar")
    if closes == "button":
        dialog.findChild(QPushButton, "close").click()
    else:
        dialog.reject()
    assert page.told == [date(2027, 11, 9), 2028, "dark", "calendar", "left"]
    assert not dialog.isVisible()
