"""The rows of a sheet as they would come in, and those that cannot."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.commands.import_preview import PreviewRow, RowProblem
from app.commands.merging import Outcome
from app.domain.flag import Severity
from ui.exchange.import_columns import Place, good_columns, problem_columns
from ui.theme import Theme
from ui.widgets import icons
from ui.widgets.rows_model import Index, RowsModel
from ui.widgets.wrapping_table import WrappingTable


class GoodRowsModel(RowsModel[PreviewRow]):
    """The posts that would be made or changed, in the order in which they are given.

    `taken_changed` is sent when the person takes a conflict, or takes that back.
    """

    taken_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(good_columns(), parent)
        self._theme = theme
        self._all: tuple[PreviewRow, ...] = ()
        self._taken: frozenset[str] = frozenset()
        self._outcome: Outcome | None = None
        self._only_flagged = False

    @property
    def taken(self) -> frozenset[str]:
        """The keys of the conflicts in which the sheet is right."""
        return self._taken

    def show_sheet(self, rows: Sequence[PreviewRow], outcome: Outcome | None = None) -> None:
        """Show another sheet; what was taken before and is still a conflict stays taken."""
        self._all = tuple(rows)
        self._taken &= {row.key for row in rows if row.can_be_taken}
        self._outcome = outcome
        self._choose_rows()

    def show_only(self, outcome: Outcome | None) -> None:
        """Show the rows with which the import does one thing, or all of them."""
        if outcome is not self._outcome:
            self._outcome = outcome
            self._choose_rows()

    def show_flagged(self, *, only: bool) -> None:
        """Show only the rows about which a reviewer would be asked, or the others too."""
        self._only_flagged = only
        self._choose_rows()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._rows:
            end = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), end, [Qt.ItemDataRole.DecorationRole])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Place.WHAT and self.row(index.row()).can_be_taken:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, place = self.row(index.row()), Place(index.column())
        match role:
            case Qt.ItemDataRole.CheckStateRole if place is Place.WHAT and row.can_be_taken:
                is_taken = row.key in self._taken
                return Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole if row.outcome is Outcome.UNCHANGED:
                return QBrush(self._theme.muted)
            case Qt.ItemDataRole.FontRole if place is Place.WHEN and row.is_time_guessed:
                italic = QFont()
                italic.setItalic(True)
                return italic
            case Qt.ItemDataRole.DecorationRole if place is Place.FLAGS and row.flags:
                return self._severity_icon(max(flag.severity for flag in row.flags))
            case Qt.ItemDataRole.DecorationRole if place is Place.WHAT:
                return self._outcome_icon(row)
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or not row.can_be_taken:
            return False
        is_taken = Qt.CheckState(value) is Qt.CheckState.Checked
        self._taken = self._taken | {row.key} if is_taken else self._taken - {row.key}
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.taken_changed.emit()
        return True

    def toggle(self, numbers: Sequence[int]) -> None:
        """Take the conflicts among these rows, or none of them if all were taken."""
        open_rows = [number for number in numbers if self.row(number).can_be_taken]
        all_taken = all(self.row(number).key in self._taken for number in open_rows)
        state = Qt.CheckState.Unchecked if all_taken else Qt.CheckState.Checked
        for number in open_rows:
            self.setData(self.index(number, Place.WHAT), state, Qt.ItemDataRole.CheckStateRole)

    def _choose_rows(self) -> None:
        rows: Sequence[PreviewRow] = self._all
        if self._outcome is not None:
            rows = [row for row in rows if row.outcome is self._outcome]
        if self._only_flagged:
            rows = [row for row in rows if row.asks]
        self.show_rows(rows)

    def _severity_icon(self, severity: Severity) -> QIcon:
        colours = self._theme.severity(severity)
        name = icons.severity_icon_name(severity)
        return icons.icon(name, colours.stripe, colours.background)

    def _outcome_icon(self, row: PreviewRow) -> QIcon:
        match row.outcome:
            case Outcome.CONFLICT:
                return self._severity_icon(Severity.CAUTION)
            case Outcome.UPDATE:
                return self._own_icon("edit", self._theme.accent)
            case Outcome.NEW:
                return self._own_icon("add", self._theme.accent)
        return self._own_icon("check", self._theme.muted)

    def _own_icon(self, name: str, colour: QColor) -> QIcon:
        return icons.icon(name, colour)


class GoodRowsTable(WrappingTable):
    """The rows that come in; Space takes the conflicts among the selected ones."""

    def __init__(self, model: GoodRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, wraps=False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._rows = model
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._rows.toggle([index.row() for index in self.selectionModel().selectedRows()])
        else:
            super().keyPressEvent(event)


class ProblemsTable(WrappingTable):
    """The rows that cannot come in: number, column and what is wrong with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = RowsModel(problem_columns(), self)
        self.setModel(self._problems)

    def show_problems(self, problems: Sequence[RowProblem]) -> None:
        """Show other problems."""
        self._problems.show_rows(problems)
        self.fit({})
