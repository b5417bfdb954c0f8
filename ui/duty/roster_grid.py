"""The roster to click and drag in: one block per day on which somebody is there."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.flag import Severity
from app.wording import _
from ui.duty.roster_model import CellRole, Look, RosterModel
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons

NARROWEST = 26
ROW = 34


class RosterGrid(QTableView):
    """Days to select by click, drag and Shift with arrows; `picked` tells of each selection.

    `wanted` tells that Enter was pressed on one, `unwanted` that Delete was.
    """

    picked = Signal()
    wanted = Signal()
    unwanted = Signal()

    def __init__(self, model: RosterModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roster_grid")
        self.setAccessibleName(_("Who is there on which day"))
        self._delegate = _BlockDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)  # its lines are too faint on dark ground: the cells draw them
        self.setCornerButtonEnabled(False)
        heads, names = self.horizontalHeader(), self.verticalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setMinimumSectionSize(NARROWEST)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        names.setDefaultSectionSize(ROW)
        names.setHighlightSections(False)
        names.setSectionsClickable(False)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        names.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def cells(self) -> Sequence[tuple[int, int]]:
        """Return row and column of each selected cell."""
        return sorted((one.row(), one.column()) for one in self.selectedIndexes())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.wanted.emit()
            case Qt.Key.Key_Delete:
                self.unwanted.emit()
            case _:
                super().keyPressEvent(event)


class _BlockDelegate(QStyledItemDelegate):
    """Paints a block where somebody is there, and a mark where nobody is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self.theme
        look = index.data(CellRole.LOOK)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, theme.accent_tint if is_selected else theme.surface)
        painter.setPen(theme.border)
        cell = option.rect
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.drawLine(cell.topRight(), cell.bottomRight())
        painter.setPen(theme.text)
        box = cell.adjusted(2, 3, -3, -4)
        if look is Look.THERE:
            painter.fillRect(box, theme.accent)
            painter.setPen(theme.on_accent)
        elif look is Look.NOBODY:
            style = theme.severity(Severity.CAUTION)
            painter.fillRect(box, style.background)
            painter.setPen(style.text)
            box = self._sign(painter, box, option)
        painter.setFont(font(option.font, TextRole.SMALL))
        words = str(index.data())
        if painter.fontMetrics().horizontalAdvance(words) <= box.width():  # else the tooltip tells
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.focus)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _sign(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> QRect:
        """Draw the mark of a gap at the start of a cell, and return what is left of it."""
        style = self.theme.severity(Severity.CAUTION)
        size = option.fontMetrics.ascent()
        alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        has_room = box.width() > 2 * size + Space.S
        where = alignment if has_room else Qt.AlignmentFlag.AlignCenter
        inner = box.adjusted(3, 0, -3, 0)
        place = QStyle.alignedRect(option.direction, where, QSize(size, size), inner)
        ratio = painter.device().devicePixelRatioF()
        name = icons.severity_icon_name(Severity.CAUTION)
        painter.drawPixmap(place, icons.pixmap(name, style.stripe, size, ratio, style.background))
        if not has_room:
            return QRect()
        rest = box.adjusted(size + 4, 0, 0, 0)
        return QStyle.visualRect(option.direction, box, rest)
