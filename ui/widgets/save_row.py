"""The row below a form: discard what was changed, or save it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.wording import _
from ui.theme import Space
from ui.widgets.house_style import make_primary


class SaveRow(QWidget):
    """Discard and Save, which say why they cannot be pressed; Ctrl+S saves too.

    `keys_left` tells that the one with the keyboard is about to be shut.
    """

    saved = Signal()
    discarded = Signal()
    keys_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._discard = QPushButton(_("Discard changes"))
        self._discard.setObjectName("discard")
        self._save = make_primary(QPushButton(_("Save")))
        self._save.setObjectName("save")
        self._save.setDefault(True)
        self._save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._discard.setAutoDefault(False)
        self._discard.clicked.connect(self.discarded)
        self._save.clicked.connect(self.saved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addStretch(1)
        row.addWidget(self._discard)
        row.addWidget(self._save)

    def open_for(self, *, is_changed: bool, why_not: str = "") -> None:
        """Open both buttons when something changed; `why_not` keeps Save shut and says why."""
        may_save = is_changed and not why_not
        if (self._save.hasFocus() and not may_save) or (
            self._discard.hasFocus() and not is_changed
        ):
            self.keys_left.emit()
        self._discard.setEnabled(is_changed)
        self._save.setEnabled(may_save)
        nothing = why_not or _("Nothing has been changed.")
        self._discard.setToolTip("" if is_changed else nothing)
        self._save.setToolTip(why_not or (_("Save (Ctrl+S)") if is_changed else nothing))
