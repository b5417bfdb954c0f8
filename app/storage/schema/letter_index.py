"""The table that SQLite itself keeps for the index of letters; not every SQLite has such tables."""

import sqlite3
from contextlib import closing
from functools import cache

TABLE = "post_index"
MAKE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING"
    " fts5(grams, content='', columnsize=0, detail=none, tokenize='ascii')"
)
SETTLE = f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('automerge', 0)"
"""No save merges what the index has grown by: that is done bit by bit, beside the window."""
SHADOWS = tuple(f"{TABLE}_{part}" for part in ("config", "data", "idx"))
"""The tables behind it: how they are made is a matter of SQLite's version."""


@cache
def can_be() -> bool:
    """Tell whether this SQLite has such tables, as nearly every one has."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute(MAKE)
        except sqlite3.OperationalError:
            return False
    return True
