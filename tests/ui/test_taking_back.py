"""Undo and redo as windows ask for them."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from app.commands.people import save_person
from app.commands.policy import save_policy
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.person import Role
from app.domain.policy import Policy
from app.storage import people
from tests.builders.calendars import LENA, NORA, QUIET_DAY, act_as, ready_post, team_session
from tests.builders.moves import move_posts
from tests.ui.direct import DirectOperations
from ui.days.reason_dialog import ReasonDialog
from ui.taking_back import TakingBack
from ui.theme import LIGHT

WHY = "We have talked about it"


@pytest.fixture
def session(tmp_path):
    made = team_session(tmp_path / "team.countersign")
    act_as(made, NORA)
    yield made
    made.close()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def operations(session):
    return DirectOperations(session.me, session)


@pytest.fixture
def steps(window, operations):
    return TakingBack(operations, LIGHT, window)


def promote_lena(session: Session) -> None:
    lena = next(one for one in people.all_people(session.engine) if one.id == LENA)
    save_person(session, person=replace(lena, role=Role.REVIEWER))


def role_of_lena(session: Session) -> Role:
    return next(one for one in people.all_people(session.engine) if one.id == LENA).role


def approvers(session: Session) -> int:
    return Setting.of(session.engine).policy.approvers_on_stop


def asked(window) -> list[ReasonDialog]:
    return [one for one in window.findChildren(ReasonDialog) if one.isVisible()]


def give_reason(window, words):
    (dialog,) = asked(window)
    dialog.findChild(QLineEdit, "reason").setText(words)
    dialog.findChild(QPushButton, "reason_do").click()


def test_what_needs_no_reason_is_taken_back_at_once(session, steps, window):
    promote_lena(session)
    steps.undo()
    assert role_of_lena(session) is Role.PLANNER
    steps.redo()
    assert role_of_lena(session) is Role.REVIEWER
    assert not asked(window)


def test_what_guards_posts_less_asks_why_first(session, steps, window):
    save_policy(session, policy=Policy(3), reason=WHY)
    steps.undo()
    assert approvers(session) == 3
    give_reason(window, WHY)
    assert approvers(session) == 1
    assert not asked(window)
    steps.redo()
    assert approvers(session) == 3


def test_a_reason_that_says_nothing_is_refused_where_it_was_written(session, steps, window):
    save_policy(session, policy=Policy(3), reason=WHY)
    steps.undo()
    give_reason(window, "x")
    assert approvers(session) == 3
    (dialog,) = asked(window)
    assert dialog.findChild(QLabel, "message").text()
    dialog.reject()


def test_the_settings_leave_posts_alone(session, window, operations):
    promote_lena(session)
    post = ready_post(session)
    move_posts(session, post_ids=[post], to_day=QUIET_DAY.replace(day=20))
    of_settings = TakingBack(operations, LIGHT, window, only_settings=True)
    of_all = TakingBack(operations, LIGHT, window)
    assert of_settings.next_undo.label == "Change the role of Lena Brandt"
    assert of_all.next_undo.label.startswith("Move")
    of_settings.undo()
    assert role_of_lena(session) is Role.PLANNER
    assert of_all.next_undo.label.startswith("Move")


def test_a_refusal_is_told_to_whoever_asked(session, window, operations):
    said = []
    TakingBack(operations, LIGHT, window, refused=said.append).undo()
    TakingBack(operations, LIGHT, window, refused=said.append).redo()
    assert len(said) == 2
    assert not operations.sentences


def test_it_runs_as_a_command_like_any_other(session, steps, operations):
    told = []
    operations.changed.connect(told.append)
    operations.run(partial(save_policy, policy=Policy(2), reason=WHY))
    operations.run(partial(save_policy, policy=Policy(1), reason=WHY))
    steps.undo()
    assert [one.takes_back for one in told] == [False, False, True]
