import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.flag import Severity
from tests.builders.domain import hold
from ui.holds.lifted_row import LiftedRow
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row_of(qtbot):
    def make(count=2, why_not="", done=lambda _hold: None):
        row = LiftedRow(
            hold(lifted=40),
            target="Germany",
            count=count,
            why_not=why_not,
            theme=LIGHT,
            review=done,
            put_away=done,
        )
        qtbot.addWidget(row)
        row.show()
        return row

    return make


@pytest.mark.parametrize(
    ("count", "words", "button"),
    [
        (1, "1 approved post that it caught must be read again before it can", "the 1 post it"),
        (9, "9 approved posts that it caught must be read again before they", "the 9 posts it"),
    ],
)
def test_it_says_how_many_posts_wait_and_offers_exactly_these(row_of, count, words, button):
    row = row_of(count)
    assert f"Hold lifted: Germany. {words}" in row.accessibleName()
    assert button in row.review.text()


@pytest.mark.parametrize("button", ["lifted_review", "lifted_close"])
def test_its_buttons_tell_of_which_hold(row_of, qtbot, button):
    done = []
    row = row_of(done=done.append)
    qtbot.mouseClick(row.findChild(object, button), LEFT)
    assert done == [hold(lifted=40)]


def test_who_cannot_review_reads_who_can(row_of):
    row = row_of(why_not="Marc can.")
    assert not row.review.isVisible()
    assert "Marc can." in [label.text() for label in row.findChildren(QLabel)]


def test_it_is_quieter_than_a_hold(row_of):
    row = row_of()
    row.set_theme(DARK)
    image = row.grab().toImage()
    assert image.pixelColor(2, 2) == DARK.severity(Severity.NOTE).background
