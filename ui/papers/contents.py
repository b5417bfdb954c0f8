"""What a paper shows: read beside the window, and drawn afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app.commands.day_hours import DayHours
from app.commands.leaving import Fate, Leaving
from app.commands.views import CalendarView, Card, DayKnowledge, PostView, Recall
from app.domain.market import Market, MarketId
from app.errors import AppError
from app.wording import _
from ui.calendar.month_weeks import Month
from ui.calendar.period import Period
from ui.cards.other_clock import OtherClock
from ui.leaving.leaving_plan import LeavingPlan
from ui.plan.plan_view import Keeps, PlanView, Span, ViewKind
from ui.widgets.loaded_pictures import read_pictures

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader
    from ui.jobs import Progress

LONGEST_DAYS = 370
"""A paper of more than a year is mistyped."""


LARGEST_PICTURE = QSize(1600, 1600)
NO_DAYS = DayKnowledge({})


MOST_POSTS = 3_000
"""Nobody reads more on paper, and laying them out would hold up the window."""


class TooManyError(AppError):
    """More is wanted on paper than anybody would read."""


class PaperKind(StrEnum):
    """What is put on paper."""

    WEEKS = "weeks"
    MONTH = "month"
    HOURS = "hours"
    LIST = "list"
    LEAVING = "leaving"
    """What goes out in two days, whichever those are."""
    POST = "post"
    """One post whole, with its pictures."""

    @property
    def shortens(self) -> bool:
        """Whether it has room for the first words of posts only."""
        return self not in {PaperKind.LIST, PaperKind.LEAVING, PaperKind.POST}

    @property
    def has_days(self) -> bool:
        """Whether a person says which days stand on it."""
        return self not in {PaperKind.LEAVING, PaperKind.POST}


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What a person wants on paper."""

    kind: PaperKind
    span: Span
    markets: tuple[Market, ...]
    """In their order; for a month the one that it is of."""
    clock: OtherClock | None = None
    """Whose time stands beside that of each market."""
    has_texts: bool = True
    """Whether the posts stand whole on pages behind those on which their texts are shortened."""
    post: Card | None = None
    """The post that can be put on paper alone."""
    fate: Fate | None = None
    """What becomes of the posts that go out: of others nothing is said. Nothing for all fates."""

    @property
    def shown(self) -> Span:
        """All days that the pages show: whole weeks where they are of weeks."""
        first, last = self.span.first, self.span.last
        match self.kind:
            case PaperKind.WEEKS:
                return Span(Period.around(first, 1).first, Period.around(last, 1).last)
            case PaperKind.MONTH if self.markets:
                weeks = [Month.of(first, one).weeks for one in self.markets]
                ends = [Month.of(last, one).weeks for one in self.markets]
                return Span(min(one.first for one in weeks), max(one.last for one in ends))
            case _:
                return self.span


@dataclass(frozen=True, slots=True)
class PaperContents:
    """All that is known of what a person wants on paper."""

    wish: PaperWish
    cards: tuple[Card, ...]
    ghosts: tuple[Recall, ...]
    days: DayKnowledge
    hours: Mapping[date, Mapping[MarketId, DayHours]] = field(default_factory=dict)
    whole: PostView | None = None
    """The post that stands on paper alone."""
    images: Mapping[str, QImage] = field(default_factory=dict)
    """Its pictures by their digests."""
    leaving: tuple[Leaving, ...] = ()
    """What goes out, where that is wanted."""


_KINDS: Mapping[ViewKind, PaperKind] = {
    ViewKind.GRID: PaperKind.WEEKS,
    ViewKind.MONTH: PaperKind.MONTH,
    ViewKind.DAY: PaperKind.HOURS,
    ViewKind.LEAVING: PaperKind.LEAVING,
}
"""What is put on paper of each view; of all others, the list."""


def wish_of(
    kind: ViewKind,
    view: PlanView,
    calendar: CalendarView,
    clock: OtherClock | None,
    post: Card | None = None,
) -> PaperWish:
    """Return what a view shows, as a wish for paper; a post that is given is wanted alone."""
    market = view.standing.market
    markets = calendar.markets
    if kind is ViewKind.MONTH:
        markets = tuple(one for one in markets if one.id == market)
    shown = PaperKind.POST if post else _KINDS.get(kind, PaperKind.LIST)
    fate = view.fates.fate if isinstance(view, LeavingPlan) else None
    return PaperWish(shown, view.span, markets, clock, post=post, fate=fate)


def days_of(span: Span) -> list[date]:
    """Return the days of a span, in order."""
    count = (span.last - span.first).days + 1
    return [span.first + timedelta(days=number) for number in range(count)]


def read_contents(
    reader: "Reader", wish: PaperWish, keeps: Keeps, progress: "Progress"
) -> PaperContents:
    """Read what goes on paper, day by day; only what the filter keeps."""
    own = reader.again()
    try:
        if wish.kind is PaperKind.POST and wish.post is not None:
            whole = own.post(wish.post.id)
            digests = [picture.digest for picture in whole.pictures]
            images = read_pictures(own, digests, LARGEST_PICTURE, progress)
            return PaperContents(wish, (whole.card,), (), NO_DAYS, whole=whole, images=images)
        if wish.kind is PaperKind.LEAVING:
            return PaperContents(wish, (), (), NO_DAYS, leaving=_leaving(own, wish, keeps))
        span = wish.shown
        shown = {market.id for market in wish.markets}
        cards: list[Card] = []
        days = days_of(span)
        hours: dict[date, Mapping[MarketId, DayHours]] = {}
        for number, day in enumerate(days):
            progress.report(number, len(days))
            cards += _kept(own.cards(day, day), shown, keeps)
            if len(cards) > MOST_POSTS:
                raise TooManyError(
                    _(
                        "A paper holds at most {count} posts: choose a shorter period, or filter."
                    ).format(count=f"{MOST_POSTS:,}")
                )
            if wish.kind is PaperKind.HOURS:
                hours[day] = own.hours(day)
        ghosts = own.ghosts(span.first, span.last)
        return PaperContents(
            wish,
            tuple(cards),
            tuple(one for one in ghosts if one.market.id in shown and keeps(one.card)),
            own.days(span.first, span.last),
            hours,
        )
    finally:
        own.close()


def _leaving(reader: "Reader", wish: PaperWish, keeps: Keeps) -> tuple[Leaving, ...]:
    found = (one for one in reader.leaving() if keeps(one.card))
    return tuple(one for one in found if wish.fate is None or one.fate is wish.fate)


def _kept(cards: Sequence[Card], shown: set[MarketId], keeps: Keeps) -> list[Card]:
    return [card for card in cards if card.market in shown and keeps(card)]
