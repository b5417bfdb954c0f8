"""Cards and ghosts as lines and letters: what is painted on paper stays sharp and can be read."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.commands.views import Card, Recall
from ui.cards.card_layout import CardLayout
from ui.cards.card_painter import CardPainter
from ui.cards.ghost_painter import GhostPainter
from ui.theme import LIGHT

SHARP = 4.0
"""How many dots a pixel of an icon has on paper."""


class PaperCards(CardPainter):
    """Draws cards where they stand; on paper nothing is chosen, and the past is as plain."""

    def paint(
        self,
        painter: QPainter,
        place: QRect,
        card: Card,
        *,
        is_selected: bool = False,
        is_past: bool = False,
    ) -> None:
        painter.save()
        painter.translate(place.topLeft())
        self.draw(painter, card, place.size())
        painter.restore()


class PaperGhosts(GhostPainter):
    """Draws ghosts where they stand."""

    def paint(
        self,
        painter: QPainter,
        place: QRect,
        ghost: Recall,
        *,
        is_selected: bool = False,
    ) -> None:
        painter.save()
        painter.translate(place.topLeft())
        self.draw(painter, ghost, place.size())
        painter.restore()


def painters(layout: CardLayout) -> tuple[PaperCards, PaperGhosts]:
    """Return what draws cards and ghosts of a layout on paper: always the light theme."""
    return PaperCards(LIGHT, layout, SHARP), PaperGhosts(LIGHT, layout, SHARP)
