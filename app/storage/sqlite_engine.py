"""The SQLite engine: one connection to one calendar file."""

import hashlib
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from app.storage.engine import Row
from app.storage.migrations import expected_fingerprint, schema_fingerprint
from app.storage.sqlite_errors import FAULTS, telling, told

_WAIT = 5.0
"""Seconds for which a writer waits for another one."""
_CACHE = 8_000
"""Kilobytes of pages kept in memory; the system keeps the others, some microseconds away."""
_BACKUP_PAGES = 2048
_BACKUP_PAUSE = 0.01

_NO_PARAMETERS: dict[str, object] = {}

_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_INSERT,
    sqlite3.SQLITE_UPDATE,
    sqlite3.SQLITE_DELETE,
    sqlite3.SQLITE_TRANSACTION,
    sqlite3.SQLITE_SAVEPOINT,
}
_ALLOWED_PRAGMAS = {"data_version", "foreign_key_check", "integrity_check", "quick_check"}


class Sqlite:
    """An open calendar file; the schema cannot be touched through it once it is sealed."""

    name = "sqlite"

    def __init__(self, path: Path, *, is_read_only: bool) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self._depth = 0
        with telling(path):
            self.connection = _connected(path, is_read_only=is_read_only)
            self._seen_version = self._data_version()

    def seal(self) -> None:
        """Deny everything but reading, adding and changing rows from now on."""
        self.connection.set_authorizer(_authorize)

    def read(self, sql: str, /, **parameters: object) -> list[Row]:
        """Return all rows of a query with `:named` parameters."""
        cursor, rows = self._execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def tuples(self, sql: str, /, **parameters: object) -> list[tuple[Any, ...]]:
        """Return the same rows without the names of their columns."""
        _cursor, rows = self._execute(sql, parameters)
        return rows

    @contextmanager
    def write(self) -> Iterator[None]:
        """Return a block that is saved as a whole or not at all; an inner one joins the outer."""
        begin, save, undo = self._steps()
        self._execute(begin)
        self._depth += 1
        try:
            yield
            self._execute(save)
        except BaseException:
            # A full disk, for one, ends the whole transaction by itself.
            if self.connection.in_transaction:
                for step in undo:
                    self.connection.execute(step)
            raise
        finally:
            self._depth -= 1

    def run(self, sql: str, /, **parameters: object) -> None:
        """Run one statement inside a write block."""
        self._expect_write_block()
        self._execute(sql, parameters)

    def run_many(self, sql: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """Run one statement for each row inside a write block."""
        self._expect_write_block()
        with telling(self.path):
            self.connection.executemany(sql, rows)

    def changed(self) -> bool:
        """Tell whether another connection has saved something since the last time."""
        version = self.stand()
        before, self._seen_version = self._seen_version, version
        return version != before

    def stand(self) -> int:
        """Return a number that is another one as soon as another connection has saved something."""
        with telling(self.path):
            return self._data_version()

    def schema_is_whole(self) -> bool:
        """Tell whether tables, views and triggers are exactly those of this program."""
        with telling(self.path):
            return schema_fingerprint(self.connection) == expected_fingerprint()

    def pages_are_sound(self) -> bool:
        """Tell whether SQLite finds its pages in order; about 0.2 s for 100,000 posts."""
        with telling(self.path):
            return self.connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy to a new file in slices, so that others can save meanwhile."""
        with (
            telling(self.path, target),
            closing(sqlite3.connect(target, isolation_level=None)) as copy,
        ):
            self.connection.backup(copy, pages=_BACKUP_PAGES, sleep=_BACKUP_PAUSE)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def _steps(self) -> tuple[str, str, tuple[str, ...]]:
        if self._depth == 0:
            return "BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)
        name = f"block_{self._depth}"
        undo = (f"ROLLBACK TO {name}", f"RELEASE {name}")
        return f"SAVEPOINT {name}", f"RELEASE {name}", undo

    def _execute(
        self, sql: str, parameters: Mapping[str, object] = _NO_PARAMETERS
    ) -> tuple[sqlite3.Cursor, list[Any]]:
        try:
            cursor = self.connection.execute(sql, parameters)
            return cursor, cursor.fetchall()
        except FAULTS as error:
            if known := told(error, self.path):
                raise known from error
            raise

    def _expect_write_block(self) -> None:
        if not self.connection.in_transaction:
            message = "Statements that write run inside `with engine.write()`."
            raise RuntimeError(message)

    def _data_version(self) -> int:
        version: int = self.connection.execute("PRAGMA data_version").fetchone()[0]
        return version


def _connected(path: Path, *, is_read_only: bool) -> sqlite3.Connection:
    mode = "ro" if is_read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_WAIT,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        connection.create_function("sha256", 1, _sha256, deterministic=True)
        _harden(connection)
        # The rollback journal and EXTRA: no power cut loses what was acknowledged as saved.
        settings = ["foreign_keys=ON", "synchronous=EXTRA", "fullfsync=ON", "cell_size_check=ON"]
        settings.append("trusted_schema=ON")  # triggers call sha256
        settings.append(f"cache_size=-{_CACHE}")
        if not is_read_only:
            settings.append("journal_mode=DELETE")
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _harden(connection: sqlite3.Connection) -> None:
    """Let SQLite itself refuse to write into its own tables, where Python can ask for it (3.12)."""
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)


def _sha256(value: str | bytes) -> str:
    return hashlib.sha256(value.encode() if isinstance(value, str) else value).hexdigest()


def _authorize(action: int, first: str | None, *_rest: str | None) -> int:
    if action == sqlite3.SQLITE_PRAGMA:
        is_allowed = first in _ALLOWED_PRAGMAS
    else:
        is_allowed = action in _ALLOWED
    return sqlite3.SQLITE_OK if is_allowed else sqlite3.SQLITE_DENY
