"""Whether all is saved, what saving will do, and the button for it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.commands.dates import clock
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label


class SaveBar(QWidget):
    """Says “Unsaved changes” and what saving ends.

    `save_wanted` asks to save, `discard_wanted` to put back what is saved.
    """

    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("save_bar")
        self._theme = theme
        self._state = Label(role=TextRole.STRONG)
        self._state.setObjectName("save_state")
        self._effect = Label(role=TextRole.SMALL, wraps=True)
        self._effect.setObjectName("save_effect")
        self.save = make_primary(QPushButton(_("Save")))
        self.save.setObjectName("save_post")
        self.save.clicked.connect(self.save_wanted)
        self.discard = QPushButton(_("Discard"))
        self.discard.setObjectName("discard_changes")
        self.discard.setToolTip(_("Put back what is saved"))
        self.discard.clicked.connect(self.discard_wanted)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._state, 1)
        row.addWidget(self.discard)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._effect)
        column.addLayout(row)
        self.set_clean("")

    @property
    def state(self) -> str:
        """What it says about what is saved."""
        return self._state.text()

    @property
    def effect(self) -> str:
        """What it says that saving will do."""
        return self._effect.text()

    def set_dirty(self, effect: str) -> None:
        """Say that something is not saved yet, and what saving will do."""
        self._state.setText(_("Unsaved changes"))
        self._show(effect, is_dirty=True)

    def set_clean(self, state: str) -> None:
        """Say that all is saved."""
        self._state.setText(state)
        self._show("", is_dirty=False)

    def set_saving(self) -> None:
        """Say that it is being saved."""
        self._state.setText(_("Saving…"))
        self.save.setEnabled(False)
        self.discard.setEnabled(False)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.setPen(self._theme.border)
        painter.drawLine(0, 0, self.width(), 0)

    def _show(self, effect: str, *, is_dirty: bool) -> None:
        self._effect.setText(effect)
        self._effect.setVisible(bool(effect))
        self.save.setEnabled(is_dirty)
        self.save.setToolTip(_("Save (Ctrl+S)") if is_dirty else _("There is nothing to save."))
        self.discard.setVisible(is_dirty)
        self.discard.setEnabled(is_dirty)


def saved_at(moment: datetime) -> str:
    """Return `Saved 10:42`."""
    return _("Saved {time}").format(time=clock(moment))
