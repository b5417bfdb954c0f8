"""The posts of a period, read beside the window: nobody waits for them with the window stuck."""

from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

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
MARKETS_AT_ONCE = 5
DAYS_AT_ONCE = 2
"""So few that who pages on is not held up by what is not wanted any more."""
JUST_READ_S = 60
Reading = Callable[["Reader", Period, Progress], Iterator[Card]]


class Ahead(QObject):
    """Reads periods one after the other and keeps them for as long as nobody saves anything.

    `came` carries the PeriodPosts of each; what somebody has outdated while it was read is read
    again. `stayed_out` tells that one could not be read.
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
        self._read_period = _in_a_hurry if is_hurried else _calmly
        self._kept: dict[Period, PeriodPosts] = {}
        self._wanted: list[Period] = []
        self._job: Job | None = None

    def read(self, *periods: Period) -> None:
        """Read these periods, those first that come first; others are not wanted any more."""
        self.stop()
        self._wanted = [period for period in periods if self.posts_of(period) is None]
        self._kept = {period: kept for period, kept in self._kept.items() if period in periods}
        self._read_next()

    def read_again(self, period: Period, seen: Collection[MarketId] = ()) -> None:
        """Read a period, also where nobody has saved since: time has passed.

        The posts of markets that are `seen` come once more by themselves, before all of them.
        """
        self._kept.clear()
        self.stop()
        self._wanted = [period]
        if seen:
            self._run(partial(_posts_seen, self._reader, period, seen), self._on_seen)
        else:
            self._read_next()

    def posts_of(self, period: Period) -> PeriodPosts | None:
        """Return a period as it was read, or nothing where that is not how it stands now."""
        kept = self._kept.get(period)
        return kept if kept is not None and kept.stand == self._reader.stand() else None

    def keep(self, posts: PeriodPosts) -> None:
        """Take what has just been read elsewhere: it need not be read again.

        What was read longer ago is not taken: time changes posts too, as when they have been sent.
        """
        if posts.stand is not None and monotonic() - posts.read_at < JUST_READ_S:
            self._kept[posts.period] = posts

    def forget(self) -> None:
        """Keep nothing: who has taken what came has it."""
        self._kept.clear()

    @property
    def is_reading(self) -> bool:
        """Whether a period is being read, or waits for it."""
        return self._job is not None or bool(self._wanted)

    def stop(self) -> None:
        """Read nothing more."""
        self._wanted.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _read_next(self) -> None:
        if self._wanted:
            work = partial(_posts_of, self._read_period, self._reader, self._wanted[0])
            self._run(work, self._on_read)

    def _run(
        self, work: Callable[[Progress], PeriodPosts], done: Callable[[int, PeriodPosts], None]
    ) -> None:
        self._job = self._jobs.run(
            work,
            done=partial(done, self._reader.stand()),
            refused=lambda _sentence: self.stayed_out.emit(),
        )

    def _on_seen(self, stand: int, posts: PeriodPosts) -> None:
        self._job = None
        if self._reader.stand() == stand:
            self.came.emit(posts)
        self._read_next()

    def _on_read(self, stand: int, posts: PeriodPosts) -> None:
        self._job = None
        if self._reader.stand() == stand:
            found = replace(posts, stand=stand, read_at=monotonic())
            self._kept[posts.period] = found
            self._wanted.remove(posts.period)
            self.came.emit(found)
            self._jobs.run(partial(_tidy_up, posts), done=lambda _nothing: None)
        self._read_next()


def _posts_seen(
    reader: "Reader", period: Period, markets: Collection[MarketId], progress: Progress
) -> PeriodPosts:
    progress.take_a_breath()  # the days are painted first
    with closing(reader.again()) as own:
        cards: list[Card] = []
        wanted = sorted(markets)
        for start in range(0, len(wanted), MARKETS_AT_ONCE):
            progress.check()
            some = wanted[start : start + MARKETS_AT_ONCE]
            cards += own.cards_of_markets(some, period.first, period.last)
        return PeriodPosts.of(period, cards, is_whole=False)


def _posts_of(read: Reading, reader: "Reader", period: Period, progress: Progress) -> PeriodPosts:
    progress.check()
    with closing(reader.again()) as own:
        cards = tuple(read(own, period, progress))
        return PeriodPosts.of(period, cards, own.ghosts(period.first, period.last))


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
