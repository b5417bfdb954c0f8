import pytest
from PySide6.QtWidgets import QComboBox

from tests.builders import ui_b
from ui.settings.home_form import HomeForm


@pytest.fixture
def form(qtbot):
    made = HomeForm()
    qtbot.addWidget(made)
    made.show_calendar(ui_b.calendar(home="DE"))
    return made


def typed(form, words):
    form.findChild(QComboBox, "home_country").setCurrentText(words)


def test_it_shows_what_is_decided_which_is_no_edit(form):
    assert form.home == "DE"
    assert not form.is_changed
    form.show_calendar(ui_b.calendar())
    assert (form.home, form.is_changed) == ("", False)


def test_a_country_is_chosen_by_its_name(form, qtbot):
    with qtbot.waitSignal(form.edited):
        typed(form, "france")
    assert (form.home, form.is_changed, form.is_known) == ("FR", True, True)
    form.keep()
    assert not form.is_changed


def test_what_is_no_country_is_known_as_that(form):
    typed(form, "Atlantis")
    assert form.is_changed
    assert not form.is_known
