"""The bar while something must come out at a scheduler: how much, and what goes out next."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.commands.views import Recall
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.wording import _
from ui.jobs import Jobs
from ui.recall.recall_watch import RecallWatch
from ui.recall.recall_words import bar_words
from ui.theme import SeverityStyle, Space, Theme
from ui.widgets import icons
from ui.widgets.announcing import announce
from ui.widgets.labels import Label

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

ICON_SIZE = 20
STRIPE = 4
RESTS_MS = 100
"""How long after a change it reads the list: what has changed is painted first."""
SOON = timedelta(days=2)
"""What goes out that soon is said in the colours of a stop."""


def now_utc() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class RecallBar(QWidget):
    """Hidden while the recall list is empty; it cannot be put away before.

    `list_asked` asks for the list, `counted` carries how long it is, `passed` tells that something
    has gone out.
    """

    list_asked = Signal()
    counted = Signal(int)
    passed = Signal()

    def __init__(
        self,
        reader: "Reader",
        jobs: Jobs,
        theme: Theme,
        *,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__()
        self.setObjectName("recall_bar")
        self._theme = theme
        self._clock = clock
        self._count = 0
        self._watch = RecallWatch(reader, jobs, self, rests_ms=RESTS_MS)
        self._watch.told.connect(self._on_told)
        self._sign = QLabel()
        self._sentence = Label(wraps=True)
        self._sentence.setObjectName("recall_words")
        self._open = QPushButton(_("Recall list…"))
        self._open.setObjectName("recall_open")
        self._open.setToolTip(_("What lies there, why it must come out, and how (Ctrl+Shift+R)"))
        self._open.clicked.connect(self.list_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(STRIPE + Space.M, Space.XS, Space.L, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._open)
        self.hide()

    @property
    def found(self) -> tuple[Recall, ...]:
        """The recall list as it was last read."""
        return self._watch.found

    @property
    def is_about_to_read(self) -> bool:
        """Whether it reads in a moment what a change has put on the list."""
        return self._watch.is_about_to_read

    def start(self) -> None:
        """Read the list for the first time."""
        self._watch.look()

    def on_changed(self, changes: ChangeSet) -> None:
        """Follow what a command has changed."""
        self._watch.on_changed(changes)

    def look_at_the_clock(self) -> None:
        """Leave out what has gone out meanwhile."""
        if self._watch.drop_past(self._clock()):
            self.passed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        style = self._style()
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.WindowText, style.text)
        self._sentence.setPalette(palette)
        ratio = self.devicePixelRatioF()
        picture = icons.pixmap("stage-queued", style.stripe, ICON_SIZE, ratio, style.background)
        self._sign.setPixmap(picture)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._style()
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.background)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = self.width() - STRIPE if is_mirrored else 0
        painter.fillRect(QRectF(start, 0, STRIPE, self.height()), style.stripe)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.border)

    def _style(self) -> SeverityStyle:
        found = self._watch.found
        is_soon = bool(found) and found[0].hand_over.instant - self._clock() < SOON
        return self._theme.severity(Severity.STOP if is_soon else Severity.CAUTION)

    def _on_told(self, found: tuple[Recall, ...]) -> None:
        has_grown = len(found) > self._count
        self._count = len(found)
        if found:
            self._sentence.setText(bar_words(found, self._clock()))
            self.setAccessibleName(self._sentence.text())
            self.set_theme(self._theme)
        self.setVisible(bool(found))
        if has_grown:
            announce(self, self._sentence.text())
        self.counted.emit(len(found))
