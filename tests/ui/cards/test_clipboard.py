from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from tests.builders.ui import MONDAY, card, on
from ui.cards.clipboard import Clipped, clip, clipped

EARLY, LATE = card(1, local=on(MONDAY)), card(2, local=on(MONDAY + timedelta(days=3)))


@pytest.fixture(autouse=True)
def clean(qapp):
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def test_copied_posts_come_back_with_the_earliest_first():
    clip([LATE, EARLY], is_cut=False)
    assert clipped() == Clipped((EARLY.id, LATE.id), is_cut=False)


def test_what_was_cut_says_so():
    clip([EARLY], is_cut=True)
    assert clipped() == Clipped((EARLY.id,), is_cut=True, seen={EARLY.id: EARLY.local})
    clip([EARLY], is_cut=False)
    assert not clipped().is_cut


def test_other_programs_get_the_numbers_and_no_words_that_nobody_approved():
    clip([LATE, EARLY], is_cut=False)
    assert QGuiApplication.clipboard().text() == f"{EARLY.name}\n{LATE.name}"


def test_text_from_elsewhere_is_no_post():
    QGuiApplication.clipboard().setText("DE-0142")
    assert clipped() == Clipped()
