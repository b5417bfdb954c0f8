"""The list of what goes out next: choosing, and asking for what is to happen."""

from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.commands.leaving import Leaving
from app.domain.post import PostId
from app.wording import _
from ui.leaving.leaving_delegate import LeavingDelegate
from ui.leaving.leaving_model import LeavingModel
from ui.plan.post_keys import take_post_key
from ui.theme import Theme
from ui.widgets.menu_place import menu_place


class LeavingList(QListView):
    """Shows a LeavingModel; changes nothing itself.

    `post_opened` and `review_requested` carry the id of a post, `chosen` that of the current one,
    `menu_requested` where the menu of what is selected should open.
    """

    post_opened = Signal(object)
    review_requested = Signal(object)
    chosen = Signal(object)
    menu_requested = Signal(QPoint)

    def __init__(self, model: LeavingModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leaving_list")
        self.setAccessibleName(_("What goes out next"))
        self._leaving = model
        self._is_filling = False
        self._delegate = LeavingDelegate(model, theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._on_current)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_entries(self, entries: tuple[Leaving, ...], now: datetime) -> None:
        """Show these; what is selected and current stays so, and the list stays where it is."""
        selected = {one.key for one in self.selected()}
        current = self.current()
        place = self.verticalScrollBar().value()
        self._is_filling = True
        self._leaving.show_entries(entries, now)
        flag = QItemSelectionModel.SelectionFlag
        for number in range(self._leaving.rowCount()):
            index = self._leaving.index(number)
            one = self._leaving.entry(index)
            if one is not None and one.key in selected:
                self.selectionModel().select(index, flag.Select)
        index = QModelIndex()
        if current is not None:
            index = self._leaving.index_of(lambda one: one.key == current.key)
        if not index.isValid():  # keys are of use only where somebody stands
            index = self._leaving.index_of(lambda one: not one.is_past)
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
        self._is_filling = False
        self.verticalScrollBar().setValue(place)

    def selected(self) -> tuple[Leaving, ...]:
        """Return the selected posts from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = (self._leaving.entry(self._leaving.index(row)) for row in rows)
        return tuple(one for one in found if one is not None)

    def current(self) -> Leaving | None:
        """Return the post of the current row, if there is one."""
        return self._leaving.entry(self.currentIndex())

    def choose(self, index: QModelIndex) -> bool:
        """Make a row the current one and scroll to it; False when there is none."""
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def choose_post(self, post_id: PostId) -> bool:
        """Make a post the current one; False when it is not shown."""
        return self.choose(self._leaving.index_of_post(post_id))

    def keyboardSearch(self, search: str) -> None:
        """Single letters are commands here, never a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one = self.current()
        if not take_post_key(self, event, one.card.id if one is not None else None):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = menu_place(self, event, self.choose)
        if self.current() is not None:
            self.menu_requested.emit(place)

    def _open(self, index: QModelIndex) -> None:
        one = self._leaving.entry(index)
        if one is not None:
            self.post_opened.emit(one.card.id)

    def _on_current(self, current: QModelIndex) -> None:
        one = self._leaving.entry(current)
        if one is not None and not self._is_filling:
            self.chosen.emit(one.card.id)
