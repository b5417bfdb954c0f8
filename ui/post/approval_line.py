"""A calm line above the form: what saving does to the approval, while one types."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.commands.views import Stage
from app.domain.flag import Severity
from ui.post.approval_words import Effect, Foretold
from ui.theme import SeverityStyle, Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.announcing import announce
from ui.widgets.labels import Label

_ICON = 16
_SIGNS = {
    Effect.STANDS: Stage.APPROVED,
    Effect.KEEPS: Stage.APPROVED,
    Effect.RETURNS: Stage.APPROVED,
    Effect.ENDS: Stage.ENDED,
}


class ApprovalLine(QWidget):
    """Hidden where there is no approval; its sign and its words tell, not its colour alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("approval_line")
        self._theme = theme
        self._foretold = Foretold(Effect.NONE)
        self._icon = QLabel()
        self._words = Label(role=TextRole.SMALL, wraps=True)
        self._words.setObjectName("approval_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS + 1)
        row.setSpacing(Space.S)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return self._foretold.words

    def tell(self, foretold: Foretold) -> None:
        """Say what saving does; a screen reader hears it once each time it becomes another."""
        is_news = foretold.effect is not self._foretold.effect
        self._foretold = foretold
        self._words.setText(foretold.words)
        self.setAccessibleName(foretold.words)
        self.setVisible(bool(foretold.words))
        self.set_theme(self._theme)
        if is_news and foretold.words:
            announce(self, foretold.words)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        sign = _SIGNS.get(self._foretold.effect)
        if sign is not None:
            name = icons.stage_icon_name(sign)
            style = self._style()
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(icons.pixmap(name, style.stripe, _ICON, ratio, style.background))
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._style().text)
        self._words.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._style().background)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.border)

    def _style(self) -> SeverityStyle:
        ends = self._foretold.effect is Effect.ENDS
        return self._theme.severity(Severity.CAUTION if ends else None)
