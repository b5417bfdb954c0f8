"""The rows of a sheet as they would come in, and those that cannot."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.commands.dates import clock, day_name, language_name
from app.commands.import_words import change_sentence, clash_sentence
from app.commands.imports import PreviewRow, RowProblem
from app.commands.merging import Outcome
from app.commands.texts import severity_name
from app.domain.flag import Severity
from app.wording import _
from ui.theme import Theme
from ui.widgets import icons
from ui.widgets.tooltips import tooltip_of
from ui.widgets.wrapping_table import WrappingTable

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_ALIGNED = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What a column says of a row."""

    ROW = 0
    WHAT = 1
    """What the import does with it; a conflict is taken here."""
    MARKET = 2
    CHANNEL = 3
    WHEN = 4
    FLAGS = 5
    TEXT = 6
    REMARKS = 7


class GoodRowsModel(QAbstractTableModel):
    """The posts that would be made or changed, what needs a look first.

    `taken_changed` is sent when the person takes a conflict, or takes that back.
    """

    taken_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: tuple[PreviewRow, ...] = ()
        self._rows: tuple[PreviewRow, ...] = ()
        self._taken: frozenset[str] = frozenset()
        self._outcome: Outcome | None = None
        self._only_flagged = False

    @property
    def taken(self) -> frozenset[str]:
        """The keys of the conflicts in which the sheet is right."""
        return self._taken

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show other rows; what was taken before and is still a conflict stays taken."""
        self._all = tuple(sorted(rows, key=_urgency))
        self._taken &= {row.key for row in rows if row.can_be_taken}
        self.show_only(None)

    def show_only(self, outcome: Outcome | None) -> None:
        """Show the rows with which the import does one thing, or all of them."""
        self._outcome = outcome
        self._choose_rows()

    def show_flagged(self, *, only: bool) -> None:
        """Show only the rows about which a reviewer would be asked, or the others too."""
        self._only_flagged = only
        self._choose_rows()

    def _choose_rows(self) -> None:
        self.beginResetModel()
        self._rows = tuple(
            row
            for row in self._all
            if self._outcome in (None, row.outcome) and (asks(row) or not self._only_flagged)
        )
        self.endResetModel()

    def row(self, number: int) -> PreviewRow:
        """Return what stands in a row of the table."""
        return self._rows[number]

    def remarks(self, row: int) -> tuple[str, ...]:
        """Return what a row changes and what there is to know about it, a sentence each."""
        return _remarks(self._rows[row])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._rows:
            end = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), end, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.WHAT and self._rows[index.row()].can_be_taken:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _TEXTS[column](row)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(self._tool_tip(row, column))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNED
            case Qt.ItemDataRole.CheckStateRole if column is Column.WHAT and row.can_be_taken:
                is_taken = row.key in self._taken
                return Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked
        return self._look(row, column, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not row.can_be_taken:
            return False
        is_taken = Qt.CheckState(value) is Qt.CheckState.Checked
        self._taken = self._taken | {row.key} if is_taken else self._taken - {row.key}
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.taken_changed.emit()
        return True

    def toggle(self, rows: Sequence[int]) -> None:
        """Take the conflicts among these rows, or none of them if all were taken."""
        open_rows = [row for row in rows if self._rows[row].can_be_taken]
        all_taken = all(self._rows[row].key in self._taken for row in open_rows)
        state = Qt.CheckState.Unchecked if all_taken else Qt.CheckState.Checked
        for row in open_rows:
            self.setData(self.index(row, Column.WHAT), state, Qt.ItemDataRole.CheckStateRole)

    def _look(self, row: PreviewRow, column: Column, role: int) -> object:
        """Return what sets a cell apart: italics for a guess, icons, quiet text for old news."""
        match role:
            case Qt.ItemDataRole.ForegroundRole if row.outcome is Outcome.UNCHANGED:
                return QBrush(self._theme.muted)
            case Qt.ItemDataRole.FontRole if column is Column.WHEN and row.is_time_guessed:
                italic = QFont()
                italic.setItalic(True)
                return italic
            case Qt.ItemDataRole.DecorationRole if column is Column.FLAGS and row.flags:
                return self._severity_icon(max(flag.severity for flag in row.flags))
            case Qt.ItemDataRole.DecorationRole if column is Column.WHAT:
                return self._outcome_icon(row)
        return None

    def _severity_icon(self, severity: Severity) -> QIcon:
        colours = self._theme.severity(severity)
        name = icons.severity_icon_name(severity)
        selected = self._theme.on_accent
        return icons.icon(name, colours.stripe, colours.background, selected=selected)

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
        return icons.icon(name, colour, selected=self._theme.on_accent)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        names = (
            _("Row"),
            _("What happens"),
            _("Market"),
            _("Channel"),
            _("Local time"),
            _("Flags"),
            _("Text"),
            _("Changes and remarks"),
        )
        return _heading(names, section, orientation, role)

    def _tool_tip(self, row: PreviewRow, column: Column) -> str:
        match column:
            case Column.WHAT if row.can_be_taken:
                return _("Tick it to take what the sheet says; otherwise the post stays as it is.")
            case Column.WHEN:
                return _about_time(row)
            case Column.FLAGS:
                return "\n".join(
                    f"{severity_name(flag.severity)}: {flag.headline}" for flag in row.flags
                )
            case Column.REMARKS:
                return "\n".join(_remarks(row))
            case Column.TEXT:
                return f"{language_name(row.language)}\n\n{row.text}"
        return _TEXTS[column](row)


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


class ProblemsModel(QAbstractTableModel):
    """The rows that cannot come in: number, column and what is wrong with it."""

    ROW, COLUMN, SENTENCE = range(3)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[RowProblem, ...] = ()

    def show_problems(self, problems: Sequence[RowProblem]) -> None:
        """Show other problems."""
        self.beginResetModel()
        self._problems = tuple(problems)
        self.endResetModel()

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem = self._problems[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNED
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(problem, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(self._text(problem, index.column()))
        return None

    def _text(self, problem: RowProblem, column: int) -> str:
        match column:
            case self.ROW:
                return str(problem.number) if problem.number else _("all")
            case self.COLUMN:
                return problem.column or "–"
        return problem.message

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        names = (_("Row"), _("Column"), _("What is wrong, and how to mend it"))
        return _heading(names, section, orientation, role)


def asks(row: PreviewRow) -> bool:
    """Tell whether a reviewer would be asked about a row."""
    return any(flag.severity >= Severity.CAUTION for flag in row.flags)


def _urgency(row: PreviewRow) -> tuple[int, int, int]:
    """Return what puts the rows that need a look first, each group in the order of the sheet."""
    worst = max((flag.severity for flag in row.flags), default=Severity.NOTE)
    match row.outcome:
        case Outcome.CONFLICT:
            place = 0
        case Outcome.UPDATE:
            place = 1 if row.ends_approval else 2
        case Outcome.NEW if worst >= Severity.CAUTION:
            place = 3
        case Outcome.NEW if row.is_time_guessed or row.local is None:
            place = 4
        case Outcome.NEW:
            place = 5 if row.hints else 6
        case _:
            place = 7 if row.hints else 8
    return place, -worst, row.number


def _what_happens(row: PreviewRow) -> str:
    match row.outcome:
        case Outcome.NEW:
            return _("New")
        case Outcome.UPDATE:
            return _("Updates {post}").format(post=row.post_name)
        case Outcome.CONFLICT if row.can_be_taken:
            return _("{post}, changed in both").format(post=row.post_name)
        case Outcome.CONFLICT:
            return _("{post}, left alone").format(post=row.post_name)
    return _("{post}, nothing new").format(post=row.post_name)


def _when(row: PreviewRow) -> str:
    if row.local is None:
        return _("no date: into the tray") if not row.is_known else _("no date")
    day = f"{day_name(row.local.date())} {row.local.year}"
    if row.is_time_guessed:
        return _("{day}, {time}, guessed").format(day=day, time=clock(row.local))
    return _("{day}, {time}").format(day=day, time=clock(row.local))


def _about_time(row: PreviewRow) -> str:
    if row.local is None:
        return _("Goes into the tray, from where it can be moved to a day.")
    if row.is_time_guessed:
        return _("The sheet names no time: this is the market's usual hour.")
    return f"{day_name(row.local.date(), 'long')}, {clock(row.local)}"


def _remarks(row: PreviewRow) -> tuple[str, ...]:
    ends = (_("Its approval ends."),) if row.ends_approval else ()
    changes = (*map(clash_sentence, row.clashes), *map(change_sentence, row.changes))
    return (*changes, *ends, *row.hints)


def _flag_words(row: PreviewRow) -> str:
    if not row.flags:
        return ""
    worst = max(row.flags, key=lambda flag: flag.severity)
    more = len(row.flags) - 1
    words = f"{severity_name(worst.severity)}: {worst.headline}"
    return _("{first} and {count} more").format(first=words, count=more) if more else words


_TEXTS: dict[Column, Callable[[PreviewRow], str]] = {
    Column.ROW: lambda row: str(row.number),
    Column.WHAT: _what_happens,
    Column.MARKET: lambda row: row.market.name,
    Column.CHANNEL: lambda row: row.channel.name,
    Column.WHEN: _when,
    Column.FLAGS: _flag_words,
    Column.REMARKS: lambda row: " · ".join(_remarks(row)),
    Column.TEXT: lambda row: " ".join(row.text.split()),
}


def _heading(names: Sequence[str], section: int, orientation: Qt.Orientation, role: int) -> object:
    if orientation is not Qt.Orientation.Horizontal:
        return None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _ALIGNED
    return names[section] if role == Qt.ItemDataRole.DisplayRole else None
