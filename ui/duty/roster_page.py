"""The roster of a market, or of all markets, as days to click and drag in."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import day_name, month_name, span_name
from app.commands.duty_days import DutyDay, duty_days
from app.commands.views import CalendarView
from app.domain.duty import EVERY_MARKET, Shift, Week
from app.domain.market import Market, MarketId
from app.domain.person import PersonId
from app.wording import _
from ui.duty.moment_field import clock_edit
from ui.duty.new_duty import new_shift_on
from ui.duty.roster_grid import RosterGrid
from ui.duty.roster_model import (
    CellRole,
    Look,
    RosterModel,
    RosterRow,
    market_rows,
    people_rows,
    span_of,
)
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.segments import Segments

_USUAL = (time(9), time(18))
_SOON = timedelta(days=2)
"""How far ahead the days are that are shown first."""


class RosterPage(QWidget):
    """Selects days of people and asks for what is wanted of them; changes nothing itself.

    `put_asked` carries new shifts, `take_off_asked` shifts and why, `pattern_asked` the id of a
    weekly pattern, `market_asked` that of a market.
    """

    put_asked = Signal(object)
    take_off_asked = Signal(object, str)
    pattern_asked = Signal(str)
    market_asked = Signal(str)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today + _SOON  # on a Saturday the next week is what is still to be filled
        self._calendar: CalendarView | None = None
        self._market: Market | None = None
        self._why_not = ""
        self._model = RosterModel()
        self._grid = RosterGrid(self._model, theme)
        self._title = Label(role=TextRole.STRONG)
        self._title.setObjectName("roster_title")
        self._spans = QActionGroup(self)
        self._spans.setObjectName("roster_span")
        for name, words in (("week", _("Week")), ("month", _("Month"))):
            action = QAction(words, self._spans)
            action.setObjectName(f"roster_{name}")
            action.setCheckable(True)
            action.setChecked(name == "week")
        self._chosen = Label(wraps=True)
        self._chosen.setObjectName("roster_chosen")
        self._from = clock_edit("roster_from", _("Duty begins at"))
        self._to = clock_edit("roster_to", _("Duty ends at"))
        self._until = Label("–")
        self._put = make_primary(_button("put_on_duty", _("Put on duty")))
        self._reason = QLineEdit()
        self._reason.setObjectName("roster_reason")
        self._reason.setAccessibleName(_("Why they are not there"))
        self._reason.setPlaceholderText(_("Why not? It is kept in the history"))
        self._off = _button("take_off_duty", _("Take off duty"))
        self._pattern = _button("open_pattern", _("Open the weekly pattern"))
        self._about = Label(
            _(
                "Once a market has a roster, a post gets a flag if nobody is there for an hour of "
                "the two after it. Weekly duty pauses on public holidays unless it says otherwise; "
                "single shifts count even within “nobody is there”."
            ),
            TextRole.SMALL,
            muted=True,
            wraps=True,
        )
        self._earlier = self._way("roster_earlier", _("Earlier"), -1)
        self._later = self._way("roster_later", _("Later"), 1)
        self._lay_out()
        self._connect()
        self._show_choice()
        self.set_theme(theme)

    def show_market(self, calendar: CalendarView, market: MarketId, why_not: str) -> None:
        """Show the people of a market, or all markets; `why_not` shuts what changes something."""
        hours = _USUAL
        found = None if market == EVERY_MARKET else calendar.market(market)
        if found is not None and found.hours is not None:
            hours = found.hours.opens, found.hours.closes
        if found != self._market or self._calendar is None:
            for field, at in zip((self._from, self._to), hours, strict=True):
                field.setTime(QTime(at.hour, at.minute))
        self._calendar, self._market, self._why_not = calendar, found, why_not
        self._show_days()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._grid.set_theme(theme)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        names = ("next", "previous") if is_mirrored else ("previous", "next")
        for button, name in zip((self._earlier, self._later), names, strict=True):
            button.setIcon(icons.icon(name, theme.text))

    def clear_reason(self) -> None:
        """Forget why somebody was taken off: it is kept with what was done."""
        self._reason.clear()

    # --- what is shown ----------------------------------------------------------------------------

    @property
    def _is_month(self) -> bool:
        return self._spans.checkedAction().objectName() == "roster_month"

    def _show_days(self) -> None:
        if self._calendar is None:
            return
        days = span_of(self._day, is_month=self._is_month)
        self._model.show_rows(self._rows(self._calendar, days), days)
        self._title.setText(
            month_name(self._day.year, self._day.month)
            if self._is_month
            else span_name(days[0], days[-1])
        )
        self._show_choice()

    def _rows(self, calendar: CalendarView, days: list[date]) -> list[RosterRow]:
        def of(market: Market) -> dict[date, DutyDay]:
            return duty_days(calendar.roster, market, days[0], days[-1])

        if self._market is None:
            return market_rows(calendar, [(market, of(market)) for market in calendar.markets])
        has_roster = calendar.roster.of(self._market.id).is_known
        return people_rows(calendar.people, of(self._market), has_roster=has_roster)

    def _show_choice(self) -> None:
        """Say what is selected, and offer what can be done with it."""
        cells = self._people_cells()
        is_there = bool(cells) and any(self._look(*cell) is Look.THERE for cell in cells)
        shifts, patterns = self._shifts(), self._patterns()
        self._chosen.setText(self._words())
        is_free = self._market is not None and bool(cells) and not is_there
        _show([self._from, self._until, self._to, self._put], is_free)
        _show([self._reason, self._off], bool(shifts))
        self._pattern.setVisible(bool(patterns) and not shifts)
        shut: tuple[QWidget, ...] = (self._put, self._reason)
        for part in shut:
            part.setEnabled(not self._why_not)
            part.setToolTip(self._why_not)
        missing = "" if self._reason.text().strip() else _("Write why first.")
        self._off.setEnabled(not self._why_not and not missing)
        self._off.setToolTip(self._why_not or missing)

    def _words(self) -> str:
        cells = self._grid.cells()
        if self._market is None:
            return _("Double-click a market, or press Enter on it, to plan its people.")
        if not cells:
            return _("Drag over the days on which somebody is there.")
        names = list(dict.fromkeys(self._model.row(row).name for row, _column in cells))
        days = [self._model.days[column] for _row, column in cells]
        first, last = min(days), max(days)
        when = day_name(first) if first == last else f"{day_name(first)} – {day_name(last)}"
        said = f"{', '.join(names)}, {when}"
        if len(cells) == 1:
            row, column = cells[0]
            cell = self._model.row(row).cells.get(self._model.days[column])
            return f"{said}: {cell.words}" if cell else said
        return said

    # --- what is selected -------------------------------------------------------------------------

    def _people_cells(self) -> list[tuple[int, int]]:
        if self._market is None:
            return []
        return [cell for cell in self._grid.cells() if not self._model.row(cell[0]).is_gap_row]

    def _look(self, row: int, column: int) -> Look:
        look = self._model.index(row, column).data(CellRole.LOOK)
        return look if isinstance(look, Look) else Look.EMPTY

    def _chosen_days(self) -> Iterable[tuple[PersonId, date]]:
        for row, column in self._people_cells():
            yield PersonId(self._model.row(row).key), self._model.days[column]

    def _shifts(self) -> list[Shift]:
        """Return the single shifts that lie on what is selected."""
        if self._calendar is None or self._market is None:
            return []
        own = self._calendar.roster.of(self._market.id)
        chosen = set(self._chosen_days())
        return [
            shift
            for shift in own.shifts
            if any(
                (shift.person, day) in chosen
                for day in (shift.starts.date(), (shift.ends - timedelta(minutes=1)).date())
            )
        ]

    def _patterns(self) -> list[Week]:
        """Return the weekly patterns that lie on what is selected."""
        if self._calendar is None or self._market is None:
            return []
        weeks = self._calendar.roster.of(self._market.id).weeks
        return [
            week
            for week in weeks
            if any(
                week.person == person and week.counts_on(day, ())
                for person, day in self._chosen_days()
            )
        ]

    # --- what is asked for ------------------------------------------------------------------------

    def _on_wanted(self) -> None:
        """Do what Enter means on what is selected."""
        cells = self._grid.cells()
        if self._market is None and cells:
            self.market_asked.emit(self._model.row(cells[0][0]).key)
        elif self._put.isVisibleTo(self) and self._put.isEnabled():
            self._on_put()
        elif self._pattern.isVisibleTo(self):
            self._on_pattern()

    def _on_put(self) -> None:
        market = self._market
        if market is None:
            return
        starts, ends = (
            time(field.time().hour(), field.time().minute()) for field in (self._from, self._to)
        )
        self.put_asked.emit(
            [
                new_shift_on(market, person, datetime.combine(day, starts), ends)
                for person, day in self._chosen_days()
            ]
        )

    def _on_take_off(self) -> None:
        if self._off.isEnabled() and self._shifts():
            self.take_off_asked.emit(self._shifts(), self._reason.text().strip())

    def _on_unwanted(self) -> None:
        """Ask why before anybody is taken off."""
        if self._reason.isVisibleTo(self):
            self._reason.setFocus()

    def _on_pattern(self) -> None:
        self.pattern_asked.emit(str(self._patterns()[0].id))

    def _go(self, step: int) -> None:
        if not step:
            self._day = self._today
        elif self._is_month:
            first = self._day.replace(day=1)
            self._day = (first + timedelta(days=31 if step > 0 else -1)).replace(day=1)
        else:
            self._day += timedelta(days=7 * step)
        self._show_days()

    # --- making -----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._spans.triggered.connect(lambda _action: self._show_days())
        self._grid.picked.connect(self._show_choice)
        self._grid.wanted.connect(self._on_wanted)
        self._grid.unwanted.connect(self._on_unwanted)
        self._grid.doubleClicked.connect(lambda _index: self._on_wanted())
        self._put.clicked.connect(self._on_put)
        self._off.clicked.connect(self._on_take_off)
        self._pattern.clicked.connect(self._on_pattern)
        self._reason.textChanged.connect(self._show_choice)
        self._reason.returnPressed.connect(self._on_take_off)

    def _way(self, name: str, words: str, by: int) -> QToolButton:
        """Return a button to other days; with a sign that one is shown, else its words."""
        button = QToolButton()
        button.setObjectName(name)
        button.setText(words)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setMinimumSize(Space.XL + Space.XS, Space.XL + Space.XS)
        button.clicked.connect(lambda: self._go(by))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        today = self._way("roster_today", _("Today"), 0)
        for button in (self._earlier, today, self._later):
            head.addWidget(button)
        head.addWidget(self._title, 1)
        head.addWidget(Segments(self._spans, _("How many days are shown")))
        deeds = QHBoxLayout()
        deeds.setSpacing(Space.S)
        for part in (self._from, self._until, self._to, self._put):
            deeds.addWidget(part)
        deeds.addWidget(self._reason, 1)
        for part in (self._off, self._pattern):
            deeds.addWidget(part)
        deeds.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._grid, 1)
        column.addWidget(self._chosen)
        column.addLayout(deeds)
        column.addWidget(self._about)


def _show(parts: Iterable[QWidget], is_shown: bool) -> None:
    for part in parts:
        part.setVisible(is_shown)


def _button(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
