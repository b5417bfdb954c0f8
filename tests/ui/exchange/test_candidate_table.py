from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from app.commands.views import Candidate
from app.domain.person import PersonId
from tests.builders.domain import PEOPLE
from tests.builders.ui import GERMANY, JAPAN, calendar, card
from ui.exchange.candidate_table import CandidateModel, CandidateTable, Column
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


@pytest.fixture
def view():
    return replace(calendar(), people=PEOPLE)


def texts(model, row=0):
    return [model.index(row, column).data() for column in Column]


@pytest.mark.in_english
def test_a_post_that_leaves_is_one_row_with_its_approvers(view):
    model = CandidateModel(view, stays_in=False)
    model.show_candidates([LEAVES])
    assert texts(model) == [
        "Tue 10 Nov, 12:00",
        "Japan",
        "Fennel Japan",
        "JP-0007  Toast",
        "Marc Fournier, Nora Haddad",
    ]
    assert model.headerData(Column.LAST, Qt.Orientation.Horizontal) == "Approved by"


@pytest.mark.in_english
def test_a_post_that_stays_in_says_every_reason(view):
    model = CandidateModel(view, stays_in=True)
    model.show_candidates([STAYS])
    assert texts(model)[Column.LAST] == "Not approved: see Review.\nA draft: mark it."
    assert model.headerData(Column.LAST, Qt.Orientation.Horizontal) == "Why it stays in"


def test_the_zone_the_account_and_the_whole_text_are_one_glance_away(view):
    model = CandidateModel(view, stays_in=False)
    model.show_candidates([LEAVES])
    tips = [model.index(0, c).data(Qt.ItemDataRole.ToolTipRole) for c in Column]
    assert tips[Column.WHEN] == tooltip_of("Tue 10 Nov, 12:00 · JST, UTC+9")
    assert tips[Column.CHANNEL] == tooltip_of("Instagram · fennel.jp")
    assert tips[Column.POST] == tooltip_of("朝のトースト")


def test_a_row_grows_with_its_reasons(qtbot, view):
    table = CandidateTable(view, stays_in=True)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    one = Candidate(STAYS.card, STAYS.reasons[:1])
    table.show_candidates([one, STAYS])
    assert table.rowHeight(1) >= table.rowHeight(0) + table.fontMetrics().height() - 1


def test_an_opened_row_asks_for_its_post(qtbot, view):
    table = CandidateTable(view, stays_in=True)
    qtbot.addWidget(table)
    table.show_candidates([STAYS])
    table.show()
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(table.post_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [STAYS.card.id]


def test_other_posts_take_the_place_of_the_first(view):
    model = CandidateModel(view, stays_in=False)
    model.show_candidates([LEAVES, LEAVES])
    model.show_candidates([LEAVES])
    assert model.rowCount() == 1
    assert model.candidate(0) is LEAVES
