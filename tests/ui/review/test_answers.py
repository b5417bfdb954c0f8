from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from app.commands.views import Remembrance
from app.domain.flag import Severity
from tests.builders import ui_b
from ui.review.answers import Answers
from ui.review.reading_memory import FlagAnswer
from ui.theme import LIGHT

CAUTION, STOP = ui_b.a_flag(), ui_b.SOLEMN
SELLS = ui_b.a_flag(Severity.STOP, "remembrance.selling")
NOTE = ui_b.a_flag(Severity.NOTE, "day.holiday")


@pytest.fixture
def shown(qtbot):
    def show(*flags, **facts):
        answers = Answers(flags, LIGHT, **facts)
        qtbot.addWidget(answers)
        answers.show()
        return answers

    return show


def test_a_caution_asks_for_a_tick_a_stop_for_words_and_a_note_for_nothing(shown):
    answers = shown(STOP, CAUTION, NOTE)
    assert [row.flag.severity for row in answers.missing] == [Severity.STOP, Severity.CAUTION]


def test_a_stop_needs_written_words(shown, qtbot):
    answers = shown(STOP)
    qtbot.keyClicks(answers.rows[0].reason, "   ")
    assert answers.missing
    qtbot.keyClicks(answers.rows[0].reason, "A remembrance")
    assert not answers.missing
    assert answers.reasons == {STOP.key: "A remembrance"}


def test_a_tick_is_given_by_a_click(shown, qtbot):
    answers = shown(CAUTION)
    with qtbot.waitSignal(answers.changed):
        qtbot.keyClick(answers.rows[0].tick, Qt.Key.Key_Space)
    assert answers.ticked == {CAUTION.key}
    assert answers.given() == {CAUTION.key: FlagAnswer(is_ticked=True)}


def test_answers_come_back_when_the_post_does(shown):
    answers = shown(STOP, CAUTION)
    given = {STOP.key: FlagAnswer(reason="Why"), CAUTION.key: FlagAnswer(is_ticked=True)}
    answers.give_again(given)
    assert answers.given() == given


def test_whoever_cannot_approve_finds_the_answers_shut_with_the_reason(shown):
    answers = shown(STOP, CAUTION, why_shut="You wrote this version.")
    for row in answers.rows:
        assert not row.tick.isEnabled()
        assert row.reason.toolTip() == "You wrote this version."


def box_of(answers):
    return answers.findChild(QCheckBox, "remembrance")


def test_the_remembrance_mark_stands_only_where_a_post_may_bear_it(shown):
    assert not box_of(shown(STOP)).isVisible()
    answers = shown(STOP, remembrance=Remembrance((), 2))
    assert box_of(answers).isVisible()
    assert not answers.is_remembrance


def test_as_the_remembrance_a_post_has_more_to_answer_for(shown, qtbot):
    answers = shown(STOP, remembrance=Remembrance((SELLS,), 2))
    assert [row.flag for row in answers.rows] == [STOP]
    with qtbot.waitSignal(answers.remembrance_changed):
        box_of(answers).click()
    assert answers.is_remembrance
    assert [row.flag for row in answers.missing] == [STOP, SELLS]
    assert all(row.isVisible() for row in answers.rows)
    for row in answers.rows:
        qtbot.keyClicks(row.reason, "We remember")
    assert set(answers.reasons) == {STOP.key, SELLS.key}
    box_of(answers).click()
    assert set(answers.reasons) == {STOP.key}


def test_the_mark_comes_back_with_the_post(shown):
    answers = shown(STOP, remembrance=Remembrance((SELLS,), 2))
    answers.mark_again(is_remembrance=True)
    assert answers.is_remembrance


def test_whoever_cannot_approve_cannot_mark_it_either(shown):
    answers = shown(STOP, remembrance=Remembrance((SELLS,), 2), why_shut="You wrote it.")
    assert not box_of(answers).isEnabled()
    assert box_of(answers).toolTip() == "You wrote it."


def test_without_flags_it_says_so(shown):
    assert shown().missing == ()


def test_new_hashtags_can_be_confirmed_beside_their_tick(shown, qtbot):
    new = replace(ui_b.a_flag(key="hashtag.unconfirmed"), rule="hashtag.unconfirmed")
    answers = shown(new, CAUTION)
    tagged, other = answers.rows
    assert other.deed.isHidden()
    with qtbot.waitSignal(answers.hashtags_seen):
        qtbot.mouseClick(tagged.deed, Qt.MouseButton.LeftButton)


def test_who_may_not_confirm_hashtags_is_told_why(shown):
    new = replace(ui_b.a_flag(key="hashtag.unconfirmed"), rule="hashtag.unconfirmed")
    answers = shown(new, why_no_look="Only reviewers do.")
    (row,) = answers.rows
    assert row.deed.toolTip() == "Only reviewers do."
    assert not row.deed.isEnabled()


def test_the_post_that_is_nearly_the_same_is_one_click_away(shown, qtbot):
    answers = shown(ui_b.a_flag(rule="duplicate.text", key="duplicate.text:other"))
    with qtbot.waitSignal(answers.other_wanted) as wanted:
        answers.rows[0].deed.click()
    assert wanted.args == ["other"]
