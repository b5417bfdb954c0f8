from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from app.commands.views import Candidate
from app.domain.person import PersonId
from tests.builders.domain import PEOPLE
from tests.builders.ui import GERMANY, JAPAN, calendar, card
from ui.exchange.candidate_table import CandidateTable
from ui.widgets.tooltips import tooltip_of

AT_NOON = datetime(2026, 11, 10, 12, 0)
LEAVES = Candidate(
    card(7, JAPAN, local=AT_NOON, headline="Toast", text="朝のトースト"),
    (),
    approvers=(PersonId("marc"), PersonId("nora")),
)
STAYS = Candidate(
    card(8, GERMANY, local=AT_NOON), ("Not approved: see Review.", "A draft: mark it.")
)


WHEN, CHANNEL, POST, LAST = 0, 2, 3, 4


@pytest.fixture
def view():
    return replace(calendar(), people=PEOPLE)


@pytest.fixture
def shown(qtbot, view):
    """Shows posts in one half of the preview and returns its table."""

    def show(*candidates, stays_in):
        table = CandidateTable(view, stays_in=stays_in)
        qtbot.addWidget(table)
        table.resize(900, 300)
        table.show_candidates(candidates)
        table.show()
        return table

    return show


def texts(table, role=Qt.ItemDataRole.DisplayRole):
    model = table.model()
    return [model.index(0, column).data(role) for column in range(model.columnCount())]


def heading(table, column):
    return table.model().headerData(column, Qt.Orientation.Horizontal)


@pytest.mark.in_english
def test_a_post_that_leaves_is_one_row_with_its_approvers(shown):
    table = shown(LEAVES, stays_in=False)
    assert texts(table) == [
        "Tue 10 Nov, 12:00",
        "Japan",
        "Fennel Japan",
        "JP-0007  Toast",
        "Marc Fournier, Nora Haddad",
    ]
    assert heading(table, LAST) == "Approved by"


@pytest.mark.in_english
def test_a_post_that_stays_in_says_every_reason(shown):
    table = shown(STAYS, stays_in=True)
    assert texts(table)[LAST] == "Not approved: see Review.\nA draft: mark it."
    assert heading(table, LAST) == "Why it stays in"


@pytest.mark.in_english
def test_a_post_without_a_date_says_so(shown):
    table = shown(Candidate(card(8, local=None), ("No date.",)), stays_in=True)
    assert texts(table)[WHEN] == "no date"
    assert texts(table, Qt.ItemDataRole.ToolTipRole)[WHEN] == tooltip_of("no date")


def test_the_zone_the_account_and_the_whole_text_are_one_glance_away(shown):
    tips = texts(shown(LEAVES, stays_in=False), Qt.ItemDataRole.ToolTipRole)
    assert tips[WHEN] == tooltip_of("Tue 10 Nov, 12:00 · JST, UTC+9")
    assert tips[CHANNEL] == tooltip_of("Instagram · fennel.jp")
    assert tips[POST] == tooltip_of("朝のトースト")


def test_a_row_grows_with_its_reasons(shown):
    one = Candidate(STAYS.card, STAYS.reasons[:1])
    table = shown(one, STAYS, stays_in=True)
    assert table.rowHeight(1) >= table.rowHeight(0) + table.fontMetrics().height() - 1


def test_an_opened_row_asks_for_its_post(qtbot, shown):
    table = shown(STAYS, stays_in=True)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(table.post_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [STAYS.card.id]
