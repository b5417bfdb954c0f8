import threading
from itertools import count

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from shiboken6 import delete

from app.errors import InvalidInputError
from ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close()


def test_the_result_comes_home_to_the_windows_thread(jobs, qtbot):
    results = []
    jobs.run(
        lambda _progress: threading.get_ident(),
        done=lambda result: results.append((result, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(results))
    (worked, came_home) = results[0]
    assert worked != threading.get_ident()
    assert came_home == threading.get_ident()


def test_progress_is_told_with_its_job(jobs, qtbot):
    told = []
    jobs.progressed.connect(lambda *facts: told.append(facts))

    def work(progress):
        progress.report(1, 3)
        progress.report(2, 3)

    job = jobs.run(work, done=lambda _result: None, title="Reading")
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert told == [(job, 1, 3), (job, 2, 3)]


def test_start_and_end_are_told(jobs, qtbot):
    started, finished = [], []
    jobs.started.connect(started.append)
    jobs.finished.connect(finished.append)
    job = jobs.run(lambda _progress: None, done=lambda _result: None)
    assert started == [job]
    assert jobs.under_way == (job,)
    qtbot.waitUntil(lambda: finished == [job])
    assert jobs.under_way == ()


def test_a_cancelled_job_stops_at_its_next_report_and_brings_nothing(jobs, qtbot):
    may_go_on, results, reached = threading.Event(), [], []

    def work(progress):
        may_go_on.wait(5)
        progress.report(1, 2)
        reached.append("the end")

    job = jobs.run(work, done=results.append)
    job.cancel()
    may_go_on.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert results == []
    assert reached == []


def test_a_signal_can_cancel_several_jobs(jobs, qtbot):
    goes_on = threading.Event()
    came, dialog = [], QDialog()
    qtbot.addWidget(dialog)
    try:
        for _number in range(2):
            job = jobs.run(lambda _progress: goes_on.wait(), done=came.append)
            dialog.finished.connect(job.cancel)
        dialog.done(0)
    finally:
        goes_on.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert came == []


def test_a_job_that_is_not_wanted_any_more_ends_at_its_next_breath(jobs, qtbot):
    breaths = []

    def work(progress):
        for number in count():
            breaths.append(number)
            progress.take_a_breath()

    job = jobs.run(work, done=lambda _result: pytest.fail("it came"))
    qtbot.waitUntil(lambda: len(breaths) > 1)
    with qtbot.waitSignal(jobs.finished):
        job.cancel()


def test_a_result_that_comes_after_cancelling_is_dropped(jobs, qtbot):
    may_go_on, results = threading.Event(), []
    job = jobs.run(lambda _progress: may_go_on.wait(5), done=results.append)
    job.cancel()
    may_go_on.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert results == []


def fail(_progress):
    raise InvalidInputError("Row 7 has no date.")


def test_bad_input_is_said_where_it_happened(jobs, qtbot):
    here = []
    jobs.run(fail, done=lambda _result: None, refused=here.append)
    qtbot.waitUntil(lambda: here == ["Row 7 has no date."])


def test_bad_input_that_nobody_takes_is_said_in_general(jobs, qtbot):
    with qtbot.waitSignal(jobs.refused) as told:
        jobs.run(fail, done=lambda _result: None)
    assert told.args == ["Row 7 has no date."]


def test_a_fault_of_the_program_is_told_as_such(jobs, qtbot):
    with qtbot.waitSignal(jobs.crashed) as told:
        jobs.run(lambda _progress: 1 / 0, done=lambda _result: pytest.fail("done"))
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_dialog_that_was_closed_meanwhile_is_left_in_peace(jobs, qtbot):
    class Dialog(QObject):
        def on_done(self, _result) -> None:
            pytest.fail("called")

    for work in (lambda _progress: None, fail):
        dialog = Dialog()
        jobs.run(work, done=dialog.on_done, refused=dialog.on_done)
        delete(dialog)
        qtbot.waitUntil(lambda: not jobs.under_way)


def test_closing_ends_the_threads_and_starts_nothing_more(qtbot):
    jobs = Jobs()
    may_go_on = threading.Event()
    may_go_on.set()
    job = jobs.run(lambda _progress: may_go_on.wait(5), done=lambda _result: None)
    jobs.close()
    assert job.stop.is_set()
    late = jobs.run(lambda _progress: pytest.fail("ran"), done=lambda _result: None)
    assert late.stop.is_set()
    assert late not in jobs.under_way


def test_what_is_held_begins_in_its_order_once_it_may_go_on(qtbot, jobs):
    told = []
    jobs.hold()
    for number in range(3):
        jobs.run(lambda _progress, number=number: number, done=told.append)
    assert len(jobs.under_way) == 3
    jobs.hold()  # a second time changes nothing
    jobs.go_on()
    qtbot.waitUntil(lambda: sorted(told) == [0, 1, 2])
    jobs.run(lambda _progress: "later", done=told.append)
    qtbot.waitUntil(lambda: told[-1] == "later")


def test_what_is_held_when_the_window_goes_never_begins(jobs):
    begun = []
    jobs.hold()
    jobs.run(lambda _progress: begun.append(1), done=lambda _nothing: None)
    jobs.close()
    jobs.go_on()
    assert begun == []
