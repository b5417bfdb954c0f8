"""The grid as Qt's model: one index per cell, one cell per post at most."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from app.commands.dates import day_name
from app.commands.views import Card, DayKnowledge
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Observance
from ui.calendar import cell_words
from ui.calendar.card_source import CardSource, posts_after, posts_of_period
from ui.calendar.day_words import observance_lines, shown_names
from ui.calendar.fold_words import row_words
from ui.calendar.lane_changes import lanes_after
from ui.calendar.lanes import Lanes
from ui.calendar.lanes_model import Index, LanesModel
from ui.calendar.period import Period
from ui.calendar.period_posts import PeriodPosts
from ui.calendar.stacks import Stacks
from ui.cards.dragging import MIME_TYPE, Drop, carried_in, mime_of, seen_in
from ui.cards.other_clock import OtherClock
from ui.plan.folding import ALL_OPEN, Folding
from ui.plan.plan_view import READ_AT_ONCE, Keeps, keeps_all
from ui.widgets.tooltips import tooltip_of


class CalendarModel(LanesModel):
    """A thin adapter over the cards of a period; it changes nothing itself.

    `review_requested` carries the post whose box was clicked: a tick is given on the review screen
    only. `dropped` carries what a drag asks for.
    """

    review_requested = Signal(object)
    dropped = Signal(object)

    def __init__(self, source: CardSource, period: Period, parent: QObject | None = None) -> None:
        super().__init__(Lanes.of((), period.days, ()), parent)
        self._source = source
        self._period = period
        self._markets: tuple[Market, ...] = ()
        self._days = DayKnowledge()
        self._keeps: Keeps = keeps_all
        self._folding = ALL_OPEN
        self._clock: OtherClock | None = None
        self._posts = PeriodPosts.of(period, ())
        self._shown: Stacks = {}
        """What of the posts the filter keeps, as it is arranged in lanes."""
        self._arranged_ahead: dict[Period, tuple[PeriodPosts, Stacks, Lanes]] = {}
        """How posts of the periods beside this one stand, as far as they are known."""

    # --- what is shown ------------------------------------------------------------------------

    @property
    def period(self) -> Period:
        """The days that are shown."""
        return self._period

    @property
    def posts(self) -> PeriodPosts:
        """All posts of the period as far as they are here, those that a filter hides too."""
        return self._posts

    @property
    def is_whole(self) -> bool:
        """Whether all posts of the period are here; else some are still being read."""
        return self._posts.is_whole

    @property
    def markets(self) -> tuple[Market, ...]:
        """The markets that are shown, in order."""
        return self._markets

    @property
    def order(self) -> tuple[MarketId, ...]:
        """The markets in the order of their rows, those that are folded away too."""
        return self._folding.order_of(self._markets)

    @property
    def folding(self) -> Folding:
        """What is folded away."""
        return self._folding

    @property
    def days(self) -> DayKnowledge:
        """What the days mean, as far as it is known yet."""
        return self._days

    def show_period(
        self, period: Period, markets: Sequence[Market], posts: PeriodPosts | None = None
    ) -> None:
        """Show other days or other markets; what was selected is selected no more.

        `posts` are those of the period where they have been read already.
        """
        self.beginResetModel()
        if tuple(markets) != self._markets:
            self._arranged_ahead.clear()
        self._arranged_ahead[self._period] = self._posts, self._shown, self._lanes
        self._period = period
        self._markets = tuple(markets)
        self._posts = posts or self._read()
        self._lanes = self._arranged_before() or self._arranged()
        self.endResetModel()
        self.heads_changed.emit()

    def arrange_ahead(self, posts: PeriodPosts) -> Lanes:
        """Arrange the posts of other days too: nobody waits for it when they are shown."""
        shown = self.kept(posts)
        lanes = Lanes.stacked(self._markets, posts.period.days, shown, folding=self._folding)
        self._arranged_ahead[posts.period] = posts, shown, lanes
        return lanes

    def set_keeps(self, keeps: Keeps) -> None:
        """Show only the posts that a filter keeps; those that are chosen stay so."""
        self._keeps = keeps
        self._arranged_ahead.clear()
        self._show(self._arranged())

    def show_markets(self, markets: Sequence[Market]) -> None:
        """Show the rows of these markets only; what is chosen in them stays so."""
        self._markets = tuple(markets)
        self._arranged_ahead.clear()
        self._show(self._arranged())

    def set_folding(self, folding: Folding) -> None:
        """Fold regions and markets; who stood in one of them stands in its row."""
        self._folding = folding
        self._arranged_ahead.clear()
        self._show(self._arranged())

    def set_clock(self, clock: OtherClock | None) -> None:
        """Say the time of another zone of each post too, to screen readers and in tooltips."""
        self._clock = clock

    def shown_cards(self) -> Collection[Card]:
        """Return the posts that are shown, those that are folded away too."""
        return self._lanes.shown

    def show_days(self, days: DayKnowledge) -> None:
        """Show what the days mean, once it is known."""
        if days == self._days:
            return
        self._days = days
        if self.rowCount():
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
            )
        self.heads_changed.emit()

    def on_changed(self, changes: ChangeSet) -> None:
        """Read again the cells that a command has touched, and tell only what is different."""
        if self.is_outdated_by(changes):
            self.refresh()
        else:
            before = self._shown
            self._posts = posts_after(self._source, self._posts, changes)
            self._shown = self.kept(self._posts)
            found = lanes_after(self._lanes, before, self._shown)
            if found is None:
                self._show(self._laid_out(self._shown))
            else:
                self._show(found.lanes, found.places)

    def is_outdated_by(self, changes: ChangeSet) -> bool:
        """Tell whether so much has changed that all of the period must be read again."""
        if changes.everything or len(changes.posts) + len(changes.cells) <= READ_AT_ONCE:
            return changes.everything
        return len(self._posts.touched_by(changes)) > READ_AT_ONCE

    def take(self, posts: PeriodPosts) -> None:
        """Show the posts of the period as they have been read again; what is chosen stays so."""
        self._posts = posts.sharing(self._posts)
        self._show(self._arranged())

    def refresh(self) -> None:
        """Read the period again; selection and current cell follow their posts."""
        self.take(self._read())

    @property
    def has_named_days(self) -> bool:
        """Whether anything is known of the days that are shown; nothing is when they are new."""
        known = chain(self._days.cells, self._days.gaps)
        return any(self._period.holds(day) for _market, day in known)

    def observances(self, market: MarketId, day: date) -> tuple[Observance, ...]:
        """Return what a day means in a market, as far as it is known yet."""
        return self._days.cells.get((market, day), ())

    def day_severity(self, market: MarketId, day: date) -> Severity | None:
        """Return the severity that a day brings by itself."""
        return max((one.severity for one in self.observances(market, day)), default=None)

    def duty_gap(self, market: MarketId, day: date) -> str:
        """Return when nobody is on duty, in words; nothing where somebody always is."""
        return self._days.gaps.get((market, day), "")

    def has_gap(self, day: date) -> bool:
        """Tell whether nobody is on duty for a while in any of the markets."""
        return any((one.id, day) in self._days.gaps for one in self._markets)

    def markets_with_gaps(self, day: date) -> list[str]:
        """Return the names of the markets in which nobody is on duty for a while."""
        return [one.name for one in self._markets if self.duty_gap(one.id, day)]

    def day_lines(self, market: MarketId, day: date) -> list[str]:
        """Return all that there is to say of a day in a market, for its tooltip."""
        lines = [*observance_lines(self.observances(market, day)), self.duty_gap(market, day)]
        return [line for line in lines if line]

    def days_of(self, row: int) -> Iterator[date]:
        """Yield the days of a row."""
        return (self.day(row, column) for column in range(self.columnCount()))

    # --- Qt's questions -----------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        card = self.card(index)
        if card is not None:
            return cell_words.of_card(card, role, self._clock)
        ghost = self.ghost(index)
        if ghost is not None:
            return cell_words.of_ghost(ghost, role)
        return self._data_of_empty(index, role)

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Ask for the review of a post whose box is clicked; nothing is ticked here."""
        card = self.card(index)
        if card is not None and role == Qt.ItemDataRole.CheckStateRole:
            self.review_requested.emit(card.id)
        return False

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return day_name(self._lanes.heads[section].day, "short")
        return row_words(self.lane(section), self._lanes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        )
        if self.is_region(index.row()):
            return flags & ~Qt.ItemFlag.ItemIsDropEnabled
        if self.card(index) is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    # --- dragging -----------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        cards = (self.card(index) for index in indexes)
        return mime_of(card for card in cards if card is not None)

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return parent.isValid() and data.hasFormat(MIME_TYPE)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move, and say that nothing was taken in: Qt would remove the source rows."""
        carried = carried_in(data)
        post_ids = tuple(one.post for one in carried)
        if post_ids and parent.isValid() and not self.is_region(parent.row()):
            is_copy = action is Qt.DropAction.CopyAction
            self.dropped.emit(Drop(post_ids, *self.place(parent), is_copy, seen=seen_in(carried)))
        return False

    # --- inside -------------------------------------------------------------------------------

    def _read(self) -> PeriodPosts:
        return posts_of_period(self._source, self._period)

    def kept(self, posts: PeriodPosts) -> Stacks:
        """Return those of some posts that the filter keeps."""
        return posts.kept(self._keeps)

    def _arranged_before(self) -> Lanes | None:
        """Return the lanes of just the posts that are shown now, where they are known."""
        beside = (self._period.previous(), self._period.next())
        posts, shown, lanes = self._arranged_ahead.get(self._period, (None, {}, None))
        self._arranged_ahead = {
            period: known for period, known in self._arranged_ahead.items() if period in beside
        }
        if posts is not self._posts:
            return None
        self._shown = shown
        return lanes

    def _arranged(self) -> Lanes:
        self._shown = self.kept(self._posts)
        return self._laid_out(self._shown)

    def _laid_out(self, stacks: Stacks) -> Lanes:
        """Arrange posts in lanes: all days stand beside each other."""
        return Lanes.stacked(self._markets, self._period.days, stacks, folding=self._folding)

    def _data_of_empty(self, index: Index, role: int) -> str | None:
        market, day = self.market_at(index), self.day(index.row(), index.column())
        if self.is_summed(index.row()):
            lane, total = (
                self.lane(index.row()),
                self._lanes.sums.get((index.row(), index.column())),
            )
            known = () if lane.region else self.observances(market.id, day)
            return cell_words.of_sum(lane, day, total, known, role)
        observances = self.observances(market.id, day)
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                gap = self.duty_gap(market.id, day)
                words = [market.name, day_name(day, "long"), *shown_names(observances), gap]
                return ", ".join(filter(None, words))
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of("\n".join(self.day_lines(market.id, day))) or None
        return None
