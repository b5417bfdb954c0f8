"""The history of a calendar or of one post, page by page, and what a version was like."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from app.commands.log import LogEntry, entries_of
from app.commands.reader import Reader
from app.domain import wall_time
from app.domain.market import MarketId
from app.domain.person import PersonId
from app.domain.post import Post, PostId
from app.storage import audit, posts
from app.storage.history import Sought, events_before
from app.wording import _

PAGE = 100


class Kind(StrEnum):
    """What an event is about."""

    POSTS = "posts"
    CANCELLED = "cancelled"
    """Posts that are cancelled still."""
    DECISIONS = "decisions"
    TALK = "talk"
    HOLDS = "holds"
    EXPORTS = "exports"
    TEAM = "team"
    SETTINGS = "settings"


TABLES: Mapping[Kind, tuple[str, ...]] = {
    Kind.POSTS: ("revision",),
    Kind.CANCELLED: ("revision",),
    Kind.DECISIONS: ("decision", "hashtag_confirmation", "hashtag_withdrawn"),
    Kind.TALK: ("comment", "comment_state", "suggestion", "suggestion_answer", "assignment"),
    Kind.HOLDS: ("hold", "hold_lift", "post_hold", "post_hold_lift"),
    Kind.EXPORTS: ("export", "hand_over_closed"),
    Kind.TEAM: ("team_day", "day_switch", "team_term", "duty", "duty_week", "duty_gap"),
    Kind.SETTINGS: (
        "calendar",
        "person_version",
        "market_version",
        "market_withdrawn",
        "channel_version",
        "channel_retired",
        "web_domain",
        "home_version",
        "policy_version",
        "severity_rule",
    ),
}
"""The tables of history that people read; the others say how, not what."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events a person wants to see."""

    kind: Kind | None = None
    person: PersonId | None = None
    market: MarketId | None = None
    post: PostId | None = None
    first: date | None = None
    last: date | None = None
    """Days of this computer's clocks, both included."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some events, the newest first, and before which one the next page begins."""

    entries: tuple[LogEntry, ...]
    more_before: int | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a post beside the one before it and the newest one."""

    version: Post
    before: Post | None
    newest: Post


def kind_name(kind: Kind) -> str:
    """Return what a kind of events is called."""
    return {
        Kind.POSTS: _("Posts written and changed"),
        Kind.CANCELLED: _("Cancelled posts"),
        Kind.DECISIONS: _("Approvals and other decisions"),
        Kind.TALK: _("Comments and suggestions"),
        Kind.HOLDS: _("Holds"),
        Kind.EXPORTS: _("Exports and recalls"),
        Kind.TEAM: _("Days, terms and duty"),
        Kind.SETTINGS: _("People, markets and policy"),
    }[kind]


def history_page(
    reader: Reader, wanted: Wanted, before: int | None = None, *, size: int = PAGE
) -> Page:
    """Return the newest events that are wanted, or those before a place in the audit."""
    if wanted.post is not None:
        found = _of_post(reader, wanted.post, wanted, before)[: size + 1]
    else:
        found = events_before(reader.engine, _sought(wanted), before, size + 1)
    shown = found[:size]
    more = shown[-1].seq if len(found) > size else None
    return Page(tuple(entries_of(reader, shown)), more)


def version_at(reader: Reader, post_id: PostId, revision: int) -> Version | None:
    """Return a version of a post and its neighbours; nothing where there is no such version."""
    versions = {one.revision: one for one in posts.versions(reader.engine, post_id)}
    version = versions.get(revision)
    if version is None:
        return None
    return Version(version, versions.get(revision - 1), versions[max(versions)])


def version_in(entry: LogEntry) -> int:
    """Return which version of its post an event has saved; 0 where it has saved none."""
    table, _colon, key = entry.entity.partition(":")
    revision = key.rpartition("@")[2]
    return int(revision) if table == "revision" and revision.isdecimal() else 0


def _of_post(
    reader: Reader, post_id: PostId, wanted: Wanted, before: int | None
) -> list[audit.Event]:
    sought = _sought(wanted)
    tables = {*sought.tables, "export_item"} if _has_exports(wanted) else {*sought.tables}
    return [
        event
        for event in reversed(audit.events_of_post(reader.engine, post_id))
        if event.table in tables
        and (before is None or event.seq < before)
        and sought.actor in (None, event.actor)
        and sought.first <= wall_time.stamp(event.at) < sought.until
    ]


def _has_exports(wanted: Wanted) -> bool:
    return wanted.kind in (None, Kind.EXPORTS)


def _sought(wanted: Wanted) -> Sought:
    kinds = Kind if wanted.kind is None else (wanted.kind,)
    tables = tuple(dict.fromkeys(table for kind in kinds for table in TABLES[kind]))
    days = {}
    if wanted.first is not None:
        days["first"] = _stamp_of(wanted.first)
    if wanted.last is not None and wanted.last < date.max:
        days["until"] = _stamp_of(wanted.last + timedelta(days=1))
    return Sought(
        tables,
        wanted.person,
        wanted.market,
        only_cancelled=wanted.kind is Kind.CANCELLED,
        **days,
    )


def _stamp_of(day: date) -> str:
    """Return the moment at which a day began on the clocks of this computer."""
    return wall_time.stamp(datetime.combine(day, time()).astimezone(UTC))
