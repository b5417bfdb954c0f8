"""Posts under way by drag: what the drag carries, and its picture."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from app.commands.views import Card
from app.domain.market import MarketId
from app.domain.post import PostId
from app.wording import ngettext
from ui.theme import Space, TextRole, Theme, font

MIME_TYPE = "application/x-countersign-posts"


@dataclass(frozen=True, slots=True)
class Drop:
    """What a person asks for by letting posts go somewhere; no day means the tray."""

    post_ids: tuple[PostId, ...]
    market: MarketId | None
    day: date | None
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """A post under way, and the market that it comes from."""

    post: PostId
    market: MarketId


def mime_of(cards: Iterable[Card]) -> QMimeData:
    """Return what a drag of these posts carries."""
    data = QMimeData()
    data.setData(MIME_TYPE, json.dumps([[card.id, card.market] for card in cards]).encode())
    return data


def carried_in(data: QMimeData) -> tuple[Carried, ...]:
    """Return the posts that a drag carries; none when it is a drag of something else."""
    if not data.hasFormat(MIME_TYPE):
        return ()
    pairs = json.loads(bytes(data.data(MIME_TYPE).data()))
    return tuple(Carried(PostId(post), MarketId(market)) for post, market in pairs)


def drag_picture(card: QPixmap, count: int, theme: Theme, base: QFont) -> QPixmap:
    """Return the picture under the pointer: the card, and how many are dragged with it."""
    if count < 2:
        return card
    ratio = card.devicePixelRatio()
    size = card.deviceIndependentSize().toSize()
    margin = int(Space.S)
    picture = QPixmap(
        round((size.width() + margin) * ratio), round((size.height() + margin) * ratio)
    )
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.5)
    painter.drawPixmap(QPoint(margin, margin), card)
    painter.setOpacity(1)
    painter.drawPixmap(QPoint(0, 0), card)
    _draw_count(painter, size.width(), count, theme, base)
    painter.end()
    return picture


def _draw_count(painter: QPainter, width: int, count: int, theme: Theme, base: QFont) -> None:
    words = ngettext("{count} post", "{count} posts", count).format(count=count)
    painter.setFont(font(base, TextRole.SMALL_STRONG))
    metrics = painter.fontMetrics()
    box = QRect(0, 0, metrics.horizontalAdvance(words) + 2 * Space.S, metrics.height() + Space.XS)
    box.moveTopRight(QPoint(width, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(theme.on_accent)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
