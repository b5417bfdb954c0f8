"""While posts are read beside the window, the review waits calmly and nothing can be ticked."""

import threading
from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.commands import posts
from app.commands.comments import add_comment
from app.commands.people import choose_person
from app.commands.reader import Reader
from app.commands.session import Session
from app.commands.views import Stage
from tests.builders import calendars
from tests.builders.calendars import LENA, MARC, NORA, QUIET_DAY, ready_post
from tests.builders.moves import copy_posts, move_posts
from tests.ui.direct import DirectOperations, LaterJobs
from ui.jobs import Jobs
from ui.review.reading_desk import ReadingDesk
from ui.review.review_screen import ReviewScreen
from ui.theme import LIGHT

J, K, SPACE = Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Space


@dataclass
class Desk:
    session: Session
    reader: Reader
    operations: DirectOperations
    jobs: LaterJobs
    screen: ReviewScreen
    ids: tuple[str, ...]

    @property
    def shown(self) -> str | None:
        """The post that lies on the desk."""
        view = self.screen.findChild(ReadingDesk).view
        return view.post.id if view is not None else None

    def named(self, name: str) -> QWidget:
        return self.screen.findChild(QWidget, name)

    @property
    def can_tick(self) -> bool:
        box = self.named("approval_box")
        return box.isVisible() and box.isEnabled()

    def sit_down(self, person) -> None:
        choose_person(self.session, person_id=person)
        self.operations.become(self.session.me)

    def read_whole(self, qtbot) -> None:
        qtbot.waitUntil(lambda: "not yet seen" not in self.named("decision_bar").to_do)


@pytest.fixture
def desk(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    ids = tuple(
        ready_post(session, f"{words} liegt bereit.", QUIET_DAY + timedelta(days=7 * n))
        for n, words in enumerate(("Brot", "Kaffee", "Ein Kuchen mit Rosinen"))
    )
    reader = calendars.reader_of(path)
    operations, jobs = DirectOperations(session.me, session), LaterJobs()
    screen = ReviewScreen(reader, operations, jobs, reader.calendar(), LIGHT)
    operations.changed.connect(screen.on_changed)
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    made = Desk(session, reader, operations, jobs, screen, ids)
    made.sit_down(MARC)
    with qtbot.waitExposed(screen):
        screen.show()
    jobs.do_all()
    yield made
    reader.close()
    session.close()


def opened(desk):
    desk.screen.open_queue()
    desk.jobs.do_all()


def test_until_the_queue_is_there_nothing_lies_on_the_desk(desk, qtbot):
    desk.screen.open_queue()
    assert desk.named("review_waits").isVisible()
    assert (desk.shown, desk.can_tick) == (None, False)
    assert not desk.named("queue_nothing").isVisible()  # nobody is told that nothing waits
    qtbot.keyClick(desk.screen, SPACE)
    qtbot.keyClick(desk.screen, J)
    desk.jobs.do_next()  # the queue
    assert (desk.shown, desk.can_tick) == (None, False)
    assert desk.named("review_counter").text()
    desk.jobs.do_next()  # its first post
    assert desk.shown == desk.ids[0]
    assert desk.named("review_waits") is None


def test_the_neighbours_are_read_ahead_and_there_at_once(desk, qtbot):
    opened(desk)
    for key, post_id in ((J, desk.ids[1]), (K, desk.ids[0])):
        qtbot.keyClick(desk.screen, key)
        assert desk.shown == post_id


def test_a_post_that_is_not_there_yet_can_be_turned_past_but_not_ticked(desk, qtbot):
    opened(desk)
    calendars.act_as(desk.session, LENA)
    add_comment(desk.session, post_id=desk.ids[2], text="Wait")  # outdates what was read ahead
    calendars.act_as(desk.session, MARC)
    qtbot.keyClick(desk.screen, J)
    assert (desk.shown, desk.can_tick) == (None, False)
    qtbot.keyClick(desk.screen, SPACE)
    qtbot.keyClick(desk.screen, J)
    desk.jobs.do_all()
    assert desk.shown == desk.ids[2]


def test_what_was_changed_since_it_was_read_ahead_is_shown_only_as_it_is_now(desk, qtbot):
    opened(desk)
    calendars.act_as(desk.session, LENA)
    present = desk.reader.post(desk.ids[1]).post
    posts.edit_post(
        desk.session,
        post_id=desk.ids[1],
        base_revision=present.revision,
        changes={"text": "Heute kommt Tee."},
    )
    calendars.act_as(desk.session, MARC)
    qtbot.keyClick(desk.screen, J)
    assert desk.shown is None
    desk.jobs.do_all()
    view = desk.screen.findChild(ReadingDesk).view
    assert view.post.content.text == "Heute kommt Tee."


def test_from_a_decision_the_next_post_is_there_at_once(desk, qtbot):
    opened(desk)
    desk.read_whole(qtbot)
    desk.named("approval_box").click()
    assert desk.reader.post(desk.ids[0]).card.stage is Stage.APPROVED
    assert desk.shown == desk.ids[1]
    desk.jobs.do_all()
    assert desk.shown == desk.ids[1]


def test_the_box_is_shut_while_a_touched_post_is_read_again(desk, qtbot):
    opened(desk)
    desk.read_whole(qtbot)
    assert desk.can_tick
    desk.operations.run(
        lambda session: copy_posts(
            session, post_ids=[desk.ids[0]], to_day=QUIET_DAY + timedelta(days=1)
        )
    )
    assert desk.shown == desk.ids[0]
    assert not desk.can_tick
    desk.jobs.do_all()
    assert "One moment" not in desk.named("decision_bar").to_do


def test_a_post_that_is_waited_for_and_changed_is_read_as_it_is_now(desk):
    opened(desk)
    desk.screen._posts.forget()  # noqa: SLF001 - nothing was read ahead
    desk.screen.show_post(desk.ids[1])
    desk.operations.run(
        lambda session: move_posts(
            session, post_ids=[desk.ids[1]], to_day=QUIET_DAY + timedelta(days=8)
        )
    )
    desk.jobs.do_all()
    view = desk.screen.findChild(ReadingDesk).view
    assert view.post.content.day == QUIET_DAY + timedelta(days=8)


def test_a_person_who_sits_down_meanwhile_gets_their_own_queue(desk):
    desk.screen.open_queue()
    desk.sit_down(NORA)
    desk.jobs.do_all()
    assert desk.shown == desk.ids[0]
    assert desk.screen.findChild(ReadingDesk)._person.id == NORA  # noqa: SLF001 - who reads it


def test_what_cannot_be_read_leaves_the_desk_empty_and_says_so(desk):
    opened(desk)
    desk.screen.show_post("nowhere")
    desk.jobs.do_all()
    assert (desk.shown, desk.can_tick) == (None, False)
    assert desk.named("message_bar").isVisible()


def test_another_part_of_the_queue_leaves_the_post_that_is_read_on_the_desk(desk, qtbot):
    opened(desk)
    desk.named("queue_all_button").click()
    assert desk.shown == desk.ids[0]
    desk.jobs.do_all()
    assert desk.shown == desk.ids[0]


def test_posts_are_read_on_no_thread_of_the_window(desk, qtbot, monkeypatch):
    """The window's thread reads neither queue nor post, whatever is turned to."""
    readers = {name: getattr(Reader, name) for name in ("review_queue", "queue_again", "post")}
    where = set()

    def noted(name):
        def ask(self, *facts):
            where.add(threading.current_thread() is threading.main_thread())
            return readers[name](self, *facts)

        return ask

    for name in readers:
        monkeypatch.setattr(Reader, name, noted(name))
    jobs = Jobs()
    screen = ReviewScreen(desk.reader, desk.operations, jobs, desk.reader.calendar(), LIGHT)
    qtbot.addWidget(screen)
    screen.show()
    screen.open_queue()
    shown = screen.findChild(ReadingDesk)
    qtbot.waitUntil(lambda: shown.view is not None)
    screen.next_post()
    qtbot.waitUntil(lambda: shown.view is not None and shown.view.post.id == desk.ids[1])
    jobs.close()
    assert where == {False}


def test_whoever_stands_on_the_box_stands_there_again_when_the_post_is_read_again(desk, qtbot):
    opened(desk)
    desk.read_whole(qtbot)
    box = desk.named("approval_box")
    box.setFocus()
    desk.operations.run(
        lambda session: add_comment(session, post_id=desk.ids[0], text="Look at the picture")
    )
    assert not box.hasFocus()  # it is shut, and a key must not come to anything else
    assert desk.named("review_area").hasFocus()
    desk.jobs.do_all()
    assert box.hasFocus()
    assert box.isEnabled()
