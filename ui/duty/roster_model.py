"""The roster as a table: people of one market or all markets, by the days of a span."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.commands.dates import day_name
from app.commands.duty_days import DutyDay, Hours, hours_words, nobody_words
from app.commands.views import CalendarView
from app.domain.market import Market
from app.domain.person import Person
from app.wording import _

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Look(Enum):
    """What a cell tells at a glance."""

    EMPTY = "empty"
    THERE = "there"
    NOBODY = "nobody"


class CellRole(IntEnum):
    """What the delegate asks for beside the words."""

    LOOK = Qt.ItemDataRole.UserRole
    DAY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class RosterCell:
    """One cell: its look, a few letters, and all that there is to say."""

    look: Look = Look.EMPTY
    short: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person, a market, or the row that says when nobody is there."""

    key: str
    name: str
    cells: Mapping[date, RosterCell]
    is_gap_row: bool = False


NO_CELL = RosterCell()


class RosterModel(QAbstractTableModel):
    """Rows by days; knows nothing of who may change them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RosterRow] = ()
        self._days: Sequence[date] = ()

    def show_rows(self, rows: Sequence[RosterRow], days: Sequence[date]) -> None:
        """Show other people or markets, or other days."""
        self.beginResetModel()
        self._rows, self._days = tuple(rows), tuple(days)
        self.endResetModel()

    @property
    def days(self) -> Sequence[date]:
        """The days of the columns."""
        return self._days

    def row(self, number: int) -> RosterRow:
        """Return what a row is about."""
        return self._rows[number]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, day = self._rows[index.row()], self._days[index.column()]
        cell = row.cells.get(day, NO_CELL)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.short
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(
                    (f"{row.name}, {day_name(day, 'long')}", cell.words or _("nobody"))
                )
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((row.name, day_name(day, "long"), cell.words or _("empty")))
            case CellRole.LOOK:
                return cell.look
            case CellRole.DAY:
                return day
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Vertical:
                return self._rows[section].name
            day = self._days[section]
            return f"{day_name(day, 'brief')}\n{day.day}"
        if role == Qt.ItemDataRole.ToolTipRole:
            is_row = orientation is Qt.Orientation.Vertical
            return self._rows[section].name if is_row else day_name(self._days[section], "long")
        return None


def people_rows(
    people: Iterable[Person], duty: Mapping[date, DutyDay], *, has_roster: bool
) -> list[RosterRow]:
    """Return a row per person, below the one that says when nobody is there."""
    rows = []
    if has_roster:
        gaps = {day: _gap_cell(one.nobody) for day, one in duty.items() if one.nobody}
        rows.append(RosterRow("", _("Nobody there"), gaps, is_gap_row=True))
    for person in people:
        cells = {
            day: _there_cell(hours)
            for day, one in duty.items()
            if (hours := one.there.get(person.id))
        }
        if person.is_active or cells:
            rows.append(RosterRow(str(person.id), person.name, cells))
    return rows


def market_rows(
    calendar: CalendarView, duty: Iterable[tuple[Market, Mapping[date, DutyDay]]]
) -> list[RosterRow]:
    """Return a row per market: who is there on each day, or that nobody is for a while."""
    return [
        RosterRow(
            str(market.id),
            market.name,
            {day: _market_cell(calendar, one) for day, one in days.items() if one != DutyDay()},
        )
        for market, days in duty
    ]


def _there_cell(hours: Sequence[Hours]) -> RosterCell:
    return RosterCell(Look.THERE, _short(hours), hours_words(hours))


def _gap_cell(hours: Sequence[Hours]) -> RosterCell:
    return RosterCell(Look.NOBODY, _length(hours), nobody_words(hours))


def _market_cell(calendar: CalendarView, day: DutyDay) -> RosterCell:
    lines = [
        f"{calendar.person_name(person)} {hours_words(hours)}"
        for person, hours in day.there.items()
    ]
    initials = " ".join(_initials(calendar.person_name(person)) for person in day.there)
    if day.nobody:
        lines.append(nobody_words(day.nobody))
        return RosterCell(Look.NOBODY, initials or _length(day.nobody), "\n".join(lines))
    return RosterCell(Look.THERE if day.there else Look.EMPTY, initials, "\n".join(lines))


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split()[:2])


def _short(hours: Sequence[Hours]) -> str:
    """Return the hours without minutes that are none: `9–18`."""
    if any(one.is_whole_day for one in hours):
        return _("{hours} h").format(hours=24)
    return " ".join(f"{_brief(one.starts)}–{_brief(one.ends)}" for one in hours)


def _length(hours: Sequence[Hours]) -> str:
    """Return how long it is altogether, such as `2.5 h`."""
    length = sum((one.ends - one.starts for one in hours), timedelta())
    return _("{hours} h").format(hours=f"{length / timedelta(hours=1):.3g}")


def _brief(at: datetime) -> str:
    return f"{at.hour}" if not at.minute else f"{at.hour}:{at.minute:02d}"


def span_of(day: date, *, is_month: bool) -> list[date]:
    """Return the days of the week or of the month around a day."""
    if not is_month:
        monday = day - timedelta(days=day.weekday())
        return [monday + timedelta(days=number) for number in range(7)]
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return [first + timedelta(days=number) for number in range((following - first).days)]
