"""A team keeps its house: a roster by dragging, a backup, and the way back through the history."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget

from app.commands.backups import backups_in, folder_of
from app.commands.posts import edit_post
from app.commands.views import Stage
from app.domain.person import Role
from tests.builders.calendars import (
    BREAD,
    GERMANY,
    LENA,
    MARC,
    NORA,
    reader_of,
    ready_post,
    team_session,
)
from tests.journeys.desk import Desk
from ui.preferences import Preferences

TODAY = datetime.now().astimezone().date()
DAY = TODAY + timedelta(days=3)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
NEW = "Unser Brot kostet jetzt weniger."

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def plan(path):
    """Lena has written a post for Germany, and changed its words since."""
    session = team_session(path, lambda: datetime.now(UTC))
    post = ready_post(session, day=DAY)
    edit_post(session, post_id=post, base_revision=2, changes={"text": NEW})
    session.close()


def list_of(desk, name):
    found = desk.see(name)
    assert isinstance(found, QListWidget)
    return found


def go_down_to(desk, name, words):
    """Walk a list with the arrow keys to an entry that begins so."""
    found = list_of(desk, name)

    def is_there():
        return any(found.item(row).text().startswith(words) for row in range(found.count()))

    desk.wait(is_there, why=f"{name} has no {words}")
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Home)
    for _row in range(found.count()):
        if found.currentItem().text().startswith(words):
            return
        QTest.keyClick(found, Qt.Key.Key_Down)


def drag_over(desk, row, first, last):
    """Drag over the days of a person in the roster."""
    grid = desk.see("roster_grid")
    assert isinstance(grid, QAbstractItemView)
    start, end = (grid.visualRect(grid.model().index(row, one)).center() for one in (first, last))
    QTest.mousePress(grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(grid.viewport(), end)
    QTest.mouseRelease(grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)


def a_roster_is_dragged(desk):
    go_down_to(desk, "settings_list", "Who is on duty")
    go_down_to(desk, "duty_list", "Germany")
    drag_over(desk, 1, 1, 3)
    assert desk.words("roster_chosen").startswith("Lena Brandt, ")
    desk.click("put_on_duty")
    entries = list_of(desk, "duty_list")
    desk.wait(
        lambda: (
            [entries.item(row).text() for row in range(entries.count())].count("Lena Brandt") == 3
        ),
        why="nobody was put on duty",
    )


def a_backup_is_made(desk):
    go_down_to(desk, "settings_list", "File and backups")
    desk.click("back_up_now")
    desk.wait(lambda: "1 backup" in desk.words("last_backup"), why="there is no backup")
    desk.click("close")


def the_old_words_come_back(desk):
    desk.press(Qt.Key.Key_Y, CONTROL | SHIFT)
    desk.choose_in("history_kind", "Posts written")
    go_down_to(desk, "history_entries", "Marked ready")
    desk.click("restore_version")
    message = desk.see("message")
    assert isinstance(message, QLabel)
    desk.wait(lambda: "as a draft" in message.text(), why="no version came back")
    desk.click("close")


def a_cancelled_post_is_found_and_brought_back(desk):
    desk.click_cell(desk.cell(r"^DE-0001"))
    desk.press(Qt.Key.Key_Delete)
    desk.wait(lambda: not any("DE-0001" in words for words in desk.cells()))
    desk.press(Qt.Key.Key_Y, CONTROL | SHIFT)
    desk.choose_in("history_kind", "Cancelled posts")
    desk.wait(lambda: desk.is_seen("bring_back"), why="the cancelled post was not found")
    desk.click("bring_back")
    desk.cell(r"^DE-0001")
    desk.click("close")


def test_a_team_keeps_its_roster_its_file_and_its_history(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    plan(path)
    Preferences().backups = tmp_path / "backups"
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(MARC, "Marc Fournier")
        desk.press(Qt.Key.Key_Comma, CONTROL)
        a_roster_is_dragged(desk)
        a_backup_is_made(desk)
        the_old_words_come_back(desk)
        a_cancelled_post_is_found_and_brought_back(desk)
    finally:
        desk.close()
    assert len(backups_in(folder_of(path, tmp_path / "backups"))) == 1
    reader = reader_of(path)
    shifts = reader.calendar().roster.shifts
    (card,) = reader.cards(DAY, DAY)
    reader.close()
    assert {(shift.person, shift.market) for shift in shifts} == {(LENA, GERMANY)}
    assert len(shifts) == 3
    assert (card.text, card.stage) == (BREAD, Stage.DRAFT)
    assert not card.is_approved


def told(desk, words):
    """Wait until a toast says so."""
    desk.wait(
        lambda: desk.is_seen("toast_words") and words in desk.words("toast_words"),
        why=f"nothing said “{words}”",
    )


def a_role_is_given_by_mistake(desk):
    go_down_to(desk, "settings_list", "People")
    go_down_to(desk, "people_list", "Lena Brandt")
    desk.click("role_reviewer")
    desk.click("save")
    told(desk, "Lena Brandt is a reviewer now")
    desk.click("toast_action")
    told(desk, "Undid: Change the role of Lena Brandt · Lena Brandt is a planner now")


def a_policy_goes_back_only_with_a_reason(desk):
    go_down_to(desk, "settings_list", "Policy")
    desk.click("approvers_3")
    desk.type_into("policy_reason", "A hard season begins")
    desk.click("save")
    told(desk, "3 people approve a post with a stop now")
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.type_into("reason", "Three of us are away")
    desk.click("reason_do")
    told(desk, "1 person approves a post with a stop now")


def a_name_is_taken_back_from_the_calendar(desk):
    """Nothing of it is in sight there, so it is said."""
    go_down_to(desk, "settings_list", "People")
    go_down_to(desk, "people_list", "Lena Brandt")
    desk.type_into("person_name", "Lea Brandt")
    desk.click("save")
    told(desk, "Lena Brandt is called Lea Brandt now")
    desk.click("close")
    desk.press(Qt.Key.Key_Z, CONTROL)
    told(desk, "Settings · Undid: Rename Lena Brandt · Lea Brandt is called Lena Brandt now")


def test_an_owner_takes_back_what_was_set_by_mistake(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    plan(path)
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(NORA, "Nora Haddad")
        desk.press(Qt.Key.Key_Comma, CONTROL)
        a_role_is_given_by_mistake(desk)
        a_policy_goes_back_only_with_a_reason(desk)
        a_name_is_taken_back_from_the_calendar(desk)
    finally:
        desk.close()
    reader = reader_of(path)
    calendar = reader.calendar()
    reader.close()
    assert (calendar.person(LENA).name, calendar.person(LENA).role) == ("Lena Brandt", Role.PLANNER)
    assert calendar.policy.approvers_on_stop == 1
