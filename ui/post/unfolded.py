"""Which parts of the post panel this computer keeps unfolded."""

from PySide6.QtCore import QSettings


def is_unfolded(name: str) -> bool:
    """Return whether a part was left unfolded; at first none is."""
    return str(_settings().value(f"post_panel/{name}", "false")) == "true"


def remember_unfolded(name: str, is_open: bool) -> None:
    """Keep whether a part stands unfolded."""
    _settings().setValue(f"post_panel/{name}", "true" if is_open else "false")


def _settings() -> QSettings:
    return QSettings(
        QSettings.defaultFormat(), QSettings.Scope.UserScope, "Countersign", "Countersign"
    )
