from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QRadioButton

from app.commands.texts import role_powers
from app.domain.person import Role
from tests.builders.domain import PEOPLE
from tests.builders.ui import FRANCE, MARKETS
from ui.settings.person_form import PersonForm
from ui.theme import LIGHT
from ui.widgets.check_list import CheckList

LENA = PEOPLE[0]


@pytest.fixture
def form(qtbot):
    made = PersonForm(LIGHT)
    made.show_person(LENA, MARKETS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_shown_comes_back_unchanged(form):
    assert form.person() == LENA
    assert not form.is_changed


def test_showing_somebody_is_no_edit(qtbot, form):
    with qtbot.assertNotEmitted(form.edited):
        form.show_person(replace(PEOPLE[1], markets=(FRANCE.id,)), MARKETS)
    assert form.person().markets == (FRANCE.id,)


@pytest.mark.in_english
def test_each_role_says_what_it_may(form):
    words = {label.text() for label in form.findChildren(QLabel)}
    assert {role_powers(role) for role in Role} <= words


def test_another_role_is_an_edit(qtbot, form):
    with qtbot.waitSignal(form.edited):
        form.findChild(QRadioButton, "role_owner").click()
    assert form.person().role is Role.OWNER
    assert form.is_changed


def test_blanks_around_a_name_are_dropped(qtbot, form):
    line = form.findChild(QLineEdit, "person_name")
    line.selectAll()
    qtbot.keyClicks(line, "  Lena B. ")
    assert form.person().name == "Lena B."


def test_the_list_of_markets_opens_only_for_those_who_do_not_look_after_all(form):
    markets = form.findChild(CheckList, "person_markets")
    assert not markets.isVisible()
    form.findChild(QCheckBox, "all_markets").click()
    assert markets.isVisible()


def test_no_ticked_market_means_all_of_them(form):
    form.findChild(QCheckBox, "all_markets").click()
    assert form.person().markets == ()
