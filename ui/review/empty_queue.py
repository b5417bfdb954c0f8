"""What the review screen shows when nothing waits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label

ICON_SIZE = 48


class EmptyQueue(QWidget):
    """Says why there is nothing to read, with the way back."""

    close_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_queue")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = Label(_("Nothing waits for a review"), TextRole.TITLE)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        why = Label(
            _("A post comes here when its planner marks it ready for review."),
            muted=True,
            wraps=True,
        )
        why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = QPushButton(_("Back to the calendar"))
        back.setObjectName("empty_back")
        back.clicked.connect(self.close_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(title)
        column.addWidget(why)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        picture = icons.pixmap("check", theme.accent, ICON_SIZE, self.devicePixelRatioF())
        self._icon.setPixmap(picture)
