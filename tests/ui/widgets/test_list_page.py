from operator import attrgetter, methodcaller

import pytest

from tests.builders.domain import PEOPLE
from tests.ui.direct import DirectOperations
from ui.theme import LIGHT
from ui.widgets.list_page import ListPage


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


class _Shut(ListPage):
    def _why_not(self):
        return "Only an owner may."

    def _open_buttons(self):
        pass
