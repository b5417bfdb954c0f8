"""Flags computed earlier, by content and by the version of the facts; the gate never uses them."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from app.domain.canonical import canonical_json
from app.domain.flag import Flag, Severity
from app.domain.post import Fingerprint
from app.storage.engine import Engine, Row
from app.storage.rows import tuples_for

_FIELDS = tuple(field.name for field in fields(Flag))


class Version(NamedTuple):
    """The version of the facts that the flags of a text depend on."""

    plain: str
    """That of a text which speaks of no days ahead."""
    ahead: Callable[[tuple[date, ...]], str]
    """That of one which speaks of these."""

    def of(self, days_ahead: tuple[date, ...]) -> str:
        """Return the version for a text that speaks of these days ahead."""
        return self.ahead(days_ahead) if days_ahead else self.plain


def cached(
    engine: Engine, wanted: Mapping[Fingerprint, Version]
) -> dict[Fingerprint, tuple[Flag, ...]]:
    """Return the flags that are kept for each fingerprint at the version of the facts asked for."""
    sql = """
        SELECT fingerprint, facts_version, days_ahead, flags
        FROM flag_cache WHERE fingerprint IN {these}
    """
    found: dict[Fingerprint, tuple[Flag, ...]] = {}
    for fingerprint, version, days_ahead, flags in tuples_for(engine, sql, wanted):
        try:
            if version == wanted[fingerprint].of(_days_of(days_ahead)):
                found[fingerprint] = flags_of(flags)
        except (ValueError, TypeError, KeyError):
            continue  # what is broken is worked out anew
    return found


def kept_row(
    fingerprint: Fingerprint,
    version: Version,
    flags: Sequence[Flag],
    days_ahead: tuple[date, ...] = (),
) -> Row:
    """Return the row that keeps the flags of a fingerprint at this version of the facts."""
    return {
        "fingerprint": fingerprint,
        "facts_version": version.of(days_ahead),
        "flags": text_of(flags),
        "days_ahead": " ".join(day.isoformat() for day in days_ahead),
    }


def keep(engine: Engine, rows: Iterable[Row]) -> None:
    """Keep the rows that `kept_row` has made, here or in another process."""
    with engine.write():
        engine.run_many(
            """
            INSERT INTO flag_cache (fingerprint, facts_version, flags, days_ahead)
            VALUES (:fingerprint, :facts_version, :flags, :days_ahead)
            ON CONFLICT (fingerprint, facts_version)
              DO UPDATE SET flags = excluded.flags, days_ahead = excluded.days_ahead
            """,
            rows,
        )


def text_of(flags: Iterable[Flag]) -> str:
    """Return the text that keeps flags."""
    return canonical_json([{name: getattr(flag, name) for name in _FIELDS} for flag in flags])


@lru_cache(maxsize=8192)
def flags_of(text: str) -> tuple[Flag, ...]:
    """Return the flags that a text holds; posts of one day and market share most of them."""
    return tuple(_flag_of(flag) for flag in json.loads(text))


def _days_of(text: str) -> tuple[date, ...]:
    if not text:
        return ()  # as of most
    return tuple(map(date.fromisoformat, text.split()))


def _flag_of(row: Row) -> Flag:
    """Return a flag; the sentences that thousands of flags share are in memory once."""
    return Flag(
        rule=intern(row["rule"]),
        severity=Severity(row["severity"]),
        key=intern(row["key"]),
        mark=intern(row["mark"]),
        headline=intern(row["headline"]),
        why=intern(row["why"]),
        source=intern(row["source"]),
        source_url=intern(row["source_url"]),
        way_out=intern(row["way_out"]),
        evidence=tuple(row["evidence"]),
    )
