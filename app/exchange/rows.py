"""One approved post as one row of a scheduler's file, and all that such a row cannot hold."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.channel import Channel
from app.domain.market import Market
from app.domain.medium import Medium
from app.domain.post import Post, short_name
from app.domain.wall_time import ClockTime, clock_time, instant_of, local_at
from app.exchange.presets import OPTION, Column, Preset
from app.wording import _


@dataclass(frozen=True, slots=True)
class Row:
    """A post with the market and the channel it belongs to."""

    post: Post
    market: Market
    channel: Channel

    @property
    def short_name(self) -> str:
        """What people call the post, such as DE-0142."""
        return short_name(self.market.code, self.post.number)

    @property
    def zone(self) -> str:
        """The zone in which the scheduler's account of the channel reads clock times."""
        return self.channel.account_zone or self.market.zone

    @property
    def instant(self) -> datetime:
        """The UTC moment at which the post goes out; ValueError if it has none."""
        instant = self.post.content.instant
        if instant is None:
            message = f"{self.short_name} has no time."
            raise ValueError(message)
        return instant

    @property
    def clock(self) -> datetime:
        """What the clocks of `zone` show at that moment; ValueError if it has none."""
        return local_at(self.instant, self.zone)


class UnfitReason(StrEnum):
    """Why a format cannot hold a post, beyond the fields that the gate looks at."""

    EMPTY = "empty"
    NO_ADDRESS = "no-address"
    NOT_PUBLIC = "not-public"
    WRONG_ENDING = "wrong-ending"
    TOO_MANY_PICTURES = "too-many-pictures"
    NO_SUCH_TIME = "no-such-time"
    TIME_TWICE = "time-twice"
    UNKNOWN_ZONE = "unknown-zone"
    TIME_NOT_WRITABLE = "time-not-writable"
    MISSING_OPTION = "missing-option"
    OPTION_NOT_CARRIED = "option-not-carried"
    CHARACTER = "character"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Unfit:
    """One reason with its sentence, which names the way out."""

    reason: UnfitReason
    sentence: str


def unfit(preset: Preset, row: Row) -> tuple[Unfit, ...]:
    """Return all that keeps a post out of this format, beyond what the gate says."""
    return (
        *_empty(row),
        *_pictures(preset, row),
        *_times(preset, row),
        *_options(preset, row),
        *_cells(preset, row),
    )


def stays_behind(preset: Preset, row: Row) -> tuple[str, ...]:
    """Return the filled fields that may leave without: `alt`, `campaign`, `labels`."""
    content = row.post.content
    carried = {column.field for column in preset.columns_for(row.channel.network)}
    filled = {
        "alt": any(medium.alt for medium in content.media),
        "campaign": bool(content.campaign),
        "labels": bool(row.post.labels),
    }
    return tuple(name for name, is_filled in filled.items() if is_filled and name not in carried)


def cells(preset: Preset, row: Row) -> tuple[str, ...]:
    """Return the row as it stands in the file: never shortened, never added to."""
    return tuple(_cell(preset, row, c) for c in preset.columns_for(row.channel.network))


def _cell(preset: Preset, row: Row, column: Column) -> str:
    content = row.post.content
    if column.field == "time":
        return row.clock.strftime(preset.time_pattern)
    if column.field == "media":
        return ",".join(medium.url for medium in content.media)
    if column.field == "tags":
        return ",".join(content.tags)
    if column.field.startswith(OPTION):
        return dict(content.options).get(column.field.removeprefix(OPTION), "")
    return str(getattr(content, column.field))


def _empty(row: Row) -> Iterator[Unfit]:
    content = row.post.content
    if not content.text.strip() and not content.media:
        yield Unfit(
            UnfitReason.EMPTY, _("The post has neither text nor picture; write one of them.")
        )


def _pictures(preset: Preset, row: Row) -> Iterator[Unfit]:
    media = row.post.content.media
    if len(media) > preset.media_limit:
        yield Unfit(
            UnfitReason.TOO_MANY_PICTURES,
            _(
                "{scheduler} takes {limit} picture per post from a file and this post has {count}; "
                "remove the others, or schedule the post by hand."
            ).format(scheduler=preset.label, limit=preset.media_limit, count=len(media)),
        )
    for position, medium in enumerate(media, start=1):
        yield from _picture(preset, position, medium)


def _picture(preset: Preset, position: int, medium: Medium) -> Iterator[Unfit]:
    if not medium.url:
        yield Unfit(
            UnfitReason.NO_ADDRESS,
            _(
                "Picture {position} lies in the calendar only and {scheduler} fetches pictures "
                "from the web; put it online and give its public address."
            ).format(position=position, scheduler=preset.label),
        )
    elif not is_public(medium.url):
        yield Unfit(
            UnfitReason.NOT_PUBLIC,
            _(
                "Picture {position} has the address “{address}”, which is not public; "
                "give one that starts with https:// and opens without signing in."
            ).format(position=position, address=medium.url),
        )
    elif not medium.url.lower().endswith(preset.media_endings):
        yield Unfit(
            UnfitReason.WRONG_ENDING,
            _(
                "Picture {position} has the address “{address}”, but {scheduler} takes only "
                "addresses that end in {endings}; give a direct address of the picture."
            ).format(
                position=position,
                address=medium.url,
                scheduler=preset.label,
                endings=", ".join(preset.media_endings),
            ),
        )


_DIVIDERS = ",;|"
"""Schedulers read what stands after one of these as another address."""


def is_public(address: str) -> bool:
    """Tell whether anybody on the web may be able to open an address, judged by its form alone."""
    if any(one in _DIVIDERS or one.isspace() or not one.isprintable() for one in address):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme.lower() not in ("http", "https") or parts.username is not None:
        return False
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host.strip(".") and not host.endswith((".local", ".localhost", ".internal"))


def _times(preset: Preset, row: Row) -> Iterator[Unfit]:
    local, zone = row.post.content.local, row.post.content.zone
    if local is None:
        return
    unknown = [name for name in (zone, row.zone) if not is_zone(name)]
    if unknown:
        yield Unfit(
            UnfitReason.UNKNOWN_ZONE,
            _("“{zone}” is not a time zone; choose one for the channel or its market.").format(
                zone=unknown[0]
            ),
        )
        return
    own = clock_time(local, zone)
    if own is ClockTime.NEVER:
        yield _no_such_time(local, zone)
    elif own is ClockTime.TWICE:
        yield _time_twice(local, zone)
    elif clock_time(row.clock, row.zone) is ClockTime.TWICE:
        yield _time_twice(row.clock, row.zone)
    elif not _comes_back(preset, row):
        yield Unfit(
            UnfitReason.TIME_NOT_WRITABLE,
            _("{scheduler} cannot hold the time {time}; choose a full minute.").format(
                scheduler=preset.label, time=local.isoformat(sep=" ")
            ),
        )


def _no_such_time(local: datetime, zone: str) -> Unfit:
    return Unfit(
        UnfitReason.NO_SUCH_TIME,
        _(
            "{time} does not exist in {zone}, where the clocks go forward that night; "
            "choose another time."
        ).format(time=f"{local:%Y-%m-%d %H:%M}", zone=zone),
    )


def _time_twice(local: datetime, zone: str) -> Unfit:
    return Unfit(
        UnfitReason.TIME_TWICE,
        _(
            "{time} happens twice in {zone}, where the clocks go back that night, and the file "
            "cannot say which is meant; choose another time."
        ).format(time=f"{local:%Y-%m-%d %H:%M}", zone=zone),
    )


def _comes_back(preset: Preset, row: Row) -> bool:
    """Tell whether the time read back from the file is the moment that was approved."""
    written = row.clock.strftime(preset.time_pattern)
    try:
        read = datetime.strptime(written, preset.time_pattern)
    except ValueError:
        return False
    return instant_of(read, row.zone) == row.instant


@cache
def is_zone(name: str) -> bool:
    """Tell whether a name is an IANA zone that this computer knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(name)


def _options(preset: Preset, row: Row) -> Iterator[Unfit]:
    columns = preset.columns_for(row.channel.network)
    carried = {c.field.removeprefix(OPTION): c for c in columns if c.field.startswith(OPTION)}
    filled = {key for key, value in row.post.content.options if value}
    for key, column in carried.items():
        if column.is_required and key not in filled:
            yield Unfit(
                UnfitReason.MISSING_OPTION,
                _("{scheduler} needs “{column}” for {channel}; fill it in for this post.").format(
                    scheduler=preset.label, column=column.header, channel=row.channel.name
                ),
            )
    for key in sorted(filled - set(carried)):
        yield Unfit(
            UnfitReason.OPTION_NOT_CARRIED,
            _(
                "{scheduler} does not take “{option}” from a file; "
                "remove it, or schedule the post by hand."
            ).format(scheduler=preset.label, option=key),
        )


def _cells(preset: Preset, row: Row) -> Iterator[Unfit]:
    content = row.post.content
    for tag in content.tags:
        if "," in tag or tag != tag.strip() or not tag:
            yield Unfit(
                UnfitReason.TAG,
                _("The tag “{tag}” cannot stand in a list separated by commas; rename it.").format(
                    tag=tag
                ),
            )
    for column in preset.columns_for(row.channel.network):
        if column.field == "time":
            continue
        character = _first_unwritable(_cell(preset, row, column))
        if character:
            yield Unfit(
                UnfitReason.CHARACTER,
                _(
                    "“{column}” contains the invisible character U+{code}, which a file cannot "
                    "hold; delete it."
                ).format(column=column.header, code=f"{ord(character):04X}"),
            )


def _first_unwritable(text: str) -> str:
    """Return the first control character or lone surrogate that is no line break or tab."""
    bad = (c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t")
    return next(bad, "")
