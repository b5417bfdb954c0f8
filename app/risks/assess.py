"""Every rule over one post: the flags that a reviewer reads.

The rules and their word lists are loaded by whoever first asks for flags: what a window shows at
first has been worked out and stored before, and only their version is needed for it.
"""
# ruff: noqa: PLC0415

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.canonical import canonical_json, length_prefixed, sha256
from app.domain.channel import Channel
from app.domain.duty import Roster
from app.domain.flag import Flag
from app.domain.market import Market, PublishingHours
from app.domain.post import Post
from app.domain.team import Team
from app.libraries import release_of
from app.risks.decided_days import decided_ahead, decided_named, decided_near
from app.risks.facts import Facts
from app.risks.hashtags import unconfirmed
from app.risks.severity import weighed

if TYPE_CHECKING:
    from app.risks.index import Rule

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_NO_RULES = {"days", "presets", "regions.toml", "replay", "sample"}
"""What lies in resources/ and is nothing that a rule goes by; days have a version of their own."""

RULES_NUMBER = 6
"""One more with every change of a rule that can change a flag."""


def assess(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return every flag of a post, the worst first; equal facts give equal flags."""
    from app.risks.index import INDEX, OF_ONE_POST

    return _flags(INDEX.values() if facts.companions else OF_ONE_POST, post, facts)


def assess_place(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that depend on where and when a post stands: day, time, duty and hold."""
    from app.risks.index import OF_THE_PLACE

    return _flags(OF_THE_PLACE, post, facts)


def assess_beside(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that a post has because of the companions among its facts."""
    from app.risks.index import OF_COMPARISON

    return _flags(OF_COMPARISON, post, facts) if facts.companions else ()


def assess_hashtags(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flag of hashtags that nobody has confirmed."""
    return _flags((unconfirmed,), post, facts)


def assess_move(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that depend on the day for which a post's text was written."""
    from app.risks.relative_days import moved

    return _flags((moved,), post, facts)


def facts_version(facts: Facts) -> str:
    """Return a digest of all that flags depend on beside the post, its day, moves and holds."""
    days = facts.days
    knowledge = (days.version, days.language, facts.networks.digest)
    return _version(facts.market, facts.channel, facts.team, *knowledge)


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
def _team_written(team: Team) -> str:
    """Return the text of a team, which the channels of a market share."""
    return repr(team)


@lru_cache(maxsize=4096)
def _version(market: Market, channel: Channel, team: Team, *knowledge: str) -> str:
    parts = (
        *(market.id, market.name, market.country, market.zone, market.region),
        canonical_json([market.languages, market.subdivisions]),
        _written(market.hours),
        *(channel.id, channel.network, canonical_json(channel.reach)),
        *(_team_written(team), *knowledge, RULES_VERSION),
    )
    return sha256(length_prefixed(parts))[:16]


def _flags(rules: "Iterable[Rule]", post: Post, facts: Facts) -> tuple[Flag, ...]:
    found = [flag for rule in rules for flag in rule(post, facts)]
    flags = weighed(found, facts.team.severities, facts.market.id)
    return tuple(sorted(flags, key=lambda flag: -flag.severity))


def _written(hours: PublishingHours | None) -> str | None:
    if hours is None:
        return None
    return canonical_json([str(hours.opens), str(hours.closes), sorted(hours.weekdays)])


LIBRARIES = ("py3langid", "rapidfuzz", "regex")
"""A newer one of these may raise other flags."""


def _rules_version() -> str:
    data = sorted(RESOURCES.rglob("*.toml"))
    files = [path.read_text("utf-8") for path in data if _NO_RULES.isdisjoint(path.parts)]
    libraries = [f"{name} {release_of(name)}" for name in LIBRARIES]
    digest = sha256(length_prefixed([*files, *libraries]))[:12]
    return f"{RULES_NUMBER}.{digest}"


RULES_VERSION = _rules_version()
"""The number of the rules, then a digest of their data and libraries."""
