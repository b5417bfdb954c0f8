from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QPushButton

from tests.builders.ui import (
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    THE_NINTH,
    approved,
    card,
    flag,
    handed_over,
    on,
    utc,
)
from ui.calendar import move_dialog
from ui.calendar.move_dialog import MoveDialog
from ui.cards.dragging import Drop
from ui.theme import LIGHT
from ui.widgets.flag_list import FlagList

NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)
pytestmark = pytest.mark.in_english
POST = card(1, GERMANY, local=on(MONDAY))


def meaning(_post, market, day):
    return (flag(),) if (market, day) == (GERMANY.id, THE_NINTH) else ()


@pytest.fixture
def ask(qtbot):
    def made(*cards) -> MoveDialog:
        dialog = MoveDialog(
            cards or (POST,), MARKETS, meaning, LIGHT, start=MONDAY, now=lambda: NOW
        )
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return made


def choose_day(dialog: MoveDialog, day) -> None:
    dialog.findChild(QDateEdit, "move_date").setDate(QDate(day.year, day.month, day.day))


def said(dialog: MoveDialog) -> str:
    return dialog.findChild(QLabel, "move_meaning").text()


def go(dialog: MoveDialog) -> QPushButton:
    return dialog.findChild(QPushButton, "move_go")


def test_where_the_post_stands_already_there_is_nothing_to_do(ask):
    dialog = ask()
    assert not go(dialog).isEnabled()
    assert "choose another day" in go(dialog).toolTip()
    assert "It is there already" in said(dialog)


def test_another_day_is_asked_for_as_a_drop_would(ask):
    dialog = ask()
    choose_day(dialog, MONDAY + timedelta(days=3))
    assert go(dialog).text() == "Move"
    go(dialog).click()
    assert dialog.drop == Drop((POST.id,), GERMANY.id, MONDAY + timedelta(days=3), is_copy=False)
    assert dialog.drop.seen == {POST.id: POST.local}
    assert dialog.result()


def test_what_the_day_means_is_shown_before_it_is_done(ask):
    dialog = ask()
    choose_day(dialog, THE_NINTH)
    (row,) = dialog.findChild(FlagList).rows
    assert "1938" in row.flag.headline
    assert "What" in said(dialog)
    choose_day(dialog, MONDAY + timedelta(days=1))
    assert not dialog.findChild(FlagList).rows
    assert "Nothing stands against" in said(dialog)


def test_that_an_approval_ends_is_said_before_it_is_done(ask):
    dialog = ask(approved(POST))
    choose_day(dialog, MONDAY + timedelta(days=1))
    assert "Its approval ends" in said(dialog)


def test_a_copy_leaves_the_approval_alone(ask):
    dialog = ask(approved(POST))
    dialog.findChild(QCheckBox, "move_copies").click()
    choose_day(dialog, MONDAY + timedelta(days=1))
    assert "approval ends" not in said(dialog)
    assert go(dialog).text() == "Copy"
    assert dialog.drop.is_copy


def test_another_market_means_a_version_to_adapt(ask):
    dialog = ask()
    box = dialog.findChild(QComboBox, "move_market")
    box.setCurrentIndex(box.findData(JAPAN.id))
    assert go(dialog).text() == "Make a version"
    assert "The original stays" in said(dialog)
    assert dialog.drop.market == JAPAN.id


def test_many_posts_are_counted_in_the_heading(ask):
    dialog = ask(POST, card(2))
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Move 2 posts" in words


LATER = card(2, GERMANY, local=on(MONDAY + timedelta(days=2)))


def test_many_keep_the_days_between_them_and_each_is_looked_at_on_its_own(ask):
    dialog = ask(LATER, POST)
    choose_day(dialog, THE_NINTH - timedelta(days=2))
    (row,) = dialog.findChild(FlagList).rows
    assert "1938" in row.flag.headline, "the later one would stand on the ninth"
    assert dialog.drop.post_ids == (POST.id, LATER.id)
    assert not dialog.drop.is_together


def test_many_can_be_put_on_one_day(ask):
    dialog = ask(POST, LATER)
    dialog.findChild(QCheckBox, "move_together").click()
    choose_day(dialog, THE_NINTH - timedelta(days=2))
    assert not dialog.findChild(FlagList).rows
    assert dialog.drop.is_together


def test_posts_of_one_day_are_not_asked_about_it(ask):
    assert ask(POST, card(2, local=POST.local)).findChild(QCheckBox, "move_together").isHidden()


def test_several_approvals_that_end_are_counted(ask):
    dialog = ask(approved(POST), approved(LATER))
    choose_day(dialog, MONDAY + timedelta(days=1))
    assert "2 approvals end" in said(dialog)


def test_what_lies_at_a_scheduler_is_named(ask):
    dialog = ask(handed_over(POST, utc(2026, 11, 2, 12)))
    choose_day(dialog, MONDAY + timedelta(days=1))
    assert "Still queued in Buffer, Mon 2 Nov 13:00: that goes out until" in said(dialog)


def test_the_past_is_refused_before_it_is_tried(ask):
    dialog = ask()
    choose_day(dialog, MONDAY - timedelta(days=1))
    assert not go(dialog).isEnabled()
    assert "That is past" in said(dialog)
    assert go(dialog).toolTip() == said(dialog)


def test_of_many_those_that_would_stand_in_the_past_are_counted(ask):
    dialog = ask(POST, LATER)
    choose_day(dialog, MONDAY - timedelta(days=1))
    assert "1 of them would stand in the past" in said(dialog)
    assert not go(dialog).isEnabled()


def test_of_very_many_it_says_how_many_were_looked_at(ask):
    dialog = ask(*(replace(POST, id=f"p{number}") for number in range(30)))
    choose_day(dialog, THE_NINTH)
    assert "Looked at the first 20 posts" in said(dialog)


def test_what_a_day_means_is_told_while_the_keys_stay_in_its_field(ask, monkeypatch):
    told = []
    monkeypatch.setattr(move_dialog, "announce", lambda _dialog, words: told.append(words))
    dialog = ask()
    choose_day(dialog, THE_NINTH)
    choose_day(dialog, MONDAY - timedelta(days=30))
    assert flag().headline in told[0]
    assert "past" in told[1]
    field = dialog.findChild(QDateEdit, "move_date")
    assert field.accessibleDescription() == told[1]


def test_what_means_the_same_is_told_once(ask, monkeypatch):
    told = []
    monkeypatch.setattr(move_dialog, "announce", lambda _dialog, words: told.append(words))
    dialog = ask()
    for days in (30, 31):
        choose_day(dialog, MONDAY - timedelta(days=days))
    assert len(told) == 1
