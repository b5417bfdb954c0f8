"""Whoever types a line or stands on a box stays there when the page is made anew."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class FieldInUse:
    """A line in which somebody types, and where; or a box that has the keys."""

    name: str
    cursor: int
    is_line: bool


def is_typed_in(top: QWidget) -> bool:
    """Tell whether somebody types in a field of this part of the window."""
    field = QApplication.focusWidget()
    return isinstance(field, QLineEdit | QPlainTextEdit) and top.isAncestorOf(field)


def field_in_use(top: QWidget) -> FieldInUse | None:
    """Return the line or box of this part of the window that has the keys."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QCheckBox) or not top.isAncestorOf(field):
        return None
    is_line = isinstance(field, QLineEdit)
    cursor = field.cursorPosition() if isinstance(field, QLineEdit) else 0
    return FieldInUse(field.objectName(), cursor, is_line)


def go_on_in(top: QWidget, wanted: FieldInUse) -> bool:
    """Give the keys back to the field of that name, and tell whether it is still there."""
    for field in top.findChildren(QWidget, wanted.name):
        if field.isEnabled() and field.isVisibleTo(top):
            field.setFocus()
            if isinstance(field, QLineEdit):
                field.setCursorPosition(wanted.cursor)
            return True
    return False
