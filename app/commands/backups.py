"""Backups of a calendar: when one is due, which are kept, and how one is brought back."""

import re
from collections.abc import Hashable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from app.commands.keeping import SUFFIX
from app.errors import CalendarFileError
from app.storage.backup import back_up, copy_unread
from app.storage.sqlite import open_calendar
from app.storage.sqlite_errors import folder_not_writable
from app.wording import _

NEWEST, DAYS, WEEKS = 5, 7, 4
"""Kept are the newest ones, then the last of each of so many days, then of so many weeks."""
AT_MOST_EVERY = timedelta(minutes=30)
_WHEN = "%Y-%m-%d %H-%M-%S"
_NAME = re.compile(r" (?P<at>\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)Z$")


@dataclass(frozen=True, slots=True)
class Backup:
    """One checked copy of a calendar."""

    path: Path
    at: datetime
    size: int
    """In bytes."""


def folder_of(calendar: Path, backups: Path) -> Path:
    """Return where the backups of a calendar lie: two of one name are told apart."""
    place = sha256(str(calendar.resolve()).encode()).hexdigest()[:8]
    return backups / f"{calendar.stem} {place}"


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups that lie in a folder, the newest first."""
    try:
        found = [made for path in folder.glob(f"*{SUFFIX}") if (made := _backup(path)) is not None]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def is_due(calendar: Path, folder: Path, now: datetime) -> bool:
    """Tell whether the file has changed since its newest backup, and that one has some age."""
    newest = next(iter(_until(now, backups_in(folder))), None)
    has_some_age = newest is None or now - newest.at >= AT_MOST_EVERY
    return has_some_age and has_changed(calendar, folder, now)


def has_changed(calendar: Path, folder: Path, now: datetime) -> bool:
    """Tell whether the file has changed since its newest backup, however young that one is."""
    newest = next(iter(_until(now, backups_in(folder))), None)
    if newest is None:
        return True
    return datetime.fromtimestamp(calendar.stat().st_mtime, UTC) > newest.at


def make_backup(calendar: Path, folder: Path, now: datetime) -> Backup:
    """Write a checked copy of the calendar, then let go of the oldest; others go on saving.

    Raises CalendarFileError where the copy cannot be written or is not whole.
    """
    target = _named(calendar, folder, now)
    _copy(calendar, target)
    made = _until(now, backups_in(folder))
    kept = to_keep(one.at for one in made)
    for one in made:
        if one.at not in kept:
            _let_go(one.path)
    return next(one for one in made if one.path == target)


def copy_calendar(calendar: Path, target: Path) -> Path:
    """Write a checked copy of a calendar to a place where nothing lies yet, and return it."""
    if target.exists():
        raise CalendarFileError(
            _("{file} exists already: choose another name.").format(file=target.name)
        )
    _copy(calendar, target)
    return target


def bring_up_to_date(calendar: Path, folder: Path, now: datetime) -> None:
    """Let a calendar of an older Countersign be one of this; as it was it stays as a backup."""
    target = _named(calendar, folder, now)
    _make_room(target)
    copy_unread(calendar, target)
    open_calendar(calendar).close()


def bring_back(backup: Backup, calendar: Path) -> Path:
    """Put a copy of a backup beside the calendar, which stays as it is; return the copy."""
    day = f"{calendar.stem} {backup.at.astimezone().strftime('%Y-%m-%d %H-%M')}"
    names = (calendar.with_name(f"{day}{more}{SUFFIX}") for more in ("", *_numbers()))
    target = next(name for name in names if not name.exists())
    copy_unread(backup.path, target)  # it was checked when it was made, and may be an old one
    return target


def to_keep(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Return which backups are worth their room: many young ones, few old ones."""
    newest_first = sorted(moments, reverse=True)
    by_day = _newest_of_each((one.date(), one) for one in newest_first)
    by_week = _newest_of_each((_week(one.date()), one) for one in newest_first)
    return frozenset((*newest_first[:NEWEST], *by_day[:DAYS], *by_week[:WEEKS]))


def _until(now: datetime, made: Iterable[Backup]) -> list[Backup]:
    """Return the backups up to now: those of a clock that was ahead neither count nor go."""
    return [one for one in made if one.at <= now]


def _newest_of_each(keyed: Iterable[tuple[Hashable, datetime]]) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for key, moment in keyed:
        found.setdefault(key, moment)
    return list(found.values())


def _week(day: date) -> tuple[int, int]:
    year, week, _weekday = day.isocalendar()
    return year, week


def _numbers() -> Iterable[str]:
    return (f" ({number})" for number in range(2, 100))


def _named(calendar: Path, folder: Path, now: datetime) -> Path:
    return folder / f"{calendar.stem} {now.astimezone(UTC).strftime(_WHEN)}Z{SUFFIX}"


def _make_room(target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise folder_not_writable(target) from error


def _copy(calendar: Path, target: Path) -> None:
    _make_room(target)
    with closing(open_calendar(calendar, read_only=True)) as engine:
        back_up(engine, target)


def _backup(path: Path) -> Backup | None:
    named = _NAME.search(path.stem)
    if named is None:
        return None
    try:
        at = datetime.strptime(named["at"], _WHEN).replace(tzinfo=UTC)
        return Backup(path, at, path.stat().st_size)
    except (ValueError, OSError):
        return None


def _let_go(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return  # another program reads it: it goes with the next backup
