"""A paper as pages: painted alike into a PDF, on a printer, and for the preview."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.wording import _
from ui.papers.contents import PaperContents, PaperKind
from ui.papers.hours_paper import hour_pages
from ui.papers.leaving_paper import leaving_pages
from ui.papers.list_paper import list_pages
from ui.papers.post_paper import post_pages
from ui.papers.sheet import SCALE, PaperHead, Sheet, paint_across, paint_frame
from ui.papers.table_paper import Page, month_pages, week_pages

_Pages = Callable[[PaperContents, Sheet], list[Page]]
_MAKERS: Mapping[PaperKind, _Pages] = {
    PaperKind.WEEKS: week_pages,
    PaperKind.MONTH: month_pages,
    PaperKind.HOURS: hour_pages,
    PaperKind.LIST: list_pages,
    PaperKind.LEAVING: leaving_pages,
    PaperKind.POST: post_pages,
}


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages with what stands on each of them."""

    sheet: Sheet
    head: PaperHead
    pages: tuple[Page, ...]
    short_pages: int = 0
    """On how many pages, from the first one on, texts are shortened."""

    @classmethod
    def of(cls, contents: PaperContents, sheet: Sheet, head: PaperHead) -> "Paper":
        """Return the pages of what was read."""
        wish = contents.wish
        pages = _MAKERS[wish.kind](contents, sheet)
        short = len(pages) if wish.kind.shortens and contents.cards else 0
        if short and wish.has_texts:
            pages = [*pages, *list_pages(contents, sheet)]
        return cls(sheet, head, tuple(pages), short)

    def paint(self, painter: QPainter, number: int) -> None:
        """Draw a page, counted from 0, on a device with the dots of the screen."""
        painter.save()
        painter.scale(SCALE, SCALE)
        self.pages[number](painter)
        if self.head.is_sample:
            paint_across(painter, self.sheet)
        note = self._note if number < self.short_pages else ""
        paint_frame(painter, self.sheet, self.head, number + 1, len(self.pages), note=note)
        painter.restore()

    @property
    def _note(self) -> str:
        """What is said where texts are shortened."""
        if self.short_pages == len(self.pages):
            return _("Texts are shortened on these pages.")
        return _("Texts are shortened here: each post stands whole from page {page} on.").format(
            page=self.short_pages + 1
        )

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
