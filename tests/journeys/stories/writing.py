"""Writing: a crash takes no word, siblings follow in one step, what ends an approval is said."""

from datetime import datetime, time, timedelta
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.builders.calendars import (
    BREAD,
    DE_PUSH,
    LENA,
    approve_as,
    only,
    reader_of,
    ready_post,
    team_session,
)
from tests.builders.moves import adapt_posts
from tests.journeys.desk import Desk

TODAY = datetime.now().astimezone().date()
DAY = TODAY + timedelta(days=4)
CTRL = Qt.KeyboardModifier.ControlModifier
NEW = "Zwei Brote sind besser als eines."


# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def make_plan(path):
    """Return an approved post and its sibling that says the same."""
    session = team_session(path)
    session.clock = lambda: datetime.combine(TODAY, time(12)).astimezone()
    post = ready_post(session, day=DAY)
    sibling = only(adapt_posts(session, post_ids=[post], to=DE_PUSH))
    reader = reader_of(path)
    approve_as(session, reader, post)
    reader.close()
    session.close()
    return post, sibling


def texts(path, *post_ids):
    reader = reader_of(path)
    found = [reader.post(post_id).post.content.text for post_id in post_ids]
    reader.close()
    return found


def answer(desk, bar):
    button = bar.findChild(QPushButton, "message_action")
    desk.wait(lambda: button.width() > 0, why="the bar never found its place")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_was_typed_outlives_a_crash_and_changes_siblings_in_one_step(qapp, tmp_path):
    path, after_the_crash = tmp_path / "team.countersign", tmp_path / "found.countersign"
    post, sibling = make_plan(path)

    # a planner changes an approved post, and is told what that does before it is done
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(LENA, "Lena Brandt")
        desk.click_cell(desk.cell("^DE-0001"))
        desk.press(Qt.Key.Key_Return)
        assert "Approved by Marc Fournier" in desk.words("approval_words")
        desk.type_into("post_text", NEW)
        desk.wait(lambda: "Saving ends the approval" in desk.words("approval_words"))
        desk.wait(lambda: "kept" in desk.words("save_state"), why="the draft was not kept")
        copyfile(path, after_the_crash)  # the power goes: this is all that lies on the disk
    finally:
        desk.close()
    assert texts(after_the_crash, post, sibling) == [BREAD, BREAD]

    # the words are offered again, kept, compared, and changed in the sibling too
    desk = Desk(qapp, after_the_crash, tmp_path / "log.txt")
    try:
        desk.sit_down_as(LENA, "Lena Brandt")
        desk.wait(lambda: "You typed in DE-0001" in desk.window.body.bar.text)
        answer(desk, desk.window.body.bar)
        desk.see("draft_offer")
        assert texts(after_the_crash, post) == [BREAD]
        answer(desk, desk.see("draft_offer"))
        desk.wait(lambda: not desk.is_seen("draft_offer"))
        desk.click("side_by_side")
        desk.see("versions_dialog")
        desk.click("close_versions")
        desk.click("change_alike")
        desk.see("alike_DE-0002")
        desk.click("save_alike")
        desk.wait(lambda: texts(after_the_crash, post, sibling) == [NEW, NEW])

        # one step takes all of it back, and the approval is there again
        desk.wait(lambda: desk.words("save_state").startswith("Saved"))
        desk.grid.setFocus()
        desk.press(Qt.Key.Key_Z, CTRL)
        desk.wait(lambda: texts(after_the_crash, post, sibling) == [BREAD, BREAD])
        desk.wait(lambda: "Approved by Marc Fournier" in desk.words("approval_words"))
    finally:
        desk.close()
