import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from tests.builders import ui_b
from ui.review.suggest_dialog import SuggestDialog
from ui.theme import LIGHT
from ui.widgets.diff_label import DiffLabel

CALENDAR = ui_b.calendar()


def dialog_for(qtbot, me=ui_b.MARC_PERSON, calendar=CALENDAR, **changes):
    post = ui_b.a_post(title="Brot").changed(**changes)
    made = SuggestDialog(ui_b.a_view(post), calendar, me, LIGHT)
    qtbot.addWidget(made)
    made.open()
    return made


def test_only_changed_words_can_be_sent_and_only_they_are(qtbot):
    dialog = dialog_for(qtbot)
    send = dialog.findChild(QPushButton, "suggest_send")
    assert not send.isEnabled()
    assert send.toolTip()
    dialog.findChild(QPlainTextEdit, "suggest_text").setPlainText("Roggenbrot.")
    assert dialog.findChild(DiffLabel) is not None
    dialog.findChild(object, "suggest_note").setText(" Shorter ")
    with qtbot.waitSignal(dialog.sent) as sent:
        send.click()
    assert sent.args == [{"text": "Roggenbrot."}, "Shorter"]


def test_fields_without_words_are_left_out_but_the_text_is_there(qtbot):
    dialog = dialog_for(qtbot, text="")
    names = {field.objectName() for field in dialog.findChildren(QPlainTextEdit)}
    assert names == {"suggest_title", "suggest_text"}
    dialog.findChild(QPushButton, "cancel").click()


@pytest.mark.in_english
def test_it_says_that_another_reviewer_must_approve_then_or_that_there_is_none(qtbot):
    alone = ui_b.calendar(people=(ui_b.LENA_PERSON, ui_b.MARC_PERSON))
    for calendar, words in ((CALENDAR, "another reviewer must"), (alone, "nobody else is left")):
        dialog = dialog_for(qtbot, calendar=calendar)
        assert words in " ".join(label.text() for label in dialog.findChildren(QLabel))
