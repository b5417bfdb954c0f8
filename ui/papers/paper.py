"""A paper as pages: painted alike into a PDF, on a printer, and for the preview."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from ui.papers.contents import PaperContents, PaperKind
from ui.papers.hours_paper import hour_pages
from ui.papers.list_paper import list_pages
from ui.papers.sheet import SCALE, PaperHead, Sheet, paint_across, paint_frame
from ui.papers.table_paper import Page, month_pages, week_pages

_Pages = Callable[[PaperContents, Sheet], list[Page]]
_MAKERS: Mapping[PaperKind, _Pages] = {
    PaperKind.WEEKS: week_pages,
    PaperKind.MONTH: month_pages,
    PaperKind.HOURS: hour_pages,
    PaperKind.LIST: list_pages,
}


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages with what stands on each of them."""

    sheet: Sheet
    head: PaperHead
    pages: tuple[Page, ...]

    @classmethod
    def of(cls, contents: PaperContents, sheet: Sheet, head: PaperHead) -> "Paper":
        """Return the pages of what was read."""
        return cls(sheet, head, tuple(_MAKERS[contents.wish.kind](contents, sheet)))

    def paint(self, painter: QPainter, number: int) -> None:
        """Draw a page, counted from 0, on a device with the dots of the screen."""
        painter.save()
        painter.scale(SCALE, SCALE)
        self.pages[number](painter)
        if self.head.is_sample:
            paint_across(painter, self.sheet)
        paint_frame(painter, self.sheet, self.head, number + 1, len(self.pages))
        painter.restore()

    def image(self, number: int, width: int, ratio: float = 1.0) -> QImage:
        """Return a page as a picture of a width, white as paper."""
        size = self.sheet.size
        height = round(width * size.height() / size.width())
        picture = QImage(
            QSize(round(width * ratio), round(height * ratio)), QImage.Format.Format_RGB32
        )
        picture.fill(Qt.GlobalColor.white)
        dots = round(self.sheet.dots / 0.0254)
        picture.setDotsPerMeterX(dots)  # letters are as large as on the sheet
        picture.setDotsPerMeterY(dots)
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        share = width * ratio / size.width()
        painter.scale(share, share)
        self.paint(painter, number)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
