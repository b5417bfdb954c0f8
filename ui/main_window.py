"""The main window: one open calendar, its screens, and the wires between them."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from app.commands.crew import Crew
from app.commands.hold_words import target_name
from app.commands.post_filter import PostFilter
from app.commands.reader import Reader
from app.commands.views import CalendarView
from app.domain.change import ChangeSet, Steps
from app.domain.hold import Hold
from app.domain.person import Person, PersonId
from app.domain.post import PostId
from app.wording import _
from ui.actions import Actions, choose
from ui.assessor import Assessor
from ui.backup_keeper import BackupKeeper
from ui.calendar_screen import CalendarScreen
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.dialogs import Dialogs
from ui.exchange.drop_zone import dropped_sheet
from ui.finding.word_keeper import WordKeeper
from ui.first_paint import FirstPaint
from ui.grid_menu import grid_menu
from ui.jobs import Jobs
from ui.news import News
from ui.notices import Notices
from ui.operations import Operations
from ui.other_time import OtherTime
from ui.palette_door import PaletteDoor
from ui.panel_door import PanelDoor
from ui.plan.folding import Folding
from ui.plan.nudge_words import nudge_words
from ui.plan.plan_view import Side, ViewKind
from ui.preferences import Preferences
from ui.queue_count import ALL_ANEW, QueueCount
from ui.review.queue_reader import AfterHold
from ui.taking_back import TakingBack
from ui.theme import Theme
from ui.unsaved_drafts import UnsavedDrafts
from ui.window_body import WindowBody
from ui.window_memory import WindowMemory
from ui.wires import connect_actions, connect_bars, connect_late, connect_news, connect_notices

if TYPE_CHECKING:
    from ui.post.post_panel import PostPanel


class MainWindow(QMainWindow):
    """Shows one calendar and wires its screens; all that it was given, it closes with itself.

    `open_requested`, `new_requested` and `sample_requested` ask for another calendar,
    `opening_asked` for the one whose path it carries,
    `theme_chosen` for other colours; `begun` tells that the calendar is painted, `closed` that
    the window is done.
    """

    open_requested = Signal()
    new_requested = Signal()
    sample_requested = Signal()
    opening_asked = Signal(object)
    theme_chosen = Signal(object)
    begun = Signal()
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
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self.has_begun = False
        """Whether the calendar has been painted, and all else has begun."""
        self._painted = FirstPaint(self)
        self._memory = WindowMemory(path, preferences)
        self._queue = QueueCount(reader, jobs, self)
        self._crew = Crew(path, reader.knowledge.days.language)
        self._assessor = Assessor(self._crew, jobs, operations, self)
        self._news = News(reader, operations, self._assessor, today, self)
        calendar = self._news.calendar
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
            queue=self._queue,
            theme=theme,
        )
        self.setCentralWidget(self.body)
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
            calendar=calendar,
            settle=self.body.settle,
            theme=theme,
            window=self,
        )
        self.notices = Notices(self.body, self.calendar_screen, self.dialogs, self._actions.undo)
        self.door = PanelDoor(
            self.body, self.calendar_screen, lambda: self.calendar, self._actions.show_panel
        )
        self.steps = TakingBack(operations, theme, self)
        self._drafts = UnsavedDrafts(reader, self.body.bar, self.door.show_draft, self)
        self._actions.fill(self.menuBar())
        self.palette_door = PaletteDoor(reader, jobs, self._actions, self)
        looks = self._actions.looks
        self.other_time = OtherTime(looks.second_time, looks.clock_menu, preferences, self)
        self.other_time.chosen.connect(self._show_clock)
        self._connect()
        connect_news(self._news, self)
        connect_actions(self._actions, self)
        connect_bars(self._actions, self)
        connect_late(self.body, self._drafts, self)
        connect_notices(operations, jobs, self._keeper, self)
        self.show_facts()
        self.set_theme(theme)
        self._memory.restore(self, self._actions)
        self._show_clock(self.other_time.clock)
        self._actions.looks.show_folding(self._memory.folding)

    def start(self, person: PersonId | None = None) -> None:
        """Show the calendar, then take up who sits here: this person, or who sat here last.

        What is not needed to see the calendar begins once it has been painted.
        """
        self._jobs.hold()
        self._painted.came.connect(partial(self._begin, person))
        self._painted.wait()
        self.calendar_screen.start()
        if self._memory.is_first_time and self.calendar.anchor is not None:
            self.calendar_screen.go_to(self.calendar.anchor)
        self.calendar_screen.setFocus()

    def _begin(self, person: PersonId | None) -> None:
        self.has_begun = True
        self.show_zones()
        self.calendar_screen.fill_tray()
        self._jobs.go_on()
        if person is None:
            self.body.who.greet()
        else:
            self.body.who.choose(person)
        self._news.start()
        self.body.recall_bar.start()
        self._words.start()
        self._keeper.start()
        self.count_queue()
        self.begun.emit()

    @property
    def calendar(self) -> CalendarView:
        """The calendar beside its posts."""
        return self._news.calendar

    @property
    def panel(self) -> "PostPanel":
        """The panel in which a post is written."""
        return self.body.panel

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
        is_idle = self.has_begun and not self._operations.is_busy and not self._jobs.under_way
        is_about_to = self._queue.is_about_to_count or self.body.recall_bar.is_about_to_read
        return is_idle and self.calendar_screen.is_settled and not is_about_to

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self._actions, self.body, self.dialogs, self.steps):
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
        self.body.review_screen.open_queue(AfterHold(hold.id, target_name(hold, self.calendar)))

    def show_post(self, post_id: PostId) -> None:
        """Show a post in the calendar with its details beside it."""
        self.show_calendar()
        self.calendar_screen.reveal(post_id)
        self.door.show_post(post_id)

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
        if self.body.has_unsaved_changes:  # a save that is refused keeps the window open
            event.ignore()
            self.body.settle(self._close)
            return
        self._painted.stop()
        self._news.stop()
        self._memory.keep(self)
        self.calendar_screen.stop()
        self._queue.stop()
        self._keeper.stop()
        self._assessor.stop()
        self._words.stop()
        self.palette_door.stop()
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
        operations.steps_changed.connect(self._on_steps_changed)
        operations.person_changed.connect(self._on_person_changed)
        operations.person_changed.connect(self._drafts.look)
        self._queue.counted.connect(self._actions.show_queue)
        self._queue.refused.connect(self.body.bar.show_refusal)
        screen.review_requested.connect(self.show_review)
        screen.menu_requested.connect(self._on_menu)
        screen.turned.connect(self._on_turned)
        screen.stack.zoomed.connect(self._memory.keep_zoom)
        screen.stack.arranged.connect(self._memory.keep_columns)
        screen.stack.folded.connect(self._on_folded)
        self.body.top_bar.market_chosen.connect(screen.set_market)
        screen.counted.connect(self.body.status.show_counts)
        screen.selected.connect(self.body.status.show_selected)
        screen.tray_closed.connect(lambda: self.show_tray(False))
        screen.tray_asked.connect(lambda: self.show_tray(True))
        screen.finder.filter_changed.connect(self._on_filter_changed)
        self.body.who.dialog_asked.connect(self.dialogs.ask_who_i_am)

    # --- news ---------------------------------------------------------------------------------

    def go_where_it_begins(self, changes: ChangeSet) -> None:
        """Go where the plan that came in begins."""
        days = [day for _market, day in changes.cells if day is not None]
        if days:
            self.show_calendar()
            to_come = [day for day in days if day >= self._news.today]
            self.calendar_screen.go_to(min(to_come or days))

    def _on_person_changed(self, person: Person | None) -> None:
        self.notices.person_changed()
        self.count_queue()
        if person is not None:
            wanted = self._memory.filter_of(person.id)
            self.calendar_screen.finder.set_filter(wanted)

    def _on_steps_changed(self, steps: Steps) -> None:
        self._actions.show_steps(steps.undo.label, steps.redo.label)

    def _on_filter_changed(self, wanted: PostFilter) -> None:
        me = self._operations.me
        if me is not None:
            self._memory.keep_filter(me.id, wanted)

    def find_posts(self) -> None:
        """Let the person type what they look for."""
        self.show_calendar()
        self.calendar_screen.finder.focus_search()

    def _on_turned(self) -> None:
        screen = self.calendar_screen
        self.body.top_bar.show_view(screen.present)
        self.body.status.put_own_times_first(screen.kind is ViewKind.LEAVING)
        self._memory.keep_view(screen.kind, screen.weeks)
        choose(self._actions.views, screen.kind)
        choose(self._actions.weeks, str(screen.weeks))
        self._actions.show_nudges({side: nudge_words(screen.present.nudge(side)) for side in Side})

    def _on_folded(self, folding: Folding) -> None:
        self._memory.keep_folding(folding)
        self._actions.looks.show_folding(folding)

    def _show_clock(self, clock: OtherClock | None) -> None:
        self.calendar_screen.stack.set_clock(clock)
        self.body.status.show_clock(clock.whose if clock else "")

    def count_queue(self, changes: ChangeSet = ALL_ANEW) -> None:
        """Count what waits for whoever sits here after a change."""
        self._queue.count_for(self._operations.me, changes)

    # --- deeds --------------------------------------------------------------------------------

    def export(self) -> None:
        """Open the export of the period in view."""
        span = self.calendar_screen.span
        self.dialogs.export(span.first, span.last)

    def print_plan(self) -> None:
        """Show what is in view as pages, for a PDF or a printer."""
        screen = self.calendar_screen
        clock = self.other_time.clock
        post = self.body.review_screen.post if self.body.shows_review else None
        self.dialogs.paper(screen.kind, screen.present, screen.filter, clock, post)

    def show_view(self, kind: ViewKind) -> None:
        """Look at the plan another way."""
        self.show_calendar()
        self.calendar_screen.show_view(kind)

    def set_density(self, density: Density) -> None:
        """Show more or less on each card, from now on."""
        self._memory.keep_density(density)
        self.calendar_screen.stack.set_density(density)

    def _on_menu(self, place: QPoint) -> None:
        grid_menu(self._actions, self.calendar_screen, self.dialogs.recall, self).popup(place)

    # --- making -------------------------------------------------------------------------------

    def show_zones(self) -> None:
        """Offer the times of all markets."""
        self.other_time.set_zones([market.zone for market in self.calendar.markets])

    def show_facts(self) -> None:
        """Show what the calendar is called, which holds stand in it, and whether it is real."""
        self._actions.show_holds(any_stands=any(hold.is_active for hold in self.calendar.holds))
        self.setWindowTitle(_("{name} – Countersign").format(name=self.calendar.name))
        if self.calendar.is_sample:
            self.notices.is_sample(begin=self.new_requested.emit)
