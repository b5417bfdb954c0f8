"""Posts on the clipboard: copied, or cut to be moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.commands.views import Card
from app.domain.post import PostId
from ui.cards.dragging import carried_in, mime_of, seen_in

CUT_TYPE = "application/x-countersign-cut"


@dataclass(frozen=True, slots=True)
class Clipped:
    """What lies on the clipboard, the earliest post first."""

    post_ids: tuple[PostId, ...] = ()
    is_cut: bool = False
    seen: Mapping[PostId, datetime | None] = field(default_factory=dict)
    """Where posts stood when they were cut: a paste moves them from there, or nobody."""


def clip(cards: Sequence[Card], *, is_cut: bool) -> None:
    """Put posts on the clipboard: their numbers for other programs, and none of their words."""
    in_order = sorted(cards, key=lambda card: card.local or datetime.max)
    data = mime_of(in_order)
    data.setText("\n".join(card.name for card in in_order))
    if is_cut:
        data.setData(CUT_TYPE, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def clipped() -> Clipped:
    """Return the posts on the clipboard; none where something else lies there."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:  # nothing at all lies there
        return Clipped()
    carried = carried_in(data)
    post_ids = tuple(one.post for one in carried)
    if not data.hasFormat(CUT_TYPE):
        return Clipped(post_ids)
    return Clipped(post_ids, is_cut=True, seen=seen_in(carried))


def empty() -> None:
    """Take what was cut off the clipboard: it has gone where it was to go."""
    QGuiApplication.clipboard().clear()
