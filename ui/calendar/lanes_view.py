"""The grid of markets and days: looking, choosing, and asking for what is to happen."""

from collections.abc import Callable, Collection
from datetime import date, datetime

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip, QWidget

from app.commands.views import Card, Recall
from app.domain.market import MarketId
from app.domain.post import PostId
from app.wording import _
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.day_header import DayHeader
from ui.calendar.drop_sight import DropSight, HoverFlags, now_utc
from ui.calendar.grid_geometry import GridGeometry
from ui.calendar.grid_painter import GridPainter
from ui.calendar.grid_view import View
from ui.calendar.market_header import MarketHeader
from ui.calendar.zoom import AS_IT_FITS
from ui.cards.card_layout import TARGET, CardLayout, Density
from ui.cards.card_painter import CardPainter
from ui.cards.drag_paging import EdgePager
from ui.cards.dragging import carried_in, drag_picture, held_first, mime_of
from ui.cards.ghost_painter import GhostPainter
from ui.cards.other_clock import OtherClock
from ui.plan.folding import Folding
from ui.theme import Theme
from ui.widgets.tooltips import tooltip_of

NOTCH = 120
"""How far a wheel turns from one notch to the next."""


class LanesView(QTableView):
    """Shows the model's cards; changes nothing itself.

    `post_opened` carries the post that a person wants to see, `new_post_requested` the market and
    day where they want a new one, `review_requested` the post that they want to review,
    `menu_requested` the place on the screen for the menu of what is selected, `zoomed` how wide
    the person wants the days from now on, `folded` the Folding that they have chosen.
    """

    post_opened = Signal(object)
    review_requested = Signal(object)
    new_post_requested = Signal(object, object)
    menu_requested = Signal(QPoint)
    zoomed = Signal(int)
    folded = Signal(object)
    hides_empty_lanes = True
    """Whether a market is no taller than the days in view need."""

    def __init__(
        self,
        model: CalendarModel,
        theme: Theme,
        hover_flags: HoverFlags,
        *,
        density: Density = Density.NORMAL,
        today: date,
        now: Callable[[], datetime] = now_utc,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("calendar")
        self._calendar = model
        self._theme = theme
        self._hover_flags = hover_flags
        self._density = density
        self._clock: OtherClock | None = None
        self._today = today
        self._pressed_at = QPoint()
        self._turned = 0
        self._kept_place: tuple[MarketId, date] | None = None
        self._pressed_box: QModelIndex | None = None
        self.day_header = self._new_day_header()
        self.market_header = self._new_market_header()
        self._sight = DropSight(model, theme, hover_flags, self.viewport(), now)
        self._dragged_at = QPoint()
        self._is_copying = False
        self.pager = EdgePager(self, theme)
        self._set_up()
        self._painter = self._new_painter()
        self._geometry = self._new_geometry()
        self.setModel(model)
        model.layoutAboutToBeChanged.connect(self._remember_place)
        model.layoutChanged.connect(self._return_to_place)
        # headers take a post's move for the move of its row and column, sizes included
        model.heads_changed.connect(self._geometry.settle_rows)
        model.heads_changed.connect(self._geometry.settle_columns)
        model.review_requested.connect(self.review_requested)
        self.market_header.folding_asked.connect(self.fold)
        self.verticalScrollBar().valueChanged.connect(self.market_header.viewport().update)
        if self.hides_empty_lanes:
            model.layoutAboutToBeChanged.connect(self._geometry.show_all_lanes)
            model.modelAboutToBeReset.connect(self._geometry.show_all_lanes)
            model.heads_changed.connect(self._hide_empty_lanes)
            self.horizontalScrollBar().valueChanged.connect(self._hide_empty_lanes)
        self._geometry.settle_rows()

    # --- what is chosen -----------------------------------------------------------------------

    def selected_cards(self) -> tuple[Card, ...]:
        """Return the selected posts by day and lane; without any, the post of the current cell."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=self._by_day)
        found = [self._calendar.card(index) for index in indexes]
        cards = tuple(card for card in found if card is not None)
        current = self.current_card()
        return cards or ((current,) if current else ())

    def current_card(self) -> Card | None:
        """Return the post of the current cell, if there is one."""
        index = self.currentIndex()
        return self._calendar.card(index) if index.isValid() else None

    def current_ghost(self) -> Recall | None:
        """Return the ghost of the current cell, if there is one."""
        index = self.currentIndex()
        return self._calendar.ghost(index) if index.isValid() else None

    def current_post(self) -> PostId | None:
        """Return which post the current cell is about: that of its card or of its ghost."""
        index = self.currentIndex()
        return self._calendar.post_at(index) if index.isValid() else None

    def current_place(self) -> tuple[MarketId, date] | None:
        """Return market and day of the current cell."""
        index = self.currentIndex()
        return self._place(index) if index.isValid() else None

    def choose_post(self, post_id: PostId) -> bool:
        """Make a post the current one and scroll to it; False when it is not shown.

        Where it is folded away its market is opened.
        """
        self._open_for([post_id])
        return self._choose(self._calendar.index_of(post_id))

    def choose_posts(self, post_ids: Collection[PostId]) -> bool:
        """Select posts, the earliest of them the current one; False when none is shown."""
        self._open_for(post_ids)
        found = [index for index in map(self._calendar.index_of, post_ids) if index.isValid()]
        if not found:
            return False
        self._choose(min(found, key=lambda index: (index.column(), index.row())))
        for index in found:
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        return True

    def choose_place(self, market: MarketId, day: date) -> bool:
        """Make the first cell of a market and day the current one; False when it is not shown."""
        return self._choose(self._calendar.index_at(market, day))

    def choose_flagged(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) flagged post by day and lane; False at the end."""
        flagged = sorted(
            (card for card in self._calendar.lanes.shown if card.asks_for_a_look), key=self._order
        )
        current = self.current_card()
        here = (*self._by_day(self.currentIndex()), datetime.min)
        if current is not None:
            here = self._order(current)
        ahead = [
            card
            for card in flagged
            if (self._order(card) > here if step > 0 else self._order(card) < here)
        ]
        return bool(ahead) and self.choose_post((ahead[0] if step > 0 else ahead[-1]).id)

    # --- looks --------------------------------------------------------------------------------

    @property
    def sight(self) -> DropSight:
        """What a drag over the grid shows."""
        return self._sight

    @property
    def density(self) -> Density:
        """How much a card shows."""
        return self._density

    def set_density(self, density: Density) -> None:
        """Show more or less on each card."""
        self._density = density
        self._renew()

    def set_clock(self, clock: OtherClock | None) -> None:
        """Say the time of another zone beside each market's own, or of none."""
        self._clock = clock
        self._calendar.set_clock(clock)
        self.market_header.set_clock(clock)
        self._renew()

    @property
    def zoom(self) -> int:
        """How wide the days are, in percent of what reads best; AS_IT_FITS where nobody said."""
        return self._geometry.zoom

    def set_zoom(self, zoom: int, at: int | None = None) -> None:
        """Make the days wider or narrower; what is at this place of the viewport stays there."""
        header, bar = self.horizontalHeader(), self.horizontalScrollBar()
        place = self.viewport().width() // 2 if at is None else at
        if self.isRightToLeft():
            place = self.viewport().width() - place
        share = (header.offset() + place) / max(header.length(), 1)
        self._geometry.zoom = zoom
        self._geometry.settle_columns()
        self.updateGeometries()
        bar.setValue(round(share * header.length()) - place)
        self._hide_empty_lanes()

    def zoom_by(self, step: int, at: int | None = None) -> None:
        """Make the days a step wider (1) or narrower (-1), from now on."""
        self._zoom_to(self._geometry.next_zoom(step), at)

    def zoom_as_it_fits(self) -> None:
        """Let the days be as wide as it fits, from now on."""
        self._zoom_to(AS_IT_FITS, None)

    def fold(self, folding: Folding) -> None:
        """Fold regions and markets away, from now on."""
        if folding != self._calendar.folding:
            self._calendar.set_folding(folding)
            self.folded.emit(folding)

    def fold_current(self) -> None:
        """Fold the region or market of the current cell, or open it again."""
        index = self.currentIndex()
        if index.isValid() and self._calendar.lanes.rows:
            lane = self._calendar.lane(index.row())
            folding = self._calendar.folding
            if lane.region is not None:
                self.fold(folding.turned(region=lane.region.name))
            else:
                self.fold(folding.turned(market=lane.market.id))

    def fold_region(self) -> None:
        """Fold the region of the current cell, or open it again."""
        index = self.currentIndex()
        if index.isValid() and self._calendar.folding.by_region:
            region = self._calendar.market_at(index).region
            self.fold(self._calendar.folding.turned(region=region))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self._sight, self.pager, self.day_header, self.market_header):
            part.set_theme(theme)
        self._renew()

    def set_today(self, today: date) -> None:
        """Mark another day as today."""
        self._today = today
        self.day_header.set_today(today)
        self.viewport().update()

    def markets_in_view(self) -> frozenset[MarketId]:
        """Return the markets of which rows can be seen now."""
        height = self.viewport().height()
        first, last = self.rowAt(0), self.rowAt(height - 1)
        rows = self._calendar.lanes.rows
        seen = rows[max(first, 0) : last + 1 if last >= 0 else len(rows)]
        return frozenset(lane.market.id for lane in seen)

    def prepare(self, card: Card, column: int) -> None:
        """Draw a card of a column of other days, so that it need not be drawn when they come."""
        layout = self._painter.cards.layout
        cell = QRect(0, 0, self.columnWidth(column), layout.lane_height)
        self._painter.cards.prepare(card, layout.card_rect(cell).size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        exposed = event.rect()
        self._painter.paint(painter, exposed, self._view(exposed))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.LayoutDirectionChange,
            QEvent.Type.DevicePixelRatioChange,
        ):
            self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._geometry.settle_columns()
        self._hide_empty_lanes()
        if event.size().width() < event.oldSize().width() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # the panel that opens must not hide its own post

    def viewportEvent(self, event: QEvent) -> bool:
        """Over the name of a day say what it means, even where a card lies below the name."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid() and event.pos().y() < self._geometry.card_rect(index).top():
                words = "\n".join(self._calendar.day_lines(*self._place(index)))
                if words:
                    QToolTip.showText(event.globalPos(), tooltip_of(words), self)
                    return True
        return super().viewportEvent(event)

    # --- keys and mouse -----------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes days wider and narrower, where the pointer is."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        event.accept()
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        for _step in range(abs(steps)):
            self.zoom_by(1 if steps > 0 else -1, event.position().toPoint().x())

    def keyboardSearch(self, search: str) -> None:
        """Single letters are commands here, never a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.current_card()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self._is_on_sum():
                self.fold_current()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self._open_current()
            case Qt.Key.Key_Space if card is not None:
                self.review_requested.emit(card.id)
            case Qt.Key.Key_Space if self.current_ghost() is not None:
                self._open_current()
            case Qt.Key.Key_Escape:
                event.ignore()  # the screen knows what comes first
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        index = self.indexAt(self._pressed_at)
        self._pressed_box = None
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_box(index, self._pressed_at):
            self._pressed_box = index
            self._choose(index)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_box is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_box = self._pressed_box, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        position = event.position().toPoint()
        if self.indexAt(position) == pressed and self._is_on_box(pressed, position):
            self._calendar.setData(pressed, None, Qt.ItemDataRole.CheckStateRole)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self._choose(index)
            if self._is_on_sum():
                self.fold_current()
            else:
                self._open_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            index = self.indexAt(self.viewport().mapFromGlobal(place))
            if index.isValid() and not self.selectionModel().isSelected(index):
                self._choose(index)
        self.menu_requested.emit(place)

    # --- dragging -----------------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        pressed = self.indexAt(self._pressed_at)
        held = self._calendar.card(pressed)
        if held is None:
            return
        cards = held_first(self.selected_cards(), held)
        place = self._geometry.card_rect(pressed)
        drag = QDrag(self)
        drag.setMimeData(mime_of(cards))
        picture = self._painter.cards.picture(held, place.size())
        drag.setPixmap(drag_picture(picture, len(cards), self._theme, self.font()))
        drag.setHotSpot(self._pressed_at - place.topLeft())
        drag.exec(supported, Qt.DropAction.MoveAction)
        self._end_of_drag()

    def aim_again(self) -> None:
        """Say what a drop means where the drag is, after other days have come below it."""
        self._sight.look_away()
        self._aim(self._dragged_at, is_copy=self._is_copying)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._sight.begin(carried_in(event.mimeData()))
        if self._sight.is_active:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Aim at the cell below; Qt's own way paints the whole grid anew, which edges need only."""
        position = event.position().toPoint()
        if self._room_without_edges().contains(position):
            self.stopAutoScroll()
        else:
            super().dragMoveEvent(event)
        self._is_copying = event.proposedAction() is Qt.DropAction.CopyAction
        self.pager.follow(position)
        if self._aim(position, is_copy=self._is_copying):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._end_of_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._end_of_drag()

    # --- inside -------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.day_header)
        self.setVerticalHeader(self.market_header)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoScroll(True)
        self.setAutoScrollMargin(TARGET)
        self.setAccessibleName(_("Calendar"))

    def _aim(self, position: QPoint, *, is_copy: bool) -> bool:
        """Point at the cell below a drag; False where there is none."""
        self._dragged_at = position
        index = self.indexAt(position)
        takes = bool(index.flags() & Qt.ItemFlag.ItemIsDropEnabled)
        if not self._sight.is_active or not takes:
            self._sight.look_away()
            return False
        place = self._place(index)
        self._sight.aim(*place, self._geometry.cell_rect(*place), is_copy=is_copy)
        return True

    def _end_of_drag(self) -> None:
        self.pager.stop()
        self._sight.end()

    def _room_without_edges(self) -> QRect:
        """Return where a drag does not scroll the grid."""
        margin = self.autoScrollMargin()
        return self.viewport().rect().adjusted(margin, margin, -margin, -margin)

    def _remember_place(self) -> None:
        self._kept_place = self.current_place()

    def _return_to_place(self) -> None:
        """Stay in the cell that was empty and into which a post has come."""
        if not self.currentIndex().isValid() and self._kept_place is not None:
            index = self._calendar.index_at(*self._kept_place)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _new_day_header(self) -> DayHeader:
        return DayHeader(self._calendar, self._theme, self._today, self)

    def _new_market_header(self) -> MarketHeader:
        return MarketHeader(self._calendar, self._theme, self)

    def _new_geometry(self) -> GridGeometry:
        return GridGeometry(self, self._calendar, self._painter.cards.layout)

    def _new_painter(self) -> GridPainter:
        layout = CardLayout.of(self._density, self.font(), self.layoutDirection(), self._clock)
        cards = CardPainter(self._theme, layout, self.devicePixelRatioF())
        ghosts = GhostPainter(self._theme, layout, self.devicePixelRatioF())
        return self._painter_of(cards, ghosts)

    def _painter_of(self, cards: CardPainter, ghosts: GhostPainter) -> GridPainter:
        return GridPainter(self._theme, self._calendar, cards, ghosts)

    def _renew(self) -> None:
        self._painter = self._new_painter()
        self._geometry.layout = self._painter.cards.layout
        self._geometry.settle_rows()
        self._geometry.settle_columns()
        self.viewport().update()

    def _view(self, exposed: QRect) -> View:
        current = self.currentIndex()
        selected = self.selectionModel().selectedIndexes()
        return View(
            rows=self._geometry.rows_in(exposed),
            columns=self._geometry.columns_in(exposed),
            strips=self._geometry.strips,
            selected=frozenset((index.row(), index.column()) for index in selected),
            current=(current.row(), current.column()) if current.isValid() else None,
            has_focus=self.hasFocus(),
            today=self._today,
            drop_target=self._sight.target,
            is_dragging=self._sight.is_active,
            hidden=self._geometry.hidden,
        )

    def _hide_empty_lanes(self) -> None:
        """Keep markets no taller than the days in view need; never below a drag."""
        if self.hides_empty_lanes and not self._sight.is_active:
            index = self.currentIndex()
            current = (index.row(), index.column()) if index.isValid() else None
            self._geometry.hide_empty_lanes(current)

    def _zoom_to(self, zoom: int, at: int | None) -> None:
        if zoom != self.zoom:
            self.set_zoom(zoom, at)
            self.zoomed.emit(zoom)

    def _is_on_sum(self) -> bool:
        """Tell whether the current cell stands for many posts."""
        index = self.currentIndex()
        return index.isValid() and self._calendar.is_summed(index.row())

    def _open_for(self, post_ids: Collection[PostId]) -> None:
        """Open the markets of posts that are folded away."""
        calendar = self._calendar
        hidden = {
            card.market
            for card in calendar.lanes.shown
            if card.id in post_ids and card.id not in calendar.lanes.places
        }
        folding = calendar.folding
        for market in calendar.markets:
            if market.id in hidden:
                folding = folding.opened_for(market)
        self.fold(folding)

    def _by_day(self, index: QModelIndex) -> tuple[date, int]:
        """Return what orders cells by day and lane."""
        if not index.isValid():
            return date.min, -1
        return self._calendar.day(index.row(), index.column()), index.row()

    def _order(self, card: Card) -> tuple[date, int, datetime]:
        """Return what orders posts by day and lane; in a row that sums them up, by their times."""
        place = self._calendar.lanes.places.get(card.id)
        index = QModelIndex()
        if place is not None:
            index = self._calendar.index(*place)
        elif card.day is not None:
            index = self._calendar.index_at(card.market, card.day)
        return (*self._by_day(index), card.local or datetime.min)

    def _place(self, index: QModelIndex) -> tuple[MarketId, date]:
        return self._calendar.place(index)

    def _is_on_box(self, index: QModelIndex, position: QPoint) -> bool:
        if not index.isValid() or self._calendar.card(index) is None:
            return False
        return self._painter.cards.layout.box_target(self._geometry.card_rect(index)).contains(
            position
        )

    def _choose(self, index: QModelIndex) -> bool:
        if not index.isValid():
            return False
        self.setRowHidden(index.row(), False)  # what is hidden would not be scrolled to
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._hide_empty_lanes()
        return True

    def _open_current(self) -> None:
        index, post_id = self.currentIndex(), self.current_post()
        if post_id is not None:
            self.post_opened.emit(post_id)
        elif index.isValid():
            self.new_post_requested.emit(*self._place(index))
