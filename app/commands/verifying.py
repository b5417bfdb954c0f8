"""Proof that nothing was changed behind the program's back."""

from pathlib import Path

from app.exchange.verification import verify_folder
from app.storage.sqlite import open_calendar
from app.storage.verification import verify


def findings_of(path: Path) -> tuple[str, ...]:
    """Return a sentence for all that is not as it was written.

    A folder is checked against its manifest, a calendar against its own hashes.
    """
    if path.is_dir():
        return tuple(finding.sentence for finding in verify_folder(path))
    engine = open_calendar(path, read_only=True)
    try:
        return tuple(f"{finding.subject}: {finding.problem}" for finding in verify(engine))
    finally:
        engine.close()
