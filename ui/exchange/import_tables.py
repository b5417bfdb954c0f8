"""The rows of a sheet as they would come in, and those that cannot."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from app.commands.dates import clock, day_name, language_name
from app.commands.import_words import change_sentence, clash_sentence
from app.commands.imports import PreviewRow, RowProblem
from app.commands.merging import Outcome
from app.commands.texts import severity_name
from app.wording import _
from ui.theme import Theme
from ui.widgets import icons

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_ALIGNED = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class GoodRowsModel(QAbstractTableModel):
    """The posts that would be made, with what was guessed and which flags they would carry."""

    ROW, MARKET, CHANNEL, DAY, TIME, FLAGS, REMARKS, TEXT = range(8)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[PreviewRow, ...] = ()

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._rows:
            end = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), end, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else 8

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _TEXTS[column](row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNED
        return self._look(row, column, role)

    def _look(self, row: PreviewRow, column: int, role: int) -> object:
        """Return what sets a cell apart: italics for a guess, an icon for flags, quiet text."""
        match role:
            case Qt.ItemDataRole.ForegroundRole if row.outcome is Outcome.UNCHANGED:
                return QBrush(self._theme.muted)
            case Qt.ItemDataRole.FontRole if column == self.TIME and row.is_time_guessed:
                italic = QFont()
                italic.setItalic(True)
                return italic
            case Qt.ItemDataRole.DecorationRole if column == self.FLAGS and row.flags:
                worst = max(flag.severity for flag in row.flags)
                colours = self._theme.severity(worst)
                name = icons.severity_icon_name(worst)
                return icons.icon(name, colours.stripe, colours.background)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        names = (
            _("Row"),
            _("Market"),
            _("Channel"),
            _("Date"),
            _("Time"),
            _("Flags"),
            _("Remarks"),
            _("Text"),
        )
        return _heading(names, section, orientation, role)

    def _tool_tip(self, row: PreviewRow, column: int) -> str:
        match column:
            case self.DAY:
                if row.local is None:
                    return _("Goes into the tray, from where it can be moved to a day.")
                return day_name(row.local.date(), "long")
            case self.TIME if row.is_time_guessed:
                return _("The sheet names no time: this is the market's usual hour.")
            case self.FLAGS:
                return "\n".join(
                    f"{severity_name(flag.severity)}: {flag.headline}" for flag in row.flags
                )
            case self.TEXT:
                return f"{language_name(row.language)}\n\n{row.text}"
        return _TEXTS[column](row)


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
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        match index.column():
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


def _day_words(row: PreviewRow) -> str:
    return f"{day_name(row.local.date())} {row.local.year}" if row.local else _("no date")


def _time_words(row: PreviewRow) -> str:
    if row.local is None:
        return "–"
    time = clock(row.local)
    return _("{time}, guessed").format(time=time) if row.is_time_guessed else time


def _remarks(row: PreviewRow) -> str:
    changes = map(change_sentence, row.changes)
    clashes = map(clash_sentence, row.clashes)
    nothing = (_("Here already, nothing new."),) if row.outcome is Outcome.UNCHANGED else ()
    return " · ".join((*clashes, *changes, *(row.hints or nothing)))


def _flag_words(row: PreviewRow) -> str:
    if not row.flags:
        return ""
    worst = max(row.flags, key=lambda flag: flag.severity)
    more = len(row.flags) - 1
    words = f"{severity_name(worst.severity)}: {worst.headline}"
    return _("{first} and {count} more").format(first=words, count=more) if more else words


_TEXTS: tuple[Callable[[PreviewRow], str], ...] = (
    lambda row: str(row.number),
    lambda row: row.market.name,
    lambda row: row.channel.name,
    _day_words,
    _time_words,
    _flag_words,
    _remarks,
    lambda row: " ".join(row.text.split()),
)
"""What each column of the good rows says, in order."""


def _heading(names: Sequence[str], section: int, orientation: Qt.Orientation, role: int) -> object:
    if orientation is not Qt.Orientation.Horizontal:
        return None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _ALIGNED
    return names[section] if role == Qt.ItemDataRole.DisplayRole else None
