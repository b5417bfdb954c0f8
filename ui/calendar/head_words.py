"""The words in the heads of days and markets."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from app.commands import dates
from app.commands.texts import severity_name
from app.domain.hold import Hold
from app.domain.market import Market
from app.domain.observance import Observance
from app.domain.wall_time import local_at
from app.wording import _, ngettext
from ui.calendar.lanes import DayHead


@lru_cache(maxsize=512)
def weekday_words(day: date) -> str:
    """Return the weekday in short, such as `Mon`."""
    return dates.day_name(day, "short").split(" ")[0].strip(",")


@lru_cache(maxsize=512)
def brief_weekday_words(day: date) -> str:
    """Return the weekday as short as it gets, such as `Mo`."""
    return dates.day_name(day, "brief")


@lru_cache(maxsize=512)
def date_words(day: date) -> str:
    """Return day and month, such as `9 Nov`."""
    return dates.day_name(day, "short").partition(" ")[2] or str(day.day)


def count_words(count: int) -> str:
    """Return how many posts there are."""
    return ngettext("{count} post", "{count} posts", count).format(count=f"{count:,}")


@lru_cache(maxsize=512)
def zone_words(zone: str, at: datetime) -> str:
    """Return what a zone is called at a local time, and how far it is from UTC."""
    return dates.zone_name(zone, at)


def head_words(head: DayHead, gaps: Sequence[str] = ()) -> str:
    """Return the head of a day in one line, for tooltip and screen reader.

    `gaps` are the markets in which nobody is on duty for a while.
    """
    parts = [dates.day_name(head.day, "long"), count_words(head.post_count)]
    if head.severity is not None:
        parts.append(_("gravest flag: {severity}").format(severity=severity_name(head.severity)))
    if gaps:
        parts.append(_("nobody on duty for a while: {markets}").format(markets=", ".join(gaps)))
    return " · ".join(parts)


def market_lines(
    market: Market, count: int, bands: tuple[Observance, ...], holds: tuple[Hold, ...]
) -> list[str]:
    """Return all that is known of a market's row: zone, present time, months, holds."""
    now = local_at(datetime.now(UTC), market.zone)
    lines = [
        f"{market.name} ({market.code}) · {count_words(count)}",
        _("{zone} · now {moment}").format(
            zone=dates.zone_name(market.zone, now), moment=dates.moment(now)
        ),
    ]
    lines += [band_words(band) for band in bands]
    lines += [_("On hold: {reason}").format(reason=hold.reason) for hold in holds]
    return lines


def band_words(band: Observance) -> str:
    """Return a month-long occasion with its reason."""
    return f"{band.name}: {band.why}" if band.why else band.name
