"""The posts that wait for a review, by risk and time."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.commands.dates import moment
from app.commands.texts import severity_name
from app.commands.views import Card
from app.domain.person import PersonId
from app.domain.post import PostId
from app.wording import _
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.isolated import isolated
from ui.widgets.tooltips import tooltip_of

CARD = Qt.ItemDataRole.UserRole
OWN = Qt.ItemDataRole.UserRole + 1
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
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._on_current)

    def set_cards(self, cards: Sequence[Card], me: PersonId | None) -> None:
        """Show these posts, in this order."""
        self.blockSignals(True)
        self.clear()
        for card in cards:
            is_own = me is not None and card.editor == me
            item = QListWidgetItem(self)
            item.setData(CARD, card)
            item.setData(OWN, is_own)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(card, is_own=is_own))
            item.setToolTip(tooltip_of(card.headline))
        self.blockSignals(False)

    def set_current(self, post_id: PostId | None) -> None:
        """Mark the post that is shown, without saying that it was chosen."""
        self.blockSignals(True)
        rows = (row for row in range(self.count()) if self.item(row).data(CARD).id == post_id)
        self.setCurrentRow(next(rows, -1))
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
        if item is not None:
            self.post_chosen.emit(item.data(CARD).id)


class _QueueDelegate(QStyledItemDelegate):
    """Paints number, time and first words, with the worst severity as icon and stripe."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        small = QFontMetrics(font(option.font, TextRole.SMALL)).height()
        strong = QFontMetrics(font(option.font, TextRole.STRONG)).height()
        return QSize(10, strong + small + Space.S + 2 * Space.XS)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card: Card = index.data(CARD)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        theme = self.theme
        painter.save()
        paper = theme.accent_tint if is_current else theme.surface
        painter.fillRect(option.rect, paper)
        painter.fillRect(
            _mirrored(option, _stripe(option.rect)), theme.severity(card.severity).stripe
        )
        inner = option.rect.adjusted(Space.M, Space.XS, -Space.S, -Space.XS)
        self._paint_icon(painter, option, inner, card)
        words = inner.adjusted(ICON_SIZE + Space.S, 0, 0, 0)
        strong, small = font(option.font, TextRole.STRONG), font(option.font, TextRole.SMALL)
        height = QFontMetrics(strong).height()
        first = QRect(words.left(), words.top(), words.width(), height)
        second = QRect(
            words.left(), first.bottom() + 2, words.width(), words.bottom() - first.bottom()
        )
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(strong)
        painter.setPen(theme.text)
        painter.drawText(_mirrored(option, first), leading, card.name)
        painter.setFont(small)
        painter.setPen(theme.muted)
        painter.drawText(_mirrored(option, first), trailing, _when(card))
        painter.setPen(theme.text)
        headline = _("Your own: {headline}") if index.data(OWN) else "{headline}"
        line = headline.format(headline=isolated(card.headline))
        elided = QFontMetrics(small).elidedText(line, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(_mirrored(option, second), leading, elided)
        if has_focus:
            painter.setPen(theme.focus)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        else:
            painter.setPen(theme.border)
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

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


def _stripe(rect: QRect) -> QRect:
    return QRect(rect.left(), rect.top(), 4, rect.height() - 1)


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)


def _when(card: Card) -> str:
    return moment(card.local) if card.local else _("no date")


def _spoken(card: Card, *, is_own: bool) -> str:
    severity = severity_name(card.severity) if card.severity else _("no flags")
    parts = [card.name, severity, _when(card), card.headline]
    if is_own:
        parts.append(_("your own work"))
    return ", ".join(parts)
