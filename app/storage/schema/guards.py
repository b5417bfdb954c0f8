"""The one list of guarded tables, and the triggers that are the same for all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.canonical import length_prefixed


class By(Enum):
    """Whose events a table takes."""

    RULE = "a rule of its own, written in sqlite.sql"
    MEMBER = "any active person"
    REVIEWER = "reviewers and owners"
    OWNER = "owners"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A table of history: rows are added with their place in the audit, and stay as they are."""

    table: str
    columns: tuple[str, ...]
    """All that its digest is made of, in hashing order; the first is `seq`."""
    key: tuple[str, ...]
    """What the audit calls the row by."""
    unique: tuple[tuple[str, ...], ...] = ()
    """Sets of columns in which no two rows are equal."""
    by: By = By.MEMBER
    beside: tuple[str, ...] = ()
    """Columns that are no part of the digest, because another column is a digest of them."""

    def entity(self, row: Mapping[str, object]) -> str:
        """Return what the audit calls a row, such as `revision:ID@3`."""
        return f"{self.table}:" + "@".join(str(row[column]) for column in self.key)

    def text(self, row: Mapping[str, object]) -> str:
        """Return the text of which a row's digest is made."""
        return length_prefixed(row[column] for column in self.columns)  # type: ignore[misc]

    @property
    def insert(self) -> str:
        """The statement that adds a row."""
        columns = (*self.columns, *self.beside)
        values = ", ".join(f":{column}" for column in columns)
        return f"INSERT INTO {self.table} ({', '.join(columns)}) VALUES ({values})"


CONTENT = (
    "market",
    "channel",
    "language",
    "local",
    "zone",
    "title",
    "text",
    "link",
    "first_comment",
    "tags",
    "campaign",
    "post_type",
    "options",
    "media",
)
"""The columns of a revision that its fingerprint is made of: those of `Content.parts()`."""

AUDITED = ("seq", "at", "actor", "origin", "action", "entity", "digest", "prev")
"""The columns of an event that its hash is made of."""


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _columns(text: str) -> tuple[str, ...]:
    return ("seq", *_names(text))


FIRST_TABLES = (
    Guarded("calendar", _columns("id name made_at is_sample"), ("id",), (("id",),), By.RULE),
    Guarded("knowledge", _columns("knowledge rules schema_version"), ("seq",)),
    Guarded(
        "person_version",
        _columns("person_id name role login languages markets is_active"),
        ("person_id",),
        by=By.RULE,
    ),
    Guarded(
        "market_version",
        _columns("market_id code name country languages zone region subdivisions hours"),
        ("market_id",),
        by=By.OWNER,
    ),
    Guarded(
        "channel_version",
        _columns("channel_id market network name handle account_id account_zone reach"),
        ("channel_id",),
        by=By.OWNER,
    ),
    Guarded("policy_version", _columns("approvers_on_stop reason"), ("seq",), by=By.OWNER),
    Guarded(
        "medium",
        _columns("digest mime width height size file_name"),
        ("digest",),
        (("digest",),),
        beside=("bytes",),
    ),
    Guarded("post", _columns("id market number"), ("id",), (("id",), ("market", "number"))),
    Guarded(
        "authorship",
        _columns("post_id person_id"),
        ("post_id", "person_id"),
        (("post_id", "person_id"),),
    ),
    Guarded(
        "revision",
        (
            *_columns("post_id revision editor at"),
            *CONTENT,
            *_names(
                "fingerprint fp_version name ready cancelled idea gloss labels notes source_id "
                "series occurrence copied_from undo_of"
            ),
        ),
        ("post_id", "revision"),
        (("post_id", "revision"),),
    ),
    Guarded(
        "decision",
        _columns(
            "post_id revision fingerprint verdict reviewer at note seen remembrance shown required "
            "knowledge rules"
        ),
        ("post_id", "revision"),
        by=By.REVIEWER,
    ),
    Guarded("hold", _columns("id scope target reason"), ("id",), (("id",),)),
    Guarded("hold_lift", _columns("hold_id reason"), ("hold_id",), (("hold_id",),), By.REVIEWER),
    Guarded(
        "day_switch",
        _columns("observance market is_off reason"),
        ("observance", "market"),
        by=By.REVIEWER,
    ),
    Guarded(
        "team_day",
        _columns("day_id name rule markets tone severity why terms clash source is_active reason"),
        ("day_id",),
        by=By.REVIEWER,
    ),
    Guarded(
        "hashtag_confirmation",
        _columns("hashtag market note"),
        ("hashtag", "market"),
        by=By.REVIEWER,
    ),
    Guarded(
        "duty",
        _columns("duty_id person_id market starts ends zone is_active reason"),
        ("duty_id",),
        by=By.REVIEWER,
    ),
    Guarded(
        "export",
        _columns("id preset folder manifest_sha head_seq head_hash"),
        ("id",),
        (("id",),),
    ),
    Guarded(
        "export_item",
        _columns("export_id post_id revision fingerprint decisions file file_row instant"),
        ("export_id", "post_id"),
        (("export_id", "post_id"),),
    ),
    Guarded(
        "hand_over_closed",
        _columns("export_id post_id reason"),
        ("export_id", "post_id"),
        (("export_id", "post_id"),),
    ),
)

TEAM_TABLES = (
    Guarded(
        "team_term",
        _columns("term_id kind words markets language severity why is_active reason"),
        ("term_id",),
        by=By.REVIEWER,
    ),
    Guarded(
        "web_domain",
        _columns("domain market is_active reason"),
        ("domain", "market"),
        by=By.REVIEWER,
    ),
    Guarded(
        "duty_week",
        _columns(
            "duty_id person_id market weekdays starts ends zone on_holidays since until "
            "is_active reason"
        ),
        ("duty_id",),
        by=By.REVIEWER,
    ),
    Guarded(
        "duty_gap",
        _columns("gap_id market starts ends zone is_active reason"),
        ("gap_id",),
        by=By.REVIEWER,
    ),
    Guarded(
        "severity_rule", _columns("rule market severity reason"), ("rule", "market"), by=By.OWNER
    ),
    Guarded("home_version", _columns("country reason"), ("seq",), by=By.OWNER),
)

TALK_TABLES = (
    Guarded("assignment", _columns("post_id assignee decide_by"), ("post_id",)),
    Guarded(
        "comment", _columns("comment_id post_id text mentions"), ("comment_id",), (("comment_id",),)
    ),
    Guarded("comment_state", _columns("comment_id post_id is_resolved"), ("comment_id",)),
    Guarded(
        "suggestion",
        _columns("suggestion_id post_id revision fields fingerprint note"),
        ("suggestion_id",),
        (("suggestion_id",),),
        By.REVIEWER,
    ),
    Guarded(
        "suggestion_answer",
        _columns("suggestion_id post_id answer revision note"),
        ("suggestion_id",),
        (("suggestion_id",),),
    ),
)

CHANNEL_TABLES = (
    Guarded("channel_retired", _columns("channel_id is_retired"), ("channel_id",), by=By.OWNER),
)

POST_HOLD_TABLES = (
    Guarded("post_hold", _columns("id post_id reason"), ("id",), (("id",),)),
    Guarded(
        "post_hold_lift",
        _columns("hold_id post_id reason"),
        ("hold_id",),
        (("hold_id",),),
        By.REVIEWER,
    ),
)

WITHDRAWN_TABLES = (
    Guarded("market_withdrawn", _columns("market_id is_withdrawn"), ("market_id",), by=By.OWNER),
    Guarded(
        "hashtag_withdrawn",
        _columns("confirmation is_withdrawn"),
        ("confirmation",),
        by=By.REVIEWER,
    ),
)

# Digests bind the columns of these tables for good: what comes later goes into tables of its own.
GUARDED = (
    *FIRST_TABLES,
    *TEAM_TABLES,
    *TALK_TABLES,
    *CHANNEL_TABLES,
    *POST_HOLD_TABLES,
    *WITHDRAWN_TABLES,
)
"""Every guarded table of the newest schema."""

BY_TABLE = {guarded.table: guarded for guarded in GUARDED}


def sqlite_triggers(guarded: Guarded) -> tuple[str, ...]:
    """Return the uniform triggers of one table: recorded when added, then frozen, then kept."""
    table = guarded.table
    refusals = (*_refused_twice(guarded), *_refused_to(guarded), _refused_unrecorded(guarded))
    refuse = "BEGIN SELECT RAISE(ABORT, 'EC403 append-only'); END"
    return (
        f"CREATE TRIGGER {table}_recorded BEFORE INSERT ON {table} BEGIN {' '.join(refusals)} END",
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} {refuse}",
    )


def sqlite_length_prefixed(columns: Iterable[str]) -> str:
    """Return the SQL for what `canonical.length_prefixed` says of these columns of a new row."""
    return " || ".join(
        f"coalesce(length(NEW.{name}) || ':' || NEW.{name}, '-')" for name in columns
    )


def _refused_twice(guarded: Guarded) -> tuple[str, ...]:
    """OR REPLACE would take an equal row away without asking the triggers on DELETE."""
    return tuple(
        f"SELECT RAISE(ABORT, 'EC409 exists') WHERE EXISTS (SELECT 1 FROM {guarded.table} WHERE "
        + " AND ".join(f"{column} = NEW.{column}" for column in columns)
        + ");"
        for columns in (("seq",), *guarded.unique)
    )


def _refused_to(guarded: Guarded) -> tuple[str, ...]:
    match guarded.by:
        case By.RULE:
            return ()
        case By.MEMBER:
            rule, role = "member", ""
        case By.REVIEWER:
            rule, role = "reviewer", " AND p.role IN ('reviewer', 'owner')"
        case By.OWNER:
            rule, role = "owner", " AND p.role = 'owner'"
    refusal = (
        f"SELECT RAISE(ABORT, 'EC403 {rule}') WHERE NOT EXISTS (SELECT 1 FROM audit a "
        "JOIN current_person p ON p.person_id = a.actor "
        f"WHERE a.seq = NEW.seq AND p.is_active = 1{role});"
    )
    return (refusal,)


def _refused_unrecorded(guarded: Guarded) -> str:
    entity = " || '@' || ".join(f"NEW.{column}" for column in guarded.key)
    return (
        "SELECT RAISE(ABORT, 'EC403 unrecorded') WHERE NOT EXISTS (SELECT 1 FROM audit "
        "WHERE seq = NEW.seq AND seq = (SELECT max(seq) FROM audit) "
        f"AND entity = '{guarded.table}:' || {entity} "
        f"AND digest = sha256({sqlite_length_prefixed(guarded.columns)}));"
    )
