"""What goes on paper, and the sheet that it goes on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPageSize, QPainter

from app.commands.views import Card
from app.domain.market import Market
from tests.builders.hours import GHOST, HOURS, MEANING, NINTH
from tests.builders.ui import FRANCE, GERMANY, JAPAN
from ui.papers.contents import PaperContents, PaperKind, PaperWish
from ui.papers.paper import Paper
from ui.papers.sheet import PaperHead, Sheet
from ui.papers.table_paper import Page
from ui.plan.plan_view import Span

THE_NINTH = Span(NINTH, NINTH)
HEAD = PaperHead("Fennel", "Markets by days", "Only some posts", "As of today", is_sample=False)


def wish(kind: PaperKind, span: Span = THE_NINTH, markets: Iterable[Market] = ()) -> PaperWish:
    """Return what somebody wants on paper."""
    return PaperWish(kind, span, tuple(markets) or (GERMANY, FRANCE, JAPAN))


def contents(wanted: PaperWish, *cards: Card) -> PaperContents:
    """Return what was read of it."""
    return PaperContents(wanted, cards, (GHOST,), MEANING, {NINTH: HOURS})


def sheet(
    *, is_wide: bool = True, way: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> Sheet:
    """Return an A4 sheet."""
    return Sheet(QPageSize(QPageSize.PageSizeId.A4), is_wide, 96.0, QFont(), way)


def paper(*pages: Page, head: PaperHead = HEAD) -> Paper:
    """Return a paper of some pages."""
    return Paper(sheet(), head, pages)


def painted(page: Page, on: Sheet) -> QImage:
    """Return what a page draws on a sheet."""
    return Paper(on, HEAD, (page,)).image(0, 700)


def blank(_painter: QPainter) -> None:
    """Draw nothing."""
