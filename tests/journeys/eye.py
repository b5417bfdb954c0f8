"""The eye of a person who looks a screen over: what is unfinished, shut without a word, or cut."""

from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ui.widgets.labels import ElidedLabel

_PROMISES = ("coming soon", "not yet available", "to be done", "lorem ipsum")
_STEP = 8
"""Of a picture every eighth point is looked at."""


class TipWatch(QObject):
    """Keeps what is said under the mouse: on the platform of the stories a tip goes at once."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and let everything through."""
        if event.type() is QEvent.Type.Show and watched.inherits("QTipLabel"):
            assert isinstance(watched, QLabel)
            self.said.append(unescape(watched.text()))
        return super().eventFilter(watched, event)


def oversights() -> list[str]:
    """Return what is wrong with all that is on the screen now."""
    return [
        f"{type(part).__name__} “{part.objectName()}”: {wrong}"
        for top in QApplication.topLevelWidgets()
        if top.isVisible()
        for part in [top, *top.findChildren(QWidget)]
        if part.isVisible() and not part.objectName().startswith("qt_")  # Qt's own parts
        for wrong in _oversights_of(part)
    ]


def lightness(widget: QWidget) -> float:
    """Return how light a widget looks, from 0 for black to 1 for white."""
    points = list(_points(widget.grab().toImage()))
    return sum(points) / len(points)


def share_of_white(widget: QWidget) -> float:
    """Return how much of a widget is as good as white."""
    points = list(_points(widget.grab().toImage()))
    return sum(point > 0.97 for point in points) / len(points)


def _points(image: QImage) -> Iterator[float]:
    for x in range(0, image.width(), _STEP):
        for y in range(0, image.height(), _STEP):
            yield image.pixelColor(x, y).lightnessF()


def _oversights_of(part: QWidget) -> Iterator[str]:
    words = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
    for said in (words, part.toolTip(), part.accessibleName()):
        if any(promise in said.casefold() for promise in _PROMISES):
            yield f"promises “{said}”"
    if isinstance(part, QAbstractButton) and not part.isEnabled() and not _said_at(part):
        yield f"“{words}” is shut and does not say why"
    if _is_cut(part) and words.replace("&", "") not in part.toolTip().replace("&", ""):
        yield f"“{words}” is cut, and nothing says it whole but “{part.toolTip()}”"


def _said_at(part: QWidget) -> str:
    """Return what is said under the mouse: where a part has nothing to say, what it lies in has."""
    while not (part.toolTip() or part.isWindow()):
        part = part.parentWidget()
    return part.toolTip()


def _is_cut(part: QWidget) -> bool:
    if isinstance(part, ElidedLabel):
        return part.shown != QLabel.text(part)
    is_one_line = isinstance(part, QAbstractButton) or (
        isinstance(part, QLabel) and not part.wordWrap()
    )
    return is_one_line and part.width() < part.sizeHint().width()
