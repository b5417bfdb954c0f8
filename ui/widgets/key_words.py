"""The words of an action as a tooltip or a list shows them."""

from PySide6.QtGui import QAction, QKeySequence


def with_key(text: str, action: QAction) -> str:
    """Return the words of an action with its key, for a tooltip."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain(text)} ({key})" if key else plain(text)


def plain(text: str) -> str:
    """Return the words of a menu without the marks that belong to menus."""
    return text.replace("&", "").rstrip("…")
