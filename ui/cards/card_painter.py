"""Cards, each painted once: on a kept background, with kept, already elided texts."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QStaticText

from app.commands.views import Card, Stage
from app.domain.flag import Severity
from app.domain.post import PostId
from ui.cards.card_arrangement import NETWORK, Arrangement, Ink, Known, Sign, Words, arrange
from ui.cards.card_layout import CardLayout
from ui.cards.kept_texts import KeptTexts, runs_right_to_left
from ui.theme import SeverityStyle, Theme, mixed
from ui.widgets import icons

RADIUS = 5.0
PAST_OPACITY = 0.72
KEPT_BACKGROUNDS = 2_000
KEPT_PIXELS = 12_000_000
"""Of whole cards; at four bytes each some 48 MB at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A laid out text at a place on the card."""

    at: QPointF
    text: QStaticText
    font: QFont
    colour: QColor


@dataclass(frozen=True, slots=True)
class PaintedCard:
    """A card as it was painted once."""

    card: Card
    picture: QPixmap


class CardPainter:
    """Draws cards of one theme, layout and screen; make a new one when any of them changes."""

    def __init__(self, theme: Theme, layout: CardLayout, ratio: float) -> None:
        self.theme = theme
        self.layout = layout
        self._ratio = ratio
        self._small = KeptTexts(layout.small)
        self._strong = KeptTexts(layout.strong)
        self._inks = {severity: _inks(theme.severity(severity)) for severity in (None, *Severity)}
        self._backgrounds: dict[tuple[object, ...], QPixmap] = {}
        self._painted: OrderedDict[tuple[PostId, int, int, bool], PaintedCard] = OrderedDict()
        self._known: Known = {}
        self._pixels = 0

    def paint(
        self,
        painter: QPainter,
        place: QRect,
        card: Card,
        *,
        is_selected: bool = False,
        is_past: bool = False,
    ) -> None:
        """Draw a card; those of the past are dimmed."""
        picture = self._painted_once(card, place.width(), place.height(), is_selected)
        if is_past:
            painter.setOpacity(PAST_OPACITY)
            painter.drawPixmap(place.x(), place.y(), picture)
            painter.setOpacity(1)
        else:
            painter.drawPixmap(place.x(), place.y(), picture)

    def prepare(self, card: Card, size: QSize) -> None:
        """Draw a card that is not shown yet."""
        self._painted_once(card, size.width(), size.height(), is_selected=False)

    def picture(self, card: Card, size: QSize) -> QPixmap:
        """Return a card as a picture of its own, for a drag."""
        return self._painted_once(card, size.width(), size.height(), is_selected=True)

    def _painted_once(self, card: Card, width: int, height: int, is_selected: bool) -> QPixmap:
        key = (card.id, width, height, is_selected)
        kept = self._painted.get(key)
        if kept is None or kept.card is not card:
            picture = self._whole(card, QRect(0, 0, width, height), is_selected)
            self._pixels += _pixels_of(picture) - (_pixels_of(kept.picture) if kept else 0)
            kept = self._painted[key] = PaintedCard(card, picture)
        self._painted.move_to_end(key)
        self._forget_some()
        return kept.picture

    def _forget_some(self) -> None:
        """Give up what was shown longest ago, where more is kept than should be."""
        while self._pixels > KEPT_PIXELS and len(self._painted) > 1:
            _key, oldest = self._painted.popitem(last=False)
            self._pixels -= _pixels_of(oldest.picture)

    def draw(self, painter: QPainter, card: Card, size: QSize) -> None:
        """Draw a card from the origin as lines and letters, for paper: nothing is kept."""
        place = QRect(0, 0, size.width(), size.height())
        arrangement = arrange(card, place, self.layout, self._width)
        self._draw_ground(painter, place, card, arrangement, is_selected=False)
        self._draw_words(painter, card, arrangement)

    def _whole(self, card: Card, place: QRect, is_selected: bool) -> QPixmap:
        arrangement = arrange(card, place, self.layout, self._width, self._known)
        picture = QPixmap(self._background(card, place, arrangement, is_selected))
        painter = QPainter(picture)
        self._draw_words(painter, card, arrangement)
        painter.end()
        return picture

    def _draw_words(self, painter: QPainter, card: Card, arrangement: Arrangement) -> None:
        for piece in self._pieces(card, arrangement):
            painter.setFont(piece.font)
            painter.setPen(piece.colour)
            painter.drawStaticText(piece.at, piece.text)

    def _width(self, text: str, is_strong: bool) -> int:
        return (self._strong if is_strong else self._small).width(text)

    # --- words --------------------------------------------------------------------------------

    def _pieces(self, card: Card, arrangement: Arrangement) -> Iterator[Piece]:
        inks = self._inks[card.severity]
        for words in arrangement.words:
            kept = self._strong if words.is_strong else self._small
            lines = kept.lines(words.text, words.room.width(), words.lines)
            for number, line in enumerate(lines):
                at = self._start(words, line, number)
                yield Piece(at, line, kept.font, inks[words.ink])

    def _start(self, words: Words, line: QStaticText, number: int) -> QPointF:
        room = words.room.translated(0, number * self.layout.line)
        size = line.size()
        is_mirrored = self.layout.direction is Qt.LayoutDirection.RightToLeft
        to_right = is_mirrored or runs_right_to_left(words.text)
        x = room.right() + 1 - size.width() if to_right else float(room.left())
        return QPointF(x, room.top() + (room.height() - size.height()) / 2)

    # --- backgrounds --------------------------------------------------------------------------

    def _background(
        self, card: Card, place: QRect, arrangement: Arrangement, is_selected: bool
    ) -> QPixmap:
        signs = tuple((sign.name, sign.room.x(), sign.room.y()) for sign in arrangement.signs)
        is_draft = card.stage is Stage.DRAFT
        key = (
            place.width(),
            place.height(),
            card.severity,
            is_draft,
            card.is_approved,
            is_selected,
            signs,
        )
        kept = self._backgrounds.get(key)
        if kept is None:
            if len(self._backgrounds) >= KEPT_BACKGROUNDS:
                self._backgrounds.clear()
            kept = self._blank(place.size())
            painter = QPainter(kept)
            self._draw_ground(painter, place, card, arrangement, is_selected=is_selected)
            painter.end()
            self._backgrounds[key] = kept
        return kept

    def _draw_ground(
        self,
        painter: QPainter,
        place: QRect,
        card: Card,
        arrangement: Arrangement,
        *,
        is_selected: bool,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_draft = card.stage is Stage.DRAFT
        self._draw_paper(painter, place, card.severity, is_draft, is_selected)
        self._draw_box(painter, self.layout.box_rect(place), card.is_approved)
        for sign in arrangement.signs:
            self._draw_sign(painter, sign, card.severity)

    def _draw_paper(
        self,
        painter: QPainter,
        place: QRect,
        severity: Severity | None,
        is_draft: bool,
        is_selected: bool,
    ) -> None:
        style = self.theme.severity(severity)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(place, style.background)
        painter.fillRect(self.layout.stripe_rect(place), style.stripe)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_selected:
            painter.setPen(QPen(self.theme.accent, 2))
            box = QRectF(place).adjusted(1, 1, -1, -1)
        else:
            line = mixed(style.stripe, style.background, 0.75 if is_draft else 0.28)
            painter.setPen(
                QPen(line, 1, Qt.PenStyle.DashLine if is_draft else Qt.PenStyle.SolidLine)
            )
            box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _draw_box(self, painter: QPainter, box: QRect, is_ticked: bool) -> None:
        frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        theme = self.theme
        painter.setPen(QPen(theme.accent if is_ticked else theme.outline, 1))
        painter.setBrush(theme.accent if is_ticked else theme.surface)
        painter.drawRoundedRect(frame, 2.5, 2.5)
        if is_ticked:
            painter.drawPixmap(
                box, icons.pixmap("check", theme.on_accent, box.width(), self._ratio)
            )

    def _draw_sign(self, painter: QPainter, sign: Sign, severity: Severity | None) -> None:
        ink, size = self._inks[severity][sign.ink], sign.room.width()
        style = self.theme.severity(severity)
        if sign.name.startswith(NETWORK):
            network = sign.name.removeprefix(NETWORK)
            picture = icons.network_pixmap(network, ink, size, self._ratio)
        else:
            picture = icons.pixmap(sign.name, ink, size, self._ratio, style.background)
        painter.drawPixmap(sign.room, picture)

    def _blank(self, size: QSize) -> QPixmap:
        picture = QPixmap(size * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture


def _inks(style: SeverityStyle) -> dict[Ink, QColor]:
    return {
        Ink.TEXT: style.text,
        Ink.STRIPE: style.stripe,
        Ink.QUIET: mixed(style.text, style.background, 0.8),
    }


def _pixels_of(picture: QPixmap) -> int:
    return picture.width() * picture.height()
