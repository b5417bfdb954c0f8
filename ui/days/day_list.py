"""The days as a list: those that come next on top, then the year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.commands.known_days import KnownDay
from app.domain.market import Market
from ui.days.known_day_words import detail_words, short_when
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.elided_line import write_line
from ui.widgets.row_ground import paint_ground

ICON_SIZE = 16
DATE_LETTERS = 11
"""So wide is the column of dates."""


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or one day below it."""

    title: str
    detail: str
    day: KnownDay | None = None
    falls: date | None = None


class _Role(IntEnum):
    ROW = Qt.ItemDataRole.UserRole


Index = QModelIndex | QPersistentModelIndex


class DayListModel(QAbstractListModel):
    """Headings and days."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_day = index.isValid() and self._rows[index.row()].day is not None
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if is_day else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case _Role.ROW:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (row.title, row.detail)))
        return None


class DayList(QListView):
    """Days of which one is chosen; `chosen` carries the KnownDay, also when the keyboard moves."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = DayListModel(self)
        self._painter = _DayDelegate(theme, self)
        self.setModel(self._days)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._days.rows

    @property
    def day(self) -> KnownDay | None:
        """The chosen day."""
        row = self.currentIndex().data(_Role.ROW) if self.currentIndex().isValid() else None
        return row.day if isinstance(row, Row) else None

    @property
    def beside_chosen(self) -> str:
        """The id of the day below the chosen one, else of the one above; empty without another."""
        at = self.currentIndex().row()
        others = [*self.rows[at + 1 :], *reversed(self.rows[: max(at, 0)])]
        shown = self.day.id if self.day else ""
        days = (row.day.id for row in others if row.day is not None)
        return next((day for day in days if day != shown), "")

    def show_rows(self, rows: Sequence[Row], chosen: str = "") -> None:
        """Show other days; the one with this id is chosen, else the first."""
        self._days.show_rows(rows)
        places = [place for place, row in enumerate(rows) if row.day is not None]
        wanted = (p for p in places if (day := rows[p].day) is not None and day.id == chosen)
        place = next(wanted, next(iter(places), -1))
        if place >= 0:
            self.setCurrentIndex(self._days.index(place))
        else:
            self.chosen.emit(None)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._painter.theme = theme
        self.viewport().update()

    def _on_current(self, _index: QModelIndex) -> None:
        self.chosen.emit(self.day)


def day_rows(days: Iterable[tuple[date | None, KnownDay]], markets: Sequence[Market]) -> list[Row]:
    """Return a row for each day, with the date on which it is meant."""
    return [Row(day.meaning.name, detail_words(day, markets), day, falls) for falls, day in days]


def _spoken(row: Row) -> str:
    if row.day is None:
        return ", ".join(filter(None, (row.title, row.detail)))
    return ", ".join((short_when(row.day, row.falls), row.title, row.detail))


class _DayDelegate(QStyledItemDelegate):
    """Paints date, sign and name of a day in one line, and the detail below the name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(_Role.ROW)
        name = QFontMetrics(font(option.font, TextRole.STRONG)).height()
        detail = QFontMetrics(font(option.font, TextRole.SMALL)).height()
        above = Space.M if row.day is None else Space.S - 1
        return QSize(0, above + name + (detail + 2 if row.detail else 0) + Space.S - 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_Role.ROW)
        painter.save()
        if row.day is None:
            self._paint_heading(painter, option, row)
        else:
            paint_ground(self, painter, option, index)
            self._paint_day(painter, option, row, row.day)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        place = option.rect.adjusted(Space.M, Space.M, -Space.M, 0)
        painter.setPen(self.theme.text)
        below = write_line(painter, option, TextRole.HEADING, place, row.title).bottom()
        painter.setPen(self.theme.muted)
        place.setTop(below + 2)
        write_line(painter, option, TextRole.SMALL, place, row.detail)

    def _paint_day(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, day: KnownDay
    ) -> None:
        strong, soft = self.theme.text, self.theme.muted
        letter = QFontMetrics(option.font).averageCharWidth()
        dates = DATE_LETTERS * letter
        room = option.rect.adjusted(Space.M, Space.S - 1, -Space.M, -(Space.S - 1))

        def placed(left: int, width: int) -> QRect:
            part = QRect(room.left() + left, room.top(), width, room.height())
            return QStyle.visualRect(option.direction, room, part)

        painter.setPen(soft)
        write_line(painter, option, TextRole.BODY, placed(0, dates), short_when(day, row.falls))
        sign = placed(dates, ICON_SIZE)
        colour = self.theme.severity(day.severity).stripe
        ratio = painter.device().devicePixelRatioF()
        name = icons.severity_icon_name(day.severity)
        painter.drawPixmap(sign.topLeft(), icons.pixmap(name, colour, ICON_SIZE, ratio))
        left = dates + ICON_SIZE + Space.S
        words = placed(left, room.width() - left)
        painter.setPen(strong)
        below = write_line(painter, option, TextRole.STRONG, words, row.title).bottom()
        painter.setPen(soft)
        words.setTop(below + 2)
        write_line(painter, option, TextRole.SMALL, words, row.detail)
