"""A text exactly as it will go out, and which of its lines have been on screen."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegion, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui.review.reading import region_on_screen


class OutgoingText(QTextEdit):
    """Shows a text whole, as tall as it is, every paragraph in the direction of its script."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.setPlainText(text)
        self._fit()

    def lines(self) -> Iterator[tuple[range, QRect]]:
        """Yield each line as it is laid out: its characters, and where it lies in the viewport.

        A paragraph that is not laid out yet is one line that lies nowhere.
        """
        layout = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid():
            corner = layout.blockBoundingRect(block).topLeft()
            text_layout = block.layout()
            if not text_layout.lineCount():
                yield range(block.position(), block.position() + block.length()), QRect()
            for number in range(text_layout.lineCount()):
                line = text_layout.lineAt(number)
                rect = self._clipped(line.naturalTextRect().translated(corner).toAlignedRect())
                start = block.position() + line.textStart()
                is_last = number == text_layout.lineCount() - 1
                yield range(start, start + line.textLength() + is_last), _solid(rect)
            block = block.next()

    def _clipped(self, rect: QRect) -> QRect:
        """Return a line within the text's own width: right-aligned ones round a pixel past it."""
        widest = self.viewport().width() - 1
        return QRect(
            QPoint(max(rect.left(), 0), rect.top()),
            QPoint(min(rect.right(), widest), rect.bottom()),
        )

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key but copying to the screen: a page is turned there."""
        if event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: the text itself never scrolls."""
        event.ignore()

    def _fit(self) -> None:
        self.setFixedHeight(self._height())

    def _height(self) -> int:
        return int(self.document().size().height()) + 1


class TextSight:
    """The lines of a text that must have been on screen, however it is wrapped at that moment.

    A line that is wider than the page may be seen in parts, each of them as tall as the line.
    """

    def __init__(self, name: str, text: OutgoingText) -> None:
        self._name = name
        self._text = text
        self._seen = bytearray(text.document().characterCount() + 1)
        self._parts: dict[range, QRegion] = {}
        self._width = text.viewport().width()

    @property
    def name(self) -> str:
        """What it is called in the record of the decision."""
        return self._name

    @property
    def unseen(self) -> int:
        """How many lines, as they are wrapped now, have not been on screen."""
        return sum(1 for characters, _ in self._text.lines() if not self._has_seen(characters))

    def look(self) -> None:
        """Take note of the lines that are on screen, or what is of them, with all their height."""
        shown = region_on_screen(self._text.viewport())
        if shown.isEmpty():
            return
        if self._width != self._text.viewport().width():  # it is wrapped anew
            self._width = self._text.viewport().width()
            self._parts = {}
        for characters, rect in self._text.lines():
            if not rect.isEmpty() and not self._has_seen(characters):
                self._look_at(characters, rect, shown)

    def _look_at(self, characters: range, line: QRect, shown: QRegion) -> None:
        before = self._parts.get(characters, QRegion())
        visible = QRegion(line).intersected(shown)
        part = visible.boundingRect()
        is_whole = part.height() == line.height() and QRegion(part).subtracted(visible).isEmpty()
        seen = before.united(part) if is_whole else before
        self._parts[characters] = seen
        if QRegion(line).subtracted(seen).isEmpty():
            self._seen[characters.start : characters.stop] = b"\1" * len(characters)

    def take_as_seen(self) -> None:
        """Count every line as seen."""
        self._seen = bytearray(b"\1" * len(self._seen))

    def rest(self) -> tuple[QWidget, QRect]:
        """Return where the unseen lines lie, from the first to the last."""
        unseen = QRect()
        for characters, rect in self._text.lines():
            if not self._has_seen(characters):
                unseen = unseen.united(rect)
        return self._text.viewport(), unseen

    def _has_seen(self, characters: range) -> bool:
        return all(self._seen[characters.start : characters.stop])


def _solid(rect: QRect) -> QRect:
    """Return a rectangle with an area, as an empty line too must have been on screen."""
    return rect if rect.width() > 1 else QRect(rect.x(), rect.y(), 1, rect.height())
