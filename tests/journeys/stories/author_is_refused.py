"""A reviewer who wrote a post finds its box shut, with the reason in words."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel

from tests.builders.calendars import (
    MARC,
    NORA,
    act_as,
    reader_of,
    ready_post,
    team_session,
)
from tests.journeys.desk import Desk

TODAY = datetime.now().astimezone().date()
DAY = TODAY + timedelta(days=30)


# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def test_the_tick_is_refused_to_the_author_and_open_to_another(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    session = team_session(path)
    session.clock = lambda: datetime.combine(TODAY, time(12)).astimezone()
    act_as(session, MARC)
    ready_post(session, day=DAY)
    session.close()
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(MARC, "Marc Fournier")
        desk.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        desk.read_whole()
        box = desk.see("approval_box")
        assert isinstance(box, QCheckBox)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
        desk.press(Qt.Key.Key_Space)
        words = desk.see("to_do")
        assert isinstance(words, QLabel)
        assert not box.isEnabled()
        assert not box.isChecked()
        assert "another reviewer" in words.text()

        desk.sit_down_as(NORA, "Nora Haddad")
        desk.read_whole()
        desk.click("approval_box")
        desk.wait(lambda: "Nora Haddad" in words.text() or desk.is_seen("empty_queue"))
    finally:
        desk.close()
    reader = reader_of(path)
    (card,) = reader.cards(DAY, DAY)
    reader.close()
    assert card.is_approved
