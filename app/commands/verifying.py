"""Proof that nothing was changed behind the program's back."""

from collections.abc import Iterator
from pathlib import Path

from app.domain.export import ExportId
from app.exchange.verification import export_of, verify_folder
from app.storage import exports
from app.storage.engine import Engine
from app.storage.sqlite import open_calendar
from app.storage.verification import verify
from app.wording import _


def findings_of(path: Path, *, calendar: Path | None = None) -> tuple[str, ...]:
    """Return a sentence for all that is not as it was written.

    A folder is checked against its manifest, and against the ledger of a calendar where one is
    given; a calendar against its own hashes, with the folders of its exports that still lie where
    they were written.
    """
    if path.is_dir() and calendar is None:
        return tuple(finding.sentence for finding in verify_folder(path))
    engine = open_calendar(path if calendar is None else calendar, read_only=True)
    try:
        if calendar is None:
            return tuple(_of_calendar(engine))
        return tuple(_of_folder(engine, path))
    finally:
        engine.close()


def _of_folder(engine: Engine, folder: Path) -> Iterator[str]:
    record = exports.export(engine, ExportId(export_of(folder)))
    if record is None:
        yield _("The calendar has not recorded this export; do not use it.")
    recorded = record.manifest_sha if record else ""
    for finding in verify_folder(folder, manifest_sha256=recorded):
        yield finding.sentence


def _of_calendar(engine: Engine) -> Iterator[str]:
    for finding in verify(engine):
        yield f"{finding.subject}: {finding.problem}"
    for record in exports.exports(engine):
        folder = Path(record.folder)
        if folder.is_absolute():
            yield from _of_export(folder, record.manifest_sha)


def _of_export(folder: Path, manifest_sha: str) -> Iterator[str]:
    try:
        if folder.is_dir():
            for finding in verify_folder(folder, manifest_sha256=manifest_sha):
                yield f"{folder}: {finding.sentence}"
    except OSError:
        yield _("{folder} cannot be read; allow reading it.").format(folder=folder)
