from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.builders.ui import FRANCE, GERMANY, MONDAY, approved, card, observance, on, recall
from ui.calendar import cell_words
from ui.calendar.cell_words import CARD_ROLE
from ui.calendar.lanes import Lane
from ui.cards.other_clock import OtherClock

Role = Qt.ItemDataRole
POST = card(1, GERMANY, local=on(MONDAY, 9))
TOKYO = OtherClock("Asia/Tokyo")


def test_a_post_answers_with_itself_and_its_box():
    assert cell_words.of_card(POST, CARD_ROLE, None) is POST
    assert cell_words.of_card(POST, Role.DisplayRole, TOKYO) == POST.headline
    assert cell_words.of_card(POST, Role.CheckStateRole, None) is Qt.CheckState.Unchecked
    assert cell_words.of_card(approved(POST), Role.CheckStateRole, None) is Qt.CheckState.Checked


def test_what_nobody_has_words_for_stays_unanswered():
    ghost = recall(POST, on(MONDAY, 12))
    assert cell_words.of_card(POST, Role.FontRole, TOKYO) is None
    assert cell_words.of_ghost(ghost, Role.FontRole) is None
    assert cell_words.of_ghost(ghost, Role.DisplayRole) == ghost.headline


@pytest.mark.parametrize("role", [Role.AccessibleTextRole, Role.ToolTipRole])
def test_another_clock_is_said_beside_the_own_one(role):
    forms = TOKYO.forms(POST.local, POST.zone)
    assert forms[0] in cell_words.of_card(POST, role, TOKYO)
    assert forms[0] not in cell_words.of_card(POST, role, None)


def test_a_folded_row_says_whose_it_is_and_what_the_day_means():
    lane = Lane(FRANCE, 0, is_last=True, is_folded=True)
    day = replace(observance(MONDAY), name="Armistice")
    for role in (Role.AccessibleTextRole, Role.ToolTipRole):
        words = cell_words.of_sum(lane, MONDAY, None, [day], role)
        assert "Armistice" in words
        assert FRANCE.name in words
    assert cell_words.of_sum(lane, MONDAY, None, [day], Role.FontRole) is None
