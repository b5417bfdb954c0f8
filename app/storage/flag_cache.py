"""Flags computed earlier, by content and by the version of the facts; the gate never uses them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from functools import lru_cache

from app.domain.canonical import canonical_json
from app.domain.flag import Flag, Severity
from app.domain.post import Fingerprint
from app.storage.engine import Engine, Row
from app.storage.rows import read_for

_FIELDS = tuple(field.name for field in fields(Flag))


def cached(
    engine: Engine, wanted: Mapping[Fingerprint, str]
) -> dict[Fingerprint, tuple[Flag, ...]]:
    """Return the flags that are kept for each fingerprint at the version of the facts asked for."""
    sql = "SELECT * FROM flag_cache WHERE fingerprint IN {these}"
    found: dict[Fingerprint, tuple[Flag, ...]] = {}
    for row in read_for(engine, sql, wanted):
        if wanted[row["fingerprint"]] == row["facts_version"]:
            with suppress(ValueError, TypeError, KeyError):  # what is broken is worked out anew
                found[row["fingerprint"]] = flags_of(row["flags"])
    return found


def kept_rows(facts_version: str, flags: Mapping[Fingerprint, Sequence[Flag]]) -> list[Row]:
    """Return the rows that keep the flags of these fingerprints at this version of the facts."""
    return [
        {
            "fingerprint": fingerprint,
            "facts_version": facts_version,
            "flags": text_of(found),
        }
        for fingerprint, found in flags.items()
    ]


def keep(engine: Engine, rows: Iterable[Row]) -> None:
    """Keep the rows that `kept_rows` has made, here or in another process."""
    with engine.write():
        engine.run_many(
            """
            INSERT INTO flag_cache (fingerprint, facts_version, flags)
            VALUES (:fingerprint, :facts_version, :flags)
            ON CONFLICT (fingerprint, facts_version) DO UPDATE SET flags = excluded.flags
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


def _flag_of(row: Row) -> Flag:
    known = {"severity": Severity(row["severity"]), "evidence": tuple(row["evidence"])}
    return Flag(**(row | known))
