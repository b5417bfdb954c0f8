import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from app.domain.change import NO_STEPS, ChangeSet, NextStep, Steps
from app.domain.person import Person, PersonId, Role
from app.errors import ConflictError, RefusedError
from ui.operations import Operations


class KeptSession:
    """What a session tells about itself."""

    def __init__(self) -> None:
        self.steps = NO_STEPS
        self.me: Person | None = None
        self.thread = threading.get_ident()
        self.is_closed = False

    def take_written(self) -> tuple[tuple[int, int], ...]:
        return ()

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def session():
    return KeptSession()


@pytest.fixture
def operations(session, qtbot):
    made = Operations(lambda: session)
    yield made
    made.close()


def test_a_command_tells_what_it_changed_once(operations, qtbot):
    changes = ChangeSet("Moved")
    told = []
    operations.changed.connect(told.append)
    with qtbot.waitSignal(operations.changed):
        operations.run(lambda _session: changes)
    qtbot.wait(1)
    assert told == [changes]


def test_commands_run_one_after_the_other_on_one_other_thread(operations, qtbot):
    threads, order = [], []

    def command(number):
        def run(_session):
            threads.append(threading.get_ident())
            order.append(number)
            return ChangeSet(str(number))

        return run

    for number in range(20):
        operations.run(command(number))
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert order == list(range(20))
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_the_session_is_opened_on_the_thread_of_the_commands(qtbot):
    opened, ran = [], []

    def open_session():
        opened.append(threading.get_ident())
        return KeptSession()

    operations = Operations(open_session)
    with qtbot.waitSignal(operations.changed):
        operations.run(lambda _session: ran.append(threading.get_ident()) or ChangeSet(""))
    operations.close()
    assert opened == ran


def refuse(_session):
    raise RefusedError("Choose who you are first.")


def test_a_refusal_is_said_where_it_happened(operations, qtbot):
    here, general = [], []
    operations.refused.connect(general.append)
    operations.run(refuse, refused=here.append)
    qtbot.waitUntil(lambda: bool(here))
    assert here == ["Choose who you are first."]
    assert general == []


def test_a_refusal_that_nobody_takes_is_said_in_general(operations, qtbot):
    with qtbot.waitSignal(operations.refused) as told:
        operations.run(refuse)
    assert told.args == ["Choose who you are first."]


def test_a_fault_of_the_program_is_no_refusal(operations, qtbot):
    with qtbot.waitSignal(operations.crashed) as told:
        operations.run(lambda _session: 1 / 0, refused=lambda _sentence: pytest.fail("refused"))
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_fault_leaves_the_next_command_unharmed(operations, qtbot):
    operations.run(lambda _session: 1 / 0)
    with qtbot.waitSignal(operations.changed) as told:
        operations.run(lambda _session: ChangeSet("Next"))
    assert told.args[0].label == "Next"


def test_done_comes_after_changed(operations, qtbot):
    order = []
    operations.changed.connect(lambda _changes: order.append("changed"))
    operations.run(lambda _session: ChangeSet(""), done=lambda _changes: order.append("done"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["changed", "done"]


def test_a_refusal_to_a_dialog_that_was_closed_is_said_in_general(operations, qtbot):
    class Dialog(QObject):
        def on_refused(self, _sentence) -> None:
            pytest.fail("called")

    dialog = Dialog()
    with qtbot.waitSignal(operations.refused) as told:
        operations.run(refuse, refused=dialog.on_refused)
        delete(dialog)
    assert told.args == ["Choose who you are first."]


def test_steps_are_told_when_they_change(operations, session, qtbot):
    moved = Steps(undo=NextStep("Move DE-0142"))

    def command(_session):
        session.steps = moved
        return ChangeSet("")

    with qtbot.waitSignal(operations.steps_changed) as told:
        operations.run(command)
    assert told.args == [moved]
    assert operations.steps == moved


def test_a_refused_command_also_tells_new_steps(operations, session, qtbot):
    undone = Steps(redo=NextStep("Move DE-0142"))

    def command(_session):
        session.steps = undone
        raise RefusedError("No.")

    with qtbot.waitSignal(operations.steps_changed) as told:
        operations.run(command, refused=lambda _sentence: None)
    assert told.args == [undone]


def test_who_acts_is_told_when_it_changes(operations, session, qtbot):
    lena = Person(PersonId("lena"), "Lena", Role.PLANNER)

    def command(_session):
        session.me = lena
        return ChangeSet("")

    with qtbot.waitSignal(operations.person_changed) as told:
        operations.run(command)
    assert told.args == [lena]
    assert operations.me == lena


def test_busy_is_told_at_the_first_and_after_the_last(operations, qtbot):
    told = []
    operations.is_busy_changed.connect(told.append)
    for _number in range(3):
        operations.run(lambda _session: ChangeSet(""))
    assert operations.is_busy
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert told == [True, False]


def test_closing_waits_for_what_is_queued(session, qtbot):
    operations = Operations(lambda: session)
    ran = []
    for number in range(5):
        operations.run(lambda _session, number=number: ran.append(number) or ChangeSet(""))
    operations.close()
    assert ran == [0, 1, 2, 3, 4]
    assert session.is_closed


def test_nothing_runs_after_closing(session, qtbot):
    operations = Operations(lambda: session)
    operations.close()
    operations.close()
    operations.run(lambda _session: pytest.fail("ran"))
    assert not operations.is_busy


def test_a_session_that_cannot_be_opened_refuses_each_command(qtbot):
    def open_session():
        raise RefusedError("The file is read-only.")

    operations = Operations(open_session)
    with qtbot.waitSignal(operations.refused) as told:
        operations.run(lambda _session: ChangeSet(""))
    operations.close()
    assert told.args == ["The file is read-only."]


def test_what_was_to_be_run_in_a_moment_is_run_before_it_closes(operations):
    done = []
    operations.closing.connect(lambda: operations.run(lambda _session: done.append(1)))
    operations.close()
    operations.close()
    assert done == [1]


def test_a_conflict_is_told_to_who_can_look_again(session, qtbot):
    def run(_session):
        raise ConflictError("Olga was first.")

    operations = Operations(lambda: session)
    told = []
    operations.run(run, refused=lambda sentence: told.append(f"refused: {sentence}"))
    operations.run(run, refused=pytest.fail, conflict=told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    operations.close()
    assert told == ["refused: Olga was first.", "Olga was first."]
