"""Export folders that appear whole or not at all, whatever happens in between.

An export is staged in a folder beside its target, recorded in the calendar, and then renamed once.
What a crash leaves behind is finished only when the calendar has recorded it and the gate still
says yes; everything else is removed.
"""

import errno
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from gettext import gettext as _
from pathlib import Path

from app.domain.canonical import sha256
from app.domain.export import ExportId
from app.errors import InvalidInputError
from app.exchange.verification import verify_folder

_STAGED_NAME = re.compile(
    r"(?P<name>.+)\.countersign-(?P<calendar>[0-9a-f]{8})-(?P<export>[A-Za-z0-9-]+)\.part"
)


@dataclass(frozen=True, slots=True)
class Staged:
    """A whole export that is not yet called by its name."""

    export: ExportId
    part: Path
    target: Path


class Outcome(StrEnum):
    """What became of a staged folder that a crash had left behind."""

    FINISHED = "finished"
    NOT_RECORDED = "not-recorded"
    REFUSED = "refused"
    DAMAGED = "damaged"
    NAMELESS = "nameless"
    """It may leave, but cannot be given its name: another folder has it, or the disk refuses."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A folder that was left behind, and what became of it; only a finished one still exists."""

    export: ExportId
    folder: Path
    outcome: Outcome


def stage(target: Path, files: Mapping[str, bytes], *, export: ExportId, calendar: str) -> Staged:
    """Write and fsync every file beside the target folder, under a name that nobody takes for it.

    InvalidInputError where the folder exists already, cannot be written, or the disk is full;
    then nothing is left behind.
    """
    part = target.with_name(f"{target.name}.countersign-{_mark(calendar)}-{export}.part")
    if not _STAGED_NAME.fullmatch(part.name):
        message = f"{export!r} cannot stand in the name of a folder."
        raise ValueError(message)
    _refuse_existing(target)
    try:
        part.mkdir(parents=True)
    except OSError as error:
        raise _sentence(error, target) from error
    try:
        for name, data in files.items():
            _write(part / name, data)
        _fsync_folder(part)
        _fsync_folder(part.parent)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise _sentence(error, target) from error
    return Staged(export, part, target)


def make_sure(staged: Staged) -> None:
    """Raise InvalidInputError if the staged folder is gone or its target has been taken meanwhile.

    Called under the calendar's write lock, before the export is recorded.
    """
    if not staged.part.is_dir():
        raise InvalidInputError(
            _("The export was removed from “{folder}” while it was written; export again.").format(
                folder=staged.target.parent
            )
        )
    _refuse_existing(staged.target)


def finish(staged: Staged) -> Path:
    """Give the folder its name, by one rename, and return it; a finished one stays as it is."""
    if not staged.part.exists() and staged.target.is_dir():
        return staged.target
    _refuse_existing(staged.target)
    try:
        staged.part.rename(staged.target)
        _fsync_folder(staged.target.parent)
    except OSError as error:
        raise _sentence(error, staged.target) from error
    return staged.target


def discard(staged: Staged) -> None:
    """Remove a staged folder that is not to be finished."""
    shutil.rmtree(staged.part, ignore_errors=True)


def pending(parent: Path, *, calendar: str) -> tuple[Staged, ...]:
    """Return what exports of one calendar have left staged in a folder."""
    if not parent.is_dir():
        return ()
    found = []
    for path in sorted(parent.iterdir()):
        name = _STAGED_NAME.fullmatch(path.name)
        if name and name["calendar"] == _mark(calendar) and path.is_dir() and not path.is_symlink():
            found.append(Staged(ExportId(name["export"]), path, parent / name["name"]))
    return tuple(found)


def recover(
    parent: Path,
    *,
    calendar: str,
    is_recorded: Callable[[ExportId], bool],
    may_leave: Callable[[ExportId], bool],
) -> tuple[Recovered, ...]:
    """Finish what was recorded, is undamaged and may still leave; remove everything else.

    Called under the calendar's write lock, so that no export is being recorded at the same time.
    """
    return tuple(
        _recovered(staged, is_recorded, may_leave) for staged in pending(parent, calendar=calendar)
    )


def _recovered(
    staged: Staged,
    is_recorded: Callable[[ExportId], bool],
    may_leave: Callable[[ExportId], bool],
) -> Recovered:
    if not is_recorded(staged.export):
        outcome = Outcome.NOT_RECORDED
    elif verify_folder(staged.part):
        outcome = Outcome.DAMAGED
    elif not may_leave(staged.export):
        outcome = Outcome.REFUSED
    else:
        try:
            return Recovered(staged.export, finish(staged), Outcome.FINISHED)
        except InvalidInputError:
            outcome = Outcome.NAMELESS
    discard(staged)
    return Recovered(staged.export, staged.target, outcome)


def _mark(calendar: str) -> str:
    return sha256(calendar)[:8]


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _fsync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does so by itself and cannot be asked."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_existing(target: Path) -> None:
    if os.path.lexists(target):
        raise InvalidInputError(
            _("“{folder}” exists already; choose another name for the export.").format(
                folder=target
            )
        )


def _sentence(error: OSError, target: Path) -> InvalidInputError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        sentence = _("There is no space left for “{folder}”; make room or choose another disk.")
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        sentence = _("“{folder}” may not be written; choose a folder that is yours.")
    elif error.errno in (errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY):
        sentence = _("“{folder}” cannot be made, something else has its name; choose another name.")
    else:
        sentence = _("“{folder}” cannot be written; choose another folder.")
    return InvalidInputError(sentence.format(folder=target))
