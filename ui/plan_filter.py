"""The filter of all views: which posts they show, what is said about it, and views kept by name."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.commands.post_filter import PostFilter
from app.commands.saved_views import SavedView
from app.commands.views import CalendarView, Card
from app.domain.change import ChangeSet
from app.domain.market import Market
from ui.finding.finder import Finder
from ui.finding.saved_views import SavedViewsButton
from ui.jobs import Jobs
from ui.operations import Operations
from ui.plan.plan_view import Keeps, ViewKind, keeps_all
from ui.theme import Theme

if TYPE_CHECKING:
    from app.commands.reader import Reader
    from ui.calendar_screen import CalendarScreen

FEW = 50
"""Of more posts that are changed at once nobody looks where each of them is."""


class PlanFilter(QObject):
    """Lets the views of a screen show what a person looks for.

    `finder` is where they say it, `saved_views` keeps it by name. `lifted` carries the filter that
    had to go so that a post could be shown.
    """

    lifted = Signal(object)

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        screen: "CalendarScreen",
        today: date,
    ) -> None:
        super().__init__(screen)
        self._reader = reader
        self._calendar = calendar
        self._screen = screen
        self.finder = Finder(reader, jobs, calendar, theme, page=screen, today=today)
        self.saved_views = SavedViewsButton(
            reader, operations, calendar, theme, present=self._as_saved_view
        )
        self.finder.bar.add_at_end(self.saved_views)
        self.saved_views.recalled.connect(self.recall)

    @property
    def wanted(self) -> PostFilter:
        """Which posts are wanted; every view hides the others."""
        return self.finder.filter

    @property
    def keeps(self) -> Keeps:
        """Which posts are shown: each is asked for, so that no filter asks nothing."""
        return keeps_all if self.wanted.is_empty else self.wanted.test()

    @property
    def markets(self) -> tuple[Market, ...]:
        """The markets that have room in the views."""
        return self.wanted.markets_of(self._calendar)

    def let_through(self, card: Card) -> None:
        """Clear the filter where it hides a post that is to be shown."""
        wanted = self.wanted
        if not wanted.matches(card):
            self.finder.clear()
            self.lifted.emit(wanted)

    def recall(self, view: SavedView) -> None:
        """Look at the plan as it was kept: its filter, its view, its weeks."""
        screen = self._screen
        if view.kind in screen.kinds:
            screen.show_view(ViewKind(view.kind))
        if screen.present.has_weeks:
            screen.present.set_weeks(view.weeks)
        self.finder.set_filter(view.filter)

    def tell_hidden(self, changes: ChangeSet) -> None:
        """Say how many of a few posts that were just changed are not shown for the filter."""
        if self.wanted.is_empty or not changes.can_undo or len(changes.posts) > FEW:
            return
        cards = self._reader.cards_of(sorted(changes.posts))
        hidden = [one for one in cards if not one.is_cancelled and not self.wanted.matches(one)]
        self.finder.bar.show_hidden(len(hidden))

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets, channels and people."""
        self._calendar = self.saved_views.calendar = calendar
        self.finder.set_calendar(calendar)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.finder.set_theme(theme)
        self.saved_views.set_theme(theme)

    def _as_saved_view(self, name: str) -> SavedView:
        return SavedView(name, self.wanted, str(self._screen.kind), self._screen.weeks)
