"""Posts under way by drag: what the drag carries, and its picture."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

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
    """What a person asks for by letting posts go somewhere; no day means the tray.

    The first post is the one in the hand: it goes to the day, and the others stay as many days
    from it as they are, unless all are to come together on that day.
    """

    post_ids: tuple[PostId, ...]
    market: MarketId | None
    day: date | None
    is_copy: bool = False
    is_together: bool = False
    clock: time | None = None
    """The time of day for the one in the hand, where the view has hours."""
    seen: Mapping[PostId, datetime | None] = field(default_factory=dict, compare=False)
    """Where posts stood when they were taken up; the others are taken from where they stand."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A post under way, and where it comes from."""

    post: PostId
    market: MarketId
    local: datetime | None = None
    zone: str = "UTC"
    is_approved: bool = False
    is_queued: bool = False
    """Whether a scheduler holds it already."""

    @property
    def day(self) -> date | None:
        """The day that it comes from, or nothing where that is the tray."""
        return self.local and self.local.date()


def mime_of(cards: Iterable[Card]) -> QMimeData:
    """Return what a drag of these posts carries; the first is the one in the hand."""
    data = QMimeData()
    carried = [
        [
            card.id,
            card.market,
            card.local.isoformat() if card.local else None,
            card.zone,
            card.is_approved,
            card.hand_over is not None,
        ]
        for card in cards
    ]
    data.setData(MIME_TYPE, json.dumps(carried).encode())
    return data


def carried_in(data: QMimeData) -> tuple[Carried, ...]:
    """Return the posts that a drag carries; none when it is a drag of something else."""
    if not data.hasFormat(MIME_TYPE):
        return ()
    return tuple(
        Carried(
            PostId(post),
            MarketId(market),
            datetime.fromisoformat(local) if local else None,
            zone,
            is_approved,
            is_queued,
        )
        for post, market, local, zone, is_approved, is_queued in json.loads(
            bytes(data.data(MIME_TYPE).data())
        )
    )


def seen_in(carried: Iterable[Carried]) -> dict[PostId, datetime | None]:
    """Return where posts under way stood when they were taken up."""
    return {one.post: one.local for one in carried}


def day_for(own: date | None, held: date | None, target: date) -> date:
    """Return where a post goes when the one in the hand goes to a day: as far from it as it is."""
    return target if own is None or held is None else target + (own - held)


def held_first(cards: Iterable[Card], held: Card) -> list[Card]:
    """Return the posts of a drag with the one in the hand at the head."""
    return [held, *(card for card in cards if card.id != held.id)]


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
    words = ngettext("{count} post", "{count} posts", count).format(count=f"{count:,}")
    painter.setFont(font(base, TextRole.SMALL_STRONG))
    metrics = painter.fontMetrics()
    box = QRect(0, 0, metrics.horizontalAdvance(words) + 2 * Space.S, metrics.height() + Space.XS)
    box.moveTopRight(QPoint(width, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(theme.on_accent)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
