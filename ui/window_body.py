"""All that fills the main window, from the top bar down to the status line."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.wording import _
from ui.actions import Actions
from ui.calendar_screen import CalendarScreen
from ui.empty_plan import EmptyPlan
from ui.holds.hold_bar import HoldBar
from ui.jobs import Jobs
from ui.operations import Operations
from ui.queue_count import QueueCount
from ui.recall.recall_bar import RecallBar
from ui.settings.who_am_i import WhoAmIButton
from ui.talk.for_you import ForYou
from ui.theme import Theme
from ui.widgets.bar_stack import BarStack
from ui.widgets.empty_state import EmptyState
from ui.widgets.message_bar import MessageBar
from ui.widgets.status_line import StatusLine
from ui.widgets.toast import Toast
from ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from app.commands.reader import Reader
    from ui.post.post_panel import PostPanel
    from ui.review.review_screen import ReviewScreen

LOW_BELOW = 480
"""Pixels of height below which each line counts."""


class WindowBody(QWidget):
    """Makes the screens and bars of one calendar and lays them out; wires nothing.

    Panel and review are loaded and made by whoever first asks for them: the calendar stands before.
    `panel_made` and `review_made` carry them.
    """

    panel_made = Signal(object)
    review_made = Signal(object)

    def __init__(
        self,
        path: Path,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        *,
        calendar: CalendarView,
        actions: Actions,
        screen: CalendarScreen,
        queue: QueueCount,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("window_body")
        self._path = path
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._queue = queue
        self._theme = theme
        self._panel: PostPanel | None = None
        self._review: ReviewScreen | None = None
        self.calendar_screen = screen
        self.who = WhoAmIButton(calendar, operations, theme, path, settle=self.settle)
        self.top_bar = TopBar(actions, self.who, theme)
        self.for_you = ForYou(reader, operations, jobs, calendar=calendar, theme=theme)
        self.top_bar.put_before_who(self.for_you)
        self.hold_bar = HoldBar(reader, operations, jobs, calendar, theme)
        self.recall_bar = RecallBar(reader, jobs, theme)
        self.sample_bar = MessageBar(theme)
        self.sample_bar.setObjectName("sample_bar")
        self.place_bar = MessageBar(theme)
        self.place_bar.setObjectName("place_bar")
        self.bar = MessageBar(theme)
        self.status = StatusLine(jobs, theme)
        self.empty_plan = EmptyPlan(reader, jobs, screen, actions, theme)
        self._calendar = calendar
        self.top_bar.set_markets(calendar.markets)
        self._empty = EmptyState(
            "globe",
            _("No markets yet"),
            _(
                "A market is where your posts land: its country, languages and time zone. "
                "Each one becomes a row of the calendar."
            ),
            actions=[actions.markets, actions.import_sheet],
            theme=theme,
        )
        self._pages = QStackedWidget()
        self._lay_out()
        self.turn_to_calendar()
        self.toast = Toast(theme, self._pages)

    @property
    def panel(self) -> "PostPanel":
        """The panel in which a post is written; hidden until somebody shows it."""
        if self._panel is None:
            from ui.post.post_panel import PostPanel  # noqa: PLC0415

            self._panel = PostPanel(
                self._reader, self._operations, self._jobs, self._calendar, self._theme
            )
            self._panel.hide()
            self._halves.addWidget(self._panel)
            self._halves.setStretchFactor(1, 0)
            self.panel_made.emit(self._panel)
        return self._panel

    @property
    def review_screen(self) -> "ReviewScreen":
        """The screen on which posts are read and ticked."""
        if self._review is None:
            from ui.review.review_screen import ReviewScreen  # noqa: PLC0415

            self._review = ReviewScreen(
                self._reader,
                self._operations,
                self._jobs,
                self._calendar,
                self._theme,
                known=self._queue.known,
            )
            self._pages.addWidget(self._review)
            self.review_made.emit(self._review)
        return self._review

    @property
    def shows_review(self) -> bool:
        """Whether the review stands where the calendar was."""
        return self._review is not None and self._pages.currentWidget() is self._review

    @property
    def shows_panel(self) -> bool:
        """Whether the panel stands beside the calendar."""
        return self._panel is not None and self._panel.isVisible()

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether something was typed in the panel and is to be saved."""
        return self._panel is not None and self._panel.has_unsaved_changes

    def settle(self, then: Callable[[], None]) -> None:
        """Save what is typed in the panel, then go on; a refusal is shown and ends it."""
        if self._panel is None:
            then()
        else:
            self._panel.save_then(then)

    @property
    def _made(self) -> "Iterator[PostPanel | ReviewScreen]":
        """Panel and review, where they have been made."""
        return (part for part in (self._panel, self._review) if part is not None)

    @property
    def _calendar_page(self) -> int:
        return 0 if self._calendar.markets else 1

    def turn_to_calendar(self) -> None:
        """Show the calendar with what is beside it; without markets, what to do about that."""
        self._pages.setCurrentIndex(self._calendar_page)
        self.top_bar.show_calendar(True)
        self.status.tell_of_calendar(True)
        self._make_room()
        self.calendar_screen.setFocus()

    def turn_to_review(self) -> None:
        """Show the review in place of the calendar."""
        self._pages.setCurrentWidget(self.review_screen)
        self.top_bar.show_calendar(False)
        self.status.tell_of_calendar(False)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let the line at the bottom go in a low window that shows a post to be read whole."""
        self.status.make_room(self.shows_review and self.height() < LOW_BELOW)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other people, markets, channels and holds."""
        self._calendar = calendar
        self.top_bar.set_markets(calendar.markets)
        self.calendar_screen.set_calendar(calendar)
        for screen in self._made:
            screen.set_calendar(calendar)
        self.hold_bar.set_calendar(calendar)
        self.for_you.set_calendar(calendar)
        self.who.set_calendar(calendar, self._path)
        if not self.shows_review:
            self._pages.setCurrentIndex(self._calendar_page)

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed."""
        for part in (
            self.calendar_screen,
            *self._made,
            self.hold_bar,
            self.recall_bar,
            self.for_you,
        ):
            part.on_changed(changes)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (
            self.top_bar,
            self.who,
            self.for_you,
            self.hold_bar,
            self.recall_bar,
            self.sample_bar,
            self.place_bar,
            self.bar,
            self.calendar_screen,
            self.empty_plan,
            *self._made,
            self.status,
            self.toast,
            self._empty,
        ):
            part.set_theme(theme)

    def _lay_out(self) -> None:
        self._halves = halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setObjectName("calendar_and_panel")
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        halves.addWidget(self.calendar_screen)
        halves.setStretchFactor(0, 1)
        self._pages.addWidget(halves)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(
            BarStack(
                grave=(self.bar, self.hold_bar),
                others=(self.recall_bar, self.place_bar, self.sample_bar),
            )
        )
        column.addWidget(self._pages, 1)
        column.addWidget(self.status)
