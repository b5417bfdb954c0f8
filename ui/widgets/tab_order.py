"""Tab goes through parts in the order in which they are laid out, also those made later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_through(after: QWidget, *tops: QWidget) -> None:
    """Let Tab go from a widget through all parts of others, from top to bottom."""
    for top in tops:
        for part in _parts(top):
            QWidget.setTabOrder(after, part)
            after = part


def _parts(top: QWidget) -> Iterator[QWidget]:
    if top.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield top
    inside = top.widget() if isinstance(top, QScrollArea) else None
    if inside is not None:
        yield from _parts(inside)
    layout = top.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _parts(widget)
        elif inner is not None:
            yield from _laid_out(inner)
