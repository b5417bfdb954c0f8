"""Whoever types a line goes on in it when the page is made anew under their hands."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class LineInUse:
    """A line in which somebody types, and where."""

    name: str
    cursor: int


def is_typed_in(top: QWidget) -> bool:
    """Tell whether somebody types in a field of this part of the window."""
    field = QApplication.focusWidget()
    return isinstance(field, QLineEdit | QPlainTextEdit) and top.isAncestorOf(field)


def line_in_use(top: QWidget) -> LineInUse | None:
    """Return the line of this part of the window in which somebody types."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit) or not top.isAncestorOf(field):
        return None
    return LineInUse(field.objectName(), field.cursorPosition())


def go_on_in(top: QWidget, line: LineInUse) -> bool:
    """Give the keys back to the line of that name, and tell whether it is still there."""
    for field in top.findChildren(QLineEdit, line.name):
        if field.isEnabled() and not field.isHidden():
            field.setFocus()
            field.setCursorPosition(line.cursor)
            return True
    return False
