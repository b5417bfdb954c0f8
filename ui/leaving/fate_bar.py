"""How many posts share each fate, and the choice to look at only those."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from app.commands.leaving import Fate, Leaving
from app.wording import _, ngettext
from ui.leaving.leaving_words import ICONS, fate_name
from ui.theme import Space, Theme
from ui.widgets import icons
from ui.widgets.flow_layout import FlowLayout

ICON_SIZE = 16
NARROW_BELOW = 320
"""Pixels of width below which signs and counts stand without words."""


class FateBar(QWidget):
    """One button for all posts and one per fate that any has; `chosen` tells of another choice."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fate_bar")
        self.setAccessibleName(_("What becomes of them"))
        self._theme = theme
        self._buttons: dict[Fate | None, QToolButton] = {}
        self._counts: Counter[Fate | None] = Counter()
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS + 1)
        row = FlowLayout(spacing=Space.XS)
        column.addLayout(row)
        for fate in (None, *Fate):
            button = self._buttons[fate] = self._made(fate)
            self._group.addButton(button)
            row.addWidget(button)
        self._buttons[None].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())
        self.count(())
        self.set_theme(theme)

    @property
    def fate(self) -> Fate | None:
        """The fate that is looked at; nothing for all of them."""
        return next(fate for fate, button in self._buttons.items() if button.isChecked())

    def count(self, entries: Iterable[Leaving]) -> None:
        """Say how many posts share each fate; a chosen one stays in sight at none."""
        self._counts = Counter(one.fate for one in entries)
        self._counts[None] = self._counts.total()
        for fate, button in self._buttons.items():
            count = self._counts[fate]
            name = _("All") if fate is None else fate_name(fate)
            said = ngettext("{count} post", "{count} posts", count).format(count=f"{count:,}")
            button.setAccessibleName(f"{name}, {said}")
            button.setToolTip(f"{name} · {said}")
            button.setVisible(fate is None or bool(count) or button.isChecked())
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        """Write names and counts on the buttons, or the counts alone beside their signs."""
        is_narrow = self.width() < NARROW_BELOW
        for fate, button in self._buttons.items():
            name = _("All") if fate is None else fate_name(fate)
            is_sign = is_narrow and fate is not None
            count = f"{self._counts[fate]:,}"
            button.setText(count if is_sign else f"{name}  {count}")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for fate, button in self._buttons.items():
            if fate is not None:
                button.setIcon(icons.icon(ICONS[fate], theme.text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.border)

    def _made(self, fate: Fate | None) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"fate_{fate or 'all'}")
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        if fate is not None:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setMinimumHeight(Space.XL + Space.XS)
        return button
