"""A bar where something happened: one sentence with the way out."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.domain.flag import Severity
from app.wording import _
from ui.theme import SeverityStyle, Space, Theme
from ui.widgets import icons
from ui.widgets.labels import Label

ICON_SIZE = 18


class MessageKind(Enum):
    """What a message is: a refusal in the colours of a caution, or plain information."""

    REFUSAL = Severity.CAUTION
    INFORMATION = Severity.NOTE


class MessageBar(QWidget):
    """One sentence with an optional button; hidden until there is something to say."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._theme = theme
        self._kind = MessageKind.INFORMATION
        self._acts: tuple[Callable[[], None] | None, Callable[[], None] | None] = (None, None)
        self._stays = False
        self._icon = QLabel()
        self._sentence = Label(wraps=True)
        self._sentence.setObjectName("message")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.setObjectName("message_action")
        self._button.clicked.connect(partial(self._on_action, 0))
        self._second = QPushButton()
        self._second.setObjectName("message_second_action")
        self._second.clicked.connect(partial(self._on_action, 1))
        self._close = QToolButton()
        self._close.setObjectName("message_close")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(QSize(Space.XL, Space.XL))
        self._close.setToolTip(_("Close this message (Esc)"))
        self._close.setAccessibleName(_("Close this message"))
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; empty while the bar is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    @property
    def kind(self) -> MessageKind:
        """What the sentence is that was shown last."""
        return self._kind

    def show_refusal(
        self, sentence: str, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Show why something was not done, with the way out."""
        self.show_message(MessageKind.REFUSAL, sentence, action, act)

    def show_information(
        self,
        sentence: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        second: str = "",
        second_act: Callable[[], None] | None = None,
        stays: bool = False,
    ) -> None:
        """Show something worth knowing, with up to two buttons; it may stay when they are used."""
        self.show_message(MessageKind.INFORMATION, sentence, action, act)
        self._stays = stays
        self._acts = (act, second_act)
        self._second.setText(second)
        self._second.setVisible(bool(second))

    def show_message(
        self,
        kind: MessageKind,
        sentence: str,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence; `action` is the text of a button that calls `act` and closes the bar."""
        self._kind = kind
        self._acts = (act, None)
        self._stays = False
        self._second.hide()
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.set_theme(self._theme)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def dismiss(self) -> None:
        """Hide the bar; its sentence has been read."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        style = self._style()
        self._icon.setPixmap(
            icons.pixmap(
                icons.severity_icon_name(self._kind.value),
                style.stripe,
                ICON_SIZE,
                self.devicePixelRatioF(),
                style.background,
            )
        )
        self._close.setIcon(icons.icon("close", style.text))
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.WindowText, style.text)
        self._sentence.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._style()
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.background)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), _faint(style.stripe))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _style(self) -> SeverityStyle:
        return self._theme.severity(self._kind.value)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._button)
        row.addWidget(self._second)
        row.addWidget(self._close)

    def _on_action(self, number: int) -> None:
        act = self._acts[number]
        if not self._stays:
            self.dismiss()
        if act is not None:
            act()


def _faint(colour: QColor) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(0.4)
    return faint
