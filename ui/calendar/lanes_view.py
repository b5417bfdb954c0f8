"""The grid of markets and days: looking, choosing, and asking for what is to happen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTableModelChangeEvent,
    QContextMenuEvent,
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

from app.commands.views import Card
from app.domain.market import MarketId
from app.wording import _
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.day_header import DayHeader
from ui.calendar.drop_sight import DropSight, HoverFlags, now_utc
from ui.calendar.grid_choice import GridChoice
from ui.calendar.grid_drag import GridDrag
from ui.calendar.grid_folds import GridFolds
from ui.calendar.grid_geometry import GridGeometry
from ui.calendar.grid_painter import GridPainter
from ui.calendar.grid_view import View
from ui.calendar.grid_zoom import GridZoom
from ui.calendar.market_header import MarketHeader
from ui.cards.card_layout import CardLayout, Density
from ui.cards.card_painter import CardPainter
from ui.cards.drag_start import lift
from ui.cards.ghost_painter import GhostPainter
from ui.cards.other_clock import OtherClock
from ui.theme import Theme
from ui.widgets.menu_place import menu_place
from ui.widgets.tooltips import tooltip_of


class LanesView(QTableView):
    """Shows the model's cards; changes nothing itself.

    `post_opened` carries the post that a person wants to see, `new_post_requested` the market and
    day where they want a new one, `review_requested` the post that they want to review,
    `menu_requested` the place on the screen for the menu of what is selected, `lifted` that a drag
    begins and `given_up` that it ended and nothing says it has taken the posts. `choice` says what
    is chosen, `folds` folds rows away, `zoom` makes days wider and narrower, `drag` knows of a drag
    over it.
    """

    post_opened = Signal(object)
    review_requested = Signal(object)
    new_post_requested = Signal(object, object)
    menu_requested = Signal(QPoint)
    lifted = Signal()
    given_up = Signal()
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
        self._density = density
        self._clock: OtherClock | None = None
        self._today = today
        self._pressed_at = QPoint()
        self._pressed_box: QModelIndex | None = None
        self.day_header = self._new_day_header()
        self.market_header = self._new_market_header()
        self._set_up()
        self._painter = self._new_painter()
        self._geometry = self._new_geometry()
        self.drag = self._new_drag(DropSight(model, theme, hover_flags, self.viewport(), now))
        self.setModel(model)
        self.folds = GridFolds(self, model)
        self.choice = GridChoice(self, model, self.folds, self._hide_empty_lanes)
        self.zoom = self._new_zoom()
        # headers take a post's move for the move of its row and column, sizes included
        model.heads_changed.connect(self._geometry.settle_rows)
        model.heads_changed.connect(self._geometry.settle_columns)
        model.posts_moved.connect(self._tell_moved)
        model.review_requested.connect(self.review_requested)
        self.market_header.folding_asked.connect(self.folds.fold)
        self.verticalScrollBar().valueChanged.connect(self.market_header.keep_names_in_sight)
        if self.hides_empty_lanes:
            model.layoutAboutToBeChanged.connect(self._geometry.show_all_lanes)
            model.modelAboutToBeReset.connect(self._geometry.show_all_lanes)
            model.heads_changed.connect(self._hide_empty_lanes)
            self.horizontalScrollBar().valueChanged.connect(self._hide_empty_lanes)
        self._geometry.settle_rows()

    # --- looks --------------------------------------------------------------------------------

    @property
    def sight(self) -> DropSight:
        """What a drag over the grid shows."""
        return self.drag.sight

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

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self.drag, self.day_header, self.market_header):
            part.set_theme(theme)
        self._renew()

    def set_today(self, today: date) -> None:
        """Mark another day as today."""
        self._today = today
        self.day_header.set_today(today)
        self.viewport().update()

    def markets_in_view(self, beyond: int = 0) -> frozenset[MarketId]:
        """Return the markets of which rows can be seen now, or so many pixels beyond the edges."""
        height = self.viewport().height()
        first, last = self.rowAt(-beyond), self.rowAt(height - 1 + beyond)
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
        view = self._view()
        for exposed in event.region():  # type: ignore[attr-defined] # its stubs do not know it
            painter.setClipRect(exposed)
            rows, columns = self._geometry.rows_in(exposed), self._geometry.columns_in(exposed)
            self._painter.paint(painter, exposed, replace(view, rows=rows, columns=columns))

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
                words = "\n".join(self._calendar.day_lines(*self._calendar.place(index)))
                if words:
                    QToolTip.showText(event.globalPos(), tooltip_of(words), self)
                    return True
        return super().viewportEvent(event)

    # --- keys and mouse -----------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.zoom.turn_wheel(event):
            super().wheelEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Single letters are commands here, never a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.choice.current_card()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.choice.is_on_sum():
                self.folds.fold_current()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self._open_current()
            case Qt.Key.Key_Space if card is not None:
                self.review_requested.emit(card.id)
            case Qt.Key.Key_Space if self.choice.current_ghost() is not None:
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
            self.choice.choose(index)
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
            self.choice.choose(index)
            if self.choice.is_on_sum():
                self.folds.fold_current()
            else:
                self._open_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(menu_place(self, event, self.choice.choose))

    # --- dragging -----------------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        pressed = self.indexAt(self._pressed_at)
        held = self._calendar.card(pressed)
        if held is None:
            return
        place = self._geometry.card_rect(pressed)
        self.lifted.emit()
        is_taken = lift(
            self,
            self.choice.selected_cards(),
            held,
            self._painter.cards,
            size=place.size(),
            grab=self._pressed_at - place.topLeft(),
            actions=supported,
        )
        self.drag.end()
        if not is_taken:
            self.given_up.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        if self.drag.begin(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Aim at the cell below; Qt's own way paints the whole grid anew."""
        position = event.position().toPoint()
        is_copy = event.proposedAction() is Qt.DropAction.CopyAction
        if self.drag.follow(position, is_copy=is_copy):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.drag.end()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move, but not where it is now; Qt's own way paints the whole grid anew."""
        index = self.indexAt(event.position().toPoint())
        is_move = event.dropAction() is Qt.DropAction.MoveAction
        if not (is_move and event.source() is self and index in self.selectedIndexes()):
            self._calendar.dropMimeData(event.mimeData(), event.dropAction(), -1, -1, index)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.drag.end()

    # --- inside -------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.day_header)
        self.setVerticalHeader(self.market_header)
        self.setShowGrid(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # not painted twice
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
        self.setAccessibleName(_("Calendar"))

    def _new_day_header(self) -> DayHeader:
        return DayHeader(self._calendar, self._theme, self._today, self)

    def _new_market_header(self) -> MarketHeader:
        return MarketHeader(self._calendar, self._theme, self)

    def _new_geometry(self) -> GridGeometry:
        return GridGeometry(self, self._calendar, self._painter.cards.layout)

    def _new_drag(self, sight: DropSight) -> GridDrag:
        return GridDrag(self, self._calendar, self._geometry, sight, self._theme)

    def _new_zoom(self) -> GridZoom:
        return GridZoom(self, self._geometry, self._hide_empty_lanes)

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

    def _view(self) -> View:
        current = self.currentIndex()
        selected = self.selectionModel().selectedIndexes()
        return View(
            rows=(),
            columns=(),
            strips=self._geometry.strips,
            selected=frozenset((index.row(), index.column()) for index in selected),
            current=(current.row(), current.column()) if current.isValid() else None,
            has_focus=self.hasFocus(),
            today=self._today,
            drop_target=self.sight.target,
            is_dragging=self.sight.is_active,
            hidden=self._geometry.hidden,
        )

    def _hide_empty_lanes(self) -> None:
        """Keep markets no taller than the days in view need; never below a drag."""
        if self.hides_empty_lanes and not self.sight.is_active:
            index = self.currentIndex()
            current = (index.row(), index.column()) if index.isValid() else None
            self._geometry.hide_empty_lanes(current)

    def _tell_moved(self) -> None:
        """Let screen readers forget which cell they knew where."""
        if QAccessible.isActive():
            change = QAccessibleTableModelChangeEvent.ModelChangeType.ModelReset
            QAccessible.updateAccessibility(QAccessibleTableModelChangeEvent(self, change))

    def _is_on_box(self, index: QModelIndex, position: QPoint) -> bool:
        if not index.isValid() or self._calendar.card(index) is None:
            return False
        return self._painter.cards.layout.box_target(self._geometry.card_rect(index)).contains(
            position
        )

    def _open_current(self) -> None:
        index, post_id = self.currentIndex(), self.choice.current_post()
        if post_id is not None:
            self.post_opened.emit(post_id)
        elif index.isValid():
            self.new_post_requested.emit(*self._calendar.place(index))
