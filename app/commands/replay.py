"""What a plan of the past, or one that is to come in, would have raised: counted for people."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from app.domain.flag import Flag, Severity, worst
from app.wording import _, ngettext

Key = TypeVar("Key")

ASKS = Severity.CAUTION
"""From here on a reviewer has to answer."""
STOPS = Severity.STOP
"""From here on a post stays in until somebody has written or mended something."""
_WORST_DAYS = 10
_A_MONTH = 30.44
"""Days."""
_FEW_DAYS = 45
_MANY_MONTHS = 36


@dataclass(frozen=True, slots=True)
class ReplayPost:
    """One post of the plan with its flags, the worst first; or with the reason why it has none."""

    id: str
    market: str
    channel: str
    local: datetime | None
    text: str
    flags: tuple[Flag, ...]
    error: str = ""

    @property
    def worst(self) -> Severity | None:
        """The severity of its gravest flag."""
        return worst(flag.severity for flag in self.flags)

    @property
    def is_stopped(self) -> bool:
        """Whether it would have stayed in until somebody had written or mended something."""
        return self.worst is not None and self.worst >= STOPS

    @property
    def is_asked_about(self) -> bool:
        """Whether a reviewer would have been asked about it, and no more than that."""
        return self.worst is ASKS


@dataclass(frozen=True, slots=True)
class Tally:
    """How some posts would have fared, each counted once by its gravest flag."""

    posts: int = 0
    blocked: int = 0
    stopped: int = 0
    asked: int = 0
    noted: int = 0

    @classmethod
    def of(cls, severities: Iterable[Severity | None]) -> "Tally":
        """Return the tally of the gravest severities of some posts."""
        counted = Counter(severities)
        return cls(
            counted.total(),
            counted[Severity.BLOCKED],
            counted[Severity.STOP],
            counted[Severity.CAUTION],
            counted[Severity.NOTE],
        )

    @property
    def stays_in(self) -> int:
        """How many would not have left as they were."""
        return self.blocked + self.stopped

    @property
    def passes(self) -> int:
        """How many nobody would have been asked about."""
        return self.posts - self.stays_in - self.asked

    @property
    def weight(self) -> tuple[int, int, int]:
        """What puts the worst first."""
        return self.stays_in, self.asked, self.noted


@dataclass(frozen=True)
class Replay:
    """All posts of a plan in its order, and what was noticed while reading."""

    name: str
    posts: tuple[ReplayPost, ...]
    notes: tuple[str, ...] = ()

    @cached_property
    def judged(self) -> tuple[ReplayPost, ...]:
        """The posts that could be read, by time; those without a date at the end."""
        read = (post for post in self.posts if not post.error)
        return tuple(sorted(read, key=lambda post: (post.local is None, post.local or _NEVER)))

    @property
    def unread(self) -> tuple[ReplayPost, ...]:
        """The posts that could not be judged."""
        return tuple(post for post in self.posts if post.error)

    @property
    def stopped(self) -> tuple[ReplayPost, ...]:
        """The posts that would have stayed in, by time."""
        return tuple(post for post in self.judged if post.is_stopped)

    @property
    def asked_about(self) -> tuple[ReplayPost, ...]:
        """The posts that a reviewer would have been asked about, by time."""
        return tuple(post for post in self.judged if post.is_asked_about)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day of the plan, or nothing where no post has a date."""
        days = [post.local.date() for post in self.judged if post.local]
        return (days[0], days[-1]) if days else None

    @cached_property
    def tally(self) -> Tally:
        """All judged posts."""
        return Tally.of(post.worst for post in self.judged)

    def by_month(self) -> Mapping[tuple[int, int], Tally]:
        """Return the tally of each year and month, in order; posts without a date are left out."""
        return self._tallies(_month_of)

    def by_market(self) -> Mapping[str, Tally]:
        """Return the tally of each market, the worst first."""
        found = self._tallies(lambda post: post.market)
        return dict(sorted(found.items(), key=lambda one: one[1].weight, reverse=True))

    def by_day(self) -> Mapping[date, Tally]:
        """Return the tally of each day, in order."""
        return self._tallies(_day_of)

    def worst_days(self) -> Mapping[date, Tally]:
        """Return the tally of the days on which most would have been stopped or asked about."""
        asking = [one for one in self.by_day().items() if one[1].stays_in or one[1].asked]
        return dict(sorted(asking, key=lambda one: one[1].weight, reverse=True)[:_WORST_DAYS])

    def by_rule(self) -> Mapping[str, Tally]:
        """Return for each rule the posts that it would have raised, the worst first."""
        raised: dict[str, list[Severity]] = {}
        for post in self.judged:
            gravest: dict[str, Severity] = {}
            for flag in post.flags:
                gravest[flag.rule] = max(flag.severity, gravest.get(flag.rule, flag.severity))
            for rule, severity in gravest.items():
                raised.setdefault(rule, []).append(severity)
        found = {rule: Tally.of(severities) for rule, severities in raised.items()}
        return dict(sorted(found.items(), key=lambda one: one[1].weight, reverse=True))

    def _tallies(self, key_of: Callable[[ReplayPost], Key | None]) -> dict[Key, Tally]:
        grouped: dict[Key, list[Severity | None]] = {}
        for post in self.judged:
            key = key_of(post)
            if key is not None:
                grouped.setdefault(key, []).append(post.worst)
        return {key: Tally.of(severities) for key, severities in grouped.items()}


_NEVER = datetime.max


def _month_of(post: ReplayPost) -> tuple[int, int] | None:
    return (post.local.year, post.local.month) if post.local else None


def _day_of(post: ReplayPost) -> date | None:
    return post.local.date() if post.local else None


def in_one_sentence(replay: Replay) -> str:
    """Return what the plan would have raised, as one says it in a meeting."""
    tally = replay.tally
    posts = ngettext("{count} post", "{count} posts", tally.posts)
    return _("{span}, {posts}: {stopped} would have been stopped, {asked} asked about.").format(
        span=_in_time(replay.span),
        posts=posts.format(count=f"{tally.posts:,}"),
        stopped=f"{tally.stays_in:,}",
        asked=f"{tally.asked:,}",
    )


def _in_time(span: tuple[date, date] | None) -> str:
    if span is None:
        return _("Without dates")
    days = (span[1] - span[0]).days + 1
    if days <= _FEW_DAYS:
        return ngettext("On {count} day", "In {count} days", days).format(count=days)
    months = round(days / _A_MONTH)
    if months > _MANY_MONTHS:
        years = round(months / 12)
        return ngettext("In {count} year", "In {count} years", years).format(count=years)
    return ngettext("In {count} month", "In {count} months", months).format(count=months)


def summary(replay: Replay) -> Mapping[str, object]:
    """Return the figures for programs."""
    span = replay.span
    return {
        "sentence": in_one_sentence(replay),
        "first": str(span[0]) if span else None,
        "last": str(span[1]) if span else None,
        "not_judged": len(replay.unread),
        **_facts(replay.tally),
        "by_month": [
            {"month": f"{year:04}-{month:02}", **_facts(tally)}
            for (year, month), tally in replay.by_month().items()
        ],
        "by_market": [
            {"market": market, **_facts(tally)} for market, tally in replay.by_market().items()
        ],
        "by_rule": [{"rule": rule, **_facts(tally)} for rule, tally in replay.by_rule().items()],
        "worst_days": [
            {"day": str(day), **_facts(tally)} for day, tally in replay.worst_days().items()
        ],
    }


def _facts(tally: Tally) -> dict[str, int]:
    return {
        "posts": tally.posts,
        "blocked": tally.blocked,
        "stop": tally.stopped,
        "caution": tally.asked,
        "note": tally.noted,
    }
