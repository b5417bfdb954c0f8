"""The reviewer's word that a post is the remembrance of its day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.commands.views import Remembrance
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets.labels import Label


class RemembranceBox(QWidget):
    """A box with what follows from it; hidden where the post cannot be a remembrance."""

    toggled = Signal()

    def __init__(
        self,
        theme: Theme,
        remembrance: Remembrance | None,
        why_shut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("remembrance_box")
        self._theme = theme
        self._sells = bool(remembrance and remembrance.flags)
        self._box = QCheckBox(_("This post is the remembrance of the day"))
        self._box.setObjectName("remembrance")
        self._box.setEnabled(not why_shut)
        self._box.setToolTip(why_shut)
        self._box.toggled.connect(self._on_toggled)
        self._said = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._said.setObjectName("remembrance_says")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._box)
        column.addWidget(self._said)
        self.setVisible(remembrance is not None)
        self._tell()

    @property
    def is_marked(self) -> bool:
        """Whether the reviewer says that it is the remembrance."""
        return self._box.isChecked()

    def mark(self, *, is_marked: bool) -> None:
        """Tick the box or clear it."""
        self._box.setChecked(is_marked)

    def _on_toggled(self) -> None:
        self._tell()
        self.toggled.emit()

    def _tell(self) -> None:
        words = (
            _("A remembrance, not an offer: a second person must say so too.")
            if not self.is_marked
            else _("These words sell or celebrate: each one needs your reason.")
            if self._sells
            else _("Nothing in it was found to sell or celebrate. A second person must say so too.")
        )
        self._said.setText(words)
        self._box.setAccessibleDescription(words)
