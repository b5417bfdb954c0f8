from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit

from app.domain.change import ChangeSet
from app.storage import posts
from tests.builders import calendars
from tests.builders.calendars import GERMANY, LENA, MARC, QUIET_DAY
from tests.ui.direct import DirectOperations, DirectWorker
from ui.actions import Actions
from ui.assessor import Assessor
from ui.calendar.period import Period
from ui.calendar_screen import CalendarScreen
from ui.jobs import Jobs
from ui.queue_count import QueueCount
from ui.theme import DARK, LIGHT
from ui.window_body import WindowBody


@pytest.fixture
def session(tmp_path):
    made = calendars.team_session(tmp_path / "team.countersign")
    yield made
    made.close()


@pytest.fixture
def desk(tmp_path, session, qtbot):
    path = tmp_path / "team.countersign"
    reader = calendars.reader_of(path)
    calendar = reader.calendar()
    operations = DirectOperations(calendar.person(LENA), session)
    jobs = Jobs()
    owner = QObject()
    actions = Actions(owner)
    screen = CalendarScreen(
        reader,
        operations,
        jobs,
        calendar,
        LIGHT,
        assessor=Assessor(DirectWorker(reader), jobs, operations),
        period=Period.around(QUIET_DAY, 1),
        today=QUIET_DAY,
    )
    body = WindowBody(
        path,
        reader,
        operations,
        jobs,
        calendar=calendar,
        actions=actions,
        screen=screen,
        queue=QueueCount(reader, jobs),
        theme=LIGHT,
    )
    qtbot.addWidget(body)
    body.resize(1400, 800)
    body.show()
    yield body, calendar, actions
    screen.stop()
    jobs.close()
    reader.close()
    del owner


def words(body: WindowBody) -> list[str]:
    return [label.text() for label in body.findChildren(QLabel) if label.isVisible()]


def test_calendar_and_review_take_turns(desk):
    body, _calendar, _actions = desk
    assert body.calendar_screen.isVisible()
    body.turn_to_review()
    assert body.shows_review
    assert not body.calendar_screen.isVisible()
    body.turn_to_calendar()
    assert not body.shows_review


def test_in_a_low_window_the_review_has_the_room_of_the_line_at_the_bottom(desk):
    body, _calendar, _actions = desk
    body.resize(800, 400)
    assert body.status.isVisible()
    body.turn_to_review()
    assert not body.status.isVisible()
    body.resize(800, 800)
    assert body.status.isVisible()
    body.resize(800, 400)
    body.turn_to_calendar()
    assert body.status.isVisible()


def test_without_markets_the_window_says_what_to_do(desk, qtbot):
    body, calendar, actions = desk
    body.set_calendar(replace(calendar, markets=(), channels=()))
    assert "No markets yet" in words(body)
    with qtbot.waitSignal(actions.markets.triggered):
        body.findChild(QPushButton, "markets_button").click()
    body.set_calendar(calendar)
    assert body.calendar_screen.isVisible()
    assert "No markets yet" not in words(body)


@pytest.mark.parametrize("is_new", [True, False])
def test_words_are_saved_in_the_name_of_who_typed_them_before_another_sits_down(
    desk, session, qtbot, is_new
):
    body, _calendar, _actions = desk
    if is_new:
        body.panel.new_post(GERMANY, QUIET_DAY)
    else:
        body.panel.show_post(calendars.ready_post(session))
        qtbot.waitUntil(lambda: body.panel.post_id is not None)
    body.panel.findChild(QTextEdit, "post_text").setPlainText("Lena wrote this.")
    body.who.choose(MARC)
    assert session.me.id == MARC
    (saved,) = posts.by_ids(session.engine, [body.panel.post_id])
    assert (saved.content.text, saved.editor) == ("Lena wrote this.", LENA)


def test_a_change_of_the_calendar_does_not_end_a_review(desk):
    body, calendar, _actions = desk
    body.turn_to_review()
    body.set_calendar(calendar)
    body.on_changed(ChangeSet("", everything=True))
    assert body.shows_review


def test_all_of_it_takes_other_colours(desk, qtbot):
    body, _calendar, _actions = desk
    body.set_theme(DARK)
    assert body.top_bar.grab().toImage().pixelColor(2, 2) == DARK.raised
    assert body.status.grab().toImage().pixelColor(300, 6) == DARK.raised
