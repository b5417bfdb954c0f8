"""Seven buttons for the days of a week."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.commands.dates import day_name, weekend
from app.wording import _
from ui.theme import Space

A_MONDAY = date(2026, 11, 9)
"""Any Monday lends the weekdays their names."""


class WeekdaysField(QWidget):
    """Weekdays of which any number is chosen; `edited` tells of each click."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = tuple(_weekday_button(weekday) for weekday in range(7))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for button in self._days:
            button.clicked.connect(lambda _checked: self.edited.emit())
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusProxy(self._days[0])

    @property
    def weekdays(self) -> frozenset[int]:
        """What is chosen; Monday is 0."""
        return frozenset(day for day, button in enumerate(self._days) if button.isChecked())

    def set_weekdays(self, weekdays: frozenset[int]) -> None:
        """Choose weekdays; this is no edit of a person."""
        for day, button in enumerate(self._days):
            button.setChecked(day in weekdays)

    def set_country(self, country: str) -> None:
        """Say which days are the weekend there."""
        for day, button in enumerate(self._days):
            name = day_name(A_MONDAY + timedelta(days=day), "weekday")
            is_free = day in weekend(country)
            button.setToolTip(_("{day} (weekend)").format(day=name) if is_free else name)


def _weekday_button(weekday: int) -> QToolButton:
    day = A_MONDAY + timedelta(days=weekday)
    name = day_name(day, "weekday")
    button = QToolButton()
    button.setObjectName(f"weekday_{weekday}")
    button.setText(day_name(day, "brief"))
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setCheckable(True)
    button.setChecked(True)
    button.setMinimumSize(Space.XL + Space.S, Space.XL + Space.XS)
    return button
