from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from tests.builders.ui import FRANCE, calendar
from tests.ui.exchange.builders import PREVIEW
from ui.exchange.import_choices import ImportChoices, Reading

LETTERS = (("utf-8", "Unicode"), ("cp1252", "Western"), ("cp1250", "Central"))
TEXT_FILE = replace(PREVIEW, encoding="cp1252", encodings=LETTERS)
JOINABLE = replace(
    PREVIEW,
    joinable=(("hook", "Hook"), ("hashtags", "Tags")),
    joined=frozenset({"hook", "hashtags"}),
)


@pytest.fixture
def choices(qtbot):
    made = ImportChoices(calendar())
    qtbot.addWidget(made)
    made.show_preview(PREVIEW)
    made.show()
    return made


def box(choices, name):
    return choices.findChild(QComboBox, name)


def tick(choices, name):
    return choices.findChild(QCheckBox, name)


def pick(choices, name, row):
    box(choices, name).setCurrentIndex(row)
    box(choices, name).activated.emit(row)


def click(qtbot, choices, name):
    at = QPoint(8, tick(choices, name).height() // 2)
    if choices.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        at.setX(tick(choices, name).width() - 8)
    qtbot.mouseClick(tick(choices, name), Qt.MouseButton.LeftButton, pos=at)


def test_only_what_there_is_to_choose_is_shown(choices):
    shown = ["sheet", "default_market", "letters"]
    assert [box(choices, name).isVisible() for name in shown] == [False] * 3
    assert not tick(choices, "join_hook").isVisible()
    assert box(choices, "day_order").isVisible()


def test_a_sheet_without_a_market_asks_for_one(qtbot, choices):
    choices.show_preview(replace(PREVIEW, needs_market=True))
    assert box(choices, "default_market").isVisible()
    with qtbot.waitSignal(choices.corrected) as corrected:
        pick(choices, "default_market", 1)
    assert corrected.args == [Reading(default_market=FRANCE.id)]


def test_the_order_of_day_and_month_can_be_switched(qtbot, choices):
    assert box(choices, "day_order").currentData() is True
    with qtbot.waitSignal(choices.corrected) as corrected:
        pick(choices, "day_order", 1)
    assert corrected.args == [Reading(day_first=False)]


def test_mixed_orders_show_no_guess(choices):
    choices.show_preview(replace(PREVIEW, day_first=None))
    assert box(choices, "day_order").currentIndex() == -1


def test_the_letters_of_a_text_file_can_be_chosen(qtbot, choices):
    choices.show_preview(TEXT_FILE)
    assert box(choices, "letters").currentText() == "Western"
    choices.correct_columns({"text": 0})
    with qtbot.waitSignal(choices.corrected) as corrected:
        pick(choices, "letters", 2)
    assert corrected.args == [Reading(encoding="cp1250")]
    choices.show_preview(PREVIEW)
    assert not box(choices, "letters").isVisible()


@pytest.mark.in_english
def test_hook_and_hashtags_are_called_as_the_sheet_calls_them(choices):
    choices.show_preview(JOINABLE)
    assert tick(choices, "join_hook").text() == "Put “Hook” above the text"
    assert tick(choices, "join_hashtags").text() == "Put “Tags” below the text"


def test_hook_and_hashtags_join_the_text_as_chosen(qtbot, choices):
    choices.show_preview(JOINABLE)
    assert tick(choices, "join_hook").isChecked()
    with qtbot.waitSignal(choices.corrected) as corrected:
        click(qtbot, choices, "join_hook")
    assert corrected.args == [Reading(joined=frozenset({"hashtags"}))]


def test_corrections_add_up(qtbot, choices):
    pick(choices, "day_order", 1)
    with qtbot.waitSignal(choices.corrected) as corrected:
        choices.correct_columns({"text": 0})
    assert corrected.args == [Reading(columns={"text": 0}, day_first=False)]


def test_another_sheet_of_the_file_is_guessed_anew(qtbot, choices):
    choices.show_preview(replace(PREVIEW, other_sheets=("Legend",)))
    pick(choices, "day_order", 1)
    with qtbot.waitSignal(choices.corrected) as corrected:
        pick(choices, "sheet", 1)
    assert corrected.args == [Reading(sheet="Legend")]


def test_the_same_choice_again_reads_nothing_anew(qtbot, choices):
    pick(choices, "day_order", 1)
    with qtbot.assertNotEmitted(choices.corrected):
        pick(choices, "day_order", 1)


def test_another_file_starts_without_corrections(qtbot, choices):
    pick(choices, "day_order", 1)
    choices.forget()
    with qtbot.waitSignal(choices.corrected) as corrected:
        choices.correct_columns({"text": 0})
    assert corrected.args == [Reading(columns={"text": 0})]
