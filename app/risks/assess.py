"""Every rule over one post: the flags that a reviewer reads."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from app.domain.canonical import canonical_json, length_prefixed, sha256
from app.domain.channel import Channel
from app.domain.duty import Roster
from app.domain.flag import Flag
from app.domain.market import Market, PublishingHours
from app.domain.post import Post
from app.domain.team import Team
from app.risks import (
    accounts,
    beside_its_day,
    date_sanity,
    day,
    day_abroad,
    day_in_text,
    domains,
    duplicates,
    duty,
    greetings,
    hashtags,
    holds,
    hour_greetings,
    language,
    link_hygiene,
    names_and_sells,
    outcome,
    pictures,
    relative_days,
    sensitive,
    siblings,
    spacing,
    spelling,
    team_terms,
    timing,
    tone,
    tracking,
    wording,
)
from app.risks import channel as channels
from app.risks.decided_days import decided_ahead, decided_named, decided_near
from app.risks.facts import Facts
from app.risks.severity import weighed

Rule = Callable[[Post, Facts], Iterable[Flag]]

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_NO_RULES = {"days", "presets", "regions.toml", "replay", "sample"}
"""What lies in resources/ and is nothing that a rule goes by; days have a version of their own."""

RULES_NUMBER = 6
"""One more with every change of a rule that can change a flag."""

INDEX: Mapping[str, Rule] = MappingProxyType(
    {
        "hold.active": holds.hold,
        "day.solemn": day.solemn_day,
        "day.eve": day.eve,
        "day.moment": day.moment,
        "day.home": day_abroad.home,
        "day.reach": day_abroad.reach,
        "day.text": day_in_text.named_in_text,
        "day.remembered-beside": beside_its_day.remembered_beside,
        "wording.names-and-sells": names_and_sells.names_and_sells,
        "wording.on-solemn-day": tone.on_solemn_day,
        "wording.in-fasting-month": tone.in_fasting_month,
        "sensitive.term": sensitive.sensitive_term,
        "wording.placeholder": wording.placeholder,
        "date.weekday-mismatch": date_sanity.weekday_mismatch,
        "date.passed": date_sanity.passed,
        "date.relative": relative_days.contradicted,
        "date.weekday-greeting": hour_greetings.weekday_greeting,
        "date.hour-greeting": hour_greetings.hour_greeting,
        "date.after-midnight": relative_days.after_midnight,
        "date.moved": relative_days.moved,
        "greeting.wrong-day": greetings.wrong_day,
        "team.term": team_terms.avoided,
        "team.must-spell": spelling.must_spell,
        "outcome.early": outcome.outcome,
        "language.other": language.other_language,
        "language.declared": language.declared_language,
        "timing.clock-change": timing.clock_change,
        "timing.hours": timing.publishing_hours,
        "sibling.corrected": siblings.corrected,
        "sibling.sent-back": siblings.sent_back,
        "sibling.left-behind": siblings.left_behind,
        "duplicate.text": duplicates.duplicate,
        "timing.same-minute": spacing.same_minute,
        "hashtag.unconfirmed": hashtags.unconfirmed,
        "channel.handle-of-other-market": accounts.other_market,
        "channel.handle": accounts.misspelt,
        "channel.domain": domains.other_market,
        "channel.link": link_hygiene.hygiene,
        "channel.tracking": tracking.tracking,
        "channel.clicks": tracking.clicks,
        "duty.nobody": duty.nobody_there,
        "picture.unfetched": pictures.unfetched,
        "picture.no-alt": pictures.without_alt,
        "picture.count": pictures.count,
        "channel.length": channels.length,
        "channel.hashtags": channels.too_many_hashtags,
        "channel.mentions": channels.too_many_mentions,
        "channel.title": channels.without_title,
        "channel.empty": channels.empty,
        "channel.unknown": channels.unknown_network,
        "channel.fold": channels.fold,
        "timing.midnight": timing.midnight,
        "timing.spacing": spacing.too_close,
        "duplicate.picture": duplicates.picture_again,
        "day.after": day.day_after,
        "day.sighting": day.sighting,
        "day.weekend": day.long_weekend,
        "day.holiday": day.holiday,
    }
)
"""All rules, in the order in which flags of one severity are shown."""


_OF_THE_PLACE = tuple(
    rule
    for name, rule in INDEX.items()
    if name.partition(".")[0] in {"day", "hold", "timing", "duty"}
)

_OF_COMPARISON = tuple(
    INDEX[name]
    for name in (
        *("sibling.corrected", "sibling.sent-back", "sibling.left-behind"),
        *("duplicate.text", "timing.same-minute", "timing.spacing", "duplicate.picture"),
    )
)


_OF_ONE_POST = tuple(rule for rule in INDEX.values() if rule not in _OF_COMPARISON)


def assess(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return every flag of a post, the worst first; equal facts give equal flags."""
    return _flags(INDEX.values() if facts.companions else _OF_ONE_POST, post, facts)


def assess_place(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that depend on where and when a post stands: day, time, duty and hold."""
    return _flags(_OF_THE_PLACE, post, facts)


def assess_beside(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that a post has because of the companions among its facts."""
    return _flags(_OF_COMPARISON, post, facts) if facts.companions else ()


def assess_hashtags(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flag of hashtags that nobody has confirmed."""
    return _flags((INDEX["hashtag.unconfirmed"],), post, facts)


def assess_move(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that depend on the day for which a post's text was written."""
    return _flags((relative_days.moved,), post, facts)


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
    decided = decided_ahead(facts, days)
    return f"{version}>{decided}" if decided else version


def version_of_names(version: str, facts: Facts, post: Post) -> str:
    """Return the version with the team's own days that a text names, whenever they are."""
    named = decided_named(facts, post)
    return f"{version}#{named}" if named else version


@lru_cache(maxsize=4096)
def _roster_version(roster: Roster) -> str:
    return sha256(repr(roster))[:8]


@lru_cache(maxsize=4096)
def _version(market: Market, channel: Channel, team: Team, *knowledge: str) -> str:
    parts = (
        *(market.id, market.name, market.country, market.zone, market.region),
        canonical_json([market.languages, market.subdivisions]),
        _written(market.hours),
        *(channel.id, channel.network, canonical_json(channel.reach)),
        *(repr(team), *knowledge, RULES_VERSION),
    )
    return sha256(length_prefixed(parts))[:16]


def _flags(rules: Iterable[Rule], post: Post, facts: Facts) -> tuple[Flag, ...]:
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
    libraries = [f"{name} {version(name)}" for name in LIBRARIES]
    digest = sha256(length_prefixed([*files, *libraries]))[:12]
    return f"{RULES_NUMBER}.{digest}"


RULES_VERSION = _rules_version()
"""The number of the rules, then a digest of their data and libraries."""
