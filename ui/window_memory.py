"""Where a window stood last: its place on the screen, its view of the plan, and its looks."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.post_filter import PostFilter
from app.commands.views import CalendarView
from app.domain.market import MarketId
from app.domain.person import PersonId
from ui.actions import choose
from ui.calendar.period import Period
from ui.cards.card_layout import Density
from ui.plan.folding import Folding
from ui.plan.plan_view import ViewKind
from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.main_window import MainWindow


class WindowMemory:
    """What this computer remembers of the window of one calendar."""

    def __init__(self, path: Path, preferences: Preferences) -> None:
        self._path = path
        self._preferences = preferences

    @property
    def is_first_time(self) -> bool:
        """Whether this calendar has never been open here."""
        return self._preferences.first_day(self._path) is None

    @property
    def density(self) -> Density:
        """How much a card shows."""
        return self._preferences.density

    @property
    def zoom(self) -> int:
        """How wide the days are."""
        return self._preferences.zoom

    @property
    def kind(self) -> ViewKind:
        """How the plan is looked at."""
        return self._preferences.view

    @property
    def market(self) -> MarketId | None:
        """The market in which the person stood."""
        return self._preferences.market(self._path)

    @property
    def first_day(self) -> date | None:
        """The day by which the view is found again."""
        return self._preferences.first_day(self._path)

    def first_period(self, calendar: CalendarView, today: date) -> Period:
        """Return the weeks that are shown first."""
        kept = self._preferences.first_day(self._path)
        return Period.around(kept or calendar.anchor or today, self._preferences.weeks)

    def show_theme(self, actions: "Actions") -> None:
        """Mark the colours that were chosen."""
        choose(actions.theme, self._preferences.theme)

    def restore(self, window: "MainWindow", actions: "Actions") -> None:
        """Let a window stand where it stood."""
        window.resize(1440, 900)
        if self._preferences.geometry is not None:
            window.restoreGeometry(self._preferences.geometry)
        window.show_tray(self._preferences.shows_tray)
        choose(actions.density, self.density)

    def keep_tray(self, shows: bool) -> None:
        """Remember whether the tray stands open."""
        self._preferences.shows_tray = shows

    def keep_density(self, density: Density) -> None:
        """Remember how much a card shows."""
        self._preferences.density = density

    def keep_zoom(self, zoom: int) -> None:
        """Remember how wide the days are."""
        self._preferences.zoom = zoom

    @property
    def folding(self) -> Folding:
        """What of the markets of this calendar is folded away; at first they stand by region."""
        return self._preferences.folding(self._path) or Folding(by_region=True)

    def keep_folding(self, folding: Folding) -> None:
        """Remember what is folded away."""
        self._preferences.remember_folding(self._path, folding)

    @property
    def columns(self) -> str:
        """How the columns of the list are arranged."""
        return self._preferences.columns

    def keep_columns(self, columns: str) -> None:
        """Remember how the columns of the list are arranged."""
        self._preferences.columns = columns

    def keep_view(self, kind: ViewKind, weeks: int) -> None:
        """Remember how the plan is looked at."""
        self._preferences.view = kind
        self._preferences.weeks = weeks

    def filter_of(self, person: PersonId) -> PostFilter:
        """Return which posts a person wanted to see last."""
        return self._preferences.filter_of(self._path, person)

    def keep_filter(self, person: PersonId, wanted: PostFilter) -> None:
        """Remember which posts a person wants to see."""
        self._preferences.remember_filter(self._path, person, wanted)

    def keep(self, window: "MainWindow") -> None:
        """Remember where a window stands that closes."""
        self._preferences.geometry = window.saveGeometry()
        present = window.calendar_screen.present
        self._preferences.remember_first_day(self._path, present.anchor)
        self._preferences.remember_market(self._path, present.standing.market)
