"""What this computer remembers about a calendar: who sits in front of it."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QSettings

from app.domain.person import PersonId


def remembered_person(path: Path) -> PersonId | None:
    """Return who was chosen last in a calendar on this computer, or nothing."""
    kept = str(_settings().value(_key(path), ""))
    return PersonId(kept) if kept else None


def remember_person(path: Path, person_id: PersonId) -> None:
    """Keep who was chosen in a calendar on this computer."""
    _settings().setValue(_key(path), str(person_id))


def _settings() -> QSettings:
    return QSettings(
        QSettings.defaultFormat(), QSettings.Scope.UserScope, "Countersign", "Countersign"
    )


def _key(path: Path) -> str:
    """Return a key for the file that QSettings does not read as a path of groups."""
    return f"people/{sha256(str(path.resolve()).encode()).hexdigest()[:24]}"
