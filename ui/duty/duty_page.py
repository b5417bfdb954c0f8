"""The roster: each market's week, its shifts, and when nobody is there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.commands.duty import (
    RosterFile,
    all_duty,
    read_roster_file,
    retire_duties,
    retire_duty,
    save_duty,
    with_duty,
)
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.duty import Duty, Shift
from app.domain.market import Market, MarketId
from app.domain.person import PersonId
from app.domain.wall_time import local_at
from app.wording import _
from ui.duty.duty_form import DutyForm
from ui.duty.duty_words import (
    duty_entry,
    entries,
    found_entries,
    found_words,
    market_name,
    what,
)
from ui.duty.new_duty import new_gap, new_shift, new_week
from ui.duty.roster_page import RosterPage
from ui.jobs import Jobs
from ui.operations import Operations
from ui.theme import Theme
from ui.widgets.found_page import FoundPage
from ui.widgets.lifetime import while_there
from ui.widgets.list_page import ListPage, side_button
from ui.widgets.powers import only_reviewers

FILES = "*.csv *.tsv *.txt *.ics"


class DutyPage(ListPage):
    """Markets with their duty on one side; a week, one piece of duty or a file on the other."""

    def __init__(
        self, calendar: CalendarView, operations: Operations, jobs: Jobs, theme: Theme
    ) -> None:
        super().__init__("duty", operations, theme, listed=_("Markets and who is on duty there"))
        self._calendar = calendar
        self._jobs = jobs
        self._new: Duty | None = None
        self._file: RosterFile | None = None
        self._beside: tuple[Duty, ...] = ()
        """The duty that counted when the file was shown."""
        self._adding = (
            side_button("add_week", _("Every week…"), partial(self._add, self._fresh_week)),
            side_button("add_shift", _("Once…"), partial(self._add, self._fresh_shift)),
            side_button("add_gap", _("Nobody is there…"), partial(self._add, self._fresh_gap)),
            side_button("import_roster", _("From a file…"), self._on_import),
        )
        self._week = RosterPage(theme, date.today())  # noqa: DTZ011 - the reader's own day
        self._form = DutyForm()
        self._import = FoundPage()
        self._retire = side_button("retire", _("Retire"), self._on_retire)
        for page in (self._week, self._form, self._import):
            self._pages.addWidget(page)
        self._lay_out(buttons=[self._adding[:2], self._adding[2:]], at_heading=[self._retire])
        self._list.chosen.connect(self._on_chosen)
        self._form.edited.connect(self._open_buttons)
        self._week.put_asked.connect(self._on_put)
        self._week.take_off_asked.connect(self._on_take_off)
        self._week.pattern_asked.connect(self._open)
        self._week.market_asked.connect(self._open)
        self.set_calendar(calendar)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show another state of the roster; what is being written in the form stays."""
        self._calendar = calendar
        if self._new is not None and self._found(self._new.id) is not None:
            self._new = None
        was_changed = self.is_unsaved
        self._show_list(self._list.key)
        if not was_changed and self._file is None:
            self._show_chosen()
        self._on_me()

    # --- what is chosen ---------------------------------------------------------------------------

    def _found(self, key: str) -> Duty | None:
        return next((one for one in all_duty(self._calendar.roster) if one.id == key), None)

    def _chosen(self) -> Duty | None:
        return self._new or self._found(self._list.key)

    def _chosen_market(self) -> MarketId:
        duty = self._chosen()
        return duty.market if duty else MarketId(self._list.key)

    def _market_for_more(self) -> Market | None:
        """Return the market to which new duty would belong."""
        markets = self._calendar.markets
        chosen = (market for market in markets if market.id == self._chosen_market())
        return next(chosen, next(iter(markets), None))

    def _show_list(self, chosen: str) -> None:
        shown = list(entries(self._calendar))
        if self._new is not None:
            place = [entry.key for entry in shown].index(str(self._new.market)) + 1
            shown.insert(place, duty_entry(self._calendar, self._new))
            chosen = str(self._new.id)
        known = {entry.key for entry in shown}
        first = shown[0].key if shown else ""
        self._list.show_entries(shown, chosen if chosen in known else first)

    def _show_chosen(self) -> None:
        self._file = None
        duty, market = self._chosen(), self._chosen_market()
        if duty is not None:
            country = next((m.country for m in self._calendar.markets if m.id == market), "")
            is_new = self._new is not None
            self._form.show_duty(duty, self._calendar.people, country, is_new=is_new)
        elif self._calendar.markets:
            self._week.show_market(self._calendar, market, self._why_not())
        self._pages.setCurrentIndex(1 if duty is not None else 0)
        self._heading.setText(self._title(duty, market))
        self._open_buttons()

    def _title(self, duty: Duty | None, market: MarketId) -> str:
        if not self._calendar.markets:
            return _("Add a market first.")
        name = market_name(self._calendar, market)
        if duty is None:
            return name
        return _("{market}: {what}").format(market=name, what=what(duty))

    def _on_chosen(self, key: str) -> None:
        if self.is_unsaved:
            shown = str(self._form.duty().id)
            if key != shown:
                self._list.choose(shown)
                self._say_unsaved()
            return
        if self._new is not None and key != self._new.id:
            self._new = None
            self._show_list(key)
        self._bar.dismiss()
        self._show_chosen()

    # --- what may be pressed ----------------------------------------------------------------------

    def _on_me(self) -> None:
        super()._on_me()
        self._pages.setEnabled(True)  # whoever may not change the roster reads it
        self._form.setEnabled(not self._why_not())
        if self._pages.currentIndex() == 0 and self._calendar.markets:
            self._week.show_market(self._calendar, self._chosen_market(), self._why_not())

    def _why_not(self) -> str:
        return only_reviewers(self._operations.me, _("the roster"))

    def _open_buttons(self) -> None:
        why_not = self._why_not()
        no_market = "" if self._calendar.markets else _("Add a market first.")
        for button in self._adding:
            button.setEnabled(not why_not and not no_market)
            button.setToolTip(why_not or no_market)
        is_changed = self.is_unsaved or self._new is not None or self._file is not None
        missing = self._what_is_missing() if is_changed else ""
        self._row.open_for(is_changed=is_changed, why_not=why_not or missing)
        is_there = self._pages.currentIndex() == 1 and self._new is None
        no_reason = "" if self._form.reason else _("Write why first, at the end of the form.")
        self._retire.setVisible(is_there)
        self._retire.setEnabled(not why_not and not no_reason)
        self._retire.setToolTip(why_not or no_reason)

    def _what_is_missing(self) -> str:
        if self._file is not None:
            return "" if self._file.duty else _("Nothing in this file can be put on the roster.")
        if self._pages.currentIndex() == 1 and self._new is None and not self._form.reason:
            return _("Write why it changes.")
        return ""

    @property
    def is_unsaved(self) -> bool:
        return self._pages.currentIndex() == 1 and self._form.is_changed

    # --- what is done -----------------------------------------------------------------------------

    def _add(self, fresh: Callable[[Market], Duty]) -> None:
        market = self._market_for_more()
        if self.is_unsaved or market is None:
            self._say_unsaved()
            return
        self._new = fresh(market)
        self._show_list("")
        self._show_chosen()
        self._form.focus_first()

    def _fresh_week(self, market: Market) -> Duty:
        return new_week(market, self._somebody())

    def _fresh_shift(self, market: Market) -> Duty:
        return new_shift(market, self._somebody(), self._tomorrow(market))

    def _fresh_gap(self, market: Market) -> Duty:
        return new_gap(market, self._tomorrow(market))

    def _somebody(self) -> PersonId:
        me = self._operations.me
        return me.id if me else PersonId("")

    def _tomorrow(self, market: Market) -> date:
        return local_at(datetime.now(UTC), market.zone).date() + timedelta(days=1)

    def _discard(self) -> None:
        self._new = None
        self._show_list(self._list.key)
        self._show_chosen()
        self._bar.dismiss()

    def _save(self) -> None:
        found = self._file.duty if self._file is not None else (self._form.duty(),)
        reason = _("Imported") if self._file is not None else self._form.reason
        command = partial(save_duty, duty=found, reason=reason, base=self._base())
        self._run(command, partial(self._on_done, found, ()))

    def _base(self) -> Sequence[Duty]:
        """Return what counted when the page was filled, of that which would be changed."""
        if self._file is not None:
            return self._beside
        base = self._form.base
        return [base] if base is not None and self._new is None else ()

    def _on_retire(self) -> None:
        duty = self._form.base
        if duty is not None:
            self._run(
                partial(retire_duty, duty=duty, reason=self._form.reason),
                partial(self._on_done, (), (duty,)),
            )

    def _on_done(self, saved: Sequence[Duty], retired: Sequence[Duty], _changes: ChangeSet) -> None:
        """Show the roster with what was saved, before the calendar has been read again."""
        is_file = self._file is not None
        self._new = self._file = None
        self._pages.setCurrentIndex(0)
        roster = with_duty(self._calendar.roster, saved, retired)
        self._calendar = replace(self._calendar, roster=roster)
        chosen = next(iter(retired), None) or next(iter(saved))
        self._show_list(str(chosen.market if retired or is_file else chosen.id))
        self._show_chosen()
        self._bar.dismiss()

    def _open(self, key: str) -> None:
        """Turn to a market or to a piece of duty."""
        self._list.choose(key)
        self._on_chosen(key)

    def _on_put(self, shifts: Sequence[Shift]) -> None:
        self._run(partial(save_duty, duty=shifts), partial(self._on_kept, shifts, ()))

    def _on_take_off(self, shifts: Sequence[Shift], reason: str) -> None:
        command = partial(retire_duties, duty=shifts, reason=reason)
        self._run(command, partial(self._on_kept, (), shifts))

    def _on_kept(self, saved: Sequence[Duty], retired: Sequence[Duty], _changes: ChangeSet) -> None:
        """Show the roster of the same market with what was done, before it has been read again."""
        self._week.clear_reason()
        market = self._chosen_market()
        roster = with_duty(self._calendar.roster, saved, retired)
        self._calendar = replace(self._calendar, roster=roster)
        self._show_list(str(market))
        self._show_chosen()
        self._bar.dismiss()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._week.set_theme(theme)

    def _on_import(self) -> None:
        if self.is_unsaved:
            self._say_unsaved()
            return
        path, _kind = QFileDialog.getOpenFileName(
            self,
            _("Choose a roster to import"),
            "",
            _("Rosters ({endings})").format(endings=FILES),
        )
        if path:
            self.read_file(Path(path))

    def read_file(self, path: Path) -> None:
        """Show what a file would put on the roster; entries without a market mean the chosen."""
        market = self._chosen_market()
        calendar = self._calendar
        self._jobs.run(
            lambda _progress: read_roster_file(path, calendar, market),
            done=while_there(self, partial(self._show_file, path.name)),
            refused=while_there(self, self._bar.show_refusal),
            title=_("Reading {file}").format(file=path.name),
        )

    def _show_file(self, name: str, found: RosterFile) -> None:
        self._new = None
        self._show_list(self._list.key)
        self._bar.dismiss()
        self._file, self._beside = found, all_duty(self._calendar.roster)
        self._import.show_found(
            found_words(found), found_entries(self._calendar, found), map(str, found.problems)
        )
        self._heading.setText(name)
        self._pages.setCurrentIndex(2)
        self._open_buttons()
