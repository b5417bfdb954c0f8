from datetime import date

import pytest
from PySide6.QtGui import QAction

from tests.builders.calendars import POGROM_DAY, QUIET_DAY

YEAR = (date(2027, 1, 1), date(2028, 12, 31))

pytestmark = pytest.mark.in_english


def ask(writer):
    writer.panel.findChild(QAction, "post_repeat").trigger()
    return writer.part("repeat_dialog")


def test_drafts_are_made_on_the_days_that_stay_ticked(writer):
    writer.show(day=date(2027, 11, 2))
    dialog = ask(writer)
    assert POGROM_DAY not in dialog.days
    dialog.findChild(object, "repeat_save").click()
    cards = writer.reader.cards(*YEAR)
    assert len(cards) == 4
    assert {card.is_ready for card in cards[1:]} == {False}


def test_without_a_yes_nothing_is_made(writer):
    writer.show()
    ask(writer).findChild(object, "repeat_cancel").click()
    assert len(writer.reader.cards(*YEAR)) == 1


def test_what_is_refused_is_said_in_place(writer):
    writer.show(day=QUIET_DAY)
    dialog = ask(writer)
    writer.session.me = None
    dialog.findChild(object, "repeat_save").click()
    assert "Choose who you are" in writer.part("message_bar").text


def test_a_post_without_a_date_needs_one_first(writer):
    writer.show()
    writer.panel.findChild(QAction, "post_to_tray").trigger()
    action = writer.panel.findChild(QAction, "post_repeat")
    assert not action.isEnabled()
    assert "give it a date first" in action.text()
