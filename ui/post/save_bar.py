"""Whether all is saved, and the button for it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.commands.dates import clock
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label


class SaveBar(QWidget):
    """Says “Unsaved changes”, and when they were kept as a draft.

    `save_wanted` asks to save, `discard_wanted` to put back what is saved; `keys_left` tells that
    the button with the keyboard is about to be shut.
    """

    save_wanted = Signal()
    discard_wanted = Signal()
    keys_left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("save_bar")
        self._theme = theme
        self._state = Label(role=TextRole.STRONG)
        self._state.setObjectName("save_state")
        self.save = make_primary(QPushButton(_("Save")))
        self.save.setObjectName("save_post")
        self.save.clicked.connect(self.save_wanted)
        self.discard = QPushButton(_("Discard"))
        self.discard.setObjectName("discard_changes")
        self.discard.setToolTip(_("Put back what is saved"))
        self.discard.clicked.connect(self.discard_wanted)
        for button in (self.save, self.discard):  # a click leaves the keyboard where one types:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # once shut they would pass it on
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._state, 1)
        row.addWidget(self.discard)
        row.addWidget(self.save)
        self.set_clean("")

    @property
    def state(self) -> str:
        """What it says about what is saved."""
        return self._state.text()

    def set_dirty(self, kept_at: datetime | None = None) -> None:
        """Say that something is not saved yet, and when it was kept against a crash."""
        if kept_at is None:
            self._state.setText(_("Unsaved changes"))
            self._state.setToolTip("")
        else:
            self._state.setText(_("Unsaved · kept {time}").format(time=clock(kept_at)))
            self._state.setToolTip(_("Kept as your draft; nobody else sees it until you save."))
        self._show(is_dirty=True)

    def set_not_kept(self, why: str) -> None:
        """Say that what is not saved yet could not even be kept."""
        if self.discard.isEnabled():
            self._state.setText(_("Unsaved · not kept"))
            self._state.setToolTip(why)

    def set_clean(self, state: str) -> None:
        """Say that all is saved."""
        self._state.setText(state)
        self._state.setToolTip("")
        self._show(is_dirty=False)

    def set_saving(self) -> None:
        """Say that it is being saved."""
        self._state.setText(_("Saving…"))
        self._give_keys_back()
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

    def _give_keys_back(self) -> None:
        if self.save.hasFocus() or self.discard.hasFocus():
            self.keys_left.emit()

    def _show(self, *, is_dirty: bool) -> None:
        if not is_dirty:
            self._give_keys_back()
        self.save.setEnabled(is_dirty)
        self.save.setToolTip(_("Save (Ctrl+S)") if is_dirty else _("There is nothing to save."))
        self.discard.setVisible(is_dirty)
        self.discard.setEnabled(is_dirty)


def saved_at(moment: datetime) -> str:
    """Return `Saved 10:42`."""
    return _("Saved {time}").format(time=clock(moment))
