from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox, QTableView

from app.commands.shifting import Following, Foreseen, Shift, ShiftPreview
from tests.builders.ui import MONDAY, approved, card, on
from ui.calendar.shift_dialog import ShiftDialog

pytestmark = pytest.mark.in_english
POST = card(1, local=on(MONDAY))
LATER = approved(card(2, local=on(MONDAY + timedelta(days=2))))


class Desk:
    def __init__(self, qtbot, *cards) -> None:
        self.qtbot = qtbot
        self.asked = []
        self.dialog = ShiftDialog(cards or (POST,), "Germany", self.look)
        qtbot.addWidget(self.dialog)
        self.dialog.open()

    def look(self, shift, shown) -> None:
        self.asked.append((shift, shown))

    def answer(self, *posts, stay=0, nth=-1) -> None:
        self.asked[nth][1](ShiftPreview(posts, stay))

    def find(self, kind, name):
        return self.dialog.findChild(kind, name)

    @property
    def said(self) -> str:
        return self.find(QLabel, "shift_meaning").text()

    @property
    def go(self) -> QPushButton:
        return self.find(QPushButton, "shift_go")


def foreseen(post=POST, **facts):
    usual = {"flags": (), "is_weekend": False, "is_past": False}
    return Foreseen(post, MONDAY + timedelta(days=1), **{**usual, **facts})


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot)


def test_it_looks_at_once_and_can_do_nothing_before(desk):
    assert desk.asked[0][0] == Shift((POST.id,), Following.MARKET, 1)
    assert not desk.go.isEnabled()
    assert "worked out" in desk.go.toolTip()


def test_it_says_what_it_would_mean_and_then_does_exactly_that(desk):
    desk.answer(foreseen(), foreseen(LATER))
    assert desk.said.splitlines()[:2] == [
        "2 posts move.",
        "1 approval ends: the post must be reviewed again.",
    ]
    table = desk.find(QTableView, "shift_posts")
    assert table.model().rowCount() == 1, "only what is worth a look"
    assert desk.go.text() == "Shift 2 posts"
    desk.qtbot.mouseClick(desk.go, Qt.MouseButton.LeftButton)
    assert desk.dialog.result()
    assert [one.card for one in desk.dialog.preview.posts] == [POST, LATER]


def test_where_nothing_stands_against_it_there_is_no_table(desk):
    desk.answer(foreseen())
    assert "Nothing stands against it." in desk.said
    assert desk.find(QTableView, "shift_posts").isHidden()


def test_every_choice_asks_anew_once_the_person_rests(desk):
    desk.answer(foreseen())
    desk.find(QSpinBox, "shift_days").setValue(3)
    assert not desk.go.isEnabled()
    desk.find(QComboBox, "shift_way").setCurrentIndex(1)
    desk.find(QCheckBox, "shift_skips_weekends").click()
    desk.find(QComboBox, "shift_who").setCurrentIndex(1)
    desk.qtbot.waitUntil(lambda: len(desk.asked) == 2)
    assert desk.asked[1][0] == Shift((POST.id,), Following.CHANNEL, -3, skips_weekends=True)


def test_an_answer_to_an_older_question_is_not_shown(desk):
    desk.find(QSpinBox, "shift_days").setValue(3)
    desk.answer(foreseen(), nth=0)
    assert desk.dialog.preview is None


def test_the_past_keeps_it_shut_and_says_why(desk):
    desk.answer(foreseen(is_past=True), foreseen())
    assert not desk.go.isEnabled()
    assert "past" in desk.go.toolTip()
    assert desk.said.splitlines()[1].startswith("1 post would land in the past")


def test_without_posts_there_is_nothing_to_shift(desk):
    desk.answer(stay=4)
    assert not desk.go.isEnabled()
    assert "4 posts are past already" in desk.said


def test_several_chosen_posts_move_alone_unless_asked_for_more(qtbot):
    desk = Desk(qtbot, LATER, POST)
    assert desk.asked[0][0] == Shift((POST.id, LATER.id), Following.SELECTION, 1)
