"""The main window: one open calendar, its screens, and the wires between them."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from app.commands.crew import Crew
from app.commands.dates import clock
from app.commands.drafts import Draft
from app.commands.flags import AT_ONCE
from app.commands.hold_words import target_name
from app.commands.post_filter import PostFilter
from app.commands.reader import Reader
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.hold import Hold
from app.domain.market import MarketId
from app.domain.person import Person, PersonId, Role
from app.domain.post import PostId
from app.wording import _
from ui.actions import Actions, choose
from ui.assessor import Assessor
from ui.backup_keeper import BackupKeeper
from ui.calendar_screen import CalendarScreen
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.change_words import said
from ui.dialogs import Dialogs
from ui.exchange.drop_zone import dropped_sheet
from ui.finding.word_keeper import WordKeeper
from ui.grid_menu import grid_menu
from ui.jobs import Jobs
from ui.operations import Command, Operations
from ui.other_time import OtherTime
from ui.palette_maker import PaletteMaker
from ui.papers.contents import wish_of
from ui.plan.folding import Folding
from ui.plan.nudge_words import nudge_words
from ui.plan.plan_view import Side, ViewKind
from ui.preferences import Preferences
from ui.queue_count import QueueCount
from ui.review.review_screen import AfterHold
from ui.theme import Theme
from ui.unsaved_drafts import UnsavedDrafts
from ui.window_body import WindowBody
from ui.window_memory import WindowMemory
from ui.wires import connect_actions, connect_bars

LOOKING_FOR_OTHERS_MS = 250
"""How often the window looks whether another program has written into the calendar."""


class MainWindow(QMainWindow):
    """Shows one calendar and wires its screens; all that it was given, it closes with itself.

    `open_requested`, `new_requested` and `sample_requested` ask for another calendar,
    `opening_asked` for the one whose path it carries,
    `theme_chosen` for other colours; `closed` tells that the window is done.
    """

    open_requested = Signal()
    new_requested = Signal()
    sample_requested = Signal()
    opening_asked = Signal(object)
    theme_chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        path: Path,
        reader: Reader,
        operations: Operations,
        jobs: Jobs,
        theme: Theme,
        *,
        preferences: Preferences,
        today: date,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self._path = path
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._memory = WindowMemory(path, preferences)
        self._today = today
        self._calendar = calendar = reader.calendar()
        self._refused = ""
        self._queue = QueueCount(reader, jobs, self)
        self._crew = Crew(path, reader.knowledge.days.language)
        self._assessor = Assessor(self._crew, jobs, operations, self)
        self.calendar_screen = CalendarScreen(
            reader,
            operations,
            jobs,
            calendar,
            theme,
            assessor=self._assessor,
            period=self._memory.first_period(calendar, today),
            today=today,
            density=self._memory.density,
            zoom=self._memory.zoom,
            columns=self._memory.columns,
            folding=self._memory.folding,
            kind=self._memory.kind,
            market=self._memory.market,
            day=self._memory.first_day,
        )
        self._words = WordKeeper(reader, self._crew.first, jobs, operations, self)
        self._actions = Actions(self, self.calendar_screen.kinds)
        self.body = WindowBody(
            path,
            reader,
            operations,
            jobs,
            calendar=calendar,
            actions=self._actions,
            screen=self.calendar_screen,
            theme=theme,
        )
        self.setCentralWidget(self.body)
        self.panel = self.body.panel
        self._keeper = BackupKeeper(
            path, jobs, preferences, by_itself=not calendar.is_sample, parent=self
        )
        self.dialogs = Dialogs(
            path,
            reader,
            operations,
            jobs,
            worker=self._crew.first,
            keeper=self._keeper,
            settle=self.panel.save_then,
            theme=theme,
            window=self,
        )
        self._drafts = UnsavedDrafts(reader, self.body.bar, self._show_draft, self)
        self._actions.fill(self.menuBar())
        self.palette_maker = PaletteMaker(reader, jobs, self._actions, self)
        looks = self._actions.looks
        self.other_time = OtherTime(looks.second_time, looks.clock_menu, preferences, self)
        self.other_time.chosen.connect(self._show_clock)
        self._connect()
        connect_actions(self._actions, self)
        connect_bars(self._actions, self)
        self._show_facts()
        self.set_theme(theme)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look_around)
        self._memory.restore(self, self._actions)
        self._show_clock(self.other_time.clock)
        self._actions.looks.show_folding(self._memory.folding)

    def start(self, person: PersonId | None = None) -> None:
        """Show the calendar and take up who sits here: this person, or who sat here last."""
        self.calendar_screen.start()
        if self._memory.is_first_time and self._calendar.anchor is not None:
            self.calendar_screen.go_to(self._calendar.anchor)
        self.calendar_screen.setFocus()
        if person is None:
            self._greet()
        else:
            self.body.who.choose(person)
        self._reader.has_changed()
        self._clock.start(LOOKING_FOR_OTHERS_MS)
        self.body.recall_bar.start()
        self._words.start()
        self._keeper.start()
        self._count_queue()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who takes part in the calendar."""
        return self._calendar.people

    @property
    def calendar(self) -> CalendarView:
        """The calendar beside its posts."""
        return self._calendar

    @property
    def me(self) -> Person | None:
        """Who sits here."""
        return self._operations.me

    def find_post(self, name: str) -> PostId | None:
        """Return the post with a short name such as DE-0142."""
        return self._reader.find_post(name) if name else None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way any more: all that is to come is on the screen."""
        is_idle = not self._operations.is_busy and not self._jobs.under_way
        return is_idle and self.calendar_screen.is_settled and not self._queue.is_about_to_count

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self._actions, self.body, self.dialogs):
            part.set_theme(theme)
        self._memory.show_theme(self._actions)

    # --- pages --------------------------------------------------------------------------------

    def show_calendar(self) -> None:
        """Show the calendar instead of the review."""
        self.body.turn_to_calendar()

    def show_review(self, post_id: PostId | None = None) -> None:
        """Show the review of a post, or of what is most worth reading."""
        self.body.turn_to_review()
        if post_id is None:
            self.body.review_screen.open_queue()
        else:
            self.body.review_screen.show_post(post_id)

    def review_after(self, hold: Hold) -> None:
        """Show the review of what a lifted hold had caught."""
        self.body.turn_to_review()
        self.body.review_screen.open_queue(AfterHold(hold.id, target_name(hold, self._calendar)))

    def show_post(self, post_id: PostId) -> None:
        """Show a post in the calendar with its details beside it."""
        self.show_calendar()
        self.calendar_screen.reveal(post_id)
        self._open_panel()
        self.panel.show_post(post_id)

    def show_talk(self, post_id: PostId) -> None:
        """Show what is said about a post, beside the calendar."""
        self.show_post(post_id)
        self.panel.show_talk()

    def show_tray(self, shows: bool) -> None:
        """Show or hide the posts without a date."""
        self.calendar_screen.tray.setVisible(shows)
        self._actions.show_tray.setChecked(shows)
        self._memory.keep_tray(shows)

    # --- Qt's questions -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.body.bar.text:
            self.body.bar.dismiss()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_sheet(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        sheet = dropped_sheet(event.mimeData())
        if sheet is not None:
            event.acceptProposedAction()
            self.dialogs.import_sheet(sheet)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.panel.has_unsaved_changes:  # a save that is refused keeps the window open
            event.ignore()
            self.panel.save_then(self._close)
            return
        self._clock.stop()
        self._memory.keep(self)
        self.calendar_screen.stop()
        self._queue.stop()
        self._keeper.stop()
        self._assessor.stop()
        self._words.stop()
        self.palette_maker.stop()
        self._crew.close()  # what waits for it comes home
        self._jobs.close()
        self._operations.close()
        self._reader.close()
        super().closeEvent(event)
        self.closed.emit()

    def _close(self) -> None:
        self.close()

    # --- wires --------------------------------------------------------------------------------

    def _connect(self) -> None:
        screen, operations = self.calendar_screen, self._operations
        operations.changed.connect(self._on_changed)
        operations.refused.connect(self._on_refused)
        operations.steps_changed.connect(self._on_steps_changed)
        operations.person_changed.connect(self._on_person_changed)
        operations.person_changed.connect(self._drafts.look)
        self.panel.draft_shown.connect(self._drafts.say_no_more)
        self._queue.counted.connect(self._actions.show_queue)
        self._jobs.refused.connect(self.body.bar.show_refusal)
        screen.post_opened.connect(self._open_post)
        screen.post_chosen.connect(self._on_post_chosen)
        screen.review_requested.connect(self.show_review)
        screen.new_post_requested.connect(self._on_new_post)
        screen.menu_requested.connect(self._on_menu)
        screen.turned.connect(self._on_turned)
        screen.stack.zoomed.connect(self._memory.keep_zoom)
        screen.stack.arranged.connect(self._memory.keep_columns)
        screen.stack.folded.connect(self._on_folded)
        self.body.top_bar.market_chosen.connect(screen.set_market)
        screen.counted.connect(self.body.status.show_counts)
        screen.tray_closed.connect(lambda: self.show_tray(False))
        screen.deeds.noted.connect(self.body.toast.show_text)
        screen.tray_asked.connect(lambda: self.show_tray(True))
        screen.finder.filter_changed.connect(self._on_filter_changed)
        screen.filtering.lifted.connect(self._on_filter_lifted)
        screen.flagged.ended.connect(self._on_flags_ended)
        self.panel.closed.connect(self._close_panel)
        self.panel.review_requested.connect(self.show_review)
        self.panel.post_shown.connect(screen.reveal)
        self.body.review_screen.closed.connect(self.show_calendar)
        self.body.review_screen.post_opened.connect(self.show_post)
        self.body.who.dialog_asked.connect(self.dialogs.ask_who_i_am)
        self.dialogs.review_asked.connect(self.show_review)
        self.dialogs.post_asked.connect(self.show_post)
        self.dialogs.imported.connect(self._on_imported)
        self.dialogs.opening_asked.connect(self.opening_asked)
        self._keeper.endangered.connect(self._on_endangered)
        self._keeper.refused.connect(self._on_no_backup)

    # --- news ---------------------------------------------------------------------------------

    def _on_changed(self, changes: ChangeSet) -> None:
        self._reader.has_changed()  # what was written up to here is read now
        if changes.shows_nothing:
            return
        self._broadcast(changes)
        if changes.can_undo or changes.everything:
            self.body.status.show_saved(clock(datetime.now()))  # noqa: DTZ005 - the reader's own clock
        if changes.takes_back or changes.can_undo:
            self._forget_refused()
        if changes.takes_back:
            self.body.toast.show_text(said(changes))
        elif changes.can_undo:
            self.body.toast.show_text(said(changes), _("Undo"), self._actions.undo.trigger)

    def _broadcast(self, changes: ChangeSet) -> None:
        if changes.everything:
            self._calendar = self._reader.calendar()
            self.body.set_calendar(self._calendar)
            self.dialogs.set_calendar(self._calendar)
            self._show_facts()
        if changes.can_undo and len(changes.posts) > AT_ONCE:
            self._assessor.assess_posts(changes.posts)
        self.body.on_changed(changes)
        self.dialogs.on_changed(changes)
        self._count_queue()

    def _look_around(self) -> None:
        """Show what another program has written, and mark a new day."""
        if not self._operations.is_busy and self._reader.has_changed():
            self._broadcast(ChangeSet("", everything=True))
        self.body.recall_bar.look_at_the_clock()
        self.body.hold_bar.look_at_the_clock()
        today = date.today()  # noqa: DTZ011 - the reader's own day
        if today != self._today:
            self._today = today
            self.calendar_screen.set_today(today)

    def _on_imported(self, changes: ChangeSet) -> None:
        """Go where the plan that came in begins."""
        days = [day for _market, day in changes.cells if day is not None]
        if days:
            self.show_calendar()
            to_come = [day for day in days if day >= self._today]
            self.calendar_screen.go_to(min(to_come or days))

    def _on_refused(self, sentence: str) -> None:
        self._refused = sentence
        self.body.bar.show_refusal(sentence)

    def _forget_refused(self) -> None:
        """Take away why something could not be done, once something else was."""
        if self._refused and self.body.bar.text == self._refused:
            self.body.bar.dismiss()
        self._refused = ""

    def _on_endangered(self, danger: str) -> None:
        self.body.place_bar.show_refusal(danger, _("File and backups…"), self.dialogs.backups)

    def _on_no_backup(self, sentence: str) -> None:
        words = _("No backup could be made. {why}").format(why=sentence)
        self.body.place_bar.show_refusal(words, _("File and backups…"), self.dialogs.backups)

    def _on_steps_changed(self, undo: str, redo: str) -> None:
        self._actions.show_steps(undo, redo)

    def _on_person_changed(self, person: Person | None) -> None:
        self.body.toast.dismiss()  # whoever sits here now cannot take it back
        self._count_queue()
        if person is not None:
            wanted = self._memory.filter_of(person.id)
            self.calendar_screen.finder.set_filter(wanted)

    def _on_filter_changed(self, wanted: PostFilter) -> None:
        me = self._operations.me
        if me is not None:
            self._memory.keep_filter(me.id, wanted)

    def _on_filter_lifted(self, lifted: PostFilter) -> None:
        """Say why all posts are shown again, and offer the way back."""
        words = _("The filter was cleared: it hid this post.")
        back = partial(self.calendar_screen.finder.set_filter, lifted)
        self.body.toast.show_text(words, _("Filter again"), back)

    def _on_flags_ended(self, step: int) -> None:
        """Say that no flagged post is left this way, and offer to begin anew."""
        is_onward = step > 0
        words = _("No flagged post comes later.") if is_onward else _("No flagged post is earlier.")
        way = _("From the first") if is_onward else _("From the last")
        again = partial(self.calendar_screen.flagged.begin_anew, step)
        self.body.toast.show_text(words, way, again)

    def find_posts(self) -> None:
        """Let the person type what they look for."""
        self.show_calendar()
        self.calendar_screen.finder.focus_search()

    def _on_turned(self) -> None:
        screen = self.calendar_screen
        self.body.top_bar.show_view(screen.present)
        self._memory.keep_view(screen.kind, screen.weeks)
        choose(self._actions.views, screen.kind)
        choose(self._actions.weeks, str(screen.weeks))
        self._actions.show_nudges({side: nudge_words(screen.present.nudge(side)) for side in Side})

    def _on_folded(self, folding: Folding) -> None:
        self._memory.keep_folding(folding)
        self._actions.looks.show_folding(folding)

    def _show_clock(self, clock: OtherClock | None) -> None:
        self.calendar_screen.stack.set_clock(clock)
        self.body.status.show_clock(clock.name if clock else "")

    def _on_post_chosen(self, post_id: PostId | None) -> None:
        if post_id is not None and self.panel.isVisible():
            self.panel.show_post(post_id)

    def _count_queue(self) -> None:
        self._queue.count_for(self._operations.me)

    # --- deeds --------------------------------------------------------------------------------

    def take_back(self, command: Command) -> None:
        """Undo or redo."""
        self._operations.run(command)

    def export(self) -> None:
        """Open the export of the period in view."""
        span = self.calendar_screen.span
        self.dialogs.export(span.first, span.last)

    def print_plan(self) -> None:
        """Show what is in view as pages, for a PDF or a printer."""
        screen = self.calendar_screen
        self.dialogs.paper(wish_of(screen.kind, screen.present, self._calendar), screen.filter)

    def show_view(self, kind: ViewKind) -> None:
        """Look at the plan another way."""
        self.show_calendar()
        self.calendar_screen.show_view(kind)

    def set_density(self, density: Density) -> None:
        """Show more or less on each card, from now on."""
        self._memory.keep_density(density)
        self.calendar_screen.stack.set_density(density)

    def show_panel(self, shows: bool) -> None:
        """Show the details of the chosen post beside the calendar, or put them away."""
        if shows:
            self._open_panel()
            self.calendar_screen.open_chosen()
        else:
            self.panel.leave()

    def _open_post(self, post_id: PostId) -> None:
        self._open_panel()
        self.panel.show_post(post_id)

    def _show_draft(self, draft: Draft) -> None:
        self._open_panel()
        self.panel.show_draft(draft)

    def _on_new_post(self, market: MarketId | None, day: date | None) -> None:
        place = self.calendar_screen.current_place()
        markets = self._calendar.markets
        there = market or (place[0] if place else markets[0].id if markets else None)
        if there is not None:
            self._open_panel()
            self.panel.new_post(there, day)

    def _on_menu(self, place: QPoint) -> None:
        grid_menu(self._actions, self.calendar_screen, self.dialogs.recall, self).popup(place)

    def _open_panel(self) -> None:
        if self.body.shows_review:
            self.show_calendar()
        self.panel.show()
        self._actions.show_panel.setChecked(True)

    def _close_panel(self) -> None:
        self.panel.hide()
        self._actions.show_panel.setChecked(False)
        self.calendar_screen.setFocus()

    # --- making -------------------------------------------------------------------------------

    def _greet(self) -> None:
        """Take up who sat here last; a sample starts with a planner, a calendar of yours asks."""
        if self.body.who.choose_remembered():
            return
        planner = next((one for one in self._calendar.people if one.role is Role.PLANNER), None)
        if self._calendar.is_sample and planner is not None:
            self.body.who.choose(planner.id)
        else:
            self.dialogs.ask_who_i_am()

    def _show_facts(self) -> None:
        self.other_time.set_zones([market.zone for market in self._calendar.markets])
        self._actions.show_holds(any_stands=any(hold.is_active for hold in self._calendar.holds))
        self.setWindowTitle(_("{name} – Countersign").format(name=self._calendar.name))
        if self._calendar.is_sample:
            self.body.sample_bar.show_information(
                _("You are looking at sample data: invented people, posts and approvals."),
                _("New calendar…"),
                self.new_requested.emit,
                second=_("Import a sheet…"),
                second_act=self.dialogs.import_sheet,
            )
