from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from tests.builders.ui import MONDAY, card, on, recall
from ui.actions import Actions
from ui.grid_menu import grid_menu

GHOST = recall(card(9, local=None), on(MONDAY, 12))


@pytest.fixture
def menu_of(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = Actions(parent)
    asked = []

    def make(cards=(), ghost=None):
        screen = SimpleNamespace(chosen_cards=lambda: cards, current_ghost=lambda: ghost)
        menu = grid_menu(actions, screen, asked.append, parent)
        return {one.objectName(): one for one in menu.actions() if one.objectName()}, asked

    return make


def test_an_empty_cell_offers_a_new_post(menu_of):
    found, _asked = menu_of()
    assert list(found) == ["new_post", "paste"]


def test_chosen_posts_offer_what_can_be_done_to_them(menu_of):
    found, _asked = menu_of((card(1),), GHOST)
    assert {"open_post", "move_to", "cancel_post", "hold_here"} <= set(found)
    assert "ghost_recall" not in found


def test_a_ghost_offers_its_post_and_the_recall_list_and_nothing_that_changes_it(menu_of):
    found, asked = menu_of(ghost=GHOST)
    assert list(found) == [
        "new_post",
        "paste",
        "open_post",
        "ghost_recall",
        "hold_here",
        "post_history",
    ]
    found["ghost_recall"].trigger()
    assert asked == [GHOST.card.id]


def test_a_chosen_post_that_must_come_out_offers_the_recall_list_too(menu_of):
    found, asked = menu_of((GHOST.card,), GHOST)
    assert {"move_to", "hold_here"} <= set(found)
    found["ghost_recall"].trigger()
    assert asked == [GHOST.card.id]
