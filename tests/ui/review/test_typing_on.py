import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.review.typing_on import field_in_use, go_on_in, is_typed_in


@pytest.fixture
def page(qtbot):
    """A page with a line, a box and a button."""
    made = QWidget()
    column = QVBoxLayout(made)
    for part, name in ((QLineEdit(), "reason"), (QCheckBox(), "tick"), (QPushButton(), "go")):
        part.setObjectName(name)
        column.addWidget(part)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def give_keys(page, qtbot, name) -> QWidget:
    part = page.findChild(QWidget, name)
    part.setFocus()
    qtbot.waitUntil(part.hasFocus)
    return part


def test_a_line_goes_on_where_the_cursor_stood(page, qtbot):
    line = give_keys(page, qtbot, "reason")
    line.setText("because")
    line.setCursorPosition(3)
    assert is_typed_in(page)
    used = field_in_use(page)
    give_keys(page, qtbot, "go")
    line.setCursorPosition(0)
    assert go_on_in(page, used)
    assert line.hasFocus()
    assert line.cursorPosition() == 3


def test_a_box_keeps_the_keys_and_nobody_types_in_it(page, qtbot):
    box = give_keys(page, qtbot, "tick")
    assert not is_typed_in(page)
    used = field_in_use(page)
    give_keys(page, qtbot, "go")
    assert go_on_in(page, used)
    assert box.hasFocus()


def test_a_button_is_no_field_in_use(page, qtbot):
    give_keys(page, qtbot, "go")
    assert field_in_use(page) is None


def test_a_field_that_is_shut_or_has_gone_gets_no_keys(page, qtbot):
    line = give_keys(page, qtbot, "reason")
    used = field_in_use(page)
    line.setEnabled(False)
    assert not go_on_in(page, used)
    line.setEnabled(True)
    line.hide()
    assert not go_on_in(page, used)
