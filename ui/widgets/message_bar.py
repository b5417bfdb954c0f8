"""A bar where something happened: one sentence with the way out."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from app.domain.flag import Severity
from app.wording import _
from ui.theme import SeverityStyle, Space, Theme
from ui.widgets import icons
from ui.widgets.announcing import announce
from ui.widgets.labels import Label
from ui.widgets.tooltips import tooltip_of

ICON_SIZE = 18
LEAST_LETTERS = 18
"""So many letters of the sentence stand in a line before its buttons."""
MOST_LINES = 2
"""A sentence that takes more is said shortly where it can be."""
_BESIDE = QBoxLayout.Direction.LeftToRight
_BELOW = QBoxLayout.Direction.TopToBottom


class MessageKind(Enum):
    """What a message is: a refusal in the colours of a caution, or plain information."""

    REFUSAL = Severity.CAUTION
    INFORMATION = Severity.NOTE


class MessageBar(QWidget):
    """One sentence with an optional button; hidden until there is something to say.

    Where it is narrow its buttons go below the sentence, which may have a short form for that.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._theme = theme
        self._kind = MessageKind.INFORMATION
        self._said = self._shortly = ""
        self._is_short = False
        self._acts: tuple[Callable[[], None] | None, Callable[[], None] | None] = (None, None)
        self._stays = False
        self._icon = QLabel()
        self._sentence = Label(wraps=True)
        self._sentence.setObjectName("message")
        self._sentence.setMinimumWidth(1)  # it wraps rather than cut a button
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
        """The sentence that is shown, in full; empty while the bar is hidden."""
        if self.isHidden():
            return ""
        return self._said if self._is_short else self._sentence.text()

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
        shortly: str = "",
    ) -> None:
        """Show something worth knowing, with up to two buttons; it may stay when they are used.

        `shortly` says the same in fewer words where there is no room for more.
        """
        self.show_message(MessageKind.INFORMATION, sentence, action, act)
        self._shortly = shortly
        self._stays = stays
        self._acts = (act, second_act)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._fit()

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
        self._said, self._shortly = sentence, ""
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.set_theme(self._theme)
        self._fit()
        self.show()
        announce(self, sentence)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as its widest button allows: it stands above what may be narrow too."""
        widest = max((button.sizeHint().width() for button in self._deeds()), default=0)
        return QSize(self._around(is_tight=True) + widest, super().minimumSizeHint().height())

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
        self._buttons = QBoxLayout(_BESIDE)
        self._buttons.setSpacing(Space.S)
        for button in (self._button, self._second):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._buttons.addStretch(1)
        self._words = QBoxLayout(_BESIDE)
        self._words.setSpacing(Space.M)
        self._words.addWidget(self._sentence, 1)
        self._words.addLayout(self._buttons)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        self._row.setSpacing(Space.M)
        self._row.addWidget(self._icon)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._close)

    def _deeds(self) -> list[QPushButton]:
        return [button for button in (self._button, self._second) if not button.isHidden()]

    def _around(self, *, is_tight: bool) -> int:
        """Return how much of its width is neither words nor buttons."""
        signs = ICON_SIZE + self._close.sizeHint().width()
        return signs + (4 * Space.S if is_tight else Space.L + 2 * Space.M + Space.S)

    def _takes_many_lines(self, room: int) -> bool:
        """Tell whether all of the sentence would make the bar high."""
        metrics = self._sentence.fontMetrics()
        place = QRect(0, 0, room - Space.M, 1000)
        words = metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, self._said)
        return round(words.height() / metrics.height()) > MOST_LINES

    def _fit(self) -> None:
        """Put the buttons beside the sentence, or below it where that leaves it too little."""
        widths = [button.sizeHint().width() for button in self._deeds()]
        in_line = sum(widths) + Space.S * (len(widths) - 1)
        room = self.width() - self._around(is_tight=False)
        least = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        is_tight = bool(widths) and room < least + Space.M + in_line
        self._is_short = bool(self._shortly) and (
            is_tight or self._takes_many_lines(room - in_line)
        )
        self._sentence.setText(self._shortly if self._is_short else self._said)
        self._sentence.setToolTip(tooltip_of(self._said) if self._is_short else "")
        top = Qt.AlignmentFlag.AlignTop if is_tight else Qt.AlignmentFlag(0)
        self._words.setDirection(_BELOW if is_tight else _BESIDE)
        self._words.setSpacing(Space.XS if is_tight else Space.M)
        self._row.setSpacing(Space.S if is_tight else Space.M)
        self._row.setContentsMargins(Space.S if is_tight else Space.L, Space.S, Space.S, Space.S)
        below = self.width() - self._around(is_tight=True)
        self._buttons.setDirection(_BELOW if is_tight and below < in_line else _BESIDE)
        for sign in (self._icon, self._close):
            self._row.setAlignment(sign, top)

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
