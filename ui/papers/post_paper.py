"""One post whole on paper: what would go out, its pictures, and what was found about it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from app.commands import dates
from app.commands.texts import network_name, severity_name, stage_name
from app.commands.views import Card, Picture, PostView
from app.domain.flag import Flag
from app.wording import _
from ui.cards.other_clock import OtherClock
from ui.papers.contents import PaperContents
from ui.papers.list_paper import wrapped
from ui.papers.paper_cards import SHARP
from ui.papers.sheet import Sheet
from ui.papers.table_paper import Page
from ui.theme import LIGHT, Space, TextRole, font
from ui.widgets import icons


@dataclass(frozen=True, slots=True)
class Look:
    """How words are written; an icon may stand before their first line."""

    role: TextRole = TextRole.BODY
    colour: QColor | None = None
    sign: str = ""

    def start(self, sheet: Sheet) -> int:
        """How far from the edge the words begin."""
        return sheet.line + Space.S if self.sign else 0


PLAIN = Look()
QUIET = Look(colour=LIGHT.muted)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is not torn: how high it is, and how it is drawn in its place."""

    height: int
    paint: Callable[[QPainter, QRect], None]
    leads: bool = False
    """Whether it stands on one page with what follows, as a heading does."""


def post_pages(contents: PaperContents, sheet: Sheet) -> list[Page]:
    """Return the pages of the one post that was read: text goes on over pages, no picture does."""
    if contents.whole is None:
        return []
    parts = list(_parts(contents.whole, contents.images, sheet, contents.wish.clock))
    return [partial(_paint, sheet, page) for page in _shared_out(parts, sheet.body.height())]


def _shared_out(parts: list[Part], room: int) -> Iterator[list[Part]]:
    page: list[Part] = []
    free = room
    for together in _blocks(parts):
        height = sum(part.height for part in together)
        if height > free and page:
            yield page
            page, free = [], room
        page += together
        free -= height
    yield page


def _blocks(parts: list[Part]) -> Iterator[list[Part]]:
    """Yield each part with what leads to it."""
    block: list[Part] = []
    for part in parts:
        block.append(part)
        if not part.leads:
            yield block
            block = []
    if block:
        yield block


def _parts(
    view: PostView, images: Mapping[str, QImage], sheet: Sheet, clock: OtherClock | None
) -> Iterator[Part]:
    card, content = view.card, view.post.content
    yield from _lines(sheet, f"{card.name} · {card.headline}", Look(TextRole.HEADING))
    for words in _place(view, clock):
        yield from _lines(sheet, words, QUIET)
    yield from _state(view, sheet)
    for title, text in (
        (_("Title"), content.title),
        (_("Text"), content.text or _("This post has no text.")),
        (_("Gloss: what it says"), view.post.gloss),
        (_("Link"), content.link),
        (_("Tags"), ", ".join(content.tags)),
        (_("First comment"), content.first_comment),
    ):
        if text:
            yield from _under(sheet, title, text)
    for number, picture in enumerate(view.pictures, 1):
        yield from _picture(sheet, picture, images.get(picture.digest, QImage()), number)
    yield from _heading(sheet, _("Flags"))
    for flag in view.flags:
        yield from _flag(sheet, flag)
    if not view.flags:
        yield from _lines(sheet, _("Nothing was found."), QUIET)


def _place(view: PostView, clock: OtherClock | None) -> Iterator[str]:
    card = view.card
    channel = card.channel
    names = dict.fromkeys([network_name(channel.network), channel.name, channel.handle])
    language = dates.language_name(card.language)
    yield " · ".join(filter(None, [view.market.name, *names, language]))
    yield " · ".join(_times(card, clock)) or _("Without a date")


def _times(card: Card, clock: OtherClock | None) -> Iterator[str]:
    if card.local is None:
        return
    yield f"{dates.day_name(card.local.date(), 'long')}"
    yield f"{dates.clock(card.local)} {dates.zone_name(card.zone, card.local)}"
    yield from (clock.forms(card.local, card.zone) if clock else ())[:1]


def _state(view: PostView, sheet: Sheet) -> Iterator[Part]:
    stage = view.card.stage
    if view.post.cancelled:
        yield from _lines(sheet, _("Cancelled"), Look(TextRole.STRONG))
        return
    look = Look(TextRole.STRONG, sign=icons.stage_icon_name(stage))
    yield from _lines(sheet, stage_name(stage), look)
    if view.ended:
        yield from _lines(sheet, view.ended)


def _flag(sheet: Sheet, flag: Flag) -> Iterator[Part]:
    sign = icons.severity_icon_name(flag.severity)
    words = f"{severity_name(flag.severity)}: {flag.headline}"
    colour = LIGHT.severity(flag.severity).text
    yield from _lines(sheet, words, Look(TextRole.STRONG, colour, sign))
    yield from _lines(sheet, flag.why)
    yield _gap(Space.S)


def _picture(sheet: Sheet, picture: Picture, image: QImage, number: int) -> Iterator[Part]:
    """Yield a picture no larger than half a page, and below it what it is called and shows."""
    yield from _heading(sheet, _("Picture {number}").format(number=number))
    if not image.isNull():
        room = QSize(sheet.body.width(), sheet.body.height() // 2)
        size = image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        yield Part(size.height() + Space.S, partial(_paint_image, sheet, image, size))
    yield from _lines(sheet, picture.file_name or picture.url, Look(TextRole.SMALL, LIGHT.muted))
    alt = picture.alt or _("It has no alt text.")
    yield from _lines(sheet, alt)


def _under(sheet: Sheet, title: str, text: str) -> Iterator[Part]:
    yield from _heading(sheet, title)
    for line in text.splitlines():
        yield from _lines(sheet, line)


def _heading(sheet: Sheet, title: str) -> Iterator[Part]:
    lines = _lines(sheet, title, Look(TextRole.SMALL_STRONG, LIGHT.muted))
    for part in (_gap(Space.L), *lines, _gap(Space.XS)):
        yield replace(part, leads=True)


def _gap(height: int) -> Part:
    return Part(height, lambda _painter, _place: None)


def _lines(sheet: Sheet, words: str, look: Look = PLAIN) -> Iterator[Part]:
    """Yield words line by line, so that a text of any length is torn between lines only."""
    lettering = font(sheet.base, look.role)
    height = QFontMetrics(lettering).height() + 2
    room = sheet.body.width() - look.start(sheet)
    for number, line in enumerate(wrapped(words, room, lettering)):
        sign = look.sign if number == 0 else ""
        yield Part(height, partial(_paint_line, sheet, line, look, sign))


def _paint(sheet: Sheet, parts: list[Part], painter: QPainter) -> None:
    place = sheet.body
    for part in parts:
        part.paint(painter, QRect(place.left(), place.top(), place.width(), part.height))
        place.setTop(place.top() + part.height)


def _paint_line(  # noqa: PLR0917 - bound one by one, and called with the last two
    sheet: Sheet, line: str, look: Look, sign: str, painter: QPainter, place: QRect
) -> None:
    colour = look.colour or LIGHT.text
    if sign:
        size = sheet.line
        top = place.top() + (place.height() - size) // 2
        corner = sheet.mirrored(QRect(place.left(), top, size, size))
        painter.drawPixmap(corner, icons.pixmap(sign, colour, size, SHARP))
    painter.setFont(font(sheet.base, look.role))
    painter.setPen(colour)
    room = sheet.mirrored(place.adjusted(look.start(sheet), 0, 0, 0))
    painter.drawText(room, sheet.start, line)


def _paint_image(sheet: Sheet, image: QImage, size: QSize, painter: QPainter, place: QRect) -> None:
    painter.drawImage(sheet.mirrored(QRect(place.topLeft(), size)), image)
