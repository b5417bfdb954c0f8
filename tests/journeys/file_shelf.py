"""A small window beside the program, from which a person drags a file."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class FileShelf(QLabel):
    """One file, as a file manager shows it: pressed and moved, it travels as its address."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path
        self.setGeometry(1500, 40, 160, 60)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & LEFT:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(self._path))])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


def drag_file(path: Path, onto: QWidget) -> None:
    """Drag a file onto the middle of a window with a real drag."""
    shelf = FileShelf(path)
    shelf.show()
    QTest.qWaitForWindowExposed(shelf)
    start, end = shelf.rect().center(), onto.rect().center()

    def finish() -> None:
        QTest.mouseMove(onto.windowHandle(), end - QPoint(6, 0))
        QTest.mouseMove(onto.windowHandle(), end)
        QApplication.processEvents()
        QTest.mouseRelease(onto.windowHandle(), LEFT, NO_KEYS, end)

    QTimer.singleShot(200, finish)
    QTest.mousePress(shelf.windowHandle(), LEFT, NO_KEYS, start)
    for step in range(1, 8):
        QTest.mouseMove(shelf.windowHandle(), start + QPoint(3 * step, 2 * step), 10)
    QApplication.processEvents()
    shelf.close()
    shelf.deleteLater()
