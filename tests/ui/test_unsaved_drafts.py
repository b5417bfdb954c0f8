from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject

from app.commands.drafts import Draft, Unsaved
from app.errors import CalendarFileError
from tests.builders.calendars import GERMANY
from tests.builders.domain import PEOPLE
from ui.theme import LIGHT
from ui.unsaved_drafts import UnsavedDrafts, unsaved_words
from ui.widgets.message_bar import MessageBar

AT = datetime(2027, 11, 9, 12, 0, tzinfo=UTC)
LAST = Unsaved(Draft("p", GERMANY, 2, {"text": "a"}, AT), "DE-0142")
NEW = Unsaved(Draft("new:1", GERMANY, 0, {"text": "a"}), "")

pytestmark = pytest.mark.in_english


class Shelf:
    def __init__(self, *found):
        self.found = found

    def unsaved(self, person):
        return self.found


def test_what_was_typed_last_can_be_shown_with_one_click(qtbot):
    bar, shown, parent = MessageBar(LIGHT), [], QObject()
    qtbot.addWidget(bar)
    UnsavedDrafts(Shelf(LAST), bar, shown.append, parent).look(PEOPLE[0])
    assert bar.text.startswith("You typed in DE-0142 on Tue")
    bar.findChild(object, "message_action").click()
    assert shown == [LAST.draft]


def test_nothing_is_said_where_all_is_saved_or_nobody_sits_there(qtbot):
    bar, parent = MessageBar(LIGHT), QObject()
    qtbot.addWidget(bar)
    UnsavedDrafts(Shelf(), bar, list, parent).look(PEOPLE[0])
    UnsavedDrafts(Shelf(LAST), bar, list, parent).look(None)
    assert not bar.text


def test_several_are_counted():
    assert unsaved_words((LAST, NEW)).startswith("You typed in 2 posts and did not save them, last")
    assert "a new post" in unsaved_words((NEW,))


def test_once_it_is_shown_the_offer_goes_and_another_message_stays(qtbot):
    bar, parent = MessageBar(LIGHT), QObject()
    qtbot.addWidget(bar)
    offered = UnsavedDrafts(Shelf(LAST), bar, list, parent)
    offered.look(PEOPLE[0])
    offered.say_no_more()
    assert not bar.text
    bar.show_refusal("Something else.")
    offered.say_no_more()
    assert bar.text == "Something else."


def test_what_was_kept_and_cannot_be_read_is_said_and_stops_nothing(qtbot):
    class Torn:
        def unsaved(self, _person):
            raise CalendarFileError("The calendar holds an entry that cannot be read.")

    bar, parent = MessageBar(LIGHT), QObject()
    qtbot.addWidget(bar)
    UnsavedDrafts(Torn(), bar, list, parent).look(PEOPLE[0])
    assert "cannot be read" in bar.text
