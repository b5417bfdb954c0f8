"""The posts that wait for a review, under headings that say in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.commands.dates import moment_seen_from
from app.commands.queue_groups import Group, asked_words, due_words, hindrance_words
from app.commands.review_queue import Waiting
from app.commands.texts import severity_name
from app.commands.views import CalendarView, Card
from app.domain.flag import Severity
from app.domain.person import PersonId
from app.domain.post import PostId
from app.wording import _
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.isolated import isolated
from ui.widgets.tooltips import tooltip_of

WAITING = Qt.ItemDataRole.UserRole
WHEN = Qt.ItemDataRole.UserRole + 1
BELOW = Qt.ItemDataRole.UserRole + 2
ICON_SIZE = 16


class QueueList(QListWidget):
    """One row per post; `post_chosen` carries the id of the one that was clicked or walked to."""

    post_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_queue")
        self.setAccessibleName(_("Posts to review"))
        self._delegate = _QueueDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)

    def set_groups(
        self, groups: Sequence[Group], calendar: CalendarView, me: PersonId, this_year: int
    ) -> None:
        """Show these posts under their headings, in this order, to this person."""
        self.blockSignals(True)
        self.clear()
        for group in groups:
            heading = QListWidgetItem(f"{group.title} · {len(group.posts)}", self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for one in group.posts:
                when = _when(one.card, this_year)
                below = _below(one, asked_words(one, calendar, me), this_year)
                item = QListWidgetItem(self)
                item.setData(WAITING, one)
                item.setData(WHEN, when)
                item.setData(BELOW, below)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(one, when, below))
                item.setToolTip(tooltip_of(f"{one.card.headline}\n{when}\n{below}"))
        self.blockSignals(False)

    def set_current(self, post_id: PostId | None) -> None:
        """Mark the post that is shown, without saying that it was chosen."""
        self.blockSignals(True)
        rows = (row for row in range(self.count()) if _id_at(self.item(row)) == post_id)
        row = next(rows, -1) if post_id is not None else -1
        self.setCurrentRow(row)
        if row == 1:  # the heading above the first post comes along
            self.scrollToTop()
        self.blockSignals(False)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Space to the screen: they turn pages there."""
        if event.text().strip() or event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and _id_at(item) is not None:
            self.post_chosen.emit(_id_at(item))


def _id_at(item: QListWidgetItem) -> PostId | None:
    one: Waiting | None = item.data(WAITING)
    return one.card.id if one is not None else None


@dataclass(frozen=True, slots=True)
class _Ink:
    lettering: QFont
    colour: QColor


class _QueueDelegate(QStyledItemDelegate):
    """Paints number, time, first words and the moment to decide, with the worst severity."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._measured = QFont()
        self._heading = self._post = QSize()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if self._post.isEmpty() or option.font != self._measured:
            self._measure(option.font)
        return self._heading if index.data(WAITING) is None else self._post

    def _measure(self, lettering: QFont) -> None:
        """Measure a line of each kind: a list asks for hundreds before it is painted."""
        small = QFontMetrics(font(lettering, TextRole.SMALL)).height()
        strong = QFontMetrics(font(lettering, TextRole.STRONG)).height()
        self._measured = QFont(lettering)
        self._heading = QSize(10, small + Space.M)
        self._post = QSize(10, strong + 2 * small + Space.S + 2 * Space.XS)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        one: Waiting | None = index.data(WAITING)
        if one is None:
            self._paint_heading(painter, option, str(index.data()))
        else:
            when, below = str(index.data(WHEN)), str(index.data(BELOW))
            self._paint_post(painter, option, one, when, below)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, title: str) -> None:
        painter.fillRect(option.rect, self.theme.window)
        inner = option.rect.adjusted(Space.M, 0, -Space.S, 0)
        lettering = font(option.font, TextRole.SMALL_STRONG)
        self._write(painter, option, inner, title, _Ink(lettering, self.theme.muted))

    def _paint_post(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        one: Waiting,
        when: str,
        below: str,
    ) -> None:
        theme, card = self.theme, one.card
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.accent_tint if is_current else theme.surface)
        stripe = theme.severity(card.severity).stripe
        painter.fillRect(_mirrored(option, _stripe(option.rect)), stripe)
        inner = option.rect.adjusted(Space.M, Space.XS, -Space.S, -Space.XS)
        self._paint_icon(painter, option, inner, card)
        words = inner.adjusted(ICON_SIZE + Space.S, 0, 0, 0)
        strong, small = font(option.font, TextRole.STRONG), font(option.font, TextRole.SMALL)
        first = QRect(words.topLeft(), QSize(words.width(), QFontMetrics(strong).height()))
        line = QSize(words.width(), QFontMetrics(small).height())
        second = QRect(first.bottomLeft().x(), first.bottom() + 2, line.width(), line.height())
        third = second.translated(0, line.height() + 2)
        self._write(painter, option, first, card.name, _Ink(strong, theme.text))
        taken = QFontMetrics(strong).horizontalAdvance(card.name) + Space.S
        painter.setFont(small)
        painter.setPen(theme.muted)
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        rest = first.adjusted(taken, 0, 0, 0)
        shown = elided_when(when, QFontMetrics(small), rest.width())
        painter.drawText(_mirrored(option, rest), trailing, shown)
        headline = isolated(card.headline)
        self._write(painter, option, second, headline, _Ink(small, theme.text))
        is_loud = one.is_overdue and one.hindrance is None
        lettering = font(option.font, TextRole.SMALL_STRONG) if is_loud else small
        colour = theme.severity(Severity.STOP).stripe if is_loud else theme.muted
        self._write(painter, option, third, below, _Ink(lettering, colour))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.focus)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        else:
            painter.setPen(theme.border)
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        words: str,
        ink: _Ink,
    ) -> None:
        """Write one line from the leading edge, cut at the end where it is too long."""
        painter.setFont(ink.lettering)
        painter.setPen(ink.colour)
        metrics = QFontMetrics(ink.lettering)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(_mirrored(option, place), leading, shown)

    def _paint_icon(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, card: Card
    ) -> None:
        if card.severity is None:
            return
        style = self.theme.severity(card.severity)
        name = icons.severity_icon_name(card.severity)
        ratio = painter.device().devicePixelRatio()
        picture = icons.pixmap(name, style.stripe, ICON_SIZE, ratio, style.background)
        place = QRect(inner.left(), inner.center().y() - ICON_SIZE // 2, ICON_SIZE, ICON_SIZE)
        painter.drawPixmap(_mirrored(option, place).topLeft(), picture)


def elided_when(when: str, metrics: QFontMetrics, room: int) -> str:
    """Return a moment that never runs over the number before it."""
    return metrics.elidedText(when, Qt.TextElideMode.ElideRight, max(room, 0))


def _stripe(rect: QRect) -> QRect:
    return QRect(rect.left(), rect.top(), 4, rect.height() - 1)


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)


def _when(card: Card, this_year: int) -> str:
    """Return when a post goes out; what stands in another year says so."""
    return moment_seen_from(this_year, card.local) if card.local else _("no date")


def _below(one: Waiting, asked: str, this_year: int) -> str:
    """Return the last line of a row: why it cannot be decided, or by when and by whom."""
    if one.hindrance is not None:
        return hindrance_words(one.hindrance)
    return " · ".join(filter(None, (due_words(one, this_year), isolated(asked) if asked else "")))


def _spoken(one: Waiting, when: str, below: str) -> str:
    card = one.card
    severity = severity_name(card.severity) if card.severity else _("no flags")
    return f"{card.name}, {severity}, {when}, {card.headline}, {below}"
