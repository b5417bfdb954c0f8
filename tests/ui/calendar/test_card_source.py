from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.change import ChangeSet
from tests.builders.ui import MONDAY, KeptCards, card, on, recall
from ui.calendar.card_source import posts_after, posts_of_period
from ui.calendar.period import Period

PERIOD = Period(MONDAY, 1)
TUESDAY = MONDAY + timedelta(days=1)
ONE = card(1, local=on(MONDAY))
GHOST = recall(card(2, local=None), on(MONDAY))


def test_a_period_is_read_with_its_ghosts():
    posts = posts_of_period(KeptCards([ONE], [GHOST]), PERIOD)
    assert posts.cards == (ONE,)
    assert posts.stacks[ONE.cell].ghosts == (GHOST,)


def test_after_a_command_what_it_touched_is_as_it_stands_now():
    source = KeptCards([ONE], [])
    before = posts_of_period(source, PERIOD)
    moved = replace(ONE, local=on(TUESDAY))
    source.put(moved)
    changes = ChangeSet("", posts=frozenset({ONE.id}), cells=frozenset({ONE.cell, moved.cell}))
    assert posts_after(source, before, changes).cards == (moved,)


def test_a_command_that_touches_nothing_here_reads_nothing(monkeypatch):
    source = KeptCards([ONE], [GHOST])
    before = posts_of_period(source, PERIOD)
    for question in ("cards", "cards_in", "ghosts", "ghosts_of"):
        monkeypatch.setattr(source, question, lambda *_: pytest.fail("read"))
    assert posts_after(source, before, ChangeSet("")).stacks == before.stacks
