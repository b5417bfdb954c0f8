from datetime import timedelta

import pytest

from app.domain.recall import Cause, Why
from tests.builders.ui import JAPAN, MONDAY, calendar, card, on, recall
from ui.recall.recall_words import (
    bar_words,
    entry_detail,
    entry_name,
    export_words,
    how_soon,
    when_words,
    where_words,
)

pytestmark = pytest.mark.in_english

FIRST = recall(card(1, JAPAN), on(MONDAY, 9), causes=(Cause(Why.CANCELLED),))
SECOND = recall(card(2), on(MONDAY, 12))
NOW = FIRST.hand_over.instant - timedelta(hours=3)


def test_the_bar_says_how_many_and_which_is_the_next():
    assert bar_words((FIRST,), NOW) == (
        "1 post must be taken out at the scheduler: "
        "JP-0001 goes out Mon 2 Nov, 09:00 (in 3 hours) from Buffer."
    )
    assert bar_words((FIRST, SECOND), NOW) == (
        "2 posts must be taken out at the scheduler. "
        "The next is JP-0001: it goes out Mon 2 Nov, 09:00 (in 3 hours) from Buffer."
    )


def test_an_entry_says_when_which_where_and_why():
    assert entry_name(FIRST) == "Mon 2 Nov, 09:00 · JP-0001"
    assert entry_detail(FIRST) == "Buffer · cancelled"


def test_the_time_is_that_of_the_market_and_the_readers_own():
    assert when_words(FIRST) == "Mon 2 Nov, 09:00 JST, UTC+9"
    assert how_soon(FIRST, NOW, "Europe/Berlin") == "01:00 your time · in 3 hours"
    assert how_soon(FIRST, NOW, "Asia/Tokyo") == "in 3 hours"


def test_what_lies_there_is_told_with_account_file_and_row():
    assert where_words(FIRST) == "Buffer · Japan · Instagram · Fennel Japan · fennel.jp"
    words = export_words(FIRST, calendar())
    assert words == "Exported by Mia Weber, Sun 1 Nov, 09:00: f.csv, row 1"
