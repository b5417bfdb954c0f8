"""A chip of the filter: what is chosen of one facet, and the list behind it."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.commands.filter_words import Choice
from app.wording import _
from ui.finding.chip import Chip
from ui.theme import Space, Theme
from ui.widgets.check_list import CheckList

MANY = 9
"""From so many choices on the list can be narrowed by typing."""
LETTERS = 26
"""How wide the list is."""


class FacetButton(Chip):
    """Opens a list to tick; `asked` says that it wants its choices, `chosen` carries the keys."""

    asked = Signal()
    chosen = Signal(object)

    def __init__(self, name: str, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title, theme, parent)
        self.setObjectName(f"filter_{name}")
        self._title = title
        self._name = name
        self._popup: FacetPopup | None = None
        self.clicked.connect(self.asked)
        self.show_chosen("")

    @property
    def popup(self) -> "FacetPopup":
        """The list behind it; made when it is first asked for."""
        if self._popup is None:
            self._popup = FacetPopup(self._name, self._title, self)
            self._popup.chosen.connect(self.chosen)
        return self._popup

    def show_chosen(self, words: str) -> None:
        """Say what is chosen; no words mean that everything is wanted."""
        self._is_active = bool(words)
        self.setText(f"{self._title}: {words}" if words else self._title)
        tip = _("Show only posts of some kinds: {facet}").format(facet=self._title.lower())
        self.setToolTip(self.text() if words else tip)
        self.setAccessibleDescription(tip)
        self.set_theme(self._theme)
        self.updateGeometry()

    def open(
        self, choices: Iterable[Choice], checked: Collection[str], below: QWidget | None = None
    ) -> None:
        """Open the list below the chip, or below what stands in its place."""
        door = below or self
        place = QRect(door.mapToGlobal(door.rect().topLeft()), door.size())
        self.popup.open(choices, checked, place)


class FacetPopup(QFrame):
    """The list of one facet, over everything until a click elsewhere or Esc."""

    chosen = Signal(object)

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(f"filter_{name}_popup")
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.Box)
        self.narrow = QLineEdit()
        self.narrow.setObjectName(f"filter_{name}_narrow")
        self.narrow.setPlaceholderText(_("Type to narrow the list"))
        self.narrow.setAccessibleName(_("Type to narrow the list"))
        self.narrow.textChanged.connect(self._narrow)
        self.list = CheckList(most_rows=12)
        self.list.setObjectName(f"filter_{name}_list")
        self.list.setAccessibleName(title)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.choice_changed.connect(self._on_changed)
        self.all = QPushButton(_("Show all"))
        self.all.setObjectName(f"filter_{name}_all")
        self.all.setFlat(True)
        self.all.clicked.connect(lambda: self.list.set_all_checked(False))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.XS)
        column.setSpacing(Space.XS)
        for widget in (self.narrow, self.list, self.all):
            column.addWidget(widget)
        self.list.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)

    def open(self, choices: Iterable[Choice], checked: Collection[str], chip: QRect) -> None:
        """Show the choices below the place of a chip on the screen."""
        self.narrow.clear()
        self.list.set_choices(choices, checked)
        self.narrow.setVisible(self.list.count() >= MANY)
        self.list.setCurrentRow(0)
        self._tell()
        self.adjustSize()
        self.move(chip.bottomLeft())
        self.show()
        self.move(self._below(chip))  # how large it is is known now
        (self.list if self.narrow.isHidden() else self.narrow).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Return as on Esc: what is ticked counts already."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.narrow.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def _on_changed(self) -> None:
        self._tell()
        self.chosen.emit(frozenset(self.list.checked()))

    def _tell(self) -> None:
        has_any = bool(self.list.checked())
        self.all.setEnabled(has_any)
        self.all.setToolTip("" if has_any else _("Nothing is ticked: all are shown"))

    def _below(self, chip: QRect) -> QPoint:
        """Return where it begins with the chip, as far as the screen has room."""
        room = self.screen().availableGeometry()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = chip.right() + 1 - self.width() if is_mirrored else chip.left()
        rightmost = max(room.left(), room.right() + 1 - self.width())
        lowest = max(room.top(), room.bottom() + 1 - self.height())
        return QPoint(min(max(left, room.left()), rightmost), min(chip.bottom() + 2, lowest))
