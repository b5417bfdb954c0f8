"""What the review screen shows when nothing waits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.commands.review_queue import Whose
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label

ICON_SIZE = 48


class EmptyQueue(QWidget):
    """Says why there is nothing to read, with the way back."""

    close_wanted = Signal()
    whole_wanted = Signal()
    others_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_queue")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = Label(role=TextRole.TITLE)
        self._title.setObjectName("empty_title")
        self._why = Label(muted=True, wraps=True)
        for label in (self._title, self._why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._whole = QPushButton(_("Show the whole queue"))
        self._whole.setObjectName("empty_whole")
        self._whole.clicked.connect(self.whole_wanted)
        self._others = QPushButton(_("Show what waits for anybody"))
        self._others.setObjectName("empty_others")
        self._others.clicked.connect(self.others_wanted)
        back = QPushButton(_("Back to the calendar"))
        back.setObjectName("empty_back")
        back.clicked.connect(self.close_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._title)
        column.addWidget(self._why)
        for button in (self._whole, self._others, back):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_reason("")
        self.set_theme(theme)

    def show_reason(self, hold: str, whose: Whose = Whose.ALL) -> None:
        """Say that nothing waits in this part, or nothing more that the hold on this had caught."""
        title, why = _words(hold, whose)
        self._title.setText(title)
        self._why.setText(why)
        self._whole.setVisible(bool(hold))
        self._others.setVisible(not hold and whose is not Whose.ALL)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        picture = icons.pixmap("check", theme.accent, ICON_SIZE, self.devicePixelRatioF())
        self._icon.setPixmap(picture)


def _words(hold: str, whose: Whose) -> tuple[str, str]:
    if hold:
        return _("All that the hold had caught is read"), _(
            "Hold on {target}: nothing that it had caught waits to be read again."
        ).format(target=hold)
    comes = _("A post comes here when its planner marks it ready for review.")
    return {
        Whose.MINE: (_("Nothing waits for your review"), comes),
        Whose.ALL: (_("Nothing waits for a review"), comes),
        Whose.OVERDUE: (_("Nothing is overdue"), _("All is decided that should be by now.")),
    }[whose]
