"""Several processes beside the program, which share work that is much for one."""

import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children

import pytest

from app.commands.assessing import assessed, missing_between
from app.commands.crew import Crew, share
from app.commands.flags import stored_flags
from app.commands.setting import Setting
from app.commands.worker import WorkerLostError
from app.storage import comparison_cache, flag_cache, posts
from tests.app.commands.test_worker import pid
from tests.builders.calendars import QUIET_DAY, ready_post


@pytest.fixture
def crew(session, path):
    made = Crew(path, size=2)
    yield made
    made.close()


def test_each_member_is_a_process_of_its_own(crew):
    first, second = crew.members
    assert first is crew.first
    assert first.ask(pid) != second.ask(pid)


def test_all_but_the_first_go_when_they_are_not_needed_and_come_again(crew):
    before = [worker.ask(pid) for worker in crew.members]
    crew.dismiss()
    assert [child.pid for child in active_children()] == before[:1]
    after = [worker.ask(pid) for worker in crew.members]
    assert after[0] == before[0]
    assert after[1] not in before


def test_whoever_is_at_work_is_not_sent_away(crew, tmp_path):
    _first, second = crew.members
    second.ask(pid)
    gate = tmp_path / "gate"
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(second.ask, waits_for, gate, tmp_path / "inside")
        while not (tmp_path / "inside").exists():
            assert not answer.done()
        crew.dismiss()
        gate.touch()
        assert answer.result() > 0


def waits_for(reader, gate, inside) -> int:
    inside.touch()
    while not gate.exists():
        time.sleep(0.001)
    return pid(reader)


def test_the_members_begin_at_the_two_ends_and_leave_nothing_out():
    left, taken = tuple(range(7)), []
    for number in (0, 1, 0, 1, 1):
        some, left = share(left, number, 2)
        taken.append(some)
    assert taken == [(0, 1), (5, 6), (2, 3), (4,), ()]


def test_a_closed_one_answers_nobody_and_leaves_no_process(crew):
    for worker in crew.members:
        worker.ask(pid)
    crew.close()
    assert active_children() == []
    with pytest.raises(WorkerLostError):
        crew.first.ask(pid)


def test_shared_work_gives_the_flags_that_one_process_gives(crew, session):
    ids = [ready_post(session, text=f"Lorem ipsum {number}") for number in range(4)]
    found = posts.by_ids(session.engine, ids)
    setting = Setting.of(session.engine)
    alone = stored_flags(session.engine, setting, session.knowledge, found)
    with session.engine.write():
        session.engine.run("DELETE FROM flag_cache")
        session.engine.run("DELETE FROM comparison_cache")
    missing = crew.first.ask(missing_between, QUIET_DAY, QUIET_DAY)
    assert set(missing) == set(ids)
    for worker, some in zip(crew.members, (missing[:2], missing[2:]), strict=True):
        half = worker.ask(assessed, some)
        flag_cache.keep(session.engine, half.rows)
        comparison_cache.keep(session.engine, half.compared)
    assert stored_flags(session.engine, setting, session.knowledge, found) == alone
