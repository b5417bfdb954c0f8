"""What screens may ask; never writes.

What a window shows at once is loaded with this; what answers later questions, by the first of them.
"""
# ruff: noqa: PLC0415

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.calendar_view import calendar_view
from app.commands.cards import cards_of
from app.commands.knowledge import Knowledge
from app.commands.recalling import ghosts, ghosts_of, recall_list
from app.commands.review_queue import (
    QUEUE_LENGTH,
    Waiting,
    Whose,
    queue_again,
    review_queue,
    waiting,
)
from app.commands.session import now_utc
from app.commands.setting import Setting
from app.commands.views import (
    CalendarView,
    Candidate,
    Card,
    CaughtPosts,
    DayKnowledge,
    HistoryEntry,
    PostView,
    PresetView,
    Recall,
)
from app.domain.change import Cell, Events
from app.domain.flag import Flag
from app.domain.hold import Hold, HoldId
from app.domain.market import MarketId
from app.domain.observance import Observance
from app.domain.person import Person, PersonId
from app.domain.post import Post, PostId
from app.risks.assess import assess_place
from app.storage import media, posts
from app.storage.chain import head
from app.storage.drafts import state_of_drafts
from app.storage.engine import Engine
from app.storage.sqlite import open_calendar

if TYPE_CHECKING:
    from app.commands.alike import Alike
    from app.commands.catch import Ground
    from app.commands.day_hours import DayHours
    from app.commands.drafts import Draft, Unsaved
    from app.commands.for_me import Notice
    from app.commands.idea import Version
    from app.commands.known_days import DayList
    from app.commands.leaving import Leaving
    from app.commands.listing import Listed
    from app.commands.shifting import Shift, ShiftPreview

CAUGHT_LENGTH = 500
"""So many posts of a hold are listed at first."""


@dataclass(slots=True)
class Reader:
    """A read-only connection of its own; lives on the thread that opened it."""

    path: Path
    engine: Engine
    knowledge: Knowledge
    clock: Callable[[], datetime] = now_utc
    _seen: tuple[int, str] | None = None
    """The newest event and the drafts when somebody else had written last."""

    @classmethod
    def open(
        cls, path: Path, knowledge: Knowledge, *, clock: Callable[[], datetime] = now_utc
    ) -> "Reader":
        """Open a calendar for reading; CalendarFileError says why it cannot be opened."""
        return cls(path, open_calendar(path, read_only=True), knowledge, clock)

    def again(self) -> "Reader":
        """Return another reader of the same calendar, for the thread that calls."""
        reader = Reader.open(self.path, self.knowledge, clock=self.clock)
        Setting.hand_on(self.engine, reader.engine)
        return reader

    def close(self) -> None:
        """Close the connection."""
        self.engine.close()

    def has_changed(self) -> bool:
        """Tell whether somebody else has written since this was last asked.

        What people are typing and have not saved is no change: nobody but they will see it.
        """
        has_changed, before = self.engine.changed(), self._seen
        newest = head(self.engine).seq
        has_news = before is not None and newest != before[0]
        if not has_changed and not has_news and before is not None:
            return False
        now = self._seen = newest, state_of_drafts(self.engine)
        is_only_typed = before is not None and now != before and now[0] == before[0]
        return has_news or (has_changed and not is_only_typed)

    def take_as_seen(self, events: Events | None) -> None:
        """Take what was written here as seen; what others wrote beside it is still news."""
        if self._seen is None:
            self.has_changed()
            return
        self.engine.changed()
        newest, drafts = self._seen[0], state_of_drafts(self.engine)
        if events is not None and events[0] <= newest:
            newest = max(newest, events[1])
        self._seen = newest, drafts

    def stand(self) -> int:
        """Return a number that is another one as soon as anybody has saved something."""
        return self.engine.stand()

    def newest_event(self) -> int:
        """Return the place of the newest event: what is read of posts is as good as it is new."""
        return head(self.engine).seq

    def calendar(self) -> CalendarView:
        """Return the calendar beside its posts."""
        return calendar_view(self.engine)

    def cards(self, first: date, last: date) -> tuple[Card, ...]:
        """Return the dated posts of a span, both ends included, by time."""
        return cards_of(
            self.engine, self.knowledge, posts.between(self.engine, first, last), self.clock()
        )

    def cards_of_markets(
        self, markets: Iterable[MarketId], first: date, last: date
    ) -> tuple[Card, ...]:
        """Return the dated posts of some markets in a span, by time."""
        found = posts.of_markets(self.engine, markets, first, last)
        return cards_of(self.engine, self.knowledge, found, self.clock())

    def cards_in(self, cells: Iterable[Cell]) -> tuple[Card, ...]:
        """Return the dated posts of some markets and days."""
        found = posts.in_cells(self.engine, cells)
        return cards_of(self.engine, self.knowledge, found, self.clock())

    def tray(self) -> tuple[Card, ...]:
        """Return the posts without a date."""
        return cards_of(self.engine, self.knowledge, posts.undated(self.engine), self.clock())

    def cards_of(self, post_ids: Sequence[PostId]) -> tuple[Card, ...]:
        """Return the cards of some posts; MissingError when one is not in the calendar."""
        return cards_of(
            self.engine, self.knowledge, posts.by_ids(self.engine, post_ids), self.clock()
        )

    def find_post(self, name: str) -> PostId | None:
        """Return the post with a short name such as DE-0142, or nothing."""
        return posts.find(self.engine, name)

    def last_day(self) -> date | None:
        """Return the latest day on which a post stands, or nothing where none has a date."""
        return posts.last_day(self.engine)

    def nearest_day(self, first: date, last: date) -> date | None:
        """Return the next day after a span on which a post stands, else the last before it."""
        return posts.nearest_day(self.engine, first, last)

    def post(self, post_id: PostId) -> PostView:
        """Return one post whole, with its flags worked out anew."""
        from app.commands.post_view import post_view

        return post_view(self.engine, self.knowledge, post_id, self.clock())

    def idea(self, post_id: PostId) -> "tuple[Version, ...]":
        """Return all versions of a post's idea, itself first, and which were left as they were."""
        from app.commands.idea import versions_of_idea

        return versions_of_idea(self.engine, self.knowledge, post_id, self.clock())

    def alike(self, post_id: PostId, fields: Collection[str]) -> "tuple[Alike, ...]":
        """Return the siblings that say the same in some fields, with whose approval would end."""
        from app.commands.alike import alike_of

        return alike_of(self.engine, self.knowledge, post_id, fields, self.clock())

    def draft(self, post_id: PostId, person: PersonId) -> "Draft | None":
        """Return what a person typed into a post and did not save, or nothing."""
        from app.commands.drafts import draft_of

        return draft_of(self.engine, post_id, person)

    def unsaved(self, person: PersonId) -> "tuple[Unsaved, ...]":
        """Return all that a person typed and did not save, the latest first."""
        from app.commands.drafts import unsaved_of

        return unsaved_of(self.engine, person)

    def twins(self, post: Post) -> tuple[PostView, ...]:
        """Return the siblings that say exactly what a post says and wait for a review too."""
        from app.commands.twins import twins_of

        return twins_of(self.engine, self.knowledge, post, self.clock())

    def for_me(self, person_id: PersonId) -> "tuple[Notice, ...]":
        """Return the comments and suggestions that wait for the answer of a person."""
        from app.commands.for_me import for_me

        return for_me(self.engine, person_id)

    def media_bytes(self, digest: str) -> bytes:
        """Return the bytes of a picture that the calendar keeps."""
        return media.bytes_of(self.engine, digest)

    def days(self, first: date, last: date) -> DayKnowledge:
        """Return what the days of a span mean in each market; the first call of a year is slow."""
        from app.commands.duty_days import duty_gaps, nobody_words
        from app.commands.months import long_occasions

        setting = Setting.of(self.engine)
        days = self.knowledge.days
        decided = {
            market: setting.team.of(market.id).calendar for market in setting.markets.values()
        }
        bands = {
            market.id: days.bands(market, first, last, team) for market, team in decided.items()
        }
        return DayKnowledge(
            cells={
                (market.id, day): meanings
                for market, team in decided.items()
                for day, meanings in days.between(market, first, last, team).items()
                if meanings
            },
            bands={market: _each_once(by_day.values()) for market, by_day in bands.items()},
            months=long_occasions(bands),
            gaps={
                cell: nobody_words(hours)
                for cell, hours in duty_gaps(
                    setting.team.roster, setting.markets.values(), first, last
                ).items()
            },
        )

    def hours(self, day: date) -> "Mapping[MarketId, DayHours]":
        """Return what the hours of a day are like in each market; not at once."""
        from app.commands.day_hours import day_hours

        setting = Setting.of(self.engine)
        return {market.id: day_hours(setting, market, day) for market in setting.markets.values()}

    def day_list(
        self,
        market_ids: Collection[MarketId],
        year: int,
        today: date,
        *,
        worked_out: Callable[[int, int], None] = lambda _done, _all: None,
    ) -> "DayList":
        """Return the days of a year in some markets, and what comes next; not at once."""
        from app.commands.known_days import day_list

        setting = Setting.of(self.engine)
        return day_list(setting, self.knowledge, market_ids, year, today, worked_out=worked_out)

    def hover_flags(
        self, post_id: PostId, market_id: MarketId, day: date, clock: time | None = None
    ) -> tuple[Flag, ...]:
        """Return the flags of day, time and hold that a post would get on a day of a market.

        At its own time of day, or at another one.
        """
        from app.commands.placing import on_channel, on_day

        (post,) = posts.by_ids(self.engine, [post_id])
        setting = Setting.of(self.engine)
        market = setting.markets[market_id]
        channel = setting.likely_channel(post, market_id)
        if channel is None:
            return ()
        there = on_day(setting, on_channel(post, market, channel), day)
        if clock is not None:
            there = there.changed(local=datetime.combine(day, clock))
        return assess_place(
            there, self.knowledge.facts(market, channel, setting.holds, setting.team)
        )

    def preview_shift(
        self, shift: "Shift", report: Callable[[int, int], None] = lambda _done, _all: None
    ) -> "ShiftPreview":
        """Return what it would mean to move posts and all that follow; not at once for many."""
        from app.commands.shifting import preview_shift

        return preview_shift(self.engine, self.knowledge, shift, self.clock(), report)

    def review_queue(self, person: Person, whose: Whose = Whose.MINE) -> tuple[Waiting, ...]:
        """Return the next posts that wait for a review, what must be decided first first.

        At most QUEUE_LENGTH of them, the soonest ones: the rest come up as these are done.
        """
        return review_queue(self.engine, self.knowledge, person, whose, self.clock())

    def queue_again(
        self,
        person: Person,
        whose: Whose,
        known: Iterable[Waiting],
        touched: Collection[PostId],
    ) -> tuple[Waiting, ...]:
        """Return a queue that was read before, with only the touched posts read again."""
        return queue_again(
            self.engine,
            self.knowledge,
            person,
            whose,
            self.clock(),
            known=known,
            touched=touched,
        )

    def ground(
        self,
        wanted: Collection[PostId] = (),
        *,
        with_approvals: bool = False,
        checked: Callable[[], None] = lambda: None,
    ) -> "Ground":
        """Return all that holds could catch; how much of it could leave only where asked for.

        `wanted` are posts that may be held by themselves, beside those that are. `checked` is
        called now and then, and may end it.
        """
        from app.commands.catching import ground

        approvals = self.knowledge if with_approvals else None
        return ground(self.engine, self.clock(), approvals, wanted, checked=checked)

    def caught(self, hold: Hold, *, limit: int = CAUGHT_LENGTH) -> CaughtPosts:
        """Return the posts that a hold stops: what lies at a scheduler first, then by time."""
        from app.commands.catching import caught

        return caught(self.engine, self.knowledge, hold, self.clock(), limit=limit)

    def to_read_again(
        self, post_ids: Collection[PostId] | None = None
    ) -> Mapping[HoldId, tuple[PostId, ...]]:
        """Return by lifted hold the approved posts that it had caught and nobody has read again.

        Of some posts or of all.
        """
        from app.commands.catching import to_read_again

        return to_read_again(self.engine, self.knowledge, self.clock(), post_ids)

    def queue_after_hold(self, person: Person, hold_id: HoldId) -> tuple[Waiting, ...]:
        """Return what a lifted hold had caught and must be read again, in the order of a review.

        At most QUEUE_LENGTH of them, as in the whole queue.
        """
        cards = self.cards_of(self.to_read_again().get(hold_id, ())[:QUEUE_LENGTH])
        return waiting(self.engine, cards, person, self.clock())

    def recall_list(self, post_ids: Collection[PostId] | None = None) -> tuple[Recall, ...]:
        """Return what must come out at the schedulers, the soonest first; of some posts or all."""
        return recall_list(self.engine, self.knowledge, self.clock(), post_ids)

    def ghosts(self, first: date, last: date) -> tuple[Recall, ...]:
        """Return what schedulers will send on local days that no card shows as it is."""
        return ghosts(self.engine, self.knowledge, self.clock(), first, last)

    def ghosts_of(self, post_ids: Collection[PostId]) -> tuple[Recall, ...]:
        """Return the ghosts of some posts, on whatever day they stand."""
        return ghosts_of(self.engine, self.knowledge, self.clock(), post_ids)

    def leaving(self) -> "tuple[Leaving, ...]":
        """Return what goes out in the next two days or has just gone, the soonest first."""
        from app.commands.leaving import leaving

        return leaving(self.engine, self.knowledge, self.clock())

    def listed(self, first: date, last: date) -> "tuple[Listed, ...]":
        """Return the dated posts of a span with all that a list says of them, by time."""
        from app.commands.listing import listed

        return listed(self.engine, self.knowledge, self.clock(), first, last)

    def listed_in(self, cells: Iterable[Cell]) -> "tuple[Listed, ...]":
        """Return the same of some markets and days."""
        from app.commands.listing import listed_in

        return listed_in(self.engine, self.knowledge, self.clock(), cells)

    def presets(self) -> tuple[PresetView, ...]:
        """Return the schedulers' formats that an export can write."""
        from app.commands import exporting

        return exporting.preset_views()

    def preview_export(
        self,
        *,
        preset: str,
        first: date,
        last: date,
        market_ids: Collection[MarketId],
        now: datetime,
    ) -> tuple[Candidate, ...]:
        """Return every post of a span: whether it would leave, and if not, why."""
        from app.commands import exporting

        return exporting.candidates(
            self.engine,
            self.knowledge,
            exporting.Request(preset, first, last, frozenset(market_ids)),
            now,
        )

    def history(self, post_id: PostId) -> tuple[HistoryEntry, ...]:
        """Return what happened to a post, oldest first."""
        from app.commands.history import history_of

        return history_of(self.engine, post_id, self.clock())


def _each_once(bands: Iterable[tuple[Observance, ...]]) -> tuple[Observance, ...]:
    return tuple({band.id: band for day in bands for band in day}.values())
