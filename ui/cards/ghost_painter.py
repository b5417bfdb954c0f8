"""Ghosts: what a scheduler will send that is not so any more, painted quietly and dashed."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.commands.views import Recall
from app.domain.flag import Severity
from ui.cards.card_arrangement import NETWORK, Ink, Sign, Words
from ui.cards.card_layout import GAP, CardLayout, Density
from ui.cards.card_painter import RADIUS
from ui.cards.ghost_words import first_words, still_queued, time_words
from ui.cards.kept_texts import KeptTexts, runs_right_to_left
from ui.theme import Theme, mixed
from ui.widgets import icons

KEPT = 500
QUEUED_SIGN = "stage-queued"


class GhostPainter:
    """Draws ghosts of one theme, layout and screen; make a new one when any of them changes."""

    def __init__(self, theme: Theme, layout: CardLayout, ratio: float) -> None:
        self._theme = theme
        self._layout = layout
        self._ratio = ratio
        self._small = KeptTexts(layout.small)
        self._strong = KeptTexts(layout.strong)
        warning = theme.severity(Severity.CAUTION)
        self._inks: dict[Ink, QColor] = {
            Ink.TEXT: theme.text,
            Ink.QUIET: theme.muted,
            Ink.STRIPE: warning.stripe,
        }
        self._painted: dict[tuple[int, int, int, bool], tuple[Recall, QPixmap]] = {}

    def paint(
        self, painter: QPainter, place: QRect, ghost: Recall, *, is_selected: bool = False
    ) -> None:
        """Draw a ghost."""
        key = (id(ghost), place.width(), place.height(), is_selected)
        kept = self._painted.get(key)
        if kept is None or kept[0] is not ghost:
            if len(self._painted) >= KEPT:
                self._painted.clear()
            kept = self._painted[key] = (ghost, self._whole(ghost, place.size(), is_selected))
        painter.drawPixmap(place.topLeft(), kept[1])

    def _whole(self, ghost: Recall, size: QSize, is_selected: bool) -> QPixmap:
        picture = QPixmap(size * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.draw(painter, ghost, size, is_selected=is_selected)
        painter.end()
        return picture

    def draw(
        self, painter: QPainter, ghost: Recall, size: QSize, *, is_selected: bool = False
    ) -> None:
        """Draw a ghost from the origin as lines and letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(QPointF(0, 0).toPoint(), size)
        self._draw_frame(painter, place, is_selected)
        for part in self._parts(ghost, place):
            if isinstance(part, Sign):
                self._draw_sign(painter, part)
            else:
                self._draw_words(painter, part)

    def _draw_frame(self, painter: QPainter, place: QRect, is_selected: bool) -> None:
        theme = self._theme
        paper = QColor(mixed(theme.surface, theme.window, 0.5))
        painter.setBrush(paper)
        width = 2 if is_selected else 1
        colour = theme.accent if is_selected else theme.outline
        painter.setPen(QPen(colour, width, Qt.PenStyle.DashLine))
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(place).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS
        )

    def _parts(self, ghost: Recall, place: QRect) -> Iterator[Sign | Words]:
        layout = self._layout
        step = layout.icon + GAP
        room = layout.line_rect(place, 0)
        yield Sign(QUEUED_SIGN, layout.leading(room, layout.icon), Ink.STRIPE)
        room = layout.without_start(room, step)
        if layout.density is not Density.COMPACT:
            network = NETWORK + ghost.channel.network
            yield Sign(network, layout.trailing(room, layout.icon), Ink.QUIET)
            room = layout.without_end(room, step)
        time = time_words(ghost)
        yield Words(time, room, is_strong=True, ink=Ink.QUIET)
        room = layout.without_start(room, self._strong.width(time) + GAP)
        if layout.density is Density.COMPACT:
            yield Words(self._fitting(ghost, room), room, ink=Ink.QUIET)
            yield from self._other_time(ghost, layout.line_rect(place, 1))
            return
        row = 1
        for words in self._other_time(ghost, layout.line_rect(place, 1)):
            yield words
            row = 2
        lines = layout.lines - 1 - row
        yield Words(first_words(ghost), layout.line_rect(place, row), ink=Ink.QUIET, lines=lines)
        last = layout.line_rect(place, layout.lines - 1)
        yield Words(self._fitting(ghost, last), last, ink=Ink.STRIPE)

    def _other_time(self, ghost: Recall, room: QRect) -> Iterator[Words]:
        clock = self._layout.clock
        forms = clock.forms(ghost.local, ghost.market.zone) if clock else ()
        fitting = [form for form in forms if self._small.width(form) <= room.width()]
        if fitting:
            yield Words(fitting[0], room, ink=Ink.QUIET)

    def _fitting(self, ghost: Recall, room: QRect) -> str:
        forms = still_queued(ghost)
        fitting = (form for form in forms if self._small.width(form) <= room.width())
        return next(fitting, forms[-1])

    def _draw_sign(self, painter: QPainter, sign: Sign) -> None:
        ink, size = self._inks[sign.ink], sign.room.width()
        if sign.name.startswith(NETWORK):
            network = sign.name.removeprefix(NETWORK)
            picture = icons.network_pixmap(network, ink, size, self._ratio)
        else:
            picture = icons.pixmap(sign.name, ink, size, self._ratio, self._theme.surface)
        painter.drawPixmap(sign.room, picture)

    def _draw_words(self, painter: QPainter, words: Words) -> None:
        kept = self._strong if words.is_strong else self._small
        painter.setFont(kept.font)
        painter.setPen(self._inks[words.ink])
        is_mirrored = self._layout.direction is Qt.LayoutDirection.RightToLeft
        to_right = is_mirrored or runs_right_to_left(words.text)
        for number, line in enumerate(kept.lines(words.text, words.room.width(), words.lines)):
            room = words.room.translated(0, number * self._layout.line)
            size = line.size()
            x = room.right() + 1 - size.width() if to_right else float(room.left())
            painter.drawStaticText(
                QPointF(x, room.top() + (room.height() - size.height()) / 2), line
            )
