"""How a post near its time is painted: when, what and where, and what becomes of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.commands.leaving import Fate, Leaving
from app.domain.flag import Severity
from ui.leaving.leaving_model import ROW_ROLE, LeavingModel
from ui.leaving.leaving_rows import Heading
from ui.leaving.leaving_words import (
    ICONS,
    fate_words,
    headline,
    market_time_words,
    own_time_words,
    place_words,
    why_words,
)
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.isolated import isolated

ICON = 16
STRIPE = 4
TIME_LETTERS = 17
FATE_LETTERS = 42
NARROW = 640
"""Pixels below which what becomes of a post gets less room."""
LEAST_LETTERS = 12
"""So many letters of a post stand between its time and what becomes of it."""
PAST_OPACITY = 0.72

_CENTRE = Qt.AlignmentFlag.AlignVCenter
_LEADING = Qt.AlignmentFlag.AlignLeading | _CENTRE
_WORRIES = {
    Fate.RECALL: Severity.STOP,
    Fate.MISSED: Severity.STOP,
    Fate.LATE: Severity.CAUTION,
}
"""In whose colour the sign of a fate is drawn."""


class LeavingDelegate(QStyledItemDelegate):
    """Paints rows of two lines, and quieter headings between them."""

    def __init__(self, model: LeavingModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        strong, small = _height(option, TextRole.STRONG), _height(option, TextRole.SMALL)
        if isinstance(index.data(ROW_ROLE), Heading):
            return QSize(10, max(strong + 2 * Space.XS, Space.XL) + Space.XS)
        return QSize(10, strong + small + 2 * Space.S)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        elif isinstance(row, Leaving):
            self._paint_post(painter, option, row)
        painter.restore()

    # --- headings -----------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
        theme, place = self.theme, option.rect
        painter.fillRect(place, theme.accent_tint if row.is_now else theme.raised)
        ink = theme.accent if row.is_now else theme.text
        if row.is_now:
            painter.fillRect(place.left(), place.top(), place.width(), 2, theme.accent)
        inner = place.adjusted(Space.L, 0, -Space.L, 0)
        width = self._write(painter, option, inner, row.words, role=TextRole.STRONG, ink=ink)
        rest = inner.adjusted(width + Space.M, 0, 0, 0)
        quiet = ink if row.is_now else theme.muted
        self._write(painter, option, rest, row.detail, role=TextRole.SMALL, ink=quiet)

    # --- posts --------------------------------------------------------------------------------

    def _paint_post(self, painter: QPainter, option: QStyleOptionViewItem, one: Leaving) -> None:
        theme, place = self.theme, option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, theme.accent_tint if is_selected else theme.surface)
        stripe = QRect(place.left(), place.top(), STRIPE, place.height() - 1)
        colour = theme.severity(one.card.severity).stripe
        painter.fillRect(_mirrored(option, stripe), colour)
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.border)
        if one.is_past:
            painter.setOpacity(PAST_OPACITY)
        letter = option.fontMetrics.averageCharWidth()
        is_narrow = place.width() < NARROW
        inner = place.adjusted(Space.L, Space.S - 1, -Space.L, -Space.S)
        time = QRect(inner.left(), inner.top(), letter * TIME_LETTERS, inner.height())
        room = letter * (FATE_LETTERS // 2 if is_narrow else FATE_LETTERS)
        fate = QRect(inner.right() + 1 - room, inner.top(), room, inner.height())
        what = QRect(time.right() + 1, inner.top(), 0, inner.height())
        what.setRight(fate.left() - Space.M)
        if what.width() < letter * LEAST_LETTERS:
            self._paint_shortly(painter, option, inner, one)
        else:
            self._paint_time(painter, option, time, one)
            self._paint_what(painter, option, what, one)
            self._paint_fate(painter, option, fate, one)
        painter.setOpacity(1)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRect(place.adjusted(1, 1, -1, -2))

    def _paint_shortly(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, one: Leaving
    ) -> None:
        """Paint when, what becomes of it, and below it what: more stands in the tooltip."""
        upper, lower = _halves(option, room)
        when = own_time_words(one, self._model.mine)
        wanted = QFontMetrics(font(option.font, TextRole.STRONG)).horizontalAdvance(when) + 1
        time = QRect(upper.topLeft(), QSize(min(wanted, room.width() // 2), upper.height()))
        self._write(painter, option, time, when, role=TextRole.STRONG, ink=self.theme.text)
        ratio = painter.device().devicePixelRatioF()
        sign = icons.pixmap(ICONS[one.fate], self._ink(one.fate), ICON, ratio, self.theme.surface)
        fate = upper.adjusted(time.width() + Space.M, 0, 0, 0)
        painter.drawPixmap(_sign_place(option, fate), sign)
        words = fate.adjusted(ICON + Space.S, 0, 0, 0)
        role = TextRole.STRONG if one.fate in _WORRIES else TextRole.BODY
        self._write(painter, option, words, fate_words(one), role=role, ink=self.theme.text)
        what = isolated(headline(one))
        self._write(painter, option, lower, what, role=TextRole.SMALL, ink=self.theme.muted)

    def _paint_time(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        one: Leaving,
    ) -> None:
        upper, lower = _halves(option, room)
        mine = self._model.mine
        mine_words = own_time_words(one, mine)
        self._write(painter, option, upper, mine_words, role=TextRole.STRONG, ink=self.theme.text)
        there = market_time_words(one, mine)
        self._write(painter, option, lower, there, role=TextRole.SMALL, ink=self.theme.muted)

    def _paint_what(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        one: Leaving,
    ) -> None:
        upper, lower = _halves(option, room)
        market = self._model.market_name(one)
        channel = one.recall.channel if one.recall is not None else one.card.channel
        ratio = painter.device().devicePixelRatioF()
        sign = icons.network_pixmap(channel.network, self.theme.muted, ICON, ratio)
        painter.drawPixmap(_sign_place(option, upper), sign)
        beside = upper.adjusted(ICON + Space.S, 0, 0, 0)
        words = isolated(headline(one))
        self._write(painter, option, beside, words, role=TextRole.BODY, ink=self.theme.text)
        below = lower.adjusted(ICON + Space.S, 0, 0, 0)
        where = place_words(one, market)
        self._write(painter, option, below, where, role=TextRole.SMALL, ink=self.theme.muted)

    def _paint_fate(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, one: Leaving
    ) -> None:
        upper, lower = _halves(option, room)
        ratio = painter.device().devicePixelRatioF()
        sign = icons.pixmap(ICONS[one.fate], self._ink(one.fate), ICON, ratio, self.theme.surface)
        painter.drawPixmap(_sign_place(option, upper), sign)
        beside = upper.adjusted(ICON + Space.S, 0, 0, 0)
        is_strong = one.fate in _WORRIES
        role = TextRole.STRONG if is_strong else TextRole.BODY
        self._write(painter, option, beside, fate_words(one), role=role, ink=self.theme.text)
        why = why_words(one)
        severity = None if one.recall is not None else one.card.severity
        if severity is not None:
            name = icons.severity_icon_name(severity)
            style = self.theme.severity(severity)
            picture = icons.pixmap(name, style.stripe, ICON, ratio, self.theme.surface)
            painter.drawPixmap(_sign_place(option, lower), picture)
        below = lower.adjusted(ICON + Space.S, 0, 0, 0)
        self._write(painter, option, below, why, role=TextRole.SMALL, ink=self.theme.muted)

    def _ink(self, fate: Fate) -> QColor:
        if fate in _WORRIES:
            return self.theme.severity(_WORRIES[fate]).stripe
        return self.theme.accent if fate in (Fate.READY, Fate.QUEUED) else self.theme.text

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        words: str,
        *,
        role: TextRole,
        ink: QColor,
    ) -> int:
        """Write one line, cut where it is too long; return how wide it is."""
        lettering = font(option.font, role)
        metrics = QFontMetrics(lettering)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.setFont(lettering)
        painter.setPen(ink)
        alignment = QStyle.visualAlignment(option.direction, _LEADING)
        painter.drawText(_mirrored(option, room), alignment | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)


def _halves(option: QStyleOptionViewItem, room: QRect) -> tuple[QRect, QRect]:
    height = _height(option, TextRole.STRONG)
    upper = QRect(room.left(), room.top(), room.width(), height)
    lower = QRect(room.left(), upper.bottom() + 1, room.width(), room.bottom() - upper.bottom())
    return upper, lower


def _sign_place(option: QStyleOptionViewItem, line: QRect) -> QRect:
    place = QRect(line.left(), line.center().y() - ICON // 2, ICON, ICON)
    return _mirrored(option, place)


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)


def _height(option: QStyleOptionViewItem, role: TextRole) -> int:
    return QFontMetrics(font(option.font, role)).height()
