"""The posts of a period, read beside the window: nobody waits for them with the window stuck."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands.post_filter import fold_words
from app.commands.views import Card
from app.domain.market import MarketId
from ui.calendar.period import Period
from ui.calendar.period_posts import PeriodPosts
from ui.jobs import Job, Jobs, Progress
from ui.memory import give_back

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

FOLDED_AT_ONCE = 500
"""Posts; the window waits a few milliseconds for them at most."""
MARKETS_AT_ONCE = 2
DAYS_AT_ONCE = 1
"""So few that who pages on is not held up by what is not wanted any more."""
JUST_READ_S = 60
TIDIES_AFTER_MS = 300
Reading = Callable[["Reader", Period, Progress], Iterator[Card]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be read: a period, all of it or, for a glance, some markets."""

    period: Period
    markets: frozenset[MarketId] = frozenset()
    """Nothing for all of them."""
    known: PeriodPosts | None = field(default=None, compare=False)
    """The same as it is shown."""

    def takes_in(self, other: "Wish") -> bool:
        """Tell whether what is read for it serves another wish too."""
        is_enough = self.markets >= other.markets if other.markets else not self.markets
        return self.period == other.period and is_enough


@dataclass(frozen=True, slots=True)
class Moment:
    """How a calendar stood when somebody began to read it."""

    stand: int
    """Another one as soon as anything is stored, be it flags or the words of the search."""
    newest_event: int
    """Another one as soon as any post is changed."""

    @classmethod
    def of(cls, reader: "Reader") -> "Moment":
        """Return the present one."""
        return cls(reader.stand(), reader.newest_event())


class Ahead(QObject):
    """Reads periods one after the other and keeps them for as long as nobody saves anything.

    `came` carries the PeriodPosts of each; what somebody has outdated while it was read is read
    again. `stayed_out` tells that one could not be read.

    In a hurry only a changed post outdates what was read, and what the screens are told: while the
    flags of ten thousand posts are being stored nothing would ever come. They are told of seldom.
    """

    came = Signal(object)
    stayed_out = Signal()

    def __init__(
        self,
        reader: "Reader",
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        is_hurried: bool = False,
    ) -> None:
        """Take where to read; in a hurry somebody waits for it, else the window comes first."""
        super().__init__(parent)
        self._reader = reader
        self._jobs = jobs
        self._is_hurried = is_hurried
        self._read_period = _in_a_hurry if is_hurried else _calmly
        self._kept: dict[Period, PeriodPosts] = {}
        self._glances: dict[Period, tuple[frozenset[MarketId], PeriodPosts]] = {}
        self._wanted: list[Wish] = []
        self._is_told = False
        self._job: Job | None = None
        self._once_painted = QTimer(self, singleShot=True, interval=0)
        self._once_painted.timeout.connect(self._read_next)
        self._untidy: list[PeriodPosts] = []
        self._once_shown = QTimer(self, singleShot=True, interval=TIDIES_AFTER_MS)
        self._once_shown.timeout.connect(self._tidy_what_came)

    def read(self, *periods: Period) -> None:
        """Read these periods, those first that come first; others are not wanted any more."""
        self._stop_reading()
        self._wanted = [Wish(period) for period in periods if self.posts_of(period) is None]
        self._kept = {period: kept for period, kept in self._kept.items() if period in periods}
        self._read_next()

    def read_again(self, known: PeriodPosts) -> None:
        """Read a period, also where nobody has saved since: time has passed.

        A post that is as it was `known` comes as the very same object: found out beside the window,
        for there may be ten thousand.
        """
        self._kept.clear()
        self._stop_reading()
        self._wanted = [Wish(known.period, known=known)]
        self._read_next()

    def hurry(self, *wishes: Wish) -> None:
        """Read one wish after the other, each not before what the window shows has been painted.

        Beside the reading, painting takes twice as long. What is being read goes on where it is
        what is wished for first.
        """
        self._kept.clear()
        periods = {wish.period for wish in wishes}
        self._glances = {one: kept for one, kept in self._glances.items() if one in periods}
        if self._job is not None and wishes and self._wanted[0].takes_in(wishes[0]):
            self._wanted[1:] = wishes[1:]
            return
        self._stop_reading()
        self._wanted = list(wishes)
        self._once_painted.start()

    def tell(self) -> None:
        """Take note that the screens show something that may be missing in what is being read."""
        self._is_told = True

    def posts_of(self, period: Period) -> PeriodPosts | None:
        """Return a period as it was read, or nothing where that is not how it stands now."""
        return self._as_it_stands(self._kept.get(period))

    def glance_at(self, period: Period, seen: frozenset[MarketId]) -> PeriodPosts | None:
        """Return a glance at a period, or nothing where it did not take in all that is seen."""
        markets, posts = self._glances.get(period, (frozenset(), None))
        return self._as_it_stands(posts) if seen and seen <= markets else None

    def keep(self, posts: PeriodPosts) -> None:
        """Take what has just been read elsewhere: it need not be read again.

        What was read longer ago is not taken: time changes posts too, as when they have been sent.
        """
        if posts.stand is not None and monotonic() - posts.read_at < JUST_READ_S:
            self._kept[posts.period] = posts

    def forget(self) -> None:
        """Keep no whole period: who has taken what came has it."""
        self._kept.clear()

    def forget_glances(self) -> None:
        """Keep no glance either."""
        self._glances.clear()

    @property
    def is_reading(self) -> bool:
        """Whether a period is being read, or waits for it."""
        return self._job is not None or bool(self._wanted)

    def stop(self) -> None:
        """Read nothing more, and tidy nothing up."""
        self._stop_reading()
        self._once_shown.stop()
        self._untidy.clear()

    def _stop_reading(self) -> None:
        self._wanted.clear()
        self._once_painted.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _as_it_stands(self, kept: PeriodPosts | None) -> PeriodPosts | None:
        return kept if kept is not None and kept.stand == self._reader.stand() else None

    def _read_next(self) -> None:
        if self._wanted:
            wish = self._wanted[0]
            self._is_told = False
            self._job = self._jobs.run(
                partial(_posts_of, self._read_period, self._reader, wish),
                done=partial(self._on_read, Moment.of(self._reader), wish),
                refused=lambda _sentence: self._on_refused(wish),
            )

    def _on_read(self, then: Moment, wish: Wish, posts: PeriodPosts) -> None:
        self._job = None
        if self._is_outdated(then):
            self._give_up_glance(wish)
        elif wish.markets:
            found = replace(posts, stand=then.stand, read_at=monotonic())
            self._glances[wish.period] = wish.markets, found
            self._wanted.remove(wish)
            self.came.emit(found)
            self._once_painted.start()
            return
        else:
            found = self._kept[wish.period] = replace(posts, stand=then.stand, read_at=monotonic())
            self._wanted.remove(wish)
            self.came.emit(found)
            self._untidy.append(posts)
            self._once_shown.start()
        self._read_next()

    def _is_outdated(self, then: Moment) -> bool:
        now = Moment.of(self._reader)
        if self._is_hurried:
            return self._is_told or now.newest_event != then.newest_event
        return now != then

    def _tidy_what_came(self) -> None:
        """Tidy up what came; not before it is shown, which would take twice as long beside it."""
        came, self._untidy = self._untidy, []
        for posts in came:
            self._jobs.run(partial(_tidy_up, posts), done=lambda _nothing: None)

    def _on_refused(self, wish: Wish) -> None:
        self._job = None
        if wish.markets:
            self._give_up_glance(wish)
            self._read_next()
        else:
            self._wanted.clear()
            self.stayed_out.emit()

    def _give_up_glance(self, wish: Wish) -> None:
        """Read nothing again for the sake of a glance; the whole period comes later."""
        if wish.markets:
            self._wanted.remove(wish)


def _posts_of(read: Reading, reader: "Reader", wish: Wish, progress: Progress) -> PeriodPosts:
    progress.check()
    period = wish.period
    with closing(reader.again()) as own:
        if wish.markets:
            cards = tuple(_of_markets(own, wish, progress))
            return PeriodPosts.of(period, cards, is_whole=False)
        cards = tuple(read(own, period, progress))
        posts = PeriodPosts.of(period, cards, own.ghosts(period.first, period.last))
    return posts.sharing(wish.known) if wish.known else posts


def _of_markets(reader: "Reader", wish: Wish, progress: Progress) -> Iterator[Card]:
    wanted = sorted(wish.markets)
    for start in range(0, len(wanted), MARKETS_AT_ONCE):
        progress.check()
        some = wanted[start : start + MARKETS_AT_ONCE]
        yield from reader.cards_of_markets(some, wish.period.first, wish.period.last)


def _tidy_up(posts: PeriodPosts, progress: Progress) -> None:
    """Do what would hold up the window later: once somebody filters by a word, all are folded."""
    cards = posts.cards
    for start in range(0, len(cards), FOLDED_AT_ONCE):
        progress.take_a_breath()
        fold_words(cards[start : start + FOLDED_AT_ONCE])
    give_back()


def _calmly(reader: "Reader", period: Period, progress: Progress) -> Iterator[Card]:
    for day in period.days:
        progress.take_a_breath()
        yield from reader.cards(day, day)


def _in_a_hurry(reader: "Reader", period: Period, progress: Progress) -> Iterator[Card]:
    days = period.days
    for start in range(0, len(days), DAYS_AT_ONCE):
        progress.check()
        some = days[start : start + DAYS_AT_ONCE]
        yield from reader.cards(some[0], some[-1])
