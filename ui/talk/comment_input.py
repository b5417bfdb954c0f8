"""A field for a comment, which completes the names of people after an @."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QWidget

from app.wording import _
from ui.talk.people_names import begun_name
from ui.theme import Space

_LINES = 3
_KEYS_OF_THE_LIST = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
)


class CommentInput(QPlainTextEdit):
    """A few lines; `sent` tells that Ctrl+Enter was pressed."""

    sent = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comment_input")
        self.setPlaceholderText(_("Write a comment; @ with a name tells that person"))
        self.setAccessibleName(_("Comment"))
        self.setTabChangesFocus(True)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = QListView()
        self._popup.setObjectName("comment_names")
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._complete)

    def set_names(self, names: Iterable[str]) -> None:
        """Offer these names after an @."""
        self._names.setStringList(sorted(names))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._popup.isVisible() and event.key() in _KEYS_OF_THE_LIST:
            event.ignore()  # the list takes it
            return
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
            return
        super().keyPressEvent(event)
        self._look()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._look()

    def _height(self) -> int:
        return _LINES * self.fontMetrics().lineSpacing() + 2 * (self.frameWidth() + 6)

    def _look(self) -> None:
        """Offer the names that go on as somebody has begun to type one."""
        begun = begun_name(self.toPlainText(), self.textCursor().position())
        if begun is None:
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(begun.words)
        only = self._completer.currentCompletion() if self._completer.completionCount() == 1 else ""
        if not self._completer.completionCount() or only.casefold() == begun.words.casefold():
            self._popup.hide()
            return
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        place = self.cursorRect()
        place.setWidth(self._popup.sizeHintForColumn(0) + 2 * Space.XL)
        self._completer.complete(place)

    def _complete(self, name: str) -> None:
        cursor = self.textCursor()
        begun = begun_name(self.toPlainText(), cursor.position())
        if begun is None:
            return
        cursor.setPosition(begun.start, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{name} ")
        self.setTextCursor(cursor)
