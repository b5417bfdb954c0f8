"""Input fields that keep what they were given until a person really changes it."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from app.wording import _
from ui.theme import Space, TextRole
from ui.widgets.day_field import DayField
from ui.widgets.labels import Label


class Line(QLineEdit):
    """One line of text; returns exactly what it was given while nobody has typed."""

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(hint)
        self._given = ""
        self._shown = ""

    @property
    def value(self) -> str:
        """The text."""
        return self._given if self.text() == self._shown else self.text()

    def give(self, value: str) -> None:
        """Show a text."""
        self._given = value
        if self.text() != value:
            self.setText(value)
        self._shown = self.text()
        self.setCursorPosition(0)


class WordsLine(QLineEdit):
    """Several words or phrases with commas between them."""

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(hint)
        self._given: tuple[str, ...] = ()
        self._shown = ""

    @property
    def value(self) -> tuple[str, ...]:
        """The words, without spaces around them."""
        if self.text() == self._shown:
            return self._given
        return tuple(word for word in map(str.strip, self.text().split(",")) if word)

    def give(self, value: tuple[str, ...]) -> None:
        """Show some words."""
        self._given = value
        shown = ", ".join(value)
        if self.text() != shown:
            self.setText(shown)
        self._shown = self.text()


class Choice(QComboBox):
    """One of several; the wheel never changes it, as it scrolls the panel."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @property
    def value(self) -> str:
        """The key of what is chosen."""
        return str(self.currentData() or "")

    def give(self, value: str) -> None:
        """Choose by key."""
        self.setCurrentIndex(self.findData(value))
        self.setToolTip(self.currentText())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these keys with their names."""
        self.blockSignals(True)
        self.clear()
        for key, name in choices:
            self.addItem(name, key)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DayInput(DayField):
    """A day, with a calendar to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("post_day")
        self.setAccessibleName(_("Day"))
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDateRange(QDate(2000, 1, 1), QDate(2199, 12, 31))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TimeInput(QTimeEdit):
    """A time of day to the minute."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("post_time")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # mirrored, 13:00 reads 00:13
        self.setAccessibleName(_("Time"))
        self.setDisplayFormat("HH:mm")
        self.setTime(QTime(10, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Field(QWidget):
    """A label above its input, with room for a hint below."""

    def __init__(self, label: str, editor: QWidget, hint: QWidget | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = Label(label, TextRole.SMALL, muted=True)
        title.setBuddy(editor)
        column.addWidget(title)
        column.addWidget(editor)
        if hint is not None:
            column.addSpacing(Space.XS // 2)
            column.addWidget(hint)
