"""A planner finds: by words, by filter, by number, by day, by command, and what is flagged."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from app.commands.dates import day_name
from app.commands.posts import create_post
from tests.builders.calendars import DE_INSTAGRAM, DE_PUSH, FR_INSTAGRAM, LENA, team_session
from tests.journeys.desk import Desk

TODAY = datetime.now().astimezone().date()
FAR = TODAY + timedelta(days=200)
SOON = TODAY + timedelta(days=2)
CTRL = Qt.KeyboardModifier.ControlModifier

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def plan(path):
    session = team_session(path)
    for channel, day, text in (
        (DE_INSTAGRAM, SOON, "Unser Roggenbrot liegt bereit."),
        (FR_INSTAGRAM, SOON, "Le pain de seigle est prêt."),
        (DE_INSTAGRAM, FAR, "Große Räumung im Lager: [TODO]"),
        (DE_PUSH, None, "Ein Entwurf ohne Tag über Räumung."),
    ):
        local = datetime(day.year, day.month, day.day, 10) if day else None
        create_post(session, channel_id=channel, local=local, text=text)
    session.close()


def type_in(desk, name, text):
    field = desk.see(name)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)


def listed(desk, name):
    found = desk.see(name)
    assert isinstance(found, QListWidget)
    return [found.item(row).toolTip() for row in range(found.count())]


def wait_listed(desk, name, part):
    desk.wait(lambda: desk.is_seen(name), why=f"{name} never appeared")
    desk.wait(lambda: any(part in row for row in listed(desk, name)), why=f"{part} was not found")


def is_shown(desk, name):
    return any(words.startswith(name) for words in desk.cells())


@pytest.fixture
def desk(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    plan(path)
    made = Desk(qapp, path, tmp_path / "log.txt")
    try:
        made.sit_down_as(LENA, "Lena Brandt")
        made.cell(r"^DE-0001")
        made.grid.setFocus()
        yield made
    finally:
        made.close()


def test_words_numbers_and_days_lead_to_posts_of_all_periods(desk):
    # words find posts of all periods, whatever their case and accents, and lead there
    desk.grid.setFocus()
    desk.press(Qt.Key.Key_F, CTRL)
    type_in(desk, "find_posts", "RAUMUNG")
    wait_listed(desk, "found_list", "DE-0002")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.window.calendar_screen.span.holds(FAR), why="it is not shown")
    assert is_shown(desk, "DE-0002")

    # a post without a day leads to the tray
    desk.press(Qt.Key.Key_F, CTRL)
    type_in(desk, "find_posts", "Entwurf ohne")
    wait_listed(desk, "found_list", "DE-0003")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.see("tray_panel")

    # a day is gone to by its name, in words
    desk.press(Qt.Key.Key_G, CTRL)
    type_in(desk, "palette_field", SOON.isoformat())
    wait_listed(desk, "palette_list", day_name(SOON, "long"))
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.window.calendar_screen.span.holds(SOON), why="the day is not shown")
    desk.cell(r"^FR-0001")


def test_what_is_filtered_is_hidden_and_nothing_is_lost(desk):
    # words filter the calendar; the bar says what is left, and Esc brings all back
    desk.press(Qt.Key.Key_F, CTRL)
    type_in(desk, "find_posts", "roggenbrot")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: not is_shown(desk, "FR-0001"), why="the French post is not hidden")
    assert is_shown(desk, "DE-0001")
    assert "1" in desk.words("filter_count")
    desk.grid.setFocus()
    desk.press(Qt.Key.Key_Escape)
    desk.cell(r"^FR-0001")

    # a chip filters too; where nothing is left, one button leads out
    desk.click("filter_market")
    desk.see("filter_market_popup")
    QTest.keyClick(desk.see("filter_market_list"), Qt.Key.Key_Space)
    QTest.keyClick(desk.see("filter_market_popup"), Qt.Key.Key_Return)
    desk.wait(lambda: not is_shown(desk, "FR-0001"), why="the French row is not hidden")
    desk.press(Qt.Key.Key_F, CTRL)
    type_in(desk, "find_posts", "nowhere")
    desk.press(Qt.Key.Key_Return)
    desk.see("filter_nothing")
    desk.click("message_action")
    desk.cell(r"^FR-0001")

    # the next flagged post is months away
    desk.grid.setFocus()
    desk.press(Qt.Key.Key_F8)
    desk.wait(lambda: desk.window.calendar_screen.span.holds(FAR), why="F8 stayed here")

    # a command is given by a few letters of its name
    desk.press(Qt.Key.Key_K, CTRL)
    type_in(desk, "palette_field", "4 weeks")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.window.calendar_screen.weeks == 4, why="there are not 4 weeks")
    desk.wait(lambda: QApplication.activePopupWidget() is None)
