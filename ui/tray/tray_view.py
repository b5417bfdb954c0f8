"""The tray as a narrow list of cards: drag out to schedule, drag in to take off the calendar."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.commands.views import Card
from app.domain.post import PostId
from app.wording import _
from ui.cards.card_layout import CardLayout, Density
from ui.cards.card_painter import CardPainter
from ui.cards.drag_start import lift
from ui.theme import Space, Theme
from ui.tray.tray_model import TrayModel

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Draws a row as the same card that the grid shows."""

    def __init__(self, model: TrayModel, painter: CardPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._tray = model
        self.cards = painter

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.cards.layout.lane_height + Space.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = self._tray.card(index)
        if card is None:
            return
        place = self.cards.layout.card_rect(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.cards.paint(painter, place, card, is_selected=is_selected)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.cards.theme.focus)
            painter.drawRect(place.adjusted(-1, -1, 0, 0))


class TrayView(QListView):
    """`post_opened` and `review_requested` carry the id of a post.

    `lifted` tells that a drag begins, `given_up` that it ended and nothing says it took the posts.
    """

    post_opened = Signal(object)
    review_requested = Signal(object)
    lifted = Signal()
    given_up = Signal()

    def __init__(self, model: TrayModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tray")
        self.setAccessibleName(_("Tray: posts without a date"))
        self._tray = model
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._delegate = CardDelegate(model, self._new_painter(), self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.doubleClicked.connect(self._on_opened)

    def selected_cards(self) -> tuple[Card, ...]:
        """Return the selected posts from top to bottom."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return tuple(card for card in map(self._tray.card, indexes) if card is not None)

    def current_post(self) -> PostId | None:
        """Return the post of the current row."""
        card = self._tray.card(self.currentIndex())
        return card.id if card is not None else None

    def choose_post(self, post_id: PostId) -> bool:
        """Make a post the current one and scroll to it; False when it is not here."""
        index = self._tray.index_of(post_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def select_nothing(self) -> bool:
        """Select no post any more; tell whether any was selected."""
        had_any = self.selectionModel().hasSelection()
        self.clearSelection()
        return had_any

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._delegate.cards = self._new_painter()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._delegate.cards = self._new_painter()

    def keyboardSearch(self, search: str) -> None:
        """Single letters are commands, never a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self._tray.card(self.currentIndex())
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if card is not None:
                self.post_opened.emit(card.id)
            case Qt.Key.Key_Space if card is not None:
                self.review_requested.emit(card.id)
            case Qt.Key.Key_Escape:
                event.ignore()  # the screen knows what comes first
            case _:
                super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:
        held = self._tray.card(self.currentIndex())
        if held is None:
            return
        painter = self._delegate.cards
        size = painter.layout.card_rect(self.visualRect(self.currentIndex())).size()
        self.lifted.emit()
        is_taken = lift(
            self,
            self.selected_cards(),
            held,
            painter,
            size=size,
            grab=QRect(QPoint(0, 0), size).center(),
            actions=supported,
        )
        if not is_taken:
            self.given_up.emit()

    def _new_painter(self) -> CardPainter:
        layout = CardLayout.of(Density.NORMAL, self.font(), self.layoutDirection())
        return CardPainter(self._theme, layout, self.devicePixelRatioF())

    def _on_opened(self, index: QModelIndex) -> None:
        card = self._tray.card(index)
        if card is not None:
            self.post_opened.emit(card.id)
