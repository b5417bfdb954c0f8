"""What anybody needs of a screen who has no mouse, no eyes for small things, or no eyes at all."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

SMALLEST_TARGET = 24
"""WCAG 2.2, 2.5.8."""
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
ROLES = {
    QAccessible.Role.Client,
    QAccessible.Role.NoRole,
    QAccessible.Role.Pane,
    QAccessible.Role.Whitespace,
}
"""What says nothing of a control."""


def controls_of(top: QWidget) -> Iterator[QWidget]:
    """Yield what a person can use on a screen, without the parts that Qt makes inside."""
    for widget in top.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and widget.isVisible() and not _is_inside(widget):
            yield widget


def problems_of(top: QWidget) -> list[str]:
    """Return what is wrong with the controls of a screen: name, role, size."""
    QAccessible.setActive(True)
    try:
        problems = [
            f"{type(widget).__name__} “{widget.objectName()}” in {_where(widget)}: {problem}"
            for widget in controls_of(top)
            for problem in _problems(widget)
        ]
        return [*problems, *_nameless_areas(top)]
    finally:
        QAccessible.setActive(False)


def _nameless_areas(top: QWidget) -> Iterator[str]:
    """Yield the pages to which Tab leads without a word on what they are."""
    for area in top.findChildren(QScrollArea):
        is_a_stop = area.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_a_stop and area.isVisible() and not area.accessibleName().strip():
            yield f"{type(area).__name__} “{area.objectName()}” in {_where(area)}: has no name"


def unseen_focus(top: QWidget) -> list[str]:
    """Return the controls that look the same with the focus as without it."""
    return [
        f"{type(widget).__name__} “{widget.objectName()}” in {_where(widget)}"
        for widget in controls_of(top)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_empty(widget)
        and not _shows_focus(widget)
    ]


def out_of_reach(top: QWidget) -> list[str]:
    """Return the controls to which Tab does not lead, and those that it does not leave.

    Of round choices one is enough: arrows lead to the others.
    """
    wanted = {
        widget
        for widget in controls_of(top)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QRadioButton)
    }
    if not wanted:
        return []
    next(iter(wanted)).setFocus()
    reached: set[QWidget] = set()
    for _press in range(3 * len(wanted) + 60):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        reached |= {focused, *_owners(focused)}
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return [
        f"{type(widget).__name__} “{widget.objectName()}” in {_where(widget)}"
        for widget in wanted - reached
    ]


def _owners(widget: QWidget) -> Iterator[QWidget]:
    """Yield what a part belongs to: the line in a spin box is reached with the box."""
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _problems(widget: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if not interface.text(QAccessible.Text.Name).strip():
        yield "has no name"
    if interface.role() in ROLES:
        yield f"is a {interface.role().name}"
    if not isinstance(widget, QAbstractItemView | QTextEdit | QPlainTextEdit):
        size = widget.size()
        if min(size.width(), size.height()) < SMALLEST_TARGET:
            yield f"is only {size.width()} × {size.height()}"


def _is_inside(widget: QWidget) -> bool:
    """Tell whether Qt made it as a part of another control."""
    parent = widget.parentWidget()
    is_part = isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QMenuBar)
    is_corner = isinstance(parent, QAbstractItemView) and isinstance(widget, QAbstractButton)
    popup = widget.window().windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup
    return is_part or is_corner or popup or isinstance(widget, QScrollBar | QHeaderView)


def _is_empty(widget: QWidget) -> bool:
    """Tell whether it is a list in which there is nothing to stand on."""
    return isinstance(widget, QAbstractItemView) and widget.model().rowCount() == 0


def _shows_focus(widget: QWidget) -> bool:
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as after Tab
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    _scroll_to(widget)
    before = _picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    after = _picture(widget)
    widget.clearFocus()
    return before != after


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _picture(widget: QWidget) -> QImage:
    """Return a widget with a little of what is around it: some draw their ring there."""
    window = widget.window()
    corner = widget.mapTo(window, QPoint(-3, -3))
    return window.grab(widget.rect().adjusted(0, 0, 6, 6).translated(corner)).toImage()


def _where(widget: QWidget) -> str:
    parent = widget.parentWidget()
    while parent is not None and not parent.objectName():
        parent = parent.parentWidget()
    return parent.objectName() if parent is not None else "nothing"
