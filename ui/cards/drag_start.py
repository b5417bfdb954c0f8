"""Posts that are lifted out of a view, to be let go somewhere."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget

from app.commands.views import Card
from ui.cards.card_painter import CardPainter
from ui.cards.dragging import drag_picture, held_first, mime_of


def lift(
    view: QWidget,
    cards: Iterable[Card],
    held: Card,
    painter: CardPainter,
    *,
    size: QSize,
    grab: QPoint,
    actions: Qt.DropAction,
) -> bool:
    """Drag posts until they are let go; tell whether something says that it has taken them.

    `held` is under the pointer, held at `grab`. The views of the plan never say so: Qt would take
    the posts out of their models.
    """
    carried = held_first(cards, held)
    drag = QDrag(view)
    drag.setMimeData(mime_of(carried))
    picture = painter.picture(held, size)
    drag.setPixmap(drag_picture(picture, len(carried), painter.theme, view.font()))
    drag.setHotSpot(grab)
    return drag.exec(actions, Qt.DropAction.MoveAction) != Qt.DropAction.IgnoreAction
