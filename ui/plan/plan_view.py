"""A view of the plan: what every one of them shows, tells and can be asked."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.commands.views import CalendarView, Card, Recall
from app.domain.change import ChangeSet
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.plan.folding import ALL_OPEN, Fold, Folding
from ui.theme import Theme

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader
    from ui.assessor import Assessor
    from ui.jobs import Jobs

Keeps = Callable[[Card], bool]
"""Whether a post is shown: the filter of all views."""
READ_AT_ONCE = 40
"""Cells; to read the posts of more holds the window up, so the whole span is read beside it."""


class ViewKind(StrEnum):
    """The ways of looking at the plan, in the order of their keys."""

    GRID = "grid"
    MONTH = "month"
    DAY = "day"
    LIST = "list"
    LEAVING = "leaving"


class Side(StrEnum):
    """A side of the screen, as an arrow key names it."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Nudge:
    """What a step towards a side does to the chosen posts."""

    days: int = 0
    markets: int = 0
    minutes: int = 0
    order: tuple[MarketId, ...] = field(default=(), compare=False)
    """The markets as they stand on the screen; empty where they stand as in the settings."""

    def plus(self, other: "Nudge") -> "Nudge":
        """Return one step that goes as far as both."""
        return Nudge(
            self.days + other.days,
            self.markets + other.markets,
            self.minutes + other.minutes,
            other.order or self.order,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in the plan: what is carried from one view to another."""

    day: date
    market: MarketId | None = None
    post: PostId | None = None
    weeks: int | None = field(default=None, compare=False)
    """How many weeks they looked at, where they chose that."""
    first: date | None = field(default=None, compare=False)
    """Where these weeks begin: two views of the same weeks show the same posts."""

    @property
    def start(self) -> date:
        """The day by which the weeks are found again."""
        return self.first or self.day


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a view shows, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Tell whether a day is shown."""
        return self.first <= day <= self.last


def keeps_all(_card: Card) -> bool:
    """Keep every post: no filter."""
    return True


@dataclass(frozen=True, slots=True)
class PlanParts:
    """All that a view is made with."""

    reader: "Reader"
    jobs: "Jobs"
    assessor: "Assessor"
    calendar: CalendarView
    theme: Theme
    today: date
    density: Density
    keeps: Keeps = keeps_all
    zoom: int = 0
    """How wide days are; 0 as it fits."""
    clock: OtherClock | None = None
    """Whose time is said beside each market's own."""
    folding: Folding = ALL_OPEN
    """What of the markets is folded away."""
    columns: str = ""
    """How a person has arranged the columns of a list."""


class PlanView(QWidget):
    """One way of looking at the plan; shows and asks, and changes nothing itself.

    It reads from the moment when `stand_at` is first called. While it is hidden it hears of no
    changes: `stand_at` reads anew. `post_opened` and `review_requested` carry the id of a post,
    `post_chosen` that of the current place or None, `new_post_requested` market and day (None
    where the view has none; with its time where the view has hours), `menu_requested` where the
    menu of the selected posts should open, `dropped` the Drop that a drag asks for, `day_asked` a
    day that a person wants explained, `turned` tells that other days or another market are shown,
    `counted` how many posts are in view, how many wait, and how many have a stop, `selected` how
    many are selected, `zoomed` how
    wide a person wants the days, `arranged` how they want its columns, `folded` the Folding of its
    rows.
    """

    post_opened = Signal(object)
    post_chosen = Signal(object)
    review_requested = Signal(object)
    new_post_requested = Signal(object, object)
    menu_requested = Signal(QPoint)
    dropped = Signal(object)
    day_asked = Signal(object)
    turned = Signal()
    counted = Signal(int, int, int)
    selected = Signal(int)
    zoomed = Signal(int)
    folded = Signal(object)
    arranged = Signal(str)

    has_weeks = False
    """Whether a person chooses how many weeks it shows: then `set_weeks` is called."""
    is_paged = True
    """Whether there are other periods before and after the one that is shown."""
    is_of_one_market = False
    """Whether a person chooses of which market it is: then `set_market` is called."""

    # --- what it shows ------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """Its period in words, for the top bar."""
        raise NotImplementedError

    @property
    def weeks(self) -> int:
        """How many weeks it shows; only where `has_weeks`."""
        return 1

    @property
    def span(self) -> Span:
        """The days that it shows."""
        raise NotImplementedError

    @property
    def standing(self) -> Standing:
        """Where the person stands in it: the current cell, else where its period begins."""
        raise NotImplementedError

    @property
    def anchor(self) -> date:
        """The day by which its period is found again when the calendar is opened next."""
        return self.span.first

    @property
    def is_settled(self) -> bool:
        """Whether all that is to come has been asked for and its flags are known."""
        return True

    def stand_at(self, standing: Standing) -> None:
        """Read and show the period that holds a place, and make that the current one."""
        raise NotImplementedError

    def go_to(self, day: date) -> None:
        """Show a day; the current market stays."""
        raise NotImplementedError

    def page(self, step: int) -> None:
        """Show the period after (1) or before (-1) this one."""
        raise NotImplementedError

    def step_a_week(self, step: int) -> None:
        """Begin a week later (1) or earlier (-1); without weeks, go to the same day of that one."""
        if self.is_paged:
            self.go_to(self.standing.day + timedelta(weeks=step))

    def set_weeks(self, weeks: int) -> None:
        """Show more or fewer weeks; only where `has_weeks`."""

    def set_market(self, market: MarketId) -> None:
        """Show another market; only where `is_of_one_market`."""

    # --- what is chosen -----------------------------------------------------------------------

    def selected_cards(self) -> tuple[Card, ...]:
        """Return the selected posts; without any, the current one."""
        raise NotImplementedError

    def current_place(self) -> tuple[MarketId, date] | None:
        """Return market and day of the current cell, for a new post."""
        raise NotImplementedError

    def current_post(self) -> PostId | None:
        """Return which post the current cell is about: that of its card or of its ghost."""
        cards = self.selected_cards()
        return cards[0].id if cards else None

    def current_ghost(self) -> Recall | None:
        """Return the ghost of the current cell, if there is one."""
        return None

    def choose_post(self, post_id: PostId) -> bool:
        """Make a post the current one and scroll to it; False when it is not shown."""
        raise NotImplementedError

    def choose_posts(self, post_ids: Collection[PostId]) -> bool:
        """Choose posts that were just moved; False when none is shown."""
        return any(map(self.choose_post, post_ids))

    def count_selected(self) -> None:
        """Tell how many posts are selected."""
        tables = self.findChildren(QAbstractItemView)
        has_any = any(one.selectionModel().hasSelection() for one in tables)
        self.selected.emit(len(self.selected_cards()) if has_any else 0)

    def select_nothing(self) -> bool:
        """Select no post any more; tell whether any was selected."""
        tables = self.findChildren(QAbstractItemView)
        had_any = any(one.selectionModel().hasSelection() for one in tables)
        for one in tables:
            one.clearSelection()
        return had_any

    def choose_flagged(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) flagged post in view; False where there is none."""
        raise NotImplementedError

    def nudge(self, side: Side) -> Nudge:
        """Return what Alt and an arrow do here: the keyboard's equal of a drag."""
        raise NotImplementedError

    # --- dragging -----------------------------------------------------------------------------

    def on_lifted(self) -> None:
        """Note where a drag begins, here or in the tray, if pages can be turned under it."""

    def on_given_up(self) -> None:
        """Go back to where the drag began, if it has turned pages: it was to change nothing."""

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what others may have changed."""
        raise NotImplementedError

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets, channels or holds."""
        raise NotImplementedError

    def set_keeps(self, keeps: Keeps) -> None:
        """Show only the posts that a filter keeps."""
        raise NotImplementedError

    def show_markets(self, markets: Sequence[Market]) -> None:
        """Give room to these markets only: a filter keeps no post of any other."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        raise NotImplementedError

    def set_today(self, today: date) -> None:
        """Mark another day as today."""
        raise NotImplementedError

    def set_density(self, density: Density) -> None:
        """Show more or less on each card."""
        raise NotImplementedError

    def set_clock(self, clock: OtherClock | None) -> None:
        """Say the time of another zone beside each market's own, or of none."""

    def fold(self, what: Fold) -> None:
        """Fold regions or markets away, or open them; only where there are rows of them."""

    def zoom_by(self, step: int) -> None:
        """Make what it shows a step larger (1) or smaller (-1), where it can."""

    def zoom_as_it_fits(self) -> None:
        """Make what it shows as large as it fits."""

    def rest(self) -> None:
        """Start nothing more: the view is hidden, or the window is going."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the part that `lead_focus_to` has named."""
        super().focusInEvent(event)
        if self._main_part is not None:
            self._main_part.setFocus(event.reason())

    # --- for the views themselves -------------------------------------------------------------

    _main_part: QWidget | None = None

    def lead_focus_to(self, part: QWidget) -> None:
        """Let a part have the focus that the view is given; a proxy keeps Tab from the others."""
        self._main_part = part

    def visually_later(self, *, right: bool) -> int:
        """Return 1 where a side of the screen is later, else -1: right to left, left is later."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return 1 if right is not is_mirrored else -1


Maker = Callable[[PlanParts], PlanView]
Makers = Mapping[ViewKind, Maker]
