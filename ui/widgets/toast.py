"""A short note of what was just done, with Undo beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from app.wording import _
from ui.theme import Space, Theme
from ui.widgets import icons
from ui.widgets.announcing import announce
from ui.widgets.labels import Label

SHOWN_FOR_MS = 8000


class Toast(QWidget):
    """Lies over the lower edge of its parent; goes after a while, or stays until it is closed."""

    def __init__(self, theme: Theme, parent: QWidget, *, margin: int = Space.XL) -> None:
        """Take how far above the edge it lies."""
        super().__init__(parent)
        self._margin = margin
        self.setObjectName("toast")
        self._act: Callable[[], None] | None = None
        self._theme = theme
        self._page = parent
        self._words = Label()
        self._words.setObjectName("toast_words")
        self._button = QPushButton()
        self._button.setObjectName("toast_action")
        self._button.setFlat(True)
        self._button.setAutoDefault(False)  # in a dialog Enter would press it
        self._button.clicked.connect(self._on_action)
        self._close = QToolButton()
        self._close.setObjectName("toast_close")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(QSize(Space.XL, Space.XL))
        self._close.setAccessibleName(_("Close"))
        self._close.setToolTip(_("Close"))
        self._close.clicked.connect(self.dismiss)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._on_time_over)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addWidget(self._close)
        parent.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """The words that are shown; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_text(
        self,
        text: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Show what was done; `stays` keeps it until it is closed, as errors must."""
        self._act = act
        self._words.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.adjustSize()
        self._settle()
        self.show()
        self.raise_()
        announce(self, text)
        if stays:
            self._clock.stop()
        else:
            self._clock.start(SHOWN_FOR_MS)

    def dismiss(self) -> None:
        """Hide it now."""
        self._clock.stop()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours: the opposite of the page, so that it stands out calmly."""
        self._theme = theme
        palette = QPalette(theme.palette())
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(role, theme.surface)
        palette.setColor(QPalette.ColorRole.Light, theme.muted)
        palette.setColor(QPalette.ColorRole.Button, theme.text)
        self.setPalette(palette)
        self._close.setIcon(icons.icon("close", theme.surface))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.text)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Lie in one line where it fits, else in as many as the words need."""
        parent, row = self._page, self.layout()
        room = parent.width() - 2 * Space.L
        self._words.setWordWrap(False)
        width, height = self.sizeHint().width(), self.sizeHint().height()
        if width > room and row is not None:
            self._words.setWordWrap(True)
            width, height = room, row.totalHeightForWidth(room)
        self.setGeometry(
            (parent.width() - width) // 2, parent.height() - height - self._margin, width, height
        )

    def _on_action(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()

    def _on_time_over(self) -> None:
        if self.underMouse() or self._button.hasFocus() or self._close.hasFocus():
            self._clock.start(SHOWN_FOR_MS)
        else:
            self.hide()
