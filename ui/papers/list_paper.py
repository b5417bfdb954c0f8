"""Lists on paper, such as that of posts: each with its whole text, its state and its flags."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from app.commands import dates
from app.commands.dates import day_name, zone_name
from app.commands.texts import network_name, severity_name, stage_name
from app.commands.views import Card
from app.wording import _
from ui.cards.other_clock import OtherClock
from ui.papers.contents import PaperContents
from ui.papers.paper_cards import SHARP
from ui.papers.sheet import Sheet
from ui.papers.table_paper import Page
from ui.theme import LIGHT, TextRole, font
from ui.widgets import icons

PADDING = 5
SHARES = (15, 13, 44, 12, 16)
"""How the width is shared among the columns, in percent."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell, with the icon before it where it has one."""

    words: str
    is_strong: bool = False
    colour: QColor | None = None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A post: its cells, each line by line, already broken to their columns."""

    cells: tuple[tuple[Line, ...], ...]

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return max(len(cell) for cell in self.cells)

    def torn(self, count: int) -> tuple["Row", "Row"]:
        """Return its first lines, and the rest."""
        return (
            Row(tuple(cell[:count] for cell in self.cells)),
            Row(tuple(cell[count:] for cell in self.cells)),
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """A table that goes on over pages: its heads, the shares of its columns in percent."""

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    nothing: str
    """What is said where it has no rows."""

    def pages(self, cells: Iterable[Sequence[Sequence[Line]]], sheet: Sheet) -> list[Page]:
        """Return the pages of some rows: none is torn that would fit on a page."""
        columns = _columns(sheet, self.shares)
        rows = [_row(one, sheet, columns) for one in cells]
        room = sheet.body.height() - sheet.line - 2 * PADDING
        lines = max(room // sheet.line, 4)
        shared_out = [*_shared_out(rows, lines)] or [[]]
        return [partial(_paint, sheet, columns, page, self) for page in shared_out]


def list_pages(contents: PaperContents, sheet: Sheet) -> list[Page]:
    """Return the pages of the list of posts with their texts."""
    listing = Listing(
        (_("When"), _("Where"), _("Post"), _("State"), _("Flags")),
        SHARES,
        _("No posts in this period"),
    )
    names, clock = {market.id: market.name for market in contents.wish.markets}, contents.wish.clock
    cards = sorted(contents.cards, key=lambda one: (one.local is None, one.local, one.name))
    return listing.pages([_cells(card, names[card.market], clock) for card in cards], sheet)


def _shared_out(rows: Sequence[Row], lines: int) -> Iterator[list[Row]]:
    page: list[Row] = []
    free = lines
    for row in rows:
        rest = row
        while rest.lines + 1 > free:
            if page and rest.lines + 1 <= lines:
                yield page
                page, free = [], lines
                continue
            if free > 2:
                first, rest = rest.torn(free - 1)
                page.append(first)
            yield page
            page, free = [], lines
        page.append(rest)
        free -= rest.lines + 1
    if page:
        yield page


def _columns(sheet: Sheet, shares: Iterable[int]) -> tuple[QRect, ...]:
    """Return where the columns are, from the one that is read first."""
    body = sheet.body
    found: list[QRect] = []
    x = 0
    for share in shares:
        width = body.width() * share // 100
        left = (
            body.right() + 1 - x - width
            if sheet.way is Qt.LayoutDirection.RightToLeft
            else (body.left() + x)
        )
        found.append(QRect(left, body.top(), width, body.height()))
        x += width
    return tuple(found)


def _row(cells: Sequence[Sequence[Line]], sheet: Sheet, columns: Sequence[QRect]) -> Row:
    both = zip(cells, columns, strict=True)
    return Row(tuple(tuple(_broken(lines, column, sheet)) for lines, column in both))


def _cells(card: Card, market: str, clock: OtherClock | None) -> tuple[list[Line], ...]:
    when = []
    if card.local is not None:
        when = [
            Line(day_name(card.local.date(), "short"), is_strong=True),
            Line(f"{dates.clock(card.local)} {zone_name(card.zone, card.local)}"),
        ]
        forms = clock.forms(card.local, card.zone) if clock else ()
        when += [Line(words, colour=LIGHT.muted) for words in forms[:1]]
    where = [Line(market, is_strong=True), Line(network_name(card.channel.network))]
    if card.channel.handle:
        where.append(Line(card.channel.handle, colour=LIGHT.muted))
    text = [Line(f"{card.name} · {card.headline}", is_strong=True)]
    text += [Line(words) for words in card.text.splitlines()]
    state = [Line(stage_name(card.stage), icon=icons.stage_icon_name(card.stage))]
    flags = [
        Line(
            f"{severity_name(flag.severity)}: {flag.headline}",
            colour=LIGHT.severity(flag.severity).text,
            icon=icons.severity_icon_name(flag.severity),
        )
        for flag in card.flags
    ]
    if not card.is_assessed:
        flags.append(Line(_("Not checked yet"), colour=LIGHT.muted))
    return when, where, text, state, flags


def _broken(lines: Sequence[Line], column: QRect, sheet: Sheet) -> Iterator[Line]:
    """Break lines to the width of their column; nothing is cut off."""
    for line in lines:
        room = column.width() - 2 * PADDING - (sheet.line if line.icon else 0)
        is_first = True
        for words in wrapped(line.words, room, _font(sheet, line)):
            yield Line(words, line.is_strong, line.colour, line.icon if is_first else "")
            is_first = False


def wrapped(words: str, width: int, lettering: QFont) -> Iterator[str]:
    """Yield the lines of words that are broken to a width."""
    if not words:
        yield ""
        return
    layout = QTextLayout(words, lettering)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    units = words.encode("utf-16-le")  # Qt counts UTF-16 units
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start, length = line.textStart(), line.textLength()
        yield units[2 * start : 2 * (start + length)].decode("utf-16-le").rstrip()
    layout.endLayout()


def _font(sheet: Sheet, line: Line) -> QFont:
    return font(sheet.base, TextRole.SMALL_STRONG if line.is_strong else TextRole.SMALL)


def _paint(
    sheet: Sheet,
    columns: Sequence[QRect],
    rows: Sequence[Row],
    listing: Listing,
    painter: QPainter,
) -> None:
    body, line = sheet.body, sheet.line
    is_mirrored = sheet.way is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    flags = int(side | Qt.AlignmentFlag.AlignVCenter)
    painter.fillRect(QRect(body.left(), body.top(), body.width(), line + PADDING), LIGHT.raised)
    painter.setFont(font(sheet.base, TextRole.SMALL_STRONG))
    painter.setPen(LIGHT.text)
    for words, column in zip(listing.heads, columns, strict=True):
        place = QRect(column.left() + PADDING, body.top(), column.width() - 2 * PADDING, line + 4)
        painter.drawText(place, flags, words)
    y = body.top() + line + 2 * PADDING
    if not rows:
        painter.setFont(font(sheet.base, TextRole.SMALL))
        painter.drawText(
            QRect(body.left() + PADDING, y, body.width(), line), flags, listing.nothing
        )
    for row in rows:
        for cell, column in zip(row.cells, columns, strict=True):
            for number, one in enumerate(cell):
                place = QRect(
                    column.left() + PADDING, y + number * line, column.width() - 2 * PADDING, line
                )
                _paint_line(painter, sheet, one, place, flags, is_mirrored=is_mirrored)
        y += row.lines * line + line // 2
        painter.fillRect(body.left(), y - 2, body.width(), 1, LIGHT.border)
        y += line // 2


def _paint_line(
    painter: QPainter, sheet: Sheet, line: Line, place: QRect, flags: int, *, is_mirrored: bool
) -> None:
    colour = line.colour or LIGHT.text
    if line.icon:
        size = sheet.line - 4
        left = place.right() - size if is_mirrored else place.left()
        painter.drawPixmap(
            QPoint(left, place.top() + 2), icons.pixmap(line.icon, colour, size, SHARP)
        )
        step = sheet.line
        place = place.adjusted(0, 0, -step, 0) if is_mirrored else place.adjusted(step, 0, 0, 0)
    painter.setFont(_font(sheet, line))
    painter.setPen(colour)
    painter.drawText(place, flags, line.words)
