"""The flags of posts in a file, judged by what is known of countries: no calendar is needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path

from app.commands.flag_merging import merged, of_the_whole
from app.commands.knowledge import Knowledge
from app.commands.reaches import Reach, Reaches, writes_month_first
from app.domain.canonical import cleaned
from app.domain.channel import Channel, ChannelId
from app.domain.companion import Companion
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
from app.risks.company import companions_in
from app.wording import _, ngettext

_NO_PICTURE = "picture.missing"
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
    placed = [judge.placed(number, post) for number, post in enumerate(plan.posts)]
    company = _company([one for one in placed if isinstance(one, _Placed)])
    order = sorted(range(len(plan.posts)), key=lambda number: _nearness(plan.posts[number]))
    judged = {number: judge.judged(placed[number], company) for number in order}
    posts = tuple(judged[number] for number in range(len(plan.posts)))
    found = AssessedFile(posts, (*plan.notes, *_notes(plan.posts)))
    return found if any(post.media for post in plan.posts) else _without_pictures(found)


def _without_pictures(found: AssessedFile) -> AssessedFile:
    """Say once that the file names no pictures, instead of missing one in each of its posts."""
    posts = tuple(
        replace(post, flags=tuple(flag for flag in post.flags if flag.rule != _NO_PICTURE))
        for post in found.posts
    )
    if posts == found.posts:
        return found
    note = _("The file names no pictures: they were not judged.")
    return AssessedFile(posts, (*found.notes, note))


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
class _Placed:
    """A post of the file at its place and time, as it would stand on each of its channels."""

    loose: LoosePost
    reach: Reach
    channels: tuple[LooseChannel, ...]
    posts: tuple[Post, ...]

    @property
    def content(self) -> Content:
        """What is the same on all its channels."""
        return self.posts[0].content


Company = Mapping[PostId, tuple[Companion, ...]]


def _company(placed: Sequence[_Placed]) -> Company:
    """Return for the posts of the file those others of it that they have to do with."""
    called = {
        post.id: _("post {id}").format(id=one.loose.id) for one in placed for post in one.posts
    }
    return companions_in(
        [post for one in placed for post in one.posts], lambda post: called[post.id]
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges one post after the other with the same knowledge."""

    knowledge: Knowledge
    reaches: Reaches
    market: str
    """For posts that name none."""
    _channels: dict[str, Channel] = field(default_factory=dict)

    def placed(self, number: int, post: LoosePost) -> _Placed | AssessedPost:
        """Return a post at its place, or with the reason why it has none."""
        if post.error:
            return _unread(post, post.error)
        try:
            reach = self.reaches.find(post.market or self.market, post.language)
            local = _local(post, reach)
        except (UnreadableError, OverflowError) as error:
            said = _("{place}, market: {problem}").format(place=post.place, problem=error)
            return _unread(post, said)
        channels = loose_channels(post.channel)
        content = _content(post, reach, local, channels)
        posts = tuple(
            Post(
                PostId(f"{number} {channel.network}"),
                number=0,
                content=replace(content, channel=self._channel(reach.home, channel).id),
            )
            for channel in channels
        )
        return _Placed(post, reach, channels, posts)

    def judged(self, placed: _Placed | AssessedPost, company: Company) -> AssessedPost:
        """Return a post with its flags, as it is where it could not be placed."""
        if isinstance(placed, AssessedPost):
            return placed
        reach, loose = placed.reach, placed.loose
        each = zip(placed.posts, placed.channels, strict=True)
        flags = [
            flag for post, channel in each for flag in self._flags(post, reach, channel, company)
        ]
        known = {flag.key for flag in flags}
        elsewhere = [
            (market, flag)
            for market, flag in self._of_members(placed.posts[0], reach)
            if flag.key not in known
        ]
        return AssessedPost(
            id=loose.id,
            market=loose.market or self.market,
            local=placed.content.local,
            zone=reach.home.zone,
            networks=tuple(channel.network for channel in placed.channels),
            countries=reach.countries,
            flags=merged([*flags, *of_the_whole(elsewhere, is_wide=reach.is_wide)]),
            channel=loose.channel,
            text=placed.content.text,
        )

    def _flags(
        self, post: Post, reach: Reach, channel: LooseChannel, company: Company
    ) -> tuple[Flag, ...]:
        facts = self.knowledge.facts(reach.home, self._channel(reach.home, channel))
        return assess(post, replace(facts, companions=company.get(post.id, ())))

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


def _content(
    post: LoosePost, reach: Reach, local: datetime | None, channels: Sequence[LooseChannel]
) -> Content:
    home, wording = reach.home, post.wording
    return Content(
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


def _unread(post: LoosePost, error: str) -> AssessedPost:
    said = {"channel": post.channel, "text": cleaned(post.wording.text)}
    return AssessedPost(post.id, post.market, None, "", (), (), (), error, **said)
