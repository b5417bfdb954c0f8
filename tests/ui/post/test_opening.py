from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLabel

from app.commands.comments import add_comment
from tests.builders import calendars
from tests.builders.calendars import BREAD, GERMANY, MARC, QUIET_DAY
from tests.ui.direct import DirectOperations, LaterJobs
from ui.post.opening import PATIENCE_MS, Opening
from ui.post.post_panel import PostPanel
from ui.theme import LIGHT

OTHER = "Etwas ganz anderes steht hier."


@pytest.fixture
def desk(tmp_path, qtbot):
    """A panel whose posts are read only when the test says so, and two posts."""
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    first, second = calendars.ready_post(session), calendars.ready_post(session, text=OTHER)
    reader = calendars.reader_of(path)
    operations, jobs = DirectOperations(session.me, session), LaterJobs()
    panel = PostPanel(reader, operations, jobs, reader.calendar(), LIGHT)
    operations.changed.connect(panel.on_changed)
    qtbot.addWidget(panel)
    panel.show()
    yield SimpleNamespace(
        session=session,
        operations=operations,
        jobs=jobs,
        panel=panel,
        first=first,
        second=second,
        opening=panel.findChild(Opening),
    )
    panel.leave()
    reader.close()
    session.close()


def part(desk, name):
    return desk.panel.findChild(object, name)


def head(desk) -> str:
    return part(desk, "post_number").text()


def text(desk) -> str:
    return part(desk, "post_text").value


def waits_too_long(desk) -> None:
    desk.opening._patience.timeout.emit()  # noqa: SLF001 - nothing is timed in a test


def shows_nothing_of_a_post(desk) -> bool:
    hidden = ("post_text", "save_bar", "post_stage", "approval_line", "post_more")
    return not any(part(desk, name).isVisible() for name in hidden)


def test_an_empty_panel_says_that_the_post_is_being_read(desk):
    desk.panel.show_post(desk.first)
    assert head(desk) == "Reading the post…"
    assert shows_nothing_of_a_post(desk)
    desk.jobs.do_all()
    assert (head(desk), text(desk)) == ("DE-0001", BREAD)
    assert part(desk, "post_text").isVisible()
    assert part(desk, "save_bar").isVisible()


def test_the_former_post_stays_whole_until_the_next_is_there(desk):
    desk.panel.show_post(desk.first)
    desk.jobs.do_all()
    desk.panel.show_post(desk.second)
    assert (head(desk), text(desk)) == ("DE-0001", BREAD)
    desk.jobs.do_all()
    assert (head(desk), text(desk)) == ("DE-0002", OTHER)


def test_no_former_post_is_seen_where_reading_takes_long(desk):
    desk.panel.show_post(desk.first)
    desk.jobs.do_all()
    desk.panel.show_post(desk.second)
    waits_too_long(desk)
    assert head(desk) == "Reading the post…"
    assert shows_nothing_of_a_post(desk)
    assert desk.panel.post_id is None
    desk.jobs.do_all()
    assert (head(desk), text(desk)) == ("DE-0002", OTHER)


def test_what_is_typed_into_the_former_one_meanwhile_is_saved_there(desk, qtbot):
    desk.panel.show_post(desk.first)
    desk.jobs.do_all()
    desk.panel.show_post(desk.second)
    qtbot.keyClicks(part(desk, "post_text"), "Neu: ")
    desk.jobs.do_all()
    assert (head(desk), text(desk)) == ("DE-0002", OTHER)
    desk.panel.show_post(desk.first)
    desk.jobs.do_all()
    assert text(desk) == f"Neu: {BREAD}"


def test_words_typed_meanwhile_stay_in_sight_however_long_it_takes(desk, qtbot):
    desk.panel.show_post(desk.first)
    desk.jobs.do_all()
    desk.panel.show_post(desk.second)
    qtbot.keyClicks(part(desk, "post_text"), "Neu: ")
    waits_too_long(desk)
    assert (head(desk), text(desk)) == ("DE-0001", f"Neu: {BREAD}")
    desk.jobs.do_all()
    assert head(desk) == "DE-0002"


def test_what_is_asked_for_while_words_are_saved_is_not_forgotten(desk):
    done = []
    desk.panel.show_post(desk.first)
    desk.jobs.do_all()
    desk.panel.show_post(desk.second)
    saver = desk.opening._saver  # noqa: SLF001 - the moment of a save is only a moment
    saver.is_saving = True
    desk.panel.save_then(lambda: done.append("gone"))
    waits_too_long(desk)
    desk.jobs.do_all()
    saver.is_saving = False
    saver.settle()
    assert done == ["gone"]
    assert head(desk) == "DE-0001"


def test_who_turns_back_before_it_is_read_stays(desk):
    desk.panel.show_post(desk.first)
    desk.jobs.do_all()
    desk.panel.show_post(desk.second)
    desk.panel.show_post(desk.first)
    desk.jobs.do_all()
    assert head(desk) == "DE-0001"


def test_of_several_only_the_last_is_shown(desk):
    desk.panel.show_post(desk.first)
    desk.panel.show_post(desk.second)
    desk.panel.show_post(desk.second)
    assert len([job for job in desk.jobs.waiting if not job.is_cancelled]) == 1
    desk.jobs.do_all()
    assert head(desk) == "DE-0002"


def test_who_closes_the_panel_or_begins_a_post_waits_for_nothing(desk):
    desk.panel.show_post(desk.first)
    desk.panel.leave()
    desk.jobs.do_all()
    assert desk.panel.post_id is None
    desk.panel.show_post(desk.first)
    desk.panel.new_post(GERMANY, QUIET_DAY)
    desk.jobs.do_all()
    assert head(desk) == "New post"
    assert part(desk, "post_text").isVisible()


def test_what_changes_while_it_is_read_is_shown_as_it_is_then(desk):
    desk.panel.show_post(desk.first)
    calendars.act_as(desk.session, MARC)
    (job,) = desk.jobs.waiting
    work = job._work  # noqa: SLF001

    def changed_meanwhile(progress):
        read = work(progress)
        add_comment(desk.session, post_id=desk.first, text="Which oven?")
        return read

    job._work = changed_meanwhile  # noqa: SLF001
    desk.jobs.do_all()
    assert any("Which oven?" in one.text() for one in desk.panel.findChildren(QLabel))


def test_something_is_done_once_the_post_is_there(desk, qtbot):
    done = []
    desk.panel.show_post(desk.first)
    desk.opening.when_open(lambda: done.append(head(desk)))
    assert done == []
    desk.jobs.do_all()
    qtbot.waitUntil(lambda: done == ["DE-0001"])
    desk.opening.when_open(lambda: done.append("at once"))
    qtbot.waitUntil(lambda: done == ["DE-0001", "at once"])


def test_it_answers_before_a_person_wonders():
    assert PATIENCE_MS <= 100
