"""A post and all that follow it, some days later or earlier: what that would mean, before it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.commands.cards import cards_of
from app.commands.dates import weekend
from app.commands.knowledge import Knowledge
from app.commands.move_words import MoveWords
from app.commands.moving import Move
from app.commands.placing import is_past
from app.commands.setting import Setting
from app.commands.views import Card
from app.domain.flag import Flag, Severity
from app.domain.post import Post, PostId
from app.risks.assess import assess_place
from app.storage import posts
from app.storage.engine import Engine
from app.wording import _, ngettext

SLICE = 100
"""So many posts are looked at between two reports of progress."""
DAY_FAMILY = "day"

Report = Callable[[int, int], None]


class Following(StrEnum):
    """Which later posts move along with one."""

    MARKET = "market"
    CHANNEL = "channel"
    CAMPAIGN = "campaign"
    SELECTION = "selection"
    """Only those that a person has chosen."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What a person asks for."""

    chosen: tuple[PostId, ...]
    following: Following
    days: int
    """Later above zero, earlier below."""
    skips_weekends: bool = False
    """Count weekdays only: nothing lands on a weekend of its market."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One post of a shift, and what it would meet."""

    card: Card
    day: date
    flags: tuple[Flag, ...]
    """What day, hour, duty and holds there would raise, the gravest first."""
    is_weekend: bool
    is_past: bool

    @property
    def is_solemn(self) -> bool:
        """Whether its day asks for more than a note."""
        return any(
            flag.family == DAY_FAMILY and flag.severity >= Severity.CAUTION for flag in self.flags
        )


@dataclass(frozen=True, slots=True)
class ShiftPreview:
    """What a shift would mean."""

    posts: tuple[Foreseen, ...]
    """Those that move, by time."""
    stay: int = 0
    """How many would follow but are past already."""

    @property
    def moves(self) -> tuple[Move, ...]:
        """What must be done, on the word that nobody has moved one since."""
        return tuple(Move(one.card.id, one.day, one.card.local) for one in self.posts)


def preview_shift(
    engine: Engine,
    knowledge: Knowledge,
    shift: Shift,
    now: datetime,
    report: Report = lambda _done, _all: None,
) -> ShiftPreview:
    """Return what a shift would mean for each post; not at once where many follow."""
    setting = Setting.of(engine)
    found = _followers(engine, shift)
    ahead = [
        post
        for post in found
        if post.content.local and not is_past(post.content.local, post.content.zone, now)
    ]
    foreseen: list[Foreseen] = []
    for start in range(0, len(ahead), SLICE):
        report(start, len(ahead))
        page = ahead[start : start + SLICE]
        cards = cards_of(engine, knowledge, page, now)
        foreseen += [
            _foreseen(setting, knowledge, shift, post, card, now=now)
            for post, card in zip(page, cards, strict=True)
        ]
    return ShiftPreview(tuple(foreseen), len(found) - len(ahead))


def shifted(day: date, days: int, days_off: frozenset[int] = frozenset()) -> date:
    """Return the day so many days on; of a week's days off (Monday is 0) none is counted."""
    step, left = timedelta(days=1 if days > 0 else -1), abs(days)
    while left:
        day += step
        left -= day.weekday() not in days_off
    return day


def shift_words(count: int, shift: Shift) -> MoveWords:
    """Return what is said of a shift, for Undo and when it is done."""
    many = ngettext("{count} post", "{count} posts", count).format(count=f"{count:,}")
    number = abs(shift.days)
    if shift.skips_weekends:
        by = ngettext("{count} weekday", "{count} weekdays", number)
    else:
        by = ngettext("{count} day", "{count} days", number)
    label, done = (
        (_("Shift {posts} {by} later"), _("Shifted {posts} {by} later"))
        if shift.days > 0
        else (_("Shift {posts} {by} earlier"), _("Shifted {posts} {by} earlier"))
    )
    facts = {"posts": many, "by": by.format(count=f"{number:,}")}
    return MoveWords(label.format(**facts), done.format(**facts))


def _followers(engine: Engine, shift: Shift) -> list[Post]:
    """Return the posts that move: the chosen ones, or the earliest of them and what follows it."""
    chosen = sorted(
        (post for post in posts.by_ids(engine, shift.chosen) if post.content.local),
        key=_moment,
    )
    if shift.following is Following.SELECTION or not chosen:
        return chosen
    first, start = chosen[0].content, _moment(chosen[0])
    match shift.following:
        case Following.CHANNEL:
            return posts.from_moment(engine, start, channel=first.channel)
        case Following.CAMPAIGN:
            return posts.from_moment(engine, start, campaign=first.campaign)
        case _:
            return posts.from_moment(engine, start, market=first.market)


def _moment(post: Post) -> datetime:
    return post.content.local or datetime.max


def _foreseen(
    setting: Setting, knowledge: Knowledge, shift: Shift, post: Post, card: Card, *, now: datetime
) -> Foreseen:
    market, channel = setting.of_post(post)
    days_off = weekend(market.country)
    day = shifted(
        _moment(post).date(), shift.days, days_off if shift.skips_weekends else frozenset()
    )
    there = post.moved_to(day)
    facts = knowledge.facts(market, channel, setting.holds, setting.team)
    return Foreseen(
        card,
        day,
        tuple(sorted(assess_place(there, facts), key=lambda flag: -flag.severity)),
        is_weekend=day.weekday() in days_off,
        is_past=is_past(_moment(there), there.content.zone, now),
    )
