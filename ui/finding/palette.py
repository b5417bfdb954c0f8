"""One field for everything: commands with their keys, days, markets and posts."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.wording import _
from ui.finding.offers import Offer
from ui.theme import Space, TextRole, font
from ui.widgets.elided_line import write_line
from ui.widgets.labels import Label
from ui.widgets.row_ground import paint_ground
from ui.widgets.tooltips import tooltip_of

WIDTH = 640
MOST_ROWS = 10

Offers = Callable[[str], tuple[Offer, ...]]
"""What fits what is typed, the best first."""


class _Role(IntEnum):
    DETAIL = Qt.ItemDataRole.UserRole
    KEYS = Qt.ItemDataRole.UserRole + 1
    IS_CLOSED = Qt.ItemDataRole.UserRole + 2


class Palette(QDialog):
    """Closes with the deed that was chosen, with Esc, or with a click elsewhere.

    `typed` carries what posts should be searched by; `show_posts` takes what was found.
    """

    typed = Signal(str)

    def __init__(self, offers: Offers, hint: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName(hint)
        self._offers = offers
        self._found: tuple[Offer, ...] = ()
        self._shown: tuple[Offer, ...] = ()
        self._is_awaited = False  # whoever has pressed Return wants the first that comes
        self.field = QLineEdit()
        self.field.setObjectName("palette_field")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setMinimumHeight(Space.XL + Space.M)
        self.field.setTextMargins(Space.S, 0, Space.S, 0)
        self.list = QListWidget()
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(_("What can be done and where one can go"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_OfferDelegate(self.list))
        self.list.itemClicked.connect(self._choose)
        self._nothing = Label(_("Nothing fits these words"), muted=True)
        self._nothing.setObjectName("palette_nothing")
        self._nothing.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        for widget in (self.field, self.list, self._nothing):
            column.addWidget(widget)
        self.field.textChanged.connect(self._on_typed)
        self._show()

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        width = min(WIDTH, window.width() - 2 * Space.XL)
        corner = window.rect().topLeft()
        corner.setX((window.width() - width) // 2)
        corner.setY(window.height() // 8)
        self.setFixedWidth(width)
        self.move(window.mapToGlobal(corner))
        self.show()
        self.field.setFocus()

    def show_posts(self, found: tuple[Offer, ...]) -> None:
        """Offer posts too, below what fits by name."""
        self._found = found
        self._show()
        if self._is_awaited and found:
            self._choose(self.list.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.list.currentItem())
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _on_typed(self, text: str) -> None:
        self._found = ()
        self._is_awaited = False
        self._show()
        self.typed.emit(text)

    def _show(self) -> None:
        row = self.list.currentRow()
        kept = self._shown[row].name if self._found and row >= 0 else ""
        self._shown = (*self._offers(self.field.text()), *self._found)
        self.list.clear()
        for offer in self._shown:
            item = QListWidgetItem(offer.name, self.list)
            detail = offer.why_not or offer.detail
            item.setData(_Role.DETAIL, detail)
            item.setData(_Role.KEYS, offer.keys)
            item.setData(_Role.IS_CLOSED, bool(offer.why_not))
            spoken = ", ".join(filter(None, (offer.name, offer.keys, detail)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(tooltip_of(spoken))
        rows = [row for row, offer in enumerate(self._shown) if offer.name == kept]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.setVisible(bool(self._shown))
        self._nothing.setVisible(not self._shown)
        height = self.list.sizeHintForRow(0) if self._shown else 0
        self.list.setFixedHeight(min(len(self._shown), MOST_ROWS) * height + 2)
        self.adjustSize()

    def _step(self, step: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + step) % count)

    def _choose(self, item: QListWidgetItem | None) -> None:
        """Close and do it; what cannot be done stays, with its reason beside it."""
        if item is None:
            self._is_awaited = True
            return
        offer = self._shown[self.list.row(item)]
        if not offer.why_not:
            self.accept()
            QTimer.singleShot(0, offer.deed)  # what it opens must not lie under this


class _OfferDelegate(QStyledItemDelegate):
    """Paints name and detail in two lines, and the key at the end of the row."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        name = QFontMetrics(font(option.font, TextRole.BODY)).height()
        detail = QFontMetrics(font(option.font, TextRole.SMALL)).height()
        return QSize(0, name + detail + 2 * Space.XS + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        paint_ground(self, painter, option, index)
        colours, roles = option.palette, QPalette.ColorRole
        soft = roles.PlaceholderText
        strong = soft if index.data(_Role.IS_CLOSED) else roles.Text
        inner = option.rect.adjusted(Space.M, Space.XS, -Space.M, -Space.XS)
        keys = str(index.data(_Role.KEYS))
        small = QFontMetrics(font(option.font, TextRole.SMALL))
        room = small.horizontalAdvance(keys) + Space.M if keys else 0
        words = QStyle.visualRect(option.direction, option.rect, inner.adjusted(0, 0, -room, 0))
        place = QStyle.visualRect(option.direction, option.rect, inner)
        painter.save()
        painter.setPen(colours.color(strong))
        line = write_line(painter, option, TextRole.BODY, words, str(index.data()))
        painter.setPen(colours.color(soft))
        below = line.translated(0, line.height() + 1)
        write_line(painter, option, TextRole.SMALL, below, str(index.data(_Role.DETAIL)))
        painter.setFont(font(option.font, TextRole.SMALL))
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, QStyle.visualAlignment(option.direction, trailing), keys)
        painter.restore()
