"""One sentence on why an approval ended, with the way to what is different now."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.commands.views import PostView, Stage
from app.domain.flag import Severity
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label

_ICON = 16


class EndingLine(QWidget):
    """Hidden where no approval has ended; `difference_wanted` asks to be shown what changed."""

    difference_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ending_line")
        self._theme = theme
        self._icon = QLabel()
        self._words = Label(role=TextRole.SMALL, wraps=True)
        self._words.setObjectName("why_ended")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._show = QPushButton(_("Show what changed"))
        self._show.setObjectName("show_difference")
        self._show.clicked.connect(self.difference_wanted)
        beside = QVBoxLayout()
        beside.setSpacing(Space.XS)
        beside.addWidget(self._words)
        beside.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        self.set_theme(theme)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return self._words.text()

    def show_post(self, view: PostView | None) -> None:
        """Say why the approval of a post ended; nothing where it stands or never was."""
        ended = view.ended if view is not None else ""
        self._words.setText(ended)
        self.setAccessibleName(ended)
        self._show.setVisible(view is not None and view.approved_version is not None)
        self.setVisible(bool(ended))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        style = theme.severity(Severity.CAUTION)
        name = icons.stage_icon_name(Stage.ENDED)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(name, style.stripe, _ICON, ratio, style.background))
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.WindowText, style.text)
        self._words.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.severity(Severity.CAUTION).background)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.border)
