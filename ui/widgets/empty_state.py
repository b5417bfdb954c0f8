"""What an empty screen says: why it is empty, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label

ICON_SIZE = 40

SENTENCE_LETTERS = 60
"""How wide the sentence is before it goes on below."""


class EmptyState(QWidget):
    """An icon, a heading, a sentence and a button for each action; the first is the expected."""

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str,
        *,
        actions: Sequence[QAction],
        theme: Theme,
    ) -> None:
        super().__init__()
        self._icon = icon
        self._picture = QLabel()
        self._heading = Label(heading, TextRole.HEADING, wraps=True)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence = Label(sentence, muted=True, wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._make_room(SENTENCE_LETTERS * self.fontMetrics().averageCharWidth())
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        for number, action in enumerate(actions):
            row.addWidget(_button(action, is_first=number == 0))
        row.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self._heading, self._sentence):
            column.addLayout(_in_the_middle(words))
        column.addSpacing(Space.S)
        column.addLayout(row)
        column.addStretch(3)
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 60, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        picture = 0 if self._picture.isHidden() else self._height_of_picture
        return QSize(0, super().minimumSizeHint().height() - picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._column.contentsMargins()
        self._make_room(self.width() - margins.left() - margins.right())
        words = self._column.totalHeightForWidth(self.width())
        if not self._picture.isHidden():
            words -= self._height_of_picture
        self._picture.setVisible(self.height() >= words + self._height_of_picture)

    def _make_room(self, room: int) -> None:
        """Let words be as wide as is good for reading, or as the place is; spare the picture."""
        wanted = self.fontMetrics().averageCharWidth() * SENTENCE_LETTERS
        for words in (self._heading, self._sentence):
            words.setFixedWidth(max(0, min(wanted, room)))

    @property
    def _height_of_picture(self) -> int:
        return ICON_SIZE + self._column.spacing()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(self._icon, theme.muted, ICON_SIZE, ratio))


def _in_the_middle(label: QLabel) -> QHBoxLayout:
    """Return a row around a label; a label that is only aligned gets the height of one line."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label)
    row.addStretch(1)
    return row


def _button(action: QAction, *, is_first: bool) -> QPushButton:
    button = QPushButton(action.text())
    button.setObjectName(f"{action.objectName()}_button")
    button.clicked.connect(action.trigger)
    return make_primary(button) if is_first else button
