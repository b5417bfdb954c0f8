"""The last two days before a post goes out: seen by one's own clock, and stopped with one key."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from tests.builders.calendars import (
    LENA,
)
from tests.journeys.desk import Desk
from tests.journeys.plans import two_of_three_approved

TOMORROW = datetime.now(UTC).date() + timedelta(days=1)
CONTROL = Qt.KeyboardModifier.ControlModifier

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def said(desk):
    """Return what a screen reader says of the posts that go out next."""
    view = desk.see("leaving_list")
    assert isinstance(view, QListView)
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    rows = (str(model.index(row, 0).data(role)) for row in range(model.rowCount()))
    return [words for words in rows if "DE-" in words]


def how_many(desk, words):
    return sum(words in row for row in said(desk))


def two_are_exported(desk, folder):
    desk.press(Qt.Key.Key_E, CONTROL)
    desk.wait(lambda: len(desk.rows("leaving")) == 2)
    desk.type_into("folder", str(folder))
    desk.click("export")
    desk.see("outcome_folder")
    desk.click("close")


def tomorrow_says_what_becomes_of_each(desk):
    desk.press(Qt.Key.Key_5, CONTROL)
    desk.wait(lambda: how_many(desk, "In Buffer, as approved") == 2)
    assert how_many(desk, "Not approved") == 1
    assert desk.words("period_title") == "Next 48 hours · 3 posts"
    assert desk.words("counts_in_view").startswith("3 posts in view")


def only_what_will_miss_its_time_is_looked_at(desk):
    desk.click("fate_late")
    assert [row for row in said(desk) if "DE-0003" in row] == said(desk)
    assert desk.words("period_title") == "Next 48 hours · 1 post"
    assert desk.words("counts_in_view").startswith("1 post in view")
    desk.click("fate_all")


def has_focus(desk, name):
    return QApplication.focusWidget() is desk.see(name)


def write_why(desk, words):
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: has_focus(desk, "hold_reason"))
    QTest.keyClicks(QApplication.focusWidget(), words)
    desk.press(Qt.Key.Key_Return)


def one_key_and_a_reason_stop_one_post_alone(desk):
    desk.see("leaving_list").setFocus()
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: has_focus(desk, "hold_this_post"))
    write_why(desk, "The baker is ill")
    desk.wait(lambda: how_many(desk, "On hold: stays in") == 1)
    assert how_many(desk, "In Buffer, as approved") == 2
    assert desk.words("hold_headline") == "Hold: DE-0003"


def the_same_key_and_an_arrow_stop_the_channel(desk):
    desk.see("leaving_list").setFocus()
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: has_focus(desk, "hold_this_post"))
    desk.press(Qt.Key.Key_Down)
    desk.wait(lambda: has_focus(desk, "hold_its_channel"))
    write_why(desk, "Fire at the mill")
    desk.wait(lambda: how_many(desk, "Must come out of Buffer") == 2)
    assert how_many(desk, "On hold: stays in") == 1
    assert desk.words("recall_words").startswith("2 posts must be taken out")


def the_list_has_the_same_posts(desk):
    desk.press(Qt.Key.Key_4, CONTROL)
    desk.wait(lambda: len(desk.rows("post_list")) == 3)
    assert desk.words("counts_in_view").startswith("3 posts in view")


def test_who_looks_two_days_ahead_sees_and_stops_what_goes_out(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    two_of_three_approved(path, TOMORROW)
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(LENA, "Lena Brandt")
        two_are_exported(desk, tmp_path / "out")
        tomorrow_says_what_becomes_of_each(desk)
        only_what_will_miss_its_time_is_looked_at(desk)
        one_key_and_a_reason_stop_one_post_alone(desk)
        the_same_key_and_an_arrow_stop_the_channel(desk)
        the_list_has_the_same_posts(desk)
    finally:
        desk.close()
