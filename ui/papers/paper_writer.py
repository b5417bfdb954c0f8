"""Writes a paper page by page, and leaves the window its turn between two pages."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter

from app.wording import _
from ui.papers.paper import Paper


class PaperWriter(QObject):
    """Paints one page at each turn; `went_on` tells how many there are, `ended` that it is done.

    `failed` carries the sentence that says why it is not.
    """

    went_on = Signal(int, int)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, paper: Paper, device: QPagedPaintDevice, parent: QObject) -> None:
        super().__init__(parent)
        self._paper = paper
        self._device = device
        self._painter = QPainter()
        self._next = 0
        self._share = 1.0
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin."""
        if not self._painter.begin(self._device):
            self._fail()
            return
        self._share = self._device.logicalDpiX() / self._paper.sheet.dots
        self._turns.start(0)

    def stop(self) -> None:
        """Write no further page."""
        self._turns.stop()
        if self._painter.isActive():
            self._painter.end()

    def _go_on(self) -> None:
        count = len(self._paper.pages)
        if self._next and not self._device.newPage():
            self.stop()
            self._fail()
            return
        self._painter.save()
        self._painter.scale(self._share, self._share)
        self._paper.paint(self._painter, self._next)
        self._painter.restore()
        self._next += 1
        self.went_on.emit(self._next, count)
        if self._next == count:
            self.stop()
            self.ended.emit()

    def _fail(self) -> None:
        self.failed.emit(_("The pages could not be written: choose another place or printer."))


class PdfFile:
    """A PDF in the making: it stands under its name only when it is whole."""

    def __init__(self, target: Path, paper: Paper) -> None:
        """Begin it; OSError where nothing can be written."""
        self._target = target
        self._half = target.with_name(f".{target.name}.part")
        self._half.write_bytes(b"")
        self.device = QPdfWriter(str(self._half))
        self.device.setTitle(f"{paper.head.calendar} – {paper.head.what}")
        self.device.setCreator("Countersign")
        self.device.setPageLayout(paper.sheet.layout)
        self.device.setResolution(round(paper.sheet.dots))

    def finish(self) -> None:
        """Give it its name."""
        os.replace(self._half, self._target)  # noqa: PTH105 - over an older one, at once

    def discard(self) -> None:
        """Leave nothing behind."""
        self._half.unlink(missing_ok=True)
