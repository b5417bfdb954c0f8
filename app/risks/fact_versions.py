"""The version of what the flags of a post depend on beside its text: another one, flags anew."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from app.domain.canonical import canonical_json, length_prefixed, sha256
from app.domain.channel import Channel, ChannelId
from app.domain.duty import Roster
from app.domain.market import PublishingHours
from app.domain.post import Post
from app.domain.team import Team
from app.domain.team_day import NO_CALENDAR
from app.risks.decided_days import decided_ahead, decided_named, decided_near
from app.risks.facts import Facts
from app.risks.rules_version import RULES_VERSION


def facts_version(facts: Facts) -> str:
    """Return a digest of all that flags depend on beside the post, its day, moves and holds."""
    return versions_of_channels(facts, [facts.channel])[facts.channel.id]


def versions_of_channels(facts: Facts, channels: Iterable[Channel]) -> dict[ChannelId, str]:
    """Return that digest for each of some channels of the market that the facts are about."""
    market, days = facts.market, facts.days
    shared = (
        *(market.id, market.name, market.country, market.zone, market.region),
        canonical_json([market.languages, market.subdivisions]),
        _written(market.hours),
        _team_digest(facts.team),
        *(days.version, days.language, facts.networks.digest, RULES_VERSION),
    )
    return {channel.id: _digest(*shared, *_channel_parts(channel)) for channel in channels}


def is_same_on_all_days(facts: Facts) -> bool:
    """Tell whether no decision of the team about days or duty makes versions differ by day."""
    return facts.team.calendar == NO_CALENDAR and not facts.team.roster.is_known


def version_of_day(version: str, facts: Facts, day: date | None) -> str:
    """Return the version of facts with what a team has decided near a post's day: days and duty.

    So a day or a shift of another week leaves the stored flags of all other posts as they are.
    """
    if decided := decided_near(facts, day):
        version = f"{version}+{decided}"
    roster = facts.team.roster
    return f"{version}.{_roster_version(roster.near(day))}" if roster.is_known else version


def version_of_days_ahead(version: str, facts: Facts, days: Sequence[date]) -> str:
    """Return the version for a day with what was decided of the days that a text speaks of.

    See `days_spoken_of`: a sale that is announced for the founder's day is flagged days before it.
    """
    decided = decided_ahead(facts, days) if days else ""
    return f"{version}>{decided}" if decided else version


def version_of_names(version: str, facts: Facts, post: Post) -> str:
    """Return the version with the team's own days that a text names, whenever they are."""
    named = decided_named(facts, post)
    return f"{version}#{named}" if named else version


@lru_cache(maxsize=4096)
def _roster_version(roster: Roster) -> str:
    return sha256(repr(roster))[:8]


@lru_cache(maxsize=256)
def _team_digest(team: Team) -> str:
    """Return the digest of a team, which most markets share."""
    return sha256(repr(team))


def _channel_parts(channel: Channel) -> tuple[str, ...]:
    return channel.id, channel.network, canonical_json(channel.reach)


def _digest(*parts: str | None) -> str:
    return sha256(length_prefixed(parts))[:16]


def _written(hours: PublishingHours | None) -> str | None:
    if hours is None:
        return None
    return canonical_json([str(hours.opens), str(hours.closes), sorted(hours.weekdays)])
