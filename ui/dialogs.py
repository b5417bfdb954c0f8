"""The dialogs of the window, each loaded when it is first opened over it."""
# ruff: noqa: PLC0415

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.commands.post_filter import PostFilter
from app.commands.views import CalendarView, Card
from app.domain.change import ChangeSet
from app.domain.hold import Hold
from app.domain.post import PostId
from ui.cards.other_clock import OtherClock
from ui.jobs import Jobs
from ui.open_dialogs import OpenDialogs
from ui.operations import Operations
from ui.plan.plan_view import PlanView, ViewKind
from ui.theme import Theme

if TYPE_CHECKING:
    from app.commands.reader import Reader
    from app.commands.worker import Worker
    from ui.actions import Actions
    from ui.backup_keeper import BackupKeeper
    from ui.days.days_page import DaysPage
    from ui.history.history_dialog import HistoryDialog
    from ui.holds.aiming import Aim
    from ui.settings.who_am_i import Settle


class Dialogs(QObject):
    """Opens dialogs and passes on what they ask for.

    `review_asked` asks for the review, `post_asked` carries the id of a post to be shown,
    `imported` the ChangeSet of a sheet that came in, `opening_asked` the path of another calendar.
    """

    review_asked = Signal()
    post_asked = Signal(object)
    imported = Signal(object)
    opening_asked = Signal(object)

    def __init__(
        self,
        path: Path,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        *,
        worker: "Worker",
        keeper: "BackupKeeper",
        calendar: CalendarView,
        settle: "Settle",
        theme: Theme,
        window: QWidget,
    ) -> None:
        """`settle` saves what is typed in the window before anybody else sits down there."""
        super().__init__(window)
        self._settle = settle
        self._path = path
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._worker = worker
        self._keeper = keeper
        self._theme = theme
        self._window = window
        self._calendar = calendar
        self._open = OpenDialogs(window)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show other people, markets and channels, also where a dialog stands open."""
        self._calendar = calendar
        self._open.set_calendar(calendar)

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed in dialogs that stand beside the work."""
        self._open.on_changed(changes)

    def tell(self, changes: ChangeSet) -> bool:
        """Say in an open dialog what was done to the settings; tell whether it was done there."""
        return self._open.tell(changes)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._open.set_theme(theme)

    def ask_who_i_am(self) -> None:
        """Ask who sits here."""
        from ui.settings.who_am_i import WhoAmIDialog

        self._open.show(
            WhoAmIDialog(
                self._calendar,
                self._operations,
                self._theme,
                self._path,
                self._window,
                settle=self._settle,
            )
        )

    def settings(self, section: str = "markets") -> None:
        """Show all settings, and one page of them first."""
        from ui.setting_sections import setting_sections
        from ui.settings.settings_dialog import SettingsDialog

        sections = setting_sections(
            self._operations,
            self._jobs,
            self._keeper,
            days=self._days_page,
            open_calendar=self.opening_asked.emit,
        )
        made = SettingsDialog(sections, self._calendar, self._operations, self._theme, self._window)
        self._open.show(made)
        for dialog in self._open:
            if isinstance(dialog, SettingsDialog):
                dialog.show_section(section)
                if dialog.page is not None:
                    dialog.page.focus_first()

    def people(self) -> None:
        """Show who takes part, and in which role."""
        self.settings("people")

    def duty(self) -> None:
        """Show who is on duty, and let reviewers keep the roster."""
        self.settings("duty")

    def terms(self) -> None:
        """Show the team's own list of words and names, and let reviewers keep it."""
        self.settings("terms")

    def markets(self) -> None:
        """Show markets and channels."""
        self.settings("markets")

    def policy(self) -> None:
        """Show how many approve a stop, and how the rules weigh."""
        self.settings("policy")

    def backups(self) -> None:
        """Show where the calendar lies, and its backups."""
        self.settings("file")

    def export(self, first: date, last: date) -> None:
        """Export the approved posts of some days."""
        from ui.exchange.export_dialog import ExportDialog

        dialog = ExportDialog(
            self._reader,
            self._jobs,
            self._operations,
            self._calendar,
            self._theme,
            first=first,
            last=last,
            parent=self._window,
        )
        dialog.review_asked.connect(self.review_asked)
        dialog.post_asked.connect(self.post_asked)
        self._open.show(dialog)

    def paper(
        self,
        kind: ViewKind,
        view: PlanView,
        wanted: PostFilter,
        clock: OtherClock | None = None,
        post: Card | None = None,
    ) -> None:
        """Show what is in view as pages, for a PDF or a printer; one post where it is given."""
        from ui.papers.contents import wish_of
        from ui.papers.paper_dialog import PaperDialog

        dialog = PaperDialog(
            self._reader,
            self._jobs,
            self._calendar,
            self._theme,
            wish=wish_of(kind, view, self._calendar, clock, post),
            wanted=wanted,
            parent=self._window,
        )
        self._open.show(dialog)

    def import_sheet(self, sheet: Path | None = None) -> None:
        """Import a planner's own sheet; one that is given is shown at once."""
        from ui.exchange.import_dialog import ImportDialog

        dialog = ImportDialog(
            self._reader,
            self._jobs,
            self._operations,
            self._calendar,
            self._theme,
            worker=self._worker,
            before_much=self._keeper.before_much,
            parent=self._window,
        )
        dialog.imported.connect(self.imported)
        self._open.show(dialog)
        if sheet is not None:
            dialog.choose_file_once_painted(sheet)

    def hold(self, aim: "Aim | None" = None, around: Card | None = None) -> None:
        """Ask what is to stand still, and why; begin with what is aimed at, or with one post."""
        from ui.holds.hold_dialog import HoldDialog

        dialog = HoldDialog(
            self._reader,
            self._operations,
            self._jobs,
            self._calendar,
            self._theme,
            around=around,
            parent=self._window,
        )
        if aim is not None:
            dialog.aim(*aim)
        self._open.show(dialog)

    def hold_around(self, cards: Sequence[Card]) -> None:
        """Ask why this post, or what stands around these, is to stand still."""
        from ui.holds.aiming import aim_at

        if len(cards) == 1:
            self.hold(around=cards[0])
        elif cards:
            self.hold(aim_at(cards))

    def caught(self, hold: Hold | None = None) -> None:
        """Show what a hold stops, beside the window; without one, that of the newest."""
        from ui.holds.caught_dialog import CaughtDialog

        for dialog in self._open:
            if isinstance(dialog, CaughtDialog) and hold is not None:
                dialog.choose(hold)
        made = CaughtDialog(
            self._reader,
            self._jobs,
            self._calendar,
            self._theme,
            hold=hold,
            parent=self._window,
        )
        made.post_asked.connect(self.post_asked)
        made.recall_asked.connect(self.recall)
        self._open.show(made, beside=True)

    def recall(self, post_id: PostId | None = None) -> None:
        """Show what must come out at the schedulers, beside the window; this post first."""
        from ui.recall.recall_dialog import RecallDialog

        for dialog in self._open:
            if isinstance(dialog, RecallDialog) and post_id is not None:
                dialog.choose(post_id)
        made = RecallDialog(
            self._reader,
            self._operations,
            self._jobs,
            self._calendar,
            self._theme,
            post_id=post_id,
            parent=self._window,
        )
        made.post_asked.connect(self.post_asked)
        self._open.show(made, beside=True)

    def days(self, day: date | None = None, *, year: int | None = None) -> None:
        """Show the days of a year, beside the window; what falls on this day first.

        Without either the year is the present one.
        """
        from ui.days.days_dialog import DaysDialog

        for dialog in self._open:
            if isinstance(dialog, DaysDialog) and day is not None:
                dialog.aim(day)
        page = self._days_page(self._calendar, self._theme)
        made = DaysDialog(page, self._operations, self._theme, self._window)
        if day is not None:
            made.aim(day)
        elif year is not None:
            made.turn_to(year)
        self._open.show(made, beside=True)

    def history(self, post_id: PostId | None = None) -> None:
        """Show what happened in the calendar or to a post, beside the window."""
        self._the_history().show_post(post_id)

    def cancelled(self) -> None:
        """Show the posts that are cancelled, to bring one back."""
        from app.commands.history_pages import Kind

        self._the_history().show_kind(Kind.CANCELLED)

    def _the_history(self) -> "HistoryDialog":
        from ui.history.history_dialog import HistoryDialog

        for dialog in self._open:
            if isinstance(dialog, HistoryDialog):
                dialog.raise_()
                dialog.activateWindow()
                return dialog
        made = HistoryDialog(
            self._reader,
            self._operations,
            self._jobs,
            self._calendar,
            self._theme,
            today=date.today(),  # noqa: DTZ011 - the reader's own day
            parent=self._window,
        )
        made.post_asked.connect(self.post_asked)
        self._open.show(made, beside=True)
        return made

    def shortcuts(self, actions: "Actions") -> None:
        """Show every key."""
        from ui.widgets.shortcuts_dialog import ShortcutsDialog

        self._open.show(ShortcutsDialog(actions, self._theme, self._window))

    def _days_page(self, calendar: CalendarView, theme: Theme) -> "DaysPage":
        from ui.days.days_page import DaysPage

        today = date.today()  # noqa: DTZ011 - the reader's own day
        return DaysPage(self._reader, self._operations, self._jobs, calendar, theme, today=today)
