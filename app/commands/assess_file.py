"""The flags of posts in a file, judged by what is known of countries: no calendar is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from app.commands.flag_merging import merged, of_the_whole
from app.commands.knowledge import Knowledge
from app.commands.reaches import Reach, Reaches, writes_month_first
from app.domain.canonical import cleaned
from app.domain.channel import Channel, ChannelId
from app.domain.flag import Flag
from app.domain.market import Market
from app.domain.observance import Tone
from app.domain.post import Content, Post, PostId
from app.domain.wall_time import instant_of, local_at
from app.errors import InvalidInputError
from app.exchange.cells import UnreadableError
from app.exchange.loose_channels import LooseChannel, loose_channels
from app.exchange.loose_posts import LoosePost, read_loose_posts
from app.risks.assess import assess, assess_place
from app.wording import _, ngettext

USUAL_TIME = time(10)
"""For a post that names a day and no time."""


@dataclass(frozen=True, slots=True)
class AssessedPost:
    """One post of the file with its flags, the worst first; or with the reason why it has none."""

    id: str
    market: str
    """As the file has it."""
    local: datetime | None
    zone: str
    networks: tuple[str, ...]
    countries: tuple[str, ...]
    flags: tuple[Flag, ...]
    error: str = ""
    channel: str = ""
    """As the file has it."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class AssessedFile:
    """All posts of a file in its order, and what was noticed while reading."""

    posts: tuple[AssessedPost, ...]
    notes: tuple[str, ...]

    @property
    def unreadable(self) -> int:
        """How many of the posts could not be judged."""
        return sum(bool(post.error) for post in self.posts)


def assess_file(
    path: Path,
    knowledge: Knowledge,
    *,
    kind: str = "",
    market: str = "",
    day_first: bool | None = None,
    encoding: str = "",
    today: date,
) -> AssessedFile:
    """Return the flags of every post of a file; InvalidInputError where it cannot be read at all.

    `kind` overrides what the file's name says; `market` is for posts that name none. `encoding` is
    the alphabet of a text file, where it is guessed wrongly.
    """
    reaches = Reaches.of(knowledge.days)
    if market:
        _check_market(reaches, market)
    plan = read_loose_posts(
        path,
        kind=kind,
        day_first=day_first,
        encoding=encoding,
        has_market=bool(market),
        month_first=lambda named: writes_month_first([*named, market]),
        today=today,
    )
    judge = _Judge(knowledge, reaches, market)
    order = sorted(range(len(plan.posts)), key=lambda number: _nearness(plan.posts[number]))
    judged = {number: judge.judged(plan.posts[number]) for number in order}
    posts = tuple(judged[number] for number in range(len(plan.posts)))
    return AssessedFile(posts, (*plan.notes, *_notes(plan.posts)))


def _check_market(reaches: Reaches, market: str) -> None:
    try:
        reaches.find(market)
    except UnreadableError as error:
        raise InvalidInputError(str(error)) from error


def _nearness(post: LoosePost) -> tuple[str, str]:
    """Return what keeps posts of one market together: what was loaded for one serves the next."""
    return post.market, post.language


def _notes(posts: Sequence[LoosePost]) -> Iterator[str]:
    undated = sum(
        not post.error and post.moment.day is None and post.moment.instant is None for post in posts
    )
    if undated:
        yield ngettext(
            "{count} post has no date: days and hours were not judged for it. The column or field "
            "is called “local” or “date”.",
            "{count} posts have no date: days and hours were not judged for them. The column or "
            "field is called “local” or “date”.",
            undated,
        ).format(count=undated)
    guessed = sum(post.moment.day is not None and post.moment.clock is None for post in posts)
    if guessed:
        yield ngettext(
            "{count} post names no time of day: {time} was taken.",
            "{count} posts name no time of day: {time} was taken.",
            guessed,
        ).format(count=guessed, time=f"{USUAL_TIME:%H:%M}")


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges one post after the other with the same knowledge."""

    knowledge: Knowledge
    reaches: Reaches
    market: str
    """For posts that name none."""
    _channels: dict[str, Channel] = field(default_factory=dict)

    def judged(self, post: LoosePost) -> AssessedPost:
        """Return the post with its flags, or with the reason why it has none."""
        if post.error:
            return _unread(post, post.error)
        try:
            reach = self.reaches.find(post.market or self.market, post.language)
            local = _local(post, reach)
        except (UnreadableError, OverflowError) as error:
            said = _("{place}, market: {problem}").format(place=post.place, problem=error)
            return _unread(post, said)
        channels = loose_channels(post.channel)
        made = _made(post, reach, local, channels)
        flags = [flag for channel in channels for flag in self._flags(made, reach, channel)]
        known = {flag.key for flag in flags}
        elsewhere = [
            (m, flag) for m, flag in self._of_members(made, reach) if flag.key not in known
        ]
        return AssessedPost(
            id=post.id,
            market=post.market or self.market,
            local=local,
            zone=reach.home.zone,
            networks=tuple(channel.network for channel in channels),
            countries=reach.countries,
            flags=merged([*flags, *of_the_whole(elsewhere, is_wide=reach.is_wide)]),
            channel=post.channel,
            text=made.content.text,
        )

    def _flags(self, post: Post, reach: Reach, channel: LooseChannel) -> tuple[Flag, ...]:
        facts = self.knowledge.facts(reach.home, self._channel(reach.home, channel))
        # Plans seldom tell of pictures: that one is missing would stand beside every post.
        return tuple(flag for flag in assess(post, facts) if flag.rule != "picture.missing")

    def _of_members(self, post: Post, reach: Reach) -> Iterator[tuple[Market, Flag]]:
        """Yield the flags of days in the countries of a group, each by its own clocks."""
        instant = post.content.instant
        if instant is None:
            return
        for member in reach.members:
            there = local_at(instant, member.zone)
            if self._has_days(reach, member, there.date()):
                facts = self.knowledge.facts(member, self._channel(member, LooseChannel("")))
                moved = post.changed(market=member.id, zone=member.zone, local=there)
                for flag in assess_place(moved, facts):
                    if flag.family == "day":
                        yield member, flag

    def _has_days(self, reach: Reach, member: Market, day: date) -> bool:
        """Tell whether a day can mean anything for the whole; holidays of a wide group do not."""
        return any(
            not reach.is_wide or found.tone is not Tone.HOLIDAY
            for found in self.knowledge.days.on(member, day)
        )

    def _channel(self, market: Market, channel: LooseChannel) -> Channel:
        key = f"{market.id}-{channel.network}"
        known = self._channels.get(key)
        if known is None:
            known = Channel(ChannelId(key), market.id, channel.network, channel.network)
            self._channels[key] = known
        return known


def _local(post: LoosePost, reach: Reach) -> datetime | None:
    moment, zone = post.moment, reach.home.zone
    if moment.instant:
        return local_at(moment.instant, zone)
    if moment.day is None:
        return None
    local = datetime.combine(moment.day, moment.clock or USUAL_TIME)
    instant_of(local, zone)  # at the ends of the calendar there is none
    return local


def _made(
    post: LoosePost, reach: Reach, local: datetime | None, channels: Sequence[LooseChannel]
) -> Post:
    home, wording = reach.home, post.wording
    content = Content(
        market=home.id,
        channel=ChannelId(""),
        language=post.language or next(iter(home.languages), "und"),
        zone=home.zone,
        local=local,
        text=cleaned(wording.text),
        link=cleaned(wording.link),
        first_comment=cleaned(wording.first_comment),
        tags=wording.tags,
        campaign=wording.campaign,
        post_type=next((channel.kind for channel in channels if channel.kind), ""),
        media=post.media,
    )
    return Post(PostId(post.id), number=0, content=content)


def _unread(post: LoosePost, error: str) -> AssessedPost:
    said = {"channel": post.channel, "text": cleaned(post.wording.text)}
    return AssessedPost(post.id, post.market, None, "", (), (), (), error, **said)
