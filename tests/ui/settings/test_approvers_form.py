import pytest
from PySide6.QtWidgets import QLabel, QRadioButton

from app.domain.policy import Policy
from tests.builders import ui_b
from ui.settings.approvers_form import ApproversForm


@pytest.fixture
def form(qtbot):
    made = ApproversForm()
    qtbot.addWidget(made)
    made.show_calendar(ui_b.calendar(policy=Policy(2)))
    return made


def radio(form, count):
    return form.findChild(QRadioButton, f"approvers_{count}")


def test_it_shows_the_policy_in_force_which_is_no_edit(form):
    assert radio(form, 2).isChecked()
    assert not form.is_changed


def test_a_choice_is_an_edit_until_it_is_saved(form, qtbot):
    with qtbot.waitSignal(form.edited):
        radio(form, 3).click()
    assert form.is_changed
    assert form.policy == Policy(3)
    form.keep()
    assert not form.is_changed


def test_a_team_that_is_too_small_is_told(form):
    """Marc and Nora may review: one of them may be the author of what two must approve."""
    warning = form.findChild(QLabel, "enough_reviewers")
    assert not warning.isHidden()
    radio(form, 1).click()
    assert warning.isHidden()


def test_a_policy_from_elsewhere_that_asks_for_more_is_shown_as_the_most(form):
    form.show_calendar(ui_b.calendar(policy=Policy(9)))
    assert radio(form, 3).isChecked()
