import threading

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from ui.jobs import Jobs
from ui.theme import DARK, LIGHT
from ui.widgets.status_line import StatusLine


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def line(jobs, qtbot):
    made = StatusLine(jobs, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_counts_posts_waiting_and_stops(line):
    line.show_counts(12, 3, 1)
    assert line.counts.text() == "12 posts in view · 3 waiting · 1 stop"
    line.show_counts(1, 0, 2)
    assert line.counts.text() == "1 post in view · 0 waiting · 2 stops"
    line.show_counts(4999, 1200, 1000)
    line.show_selected(1000)
    said = "4,999 posts in view · 1,200 waiting · 1,000 stops · 1,000 selected"
    assert line.counts.text() == said


def test_whose_times_they_are_is_cut_before_the_window_grows_for_it(line):
    line.put_own_times_first(True)
    wide = line.sizeHint().width()
    assert line.minimumSizeHint().width() < wide - 100
    line.resize(line.minimumSizeHint().width() + 60, line.height())
    assert line.zones.shown != line.zones.text() == line.zones.toolTip()


def test_work_under_way_makes_no_window_wider(line, jobs, qtbot):
    line.show_counts(12345, 678, 90)
    line.show_saved("12:34")
    title = "Reading what leaves from all the markets and channels…"
    go_on = threading.Event()
    jobs.run(lambda _progress: go_on.wait(5), done=lambda _result: None, title=title)
    work = line.findChild(QLabel, "work_under_way")
    qtbot.waitUntil(work.isVisible)
    assert line.minimumSizeHint().width() < 400
    assert (work.toolTip(), line.counts.toolTip()) == (title, line.counts.text())
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    line.resize(line.minimumSizeHint().width(), line.height())
    assert line.counts.shown == line.counts.text()


def test_it_counts_what_is_selected_where_that_is_more_than_one(line):
    line.show_counts(497, 3, 1)
    line.show_selected(497)
    assert line.counts.text() == "497 posts in view · 3 waiting · 1 stop · 497 selected"
    line.show_counts(12, 3, 1)
    assert line.counts.text().endswith("1 stop · 497 selected")
    line.show_selected(1)
    assert line.counts.text() == "12 posts in view · 3 waiting · 1 stop"


def test_it_says_by_which_clock_the_times_in_view_are(line):
    assert line.zones.text() == "Times are those of each market"
    line.show_clock("Tokyo")
    assert line.zones.text() == "Times are those of each market; below them: Tokyo"
    line.put_own_times_first(True)
    assert line.zones.text() == "Times are your own; below them: those of each market"
    line.tell_of_calendar(False)
    assert line.zones.text() == "Times are those of each market; below them: Tokyo"


def test_where_room_is_scarce_it_stands_there_only_while_work_is_under_way(line, jobs, qtbot):
    go_on = threading.Event()
    line.make_room(True)
    assert line.isHidden()
    jobs.run(lambda _progress: go_on.wait(5), done=lambda _result: None, title="Reading…")
    assert line.isVisible()
    go_on.set()
    qtbot.waitUntil(line.isHidden)
    line.make_room(False)
    assert line.isVisible()


def test_it_says_when_the_last_change_was_saved(line):
    line.show_saved("10:42")
    assert line.saved.text() == "Saved 10:42"


def test_work_under_way_can_be_cancelled(line, jobs, qtbot):
    go_on = threading.Event()
    job = jobs.run(lambda _progress: go_on.wait(5), done=lambda _result: None, title="Reading…")
    cancel = line.findChild(QPushButton, "cancel_work")
    assert line.findChild(QLabel, "work_under_way").text() == "Reading…"
    assert cancel.isVisible()
    cancel.click()
    assert job.stop.is_set()
    go_on.set()
    qtbot.waitUntil(lambda: not cancel.isVisible())


def test_progress_is_shown_as_far_as_it_is_known(line, jobs, qtbot):
    def work(progress):
        progress.report(3, 10)
        go_on.wait(5)

    go_on = threading.Event()
    jobs.run(work, done=lambda _result: None, title="Reading…")
    bar = line._progress  # noqa: SLF001 - the bar has no other name
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (3, 10))
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.under_way)


def test_work_without_a_title_stays_unseen(line, jobs, qtbot):
    jobs.run(lambda _progress: None, done=lambda _result: None)
    assert not line.findChild(QPushButton, "cancel_work").isVisible()
    qtbot.waitUntil(lambda: not jobs.under_way)


def test_it_takes_other_colours(line, qtbot):
    qtbot.waitExposed(line)
    line.set_theme(DARK)
    picture = line.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 2) == DARK.raised


def test_work_under_way_does_not_make_the_line_higher(line, jobs, qtbot):
    go_on = threading.Event()
    before = line.sizeHint().height()
    jobs.run(lambda _progress: go_on.wait(5), done=lambda _nothing: None, title="Reading plan.csv")
    assert line.findChild(QPushButton, "cancel_work").isVisible()
    assert line.sizeHint().height() == before
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert line.sizeHint().height() == before
