"""What is left of a hold after it was lifted: the posts that must be read again."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.domain.flag import Severity
from app.domain.hold import Hold
from app.wording import _, ngettext
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label

ICON_SIZE = 20


class LiftedRow(QWidget):
    """Offers the review of exactly these posts; whoever cannot review reads who can."""

    def __init__(
        self,
        hold: Hold,
        *,
        target: str,
        count: int,
        why_not: str,
        theme: Theme,
        review: Callable[[Hold], None],
        put_away: Callable[[Hold], None],
    ) -> None:
        super().__init__()
        self.setObjectName("lifted_row")
        self.hold = hold
        self._sign = QLabel()
        words = ngettext(
            "Hold lifted: {target}. {count} approved post that it caught must be read again "
            "before it can leave.",
            "Hold lifted: {target}. {count} approved posts that it caught must be read again "
            "before they can leave.",
            count,
        ).format(target=target, count=f"{count:,}")
        self._sentence = Label(words, wraps=True)
        self._sentence.setObjectName("lifted_words")
        self.setAccessibleName(words)
        self._why_not = Label(why_not, TextRole.SMALL)
        self._why_not.setVisible(bool(why_not))
        self.review = make_primary(
            QPushButton(
                ngettext(
                    "Review the {count} post it caught", "Review the {count} posts it caught", count
                ).format(count=f"{count:,}")
            )
        )
        self.review.setObjectName("lifted_review")
        self.review.setVisible(not why_not)
        self.review.clicked.connect(lambda: review(hold))
        self._close = QToolButton()
        self._close.setObjectName("lifted_close")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(QSize(Space.XL, Space.XL))
        self._close.setToolTip(_("Put this away until the window opens anew"))
        self._close.setAccessibleName(self._close.toolTip())
        self._close.clicked.connect(lambda: put_away(hold))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._why_not)
        row.addWidget(self.review)
        row.addWidget(self._close)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        style = theme.severity(Severity.NOTE)
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.WindowText, style.text)
        for label in (self._sentence, self._why_not):
            label.setPalette(palette)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap("review", style.stripe, ICON_SIZE, ratio))
        self._close.setIcon(icons.icon("close", style.text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.severity(Severity.NOTE).background)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.border)
