from operator import attrgetter, methodcaller

import pytest
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from tests.builders.domain import PEOPLE
from tests.ui.direct import DirectOperations
from ui.theme import LIGHT
from ui.widgets.list_page import ListPage
from ui.widgets.two_line_list import Entry, TwoLineList


@pytest.mark.parametrize(
    "ask",
    [
        attrgetter("is_unsaved"),
        *map(methodcaller, ("_save", "_discard", "_open_buttons", "_why_not")),
    ],
)
def test_what_a_page_does_not_say_is_not_guessed(qtbot, ask):
    operations = DirectOperations(PEOPLE[0])
    page = ListPage("things", operations, LIGHT, listed="Things")
    page._lay_out()  # noqa: SLF001 - as its subclasses do
    qtbot.addWidget(page)
    with pytest.raises(NotImplementedError):
        ask(page)


def test_fields_that_are_shut_say_why(qtbot):
    page = _Shut("things", DirectOperations(PEOPLE[0]), LIGHT, listed="Things")
    page._lay_out()  # noqa: SLF001 - as its subclasses do
    qtbot.addWidget(page)
    page._on_me()  # noqa: SLF001 - as its subclasses do
    assert not page._pages.isEnabled()  # noqa: SLF001
    assert page._pages.toolTip() == "Only an owner may."  # noqa: SLF001


def test_a_field_that_is_shut_says_why_whatever_it_says_otherwise(qtbot):
    page = _Shut("things", DirectOperations(PEOPLE[0]), LIGHT, listed="Things")
    page._lay_out()  # noqa: SLF001 - as its subclasses do
    field = QLineEdit()
    field.setToolTip("Such as brand.de")
    page._pages.addWidget(field)  # noqa: SLF001
    qtbot.addWidget(page)
    page.show()
    assert tip_of(field, qtbot) == "Such as brand.de"
    page._on_me()  # noqa: SLF001 - as its subclasses do
    assert tip_of(field, qtbot) == "Only an owner may."
    page._pages.setEnabled(True)  # noqa: SLF001 - what may be read says what it is
    assert tip_of(field, qtbot) == "Such as brand.de"


def test_keys_meant_for_one_entry_do_not_go_into_the_form_of_another(qtbot):
    page = _Shut("things", DirectOperations(PEOPLE[0]), LIGHT, listed="Things")
    page._lay_out()  # noqa: SLF001 - as its subclasses do
    field, rows = QLineEdit(), page.findChild(TwoLineList)
    page._pages.addWidget(field)  # noqa: SLF001
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    rows.show_entries([Entry("a", "A"), Entry("b", "B")], "b")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    rows.show_entries([Entry("a", "A"), Entry("b", "Bb")], "b")
    assert field.hasFocus(), "it is the same entry"
    rows.show_entries([Entry("a", "A")], "a")
    assert rows.hasFocus()


def tip_of(field, qtbot):
    QToolTip.hideText()
    at = field.rect().center()
    QApplication.sendEvent(field, QHelpEvent(QHelpEvent.Type.ToolTip, at, field.mapToGlobal(at)))
    return QToolTip.text()


class _Shut(ListPage):
    def _why_not(self):
        return "Only an owner may."

    def _open_buttons(self):
        pass
