"""The process beside the program: it answers, it may die, and it never stays behind."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from threading import Thread

import pytest

from app.commands.assessing import missing_between
from app.commands.worker import Worker, WorkerFaultError, WorkerLostError
from app.errors import CalendarFileError, MissingError
from tests.architecture.project import ROOT
from tests.builders.calendars import QUIET_DAY, ready_post


@pytest.fixture
def worker(session, path):
    made = Worker(path)
    yield made
    made.close()


def pid(_reader) -> int:
    return os.getpid()


def counted(reader) -> int:
    return len(reader.cards(QUIET_DAY, QUIET_DAY))


def die(_reader) -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def refuse(_reader) -> None:
    raise MissingError("No such post.")


def fail(_reader) -> None:
    raise ZeroDivisionError


def sleep(_reader) -> None:
    time.sleep(60)


def test_the_answer_comes_from_another_process_that_reads_the_calendar_as_it_is_now(
    worker, session
):
    assert worker.ask(counted) == 0
    assert worker.ask(pid) != os.getpid()
    ready_post(session)
    assert worker.ask(counted) == 1
    assert worker.ask(missing_between, QUIET_DAY, QUIET_DAY) == ()


def test_it_is_one_process_until_it_dies_and_then_a_fresh_one(worker):
    first = worker.ask(pid)
    assert worker.ask(pid) == first
    os.kill(first, signal.SIGTERM)
    second = worker.ask(pid)
    assert second != first


def test_what_kills_every_process_is_told_and_the_next_question_is_answered(worker):
    with pytest.raises(WorkerLostError):
        worker.ask(die)
    assert worker.ask(pid) > 0


def test_a_refusal_comes_back_as_it_is_and_a_fault_with_its_place(worker):
    with pytest.raises(MissingError, match="No such post"):
        worker.ask(refuse)
    with pytest.raises(WorkerFaultError, match=r"test_worker.py[\s\S]*ZeroDivisionError"):
        worker.ask(fail)


def test_a_calendar_that_cannot_be_opened_is_said(tmp_path):
    worker = Worker(tmp_path / "nowhere.countersign")
    try:
        with pytest.raises(CalendarFileError):
            worker.ask(pid)
    finally:
        worker.close()


def test_closing_ends_the_process_and_tells_whoever_waits(worker):
    worker.ask(pid)
    (process,) = active_children()
    told = []

    def wait() -> None:
        try:
            worker.ask(sleep)
        except WorkerLostError as problem:
            told.append(problem)

    waiting = Thread(target=wait)
    waiting.start()
    time.sleep(0.1)
    worker.close()
    waiting.join(5)
    assert told
    assert not process.is_alive()
    assert active_children() == []
    with pytest.raises(WorkerLostError):
        worker.ask(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill(…, 0) would end it there")
def test_no_process_outlives_a_program_that_was_killed(session, path):
    script = (
        "import os, sys, time\n"
        "from pathlib import Path\n"
        "from app.commands.worker import Worker\n"
        "from tests.app.commands.test_worker import pid\n"
        "print(Worker(Path(sys.argv[1])).ask(pid), flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    number = int(done.stdout)
    for _moment in range(100):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the process is still there")
