"""A morning of review by key: read, tick, ask, suggest; the planner answers, another approves."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.commands.reader import Reader
from app.commands.views import Stage
from tests.builders import calendars
from tests.journeys.desk import Desk

BREAD = "Der Ofen ist warm: heute gibt es unser Roggenbrot mit Sauerteig."
ROLLS = "Am Samstag backen wir Rosinenwecken, solange der Vorrat reicht."
COFFEE = "Zum Frühstück gibt es bei uns frisch gemahlenen Kaffee und Tee."
CONTROL = Qt.KeyboardModifier.ControlModifier
J, R, RETURN, SPACE = Qt.Key.Key_J, Qt.Key.Key_R, Qt.Key.Key_Return, Qt.Key.Key_Space


# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def make_calendar(path) -> None:
    """Lena has planned three posts, far enough ahead; Marc and Nora review."""
    session = calendars.team_session(path)
    for number, text in enumerate((BREAD, ROLLS, COFFEE)):
        calendars.ready_post(session, text, calendars.QUIET_DAY + timedelta(days=7 * number))
    session.close()


def stage(reader: Reader, name: str) -> Stage:
    post_id = reader.find_post(name)
    assert post_id is not None
    return reader.post(post_id).card.stage


def read(desk: Desk, name: str) -> None:
    """Wait for a post, read it whole with the space bar and tick its cautions."""
    desk.wait(lambda: desk.words("review_name") == name, why=f"{name} never came")
    desk.read_whole()
    desk.answer_flags("We talked about it with the team.")


def test_a_morning_of_several_posts(tmp_path, qapp):
    path = tmp_path / "team.countersign"
    make_calendar(path)
    reader = calendars.reader_of(path)
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as("marc", "Marc Fournier")
        desk.press(R, CONTROL)
        desk.wait(lambda: desk.words("review_counter") == "1 of 3")
        approve_by_key(desk, reader, "DE-0001")
        suggest_and_ask(desk)
        send_back_by_key(desk, reader)
        let_the_planner_accept(desk, reader)
        let_only_another_approve(desk, reader)
    finally:
        desk.close()
        reader.close()


def approve_by_key(desk: Desk, reader: Reader, name: str) -> None:
    """Read a post, and tick its box with a key: it opens when all has been on screen."""
    read(desk, name)
    desk.see("approval_box").setFocus()
    desk.press(SPACE)
    desk.wait(lambda: stage(reader, name) is Stage.APPROVED, why=f"{name} was not approved")


def suggest_and_ask(desk: Desk) -> None:
    """Of the second he would change a word, and asks the planner by name."""
    read(desk, "DE-0002")
    desk.click("suggest_edit")
    desk.type_into("suggest_text", ROLLS.replace("Rosinenwecken", "Mohnwecken"))
    desk.click("suggest_send")
    desk.wait(lambda: desk.is_seen("suggestion"), why="the suggestion is not shown")
    field = desk.see("comment_input")
    area = desk.see("review_area")
    assert isinstance(area, QScrollArea)
    area.ensureWidgetVisible(field)
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "@le")
    QTest.keyClick(desk.see("comment_names"), RETURN)
    QTest.keyClicks(field, "raisins are out; jkn")
    desk.press(RETURN, CONTROL)
    desk.wait(lambda: desk.is_seen("remark"), why="the comment is not shown")
    assert desk.words("review_name") == "DE-0002"  # letters in a field turn no page


def send_back_by_key(desk: Desk, reader: Reader) -> None:
    """The third one comes with one key, and goes back with a word on why."""
    desk.see("review_area").setFocus()
    desk.press(J)
    desk.wait(lambda: desk.words("review_name") == "DE-0003")
    desk.click("say_changes")
    QTest.keyClicks(QApplication.focusWidget(), "Which tea?")
    desk.press(RETURN)
    desk.wait(lambda: stage(reader, "DE-0003") is Stage.CHANGES)


def let_the_planner_accept(desk: Desk, reader: Reader) -> None:
    """The planner is told, sees the difference and accepts."""
    desk.sit_down_as("lena", "Lena Brandt")
    desk.wait(lambda: desk.is_seen("for_you"), why="nothing waits for Lena")
    assert desk.words("for_you") == "For you: 2"
    desk.choose_from_menu("for_you", "suggests an edit")
    desk.click("suggestion_accept")
    desk.wait(lambda: "Mohnwecken" in text_of(reader, "DE-0002"))


def let_only_another_approve(desk: Desk, reader: Reader) -> None:
    """Whoever suggested the words cannot approve them; another reviewer can."""
    desk.sit_down_as("marc", "Marc Fournier")
    desk.press(R, CONTROL)
    desk.wait(lambda: desk.words("review_name") == "DE-0002")
    assert "another reviewer must approve" in desk.words("to_do")
    assert not desk.see("approval_box").isEnabled()
    desk.sit_down_as("nora", "Nora Haddad")
    desk.press(R, CONTROL)
    approve_by_key(desk, reader, "DE-0002")


def text_of(reader: Reader, name: str) -> str:
    post_id = reader.find_post(name)
    assert post_id is not None
    return reader.post(post_id).post.content.text
