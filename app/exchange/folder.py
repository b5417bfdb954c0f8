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
from pathlib import Path
from time import sleep

from app.domain.canonical import sha256
from app.domain.export import ExportId
from app.errors import InvalidInputError
from app.exchange.verification import has_manifest, verify_folder
from app.wording import _

_PAUSE = 0.2
"""Seconds between the two tries of a rename."""
_ID = re.compile(r"[A-Za-z0-9-]+")
"""What an export may be called, so that its id can stand in the name of a folder."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A whole export that is not yet called by its name."""

    export: ExportId
    part: Path
    target: Path


class Outcome(StrEnum):
    """What became of an export that a crash had interrupted."""

    FINISHED = "finished"
    FINISHED_BEFORE = "finished-before"
    """It had got its name already."""
    NOT_RECORDED = "not-recorded"
    REFUSED = "refused"
    DAMAGED = "damaged"
    NOTHING = "nothing"
    """Neither recorded nor staged."""
    GONE = "gone"
    """It was recorded, but somebody has taken its folder away."""
    NAMELESS = "nameless"
    """It may leave, but cannot be given its name now, so that it is kept."""
    NOT_REMOVED = "not-removed"
    """It is not to be used, but the disk refuses to remove it."""
    OUT_OF_REACH = "out-of-reach"
    """The folder in which it was staged cannot be looked into now."""


def place_of(target: Path, *, export: ExportId, calendar: str) -> Staged:
    """Return where an export is staged before it is called `target`; nothing is written."""
    if not _ID.fullmatch(export):
        message = f"{export!r} cannot stand in the name of a folder."
        raise ValueError(message)
    part = target.with_name(f"{target.name}.countersign-{_mark(calendar)}-{export}.part")
    return Staged(export, part, target)


def stage(target: Path, files: Mapping[str, bytes], *, export: ExportId, calendar: str) -> Staged:
    """Write and fsync every file beside the target folder, under a name that nobody takes for it.

    InvalidInputError where the folder exists already, cannot be written, or the disk is full;
    then nothing is left behind.
    """
    staged = place_of(target, export=export, calendar=calendar)
    part = staged.part
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
    return staged


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
    """Give the folder its name, by one rename, and return it; a finished one stays as it is.

    A rename that the disk refuses is tried a second time: a virus scanner lets go by then.
    """
    try:
        return _rename(staged)
    except OSError:
        sleep(_PAUSE)
    try:
        return _rename(staged)
    except OSError as error:
        raise _sentence(error, staged.target) from error


def discard(staged: Staged) -> bool:
    """Remove a staged folder that is not to be finished; tell whether it is gone."""
    shutil.rmtree(staged.part, ignore_errors=True)
    return not os.path.lexists(staged.part)


def recover(staged: Staged, *, manifest_sha256: str, may_leave: Callable[[], bool]) -> Outcome:
    """Finish what was recorded, is undamaged and may still leave; remove everything else.

    The digest is the one that the ledger holds, empty where it has no such export. Called under
    the calendar's write lock, so that the export is not being recorded at the same time.
    """
    try:
        if not staged.target.parent.is_dir():
            return Outcome.OUT_OF_REACH
        if not staged.part.is_dir() or staged.part.is_symlink():
            return _without_part(staged, manifest_sha256)
        outcome = _judged(staged, manifest_sha256, may_leave)
        if outcome is not Outcome.FINISHED:
            return outcome if discard(staged) else Outcome.NOT_REMOVED
        finish(staged)
    except OSError:
        return Outcome.OUT_OF_REACH
    except InvalidInputError:
        return Outcome.NAMELESS
    return Outcome.FINISHED


def _without_part(staged: Staged, manifest_sha256: str) -> Outcome:
    if not manifest_sha256:
        return Outcome.NOTHING
    if has_manifest(staged.target, manifest_sha256=manifest_sha256):
        return Outcome.FINISHED_BEFORE
    return Outcome.GONE


def _judged(staged: Staged, manifest_sha256: str, may_leave: Callable[[], bool]) -> Outcome:
    if not manifest_sha256:
        return Outcome.NOT_RECORDED
    if verify_folder(staged.part, manifest_sha256=manifest_sha256):
        return Outcome.DAMAGED
    return Outcome.FINISHED if may_leave() else Outcome.REFUSED


def _rename(staged: Staged) -> Path:
    if not staged.part.exists() and staged.target.is_dir():
        return staged.target
    _refuse_existing(staged.target)
    staged.part.rename(staged.target)
    _fsync_folder(staged.target.parent)
    return staged.target


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
