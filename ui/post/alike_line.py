"""Says that siblings say the same as what is being changed, and offers to change them too."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.commands.views import PostView, Sibling
from app.wording import _
from ui.post.sibling_words import alike_words
from ui.theme import Space, TextRole, Theme
from ui.widgets.labels import Label


class AlikeLine(QWidget):
    """Hidden where no sibling says the same; `wanted` asks to change them too."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("alike_line")
        self._theme = theme
        self._words = Label(role=TextRole.SMALL, wraps=True)
        self._words.setObjectName("alike_words")
        self.change = QPushButton(_("Change them too…"))
        self.change.setObjectName("change_alike")
        self.change.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self.change)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def tell(self, view: PostView | None, changes: Mapping[str, object]) -> None:
        """Say which siblings say the same as the fields that are changed."""
        found = alike_in(view.siblings, changes) if view else ()
        self._words.setText(alike_words(found) if found else "")
        self.setVisible(bool(found))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.setPen(self._theme.border)
        painter.drawLine(0, 0, self.width(), 0)


def alike_in(siblings: Sequence[Sibling], changes: Mapping[str, object]) -> tuple[Sibling, ...]:
    """Return the siblings that say the same in a field that is changed."""
    return tuple(one for one in siblings if any(name in changes for name in one.same))
