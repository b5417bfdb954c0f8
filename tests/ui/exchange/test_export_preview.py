from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.commands.views import Candidate
from tests.builders.ui import calendar, card
from ui.exchange.candidate_table import CandidateTable
from ui.exchange.export_preview import ExportPreview
from ui.exchange.gate_preview import GatePreview

NOW = datetime(2026, 11, 1, tzinfo=UTC)
APPROVED = replace(card(1), review=())
LEAVES = Candidate(APPROVED, (), stays_behind=("alt",))
WAITS = Candidate(card(2), ("Nobody has approved it yet: open it in Review.",))
HELD = Candidate(APPROVED, ("A hold stops it: lift it.",))


@pytest.fixture
def preview(qtbot):
    made = ExportPreview(calendar())
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def show(preview, *candidates):
    preview.show_preview(GatePreview.of(candidates, NOW))


def table(preview, name):
    return preview.findChild(CandidateTable, name)


def empty_words(preview):
    label = preview.findChild(QLabel, "empty")
    return label.text() if label.isVisible() else ""


def test_both_halves_are_in_view(preview):
    show(preview, LEAVES, WAITS, HELD)
    assert table(preview, "leaving").model().rowCount() == 1
    assert table(preview, "staying").model().rowCount() == 2
    assert empty_words(preview) == ""


def test_what_the_format_leaves_behind_is_said(preview):
    show(preview, LEAVES)
    assert "alt texts of 1 post" in preview.findChild(QLabel, "stays_behind").text()
    show(preview, replace(LEAVES, stays_behind=()))
    assert not preview.findChild(QLabel, "stays_behind").isVisible()


def test_where_nothing_is_approved_review_is_one_click_away(qtbot, preview):
    show(preview, WAITS)
    assert empty_words(preview) == "Nothing in this period is approved yet."
    assert table(preview, "staying").isVisible()
    with qtbot.waitSignal(preview.review_asked):
        qtbot.mouseClick(preview.findChild(QPushButton, "open_review"), Qt.MouseButton.LeftButton)


def test_where_approved_posts_are_held_it_does_not_say_that_nothing_is_approved(preview):
    show(preview, WAITS, HELD)
    assert empty_words(preview).startswith("Nothing in this period may leave yet")


def test_a_period_without_posts_says_so_and_offers_nothing(preview):
    show(preview)
    assert empty_words(preview) == "There is no post in this period and these markets."
    assert not preview.findChild(QPushButton, "open_review").isVisible()
    assert not table(preview, "staying").isVisible()


def test_a_row_can_be_opened(qtbot, preview):
    show(preview, WAITS)
    with qtbot.waitSignal(preview.post_asked) as asked:
        table(preview, "staying").activated.emit(table(preview, "staying").model().index(0, 0))
    assert asked.args == [WAITS.card.id]
