"""Opens the palette over a window, with all that can be done and gone to in it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.commands.day_meant import days_meant
from app.commands.fuzzy import ranked
from app.commands.reader import Reader
from app.commands.saved_views import SavedView
from app.commands.searching import Findings, Found
from app.domain.market import Market
from app.wording import _
from ui.actions import Actions
from ui.finding.offers import Offer, commands_of, days_of, markets_of, posts_of, views_of
from ui.finding.palette import Palette
from ui.finding.searcher import Searcher
from ui.jobs import Jobs
from ui.plan.plan_view import Standing

if TYPE_CHECKING:
    from ui.main_window import MainWindow

MOST_COMMANDS = 40
MOST_MARKETS = 5
MOST_POSTS = 12


class PaletteMaker(QObject):
    """Knows what the palette of a window offers."""

    def __init__(self, reader: Reader, jobs: Jobs, actions: Actions, window: "MainWindow") -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        self._palette: Palette | None = None
        self._searcher = Searcher(reader, jobs, self)
        self._searcher.found.connect(self._show_posts)

    def open(self) -> None:
        """Open it with everything."""
        commands = commands_of(
            self._window.menuBar(), closed=self._why_closed, without=[self._actions.finding.palette]
        )

        def offers(typed: str) -> tuple[Offer, ...]:
            named = [(one, one.name) for one in commands]
            return (*self._places(typed), *ranked(typed, named, limit=MOST_COMMANDS))

        self._open(Palette(offers, _("Do or go to anything"), self._window))

    def open_for_places(self) -> None:
        """Open it with days, posts and markets only."""
        self._open(Palette(self._places, _("A day, or a post such as DE-0142"), self._window))

    def stop(self) -> None:
        """Look for nothing more: the window is going."""
        self._searcher.stop()

    # --- inside -------------------------------------------------------------------------------

    def _open(self, palette: Palette) -> None:
        self._palette = palette
        palette.typed.connect(lambda typed: self._searcher.look_for(typed, self._today))
        palette.finished.connect(self._put_away)
        palette.open_over(self._window)

    def _put_away(self) -> None:
        self._searcher.stop()
        if self._palette is not None:
            self._palette.deleteLater()
            self._palette = None

    @property
    def _today(self) -> date:
        return self._window.calendar_screen.finder.today

    def _places(self, typed: str) -> tuple[Offer, ...]:
        if not typed.strip():
            return ()
        me = self._window.me
        days = days_meant(typed, self._today, me.languages if me is not None else ())
        markets = [(one, f"{one.name} {one.code}") for one in self._window.calendar.markets]
        kept = [(one, one.name) for one in self._window.calendar_screen.filtering.saved_views.all]
        return (
            *days_of(days, self._today, self._go_to_day),
            *views_of(ranked(typed, kept, limit=MOST_MARKETS), self._recall),
            *markets_of(ranked(typed, markets, limit=MOST_MARKETS), self._go_to),
        )

    def _show_posts(self, findings: Findings) -> None:
        if self._palette is not None:
            self._palette.show_posts(posts_of(findings.posts[:MOST_POSTS], self._go_to_post))

    def _go_to_day(self, day: date) -> None:
        self._window.show_calendar()
        self._window.calendar_screen.go_to(day)
        self._window.calendar_screen.present.setFocus()

    def _recall(self, view: SavedView) -> None:
        self._window.show_calendar()
        self._window.calendar_screen.filtering.recall(view)

    def _go_to(self, market: Market) -> None:
        self._window.show_calendar()
        screen = self._window.calendar_screen
        if market not in screen.filter.markets_of(self._window.calendar):
            screen.finder.clear()
        screen.present.stand_at(Standing(screen.present.standing.day, market.id))
        screen.present.setFocus()

    def _go_to_post(self, found: Found) -> None:
        self._window.show_calendar()
        self._window.calendar_screen.go_to_post(found.post)

    def _why_closed(self, action: QAction) -> str:
        """Return why an action that is open all the same would do nothing now."""
        actions, window = self._actions, self._window
        if action not in actions.only_in_the_calendar:
            return ""
        if window.body.shows_review:
            return _("Only in the calendar: go back to it first")
        if action in actions.need_a_post and not window.calendar_screen.chosen_cards():
            return _("Choose a post in the calendar first")
        return ""
