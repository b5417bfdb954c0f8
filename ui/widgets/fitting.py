"""Dialogs that fit the window they stand over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_MARGIN = 48
"""Pixels that stay free around a dialog, so that one sees what lies under it."""


def fitting(dialog: QWidget, wanted: QSize) -> QSize:
    """Return the size that a dialog wants, but never more than its window has room for."""
    parent = dialog.parentWidget()
    room = parent.window().size() if parent else dialog.screen().availableSize()
    return wanted.boundedTo(room - QSize(_MARGIN, _MARGIN)).expandedTo(dialog.minimumSizeHint())


def roomy(dialog: QWidget, letters: int, lines: int) -> QSize:
    """Return a size in which so many letters and lines have room, as large as they are read."""
    metrics = dialog.fontMetrics()
    wanted = QSize(metrics.averageCharWidth() * letters, metrics.height() * lines)
    return fitting(dialog, wanted)
