from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.tab_order import tab_through


def after(widget: QWidget, count: int) -> list[str]:
    found = []
    for _number in range(count):
        widget = widget.nextInFocusChain()
        while not widget.objectName() or widget.objectName().startswith("qt_"):
            widget = widget.nextInFocusChain()
        found.append(widget.objectName())
    return found


def named(made: QWidget, name: str) -> QWidget:
    made.setObjectName(name)
    return made


def test_what_is_made_later_comes_where_it_stands(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, last = named(QLineEdit(), "first"), named(QPushButton(), "last")
    area = QScrollArea()
    for widget in (first, area, last):
        column.addWidget(widget)
    page = QWidget()
    below, beside, above = (named(QLineEdit(), name) for name in ("below", "beside", "above"))
    for field in (below, beside, above):
        field.setParent(page)
    row = QHBoxLayout()
    row.addWidget(above)
    row.addWidget(beside)
    inside = QVBoxLayout(page)
    inside.addLayout(row)
    inside.addStretch(1)
    inside.addWidget(below)
    area.setWidget(page)

    tab_through(first, area)

    assert after(first, 4) == ["above", "beside", "below", "last"]


def test_an_empty_place_changes_nothing(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, last = named(QLineEdit(), "first"), named(QPushButton(), "last")
    for widget in (first, QScrollArea(), last):
        column.addWidget(widget)

    tab_through(first, QScrollArea(window), QWidget(window))

    assert after(first, 1) == ["last"]
