"""The days of a year: what they mean where, what comes next, and what the team decides of them."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands.days import retire_day, switch_day
from app.commands.known_days import DayList as Known
from app.commands.known_days import KnownDay
from app.commands.places import country_name
from app.commands.upcoming import next_day
from app.commands.views import CalendarView
from app.domain.team_day import TeamDay
from app.wording import _, ngettext
from ui.days.day_details import DayDetails
from ui.days.day_filter import DayFilter
from ui.days.day_list import DayList, Row, day_rows
from ui.days.home_dialog import HomeDialog
from ui.days.import_days_dialog import DAY_FILES, ImportDaysDialog
from ui.days.reason_dialog import ReasonDialog
from ui.days.team_day_dialog import TeamDayDialog
from ui.jobs import Job, Jobs, Progress
from ui.operations import Command, Operations
from ui.theme import Space, Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.powers import only_owners, only_reviewers
from ui.widgets.tab_order import tab_through

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader


class DaysPage(QWidget):
    """Reviewers and owners change days here, everybody reads them."""

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        today: date,
    ) -> None:
        super().__init__()
        self.setObjectName("days_page")
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._calendar = calendar
        self._theme = theme
        self._today = today
        self._job: Job | None = None
        self._known: Known | None = None
        self._aim: date | None = None
        self._wish = ""
        self._gone: frozenset[str] = frozenset()
        self._filter = DayFilter(today)
        self._bar = MessageBar(theme)
        self._list = DayList(theme)
        self._list.setObjectName("day_list")
        self._list.setAccessibleName(_("Days"))
        self._details = DayDetails(theme)
        self._show_all = QAction(_("Show all days"), self)
        self._show_all.setObjectName("show_all_days")
        self._nothing = EmptyState(
            "search",
            _("No day matches"),
            _("Nothing in this year and these markets is called so. Fewer words find more."),
            actions=[self._show_all],
            theme=theme,
        )
        self._waiting = Label(_("Reading the days…"), muted=True)
        self._waiting.setObjectName("days_waiting")
        self._add = _button("add_day", _("Add a day…"))
        self._import = _button("import_days_from", _("Import…"))
        self._home = _button("home_country", _("Home country…"))
        self._why_not = Label(muted=True, wraps=True)
        self._why_not.setObjectName("days_why_not")
        self._lay_out()
        self._connect()
        self.set_calendar(calendar)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show other markets, and read their days anew."""
        self._follow_own_days(_own_days(self._calendar), _own_days(calendar))
        self._calendar = calendar
        self._filter.set_markets(calendar.markets)
        self._on_me()
        self._read()

    def _follow_own_days(self, before: frozenset[str], now: frozenset[str]) -> None:
        """Stay where a day was taken away, and choose it when it is brought back."""
        chosen = self._list.day
        if chosen is not None and chosen.id in before - now:
            self._wish = self._list.beside_chosen
        self._wish = next(iter(self._gone & (now - before)), self._wish)
        self._gone = (self._gone | (before - now)) - now

    def aim(self, day: date) -> None:
        """Choose what falls on a day, in its year."""
        self._aim = day
        self._filter.set_year(day.year)
        self._read()

    def turn_to(self, year: int) -> None:
        """Show another year."""
        self._filter.set_year(year)
        self._read()

    def choose_own(self, day: TeamDay) -> None:
        """Choose a day of the team that was just saved, in the year in which it comes next."""
        self._wish = day.id
        falls = next_day(day.rule, self._today)
        if falls is not None:
            self._filter.set_year(falls.year)
        self._read()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self._bar, self._list, self._details, self._nothing):
            part.set_theme(theme)

    def may_leave(self) -> bool:
        """Everything was saved where it was changed; what is still being read is let go."""
        if self._job is not None:
            self._job.cancel()
        return True

    def focus_first(self) -> None:
        """Let the keyboard begin with the list."""
        self._list.setFocus()

    # --- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        both = QSplitter()
        both.setObjectName("days_splitter")
        both.setChildrenCollapsible(False)
        both.addWidget(self._list)
        both.addWidget(self._details)
        both.setSizes([560, 480])
        self._pages = QStackedWidget()
        for page in (both, self._nothing):
            self._pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._add)
        buttons.addWidget(self._import)
        buttons.addWidget(self._home)
        buttons.addWidget(self._why_not, 1)
        buttons.addWidget(self._waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._filter)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._filter.asked.connect(self._read)
        self._filter.narrowed.connect(self._show_rows)
        self._show_all.triggered.connect(self._filter.clear)
        self._list.chosen.connect(self._show_details)
        self._details.switch_asked.connect(self._on_switch)
        self._details.change_asked.connect(self._on_change)
        self._details.retire_asked.connect(self._on_retire)
        self._add.clicked.connect(partial(self._open_form, None))
        self._import.clicked.connect(self._on_import)
        self._home.clicked.connect(self._on_home)
        self._operations.person_changed.connect(self._on_me)

    # --- reading ------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read on another thread: sixty markets take seconds the first time."""
        if self._job is not None:
            self._job.cancel()
        market, year, today = self._filter.market, self._filter.year, self._today
        wanted = [market] if market else [one.id for one in self._calendar.markets]
        reader = self._reader

        def work(progress: Progress) -> Known:
            own = reader.again()
            try:
                return own.day_list(wanted, year, today, worked_out=progress.report)
            finally:
                own.close()

        self._waiting.show()
        self._job = self._jobs.run(work, done=self.show_known)

    def show_known(self, known: Known) -> None:
        """Show what has been read."""
        self._job = None
        self._known = known
        self._waiting.hide()
        if known.problems:
            count = ngettext(
                "An entry of the program's days cannot be read: {first}",
                "{count} entries of the program's days cannot be read. The first: {first}",
                len(known.problems),
            )
            self._bar.show_refusal(count.format(count=len(known.problems), first=known.problems[0]))
        self._on_me()
        self._show_rows()

    def _show_rows(self) -> None:
        if self._known is None:
            return
        rows = list(self._rows(self._known))
        self._list.show_rows(rows, self._wanted(self._known))
        self._pages.setCurrentIndex(0 if rows else 1)

    def _wanted(self, known: Known) -> str:
        """Return the id of what is to be chosen: what was saved or aimed at, or chosen before."""
        if self._wish and any(day.id == self._wish for day in known.days):
            wish, self._wish = self._wish, ""
            return wish
        if self._aim is not None:
            aim, self._aim = self._aim, None
            there = [day for day in known.days if day.falls_within(aim, aim)]
            shown = [day for day in there if self._filter.wanted.lets_through(day)]
            if shown:
                return max(shown, key=lambda day: day.severity).id
        chosen = self._list.day
        return chosen.id if chosen else ""

    def _rows(self, known: Known) -> Iterator[Row]:
        markets, wanted = self._calendar.markets, self._filter.wanted
        coming = [(falls, day) for falls, day in known.coming if wanted.lets_through(day)]
        days = [(None, day) for day in known.days if wanted.lets_through(day)]
        if coming:
            yield Row(_("The next 30 days"), _("Not an occasion: do not use any of them to sell."))
            yield from day_rows(coming, markets)
        if days:
            count = ngettext("one day", "{count} days", len(days)).format(count=len(days))
            yield Row(str(self._filter.year), count)
            yield from day_rows(days, markets)

    def _show_details(self, day: KnownDay | None) -> None:
        self._details.show_day(
            day, self._calendar.markets, only_reviewers(self._operations.me, _("days"))
        )
        tab_through(self._list, self._details)

    def _on_me(self) -> None:
        why_not = only_reviewers(self._operations.me, _("days"))
        self._why_not.setText(why_not)
        for button in (self._add, self._import):
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
        not_home = only_owners(self._operations.me, _("the home country"))
        self._home.setEnabled(not not_home)
        self._home.setToolTip(not_home or self._home_words())
        self._show_details(self._list.day)

    def _home_words(self) -> str:
        home = self._known.home if self._known else ""
        if not home:
            return _("Its grave days count in every market; nobody has said it yet.")
        return _("{country}: its grave days count in every market.").format(
            country=country_name(home)
        )

    # --- changing -----------------------------------------------------------------------------

    def _open_form(self, day: TeamDay | None) -> None:
        dialog = TeamDayDialog(
            self._operations,
            self._calendar.markets,
            self._theme,
            day=day,
            look=lambda shown: self._by_now(shown.id),
            parent=self,
        )
        dialog.saved.connect(self.choose_own)
        _open(dialog)

    def _on_change(self, shown: KnownDay) -> None:
        day = self._own(shown)
        if day is not None:
            self._open_form(day)

    def _own(self, shown: KnownDay) -> TeamDay | None:
        own = self._known.own if self._known else ()
        return next((day for day in own if day.id == shown.id), None)

    def _by_now(self, day_id: str) -> TeamDay | None:
        """Return a day of the team as it counts, whatever the list still shows."""
        return next((day for day in self._calendar.team_calendar.days if day.id == day_id), None)

    def _on_retire(self, day: KnownDay) -> None:
        command = partial(retire_day, day_id=day.id, base=self._own(day))
        dialog = ReasonDialog(
            _("Retire {day}").format(day=day.meaning.name),
            _("It counts no longer, in no market and no year. The history keeps it."),
            _("Retire"),
            self._theme,
            parent=self,
        )
        dialog.confirmed.connect(lambda reason: self._run(partial(command, reason=reason), dialog))
        _open(dialog)

    def _on_switch(self, day: KnownDay) -> None:
        is_off = bool(day.meaning.switched_off)
        name = day.meaning.name
        base = self._known.switches if self._known else ()
        dialog = ReasonDialog(
            (_("Switch on again: {day}") if is_off else _("Switch off: {day}")).format(day=name),
            _("It counts again as the program knows it.")
            if is_off
            else _(
                "It stays in sight as a note that tells who has switched it off, and why. "
                "Posts on it ask for no tick any more."
            ),
            _("Switch on") if is_off else _("Switch off"),
            self._theme,
            markets=[(one.id, one.name) for one in self._calendar.markets if one.id in day.markets],
            parent=self,
        )
        dialog.confirmed.connect(
            lambda reason: self._run(
                partial(
                    switch_day,
                    observance=day.id,
                    is_off=not is_off,
                    reason=reason,
                    market=dialog.market,
                    base=base,
                ),
                dialog,
            )
        )
        _open(dialog)

    def _run(self, command: Command, dialog: ReasonDialog) -> None:
        self._operations.run(
            command,
            refused=dialog.show_refusal,
            conflict=dialog.offer_to_look_again,
            done=dialog.on_done,
        )

    def _on_home(self) -> None:
        home = self._known.home if self._known else ""
        dialog = HomeDialog(
            self._operations,
            self._theme,
            home=home,
            look=lambda: self._calendar.home,
            parent=self,
        )
        _open(dialog)

    def _on_import(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            _("Choose a file with days"),
            "",
            _("Days ({endings})").format(endings=" ".join(DAY_FILES)),
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Show what the days of a file are, to be saved or not."""
        dialog = ImportDaysDialog(
            path,
            self._operations,
            self._jobs,
            self._calendar.markets,
            self._theme,
            known=lambda: self._calendar.team_calendar.days,
            parent=self,
        )
        dialog.saved.connect(self.choose_own)
        _open(dialog)


def _own_days(calendar: CalendarView) -> frozenset[str]:
    return frozenset(day.id for day in calendar.team_calendar.days)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _button(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
