from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from app.commands.views import Remembrance
from app.domain.flag import Severity
from app.domain.post import PostId
from tests.builders import ui_b
from tests.ui.direct import DirectOperations, a_picture
from ui.review import page_walk, reading_desk
from ui.review.decision_bar import No
from ui.review.reading_desk import ReadingDesk
from ui.talk.talk_panel import TalkPanel
from ui.theme import DARK, LIGHT
from ui.widgets.loaded_pictures import decoded

MARC, LENA, NORA = ui_b.MARC_PERSON, ui_b.LENA_PERSON, ui_b.NORA_PERSON
LONG = "\n".join(f"Zeile {number} des Textes" for number in range(60))


@pytest.fixture
def desk(qtbot):
    made = ReadingDesk(LIGHT, TalkPanel(DirectOperations(MARC), LIGHT))
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.bar = made.findChild(object, "decision_bar")
    made.area = made.findChild(QScrollArea, "review_area")
    return made


def put(desk, view, person=MARC, history=()):
    desk.show_post(view, history, ui_b.calendar(), person)


def unread(desk):
    return "not yet seen" in desk.bar.to_do


def turn_until_read(desk, qtbot):
    for _turn in range(60):
        qtbot.wait(40)
        if not unread(desk):
            return
        desk.turn_page()
    raise AssertionError(desk.bar.to_do)


def test_the_box_stays_shut_until_every_line_was_on_screen_at_600_by_400(desk, qtbot):
    put(desk, ui_b.a_view(ui_b.a_post(LONG)))
    qtbot.wait(60)
    assert unread(desk)
    assert not desk.bar.box.isEnabled()
    turn_until_read(desk, qtbot)
    assert desk.bar.box.isEnabled()


def put_with_a_flag_that_needs(desk, width):
    note = ui_b.a_flag(Severity.NOTE, "day.holiday")
    put(desk, ui_b.a_view(ui_b.a_post(LONG), (note,)))
    desk.findChild(object, f"flag_{note.key}").setMinimumWidth(width)


@pytest.mark.parametrize("width", [600, 900])
def test_a_flag_wider_than_the_page_is_seen_whole_before_the_box_opens(desk, qtbot, width):
    desk.resize(width, 400)
    put_with_a_flag_that_needs(desk, 1100)
    qtbot.waitUntil(lambda: desk.area.horizontalScrollBar().maximum() > 0)
    desk.area.verticalScrollBar().setValue(desk.area.verticalScrollBar().maximum())
    qtbot.wait(60)
    assert unread(desk)
    assert not desk.bar.box.isEnabled()
    turn_until_read(desk, qtbot)
    assert desk.bar.box.isEnabled()


def test_what_is_too_wide_side_by_side_is_read_one_below_the_other(desk, qtbot):
    desk.resize(900, 400)
    put_with_a_flag_that_needs(desk, 800)
    qtbot.wait(60)
    assert desk.area.horizontalScrollBar().maximum() == 0
    turn_until_read(desk, qtbot)
    assert desk.bar.box.isEnabled()


def test_jumping_to_the_end_leaves_the_middle_unread(desk, qtbot):
    put(desk, ui_b.a_view(ui_b.a_post(LONG)))
    qtbot.wait(60)
    desk.area.verticalScrollBar().setValue(desk.area.verticalScrollBar().maximum())
    qtbot.wait(60)
    assert unread(desk)
    desk.turn_page()
    assert desk.area.verticalScrollBar().value() < desk.area.verticalScrollBar().maximum()


def test_a_flag_below_the_fold_keeps_the_box_shut(desk, qtbot):
    note = ui_b.a_flag(Severity.NOTE, "day.holiday")
    put(desk, ui_b.a_view(ui_b.a_post("\n" * 12 + "Ende"), (note,)))
    qtbot.wait(60)
    assert "1 flag" in desk.bar.to_do
    turn_until_read(desk, qtbot)
    assert desk.bar.box.isEnabled()


def test_space_shows_the_post_whole_and_space_again_ticks_it(desk, qtbot):
    put(desk, ui_b.a_view())
    qtbot.waitUntil(lambda: not unread(desk))
    with qtbot.assertNotEmitted(desk.approved):
        desk.turn_page()
    assert "Space ticks the box" in desk.bar.to_do
    with qtbot.waitSignal(desk.approved):
        desk.turn_page()


def test_hammering_space_ticks_nothing(desk, qtbot, monkeypatch):
    monkeypatch.setattr(reading_desk, "LEAST_READING_MS", 60_000)
    put(desk, ui_b.a_view())
    qtbot.waitUntil(lambda: not unread(desk))
    with qtbot.assertNotEmitted(desk.approved):
        for _press in range(20):
            desk.turn_page()


def test_space_never_ticks_a_post_with_a_caution(desk, qtbot):
    caution = ui_b.a_flag()
    put(desk, ui_b.a_view(flags=(caution,)))
    turn_until_read(desk, qtbot)
    desk.turn_page()
    row = desk.findChild(object, f"tick_{caution.key}")
    assert row.hasFocus()
    row.setChecked(True)
    with qtbot.assertNotEmitted(desk.approved):
        desk.turn_page()
        desk.turn_page()
    assert desk.bar.box.hasFocus()


def test_an_approval_carries_what_was_shown_ticked_and_reasoned(desk, qtbot):
    caution = ui_b.a_flag()
    view = ui_b.a_view(flags=(ui_b.SOLEMN, caution), remembrance=Remembrance((), 2))
    put(desk, view)
    turn_until_read(desk, qtbot)
    desk.findChild(object, f"tick_{caution.key}").setChecked(True)
    assert not desk.bar.box.isEnabled()
    desk.findChild(object, f"reason_{ui_b.SOLEMN.key}").setText("A remembrance")
    desk.findChild(object, "remembrance").setChecked(True)
    with qtbot.waitSignal(desk.approved) as said:
        desk.bar.box.click()
    (given,) = said.args
    assert given.fingerprint == view.post.fingerprint
    assert set(given.shown) == {"text", caution.sight, ui_b.SOLEMN.sight}
    assert given.ticked == {caution.key}
    assert given.reasons == {ui_b.SOLEMN.key: "A remembrance"}
    assert given.remembrance


SELLS = ui_b.a_flag(Severity.STOP, "remembrance.selling")
REMEMBRANCE = Remembrance((SELLS,), 2)


def test_what_a_remembrance_sells_is_seen_and_reasoned_before_the_box_opens(desk, qtbot):
    put(desk, ui_b.a_view(flags=(ui_b.SOLEMN,), remembrance=REMEMBRANCE))
    turn_until_read(desk, qtbot)
    desk.findChild(object, f"reason_{ui_b.SOLEMN.key}").setText("A remembrance")
    assert desk.bar.box.isEnabled()
    desk.findChild(object, "remembrance").click()
    assert not desk.bar.box.isEnabled()
    turn_until_read(desk, qtbot)
    desk.findChild(object, f"reason_{SELLS.key}").setText("It names the bakery")
    with qtbot.waitSignal(desk.approved) as said:
        desk.bar.box.click()
    (given,) = said.args
    assert SELLS.sight in given.shown
    assert set(given.reasons) == {ui_b.SOLEMN.key, SELLS.key}
    assert given.remembrance


def test_the_mark_and_its_reasons_are_there_again_after_a_look_aside(desk, qtbot):
    view = ui_b.a_view(flags=(ui_b.SOLEMN,), remembrance=REMEMBRANCE)
    put(desk, view)
    desk.findChild(object, "remembrance").click()
    turn_until_read(desk, qtbot)
    desk.findChild(object, f"reason_{SELLS.key}").setText("It names the bakery")
    put(desk, ui_b.a_view(replace(ui_b.a_post(), id=PostId("p2"))))
    put(desk, view)
    assert desk.findChild(object, "remembrance").isChecked()
    assert desk.findChild(object, f"reason_{SELLS.key}").text() == "It names the bakery"
    assert "not yet seen" not in desk.bar.to_do


@pytest.mark.in_english
def test_whoever_follows_a_remembrance_says_so_too_or_withdraws_it(desk, qtbot):
    said = replace(REMEMBRANCE, flags=(), said_by=(NORA.id,))
    put(desk, ui_b.a_view(flags=(ui_b.SOLEMN,), remembrance=said))
    turn_until_read(desk, qtbot)
    desk.findChild(object, f"reason_{ui_b.SOLEMN.key}").setText("A remembrance")
    assert "Nora Haddad approved it as the remembrance: mark it as that too" in desk.bar.to_do
    assert not desk.bar.box.isEnabled()
    desk.findChild(object, "remembrance").click()
    assert desk.bar.box.isEnabled()
    assert "0 of 2 approvals given as the remembrance." in desk.bar.to_do


def test_the_author_is_told_why_the_box_is_shut(desk, qtbot):
    put(desk, ui_b.a_view(ui_b.a_post().changed(editor=MARC.id)))
    qtbot.wait(60)
    assert desk.bar.to_do == "You wrote this version: another reviewer must approve it."
    assert not desk.bar.box.isEnabled()
    with qtbot.assertNotEmitted(desk.approved):
        desk.turn_page()
        desk.turn_page()


def test_a_language_that_is_not_read_asks_for_a_note(desk, qtbot):
    put(desk, ui_b.a_view(ui_b.a_post("毎朝5時に焼きます。", language="ja")))
    qtbot.waitUntil(lambda: not unread(desk))
    assert "A note must say" in desk.bar.to_do
    desk.turn_page()
    assert desk.bar.note.hasFocus()
    desk.bar.note.setText("Read by Aiko in the shop")
    assert desk.bar.box.isEnabled()
    with qtbot.waitSignal(desk.approved) as said:
        desk.bar.box.click()
    assert said.args[0].note == "Read by Aiko in the shop"


def test_a_picture_counts_once_it_is_loaded_and_shown(desk, qtbot):
    put(desk, ui_b.a_view(ui_b.a_post(media=ui_b.with_pictures("d1"))))
    qtbot.wait(60)
    desk.turn_page()
    qtbot.wait(60)
    assert "1 picture" in desk.bar.to_do
    desk.show_images({"d1": decoded(a_picture(300, 700), QSize(2000, 2000))})
    turn_until_read(desk, qtbot)
    assert desk.bar.box.isEnabled()


def test_what_was_read_still_counts_after_a_look_at_another_post(desk, qtbot):
    first = ui_b.a_view()
    second = ui_b.a_view(replace(ui_b.a_post("Anderes"), id=PostId("other")))
    put(desk, first)
    qtbot.waitUntil(lambda: not unread(desk))
    put(desk, second)
    assert unread(desk)
    put(desk, first)
    assert not unread(desk)
    desk.forget()
    put(desk, first)
    assert unread(desk)


def test_a_no_carries_the_content_that_was_read(desk, qtbot):
    view = ui_b.a_view()
    put(desk, view)
    desk.bar.buttons[No.CHANGES].click()
    qtbot.keyClicks(desk.bar.why.line, "Another picture")
    with qtbot.waitSignal(desk.said_no) as said:
        desk.bar.why.send.click()
    (given,) = said.args
    assert (given.way, given.note) == (No.CHANGES, "Another picture")
    assert given.fingerprint == view.post.fingerprint


def test_a_refused_approval_says_why_where_it_happened(desk, qtbot):
    put(desk, ui_b.a_view())
    qtbot.waitUntil(lambda: not unread(desk))
    desk.bar.box.click()
    desk.refuse("DE-0142 was changed while you read it: read the new version.")
    assert desk.findChild(object, "message_bar").text.startswith("DE-0142 was changed")
    assert not desk.bar.box.isChecked()
    assert desk.put_message_away()
    assert not desk.put_message_away()


def test_an_approved_post_can_only_be_taken_back(desk, qtbot):
    put(desk, ui_b.approved(ui_b.a_view()))
    assert desk.bar.box.isChecked()
    assert desk.bar.buttons[No.WITHDRAW].isVisible()
    with qtbot.assertNotEmitted(desk.approved):
        desk.turn_page()


def test_the_page_before_comes_back(desk, qtbot):
    put(desk, ui_b.a_view(ui_b.a_post(LONG)))
    qtbot.waitUntil(lambda: desk.area.verticalScrollBar().maximum() > 0)
    desk.turn_page()
    assert desk.area.verticalScrollBar().value() > 0
    desk.turn_back()
    assert desk.area.verticalScrollBar().value() == 0


def test_a_planner_reads_but_cannot_answer(desk):
    caution = ui_b.a_flag()
    put(desk, ui_b.a_view(flags=(caution,)), LENA)
    desk.set_theme(DARK)
    assert "only reviewers and owners approve" in desk.bar.to_do
    assert not desk.findChild(object, f"tick_{caution.key}").isEnabled()


def test_after_a_no_was_thought_better_of_the_keys_belong_to_the_post_again(desk, qtbot):
    put(desk, ui_b.a_view())
    desk.bar.buttons[No.CHANGES].click()
    qtbot.waitUntil(desk.bar.why.line.hasFocus)
    desk.bar.why.cancel.click()
    qtbot.waitUntil(desk.area.hasFocus)


def test_a_tick_that_was_come_to_by_key_leads_on_and_a_second_space_takes_none_back(desk, qtbot):
    first, second = ui_b.a_flag(), ui_b.a_flag(Severity.STOP, "tone.festive")
    put(desk, ui_b.a_view(flags=(second, first)))
    turn_until_read(desk, qtbot)
    desk.turn_page()
    reason = desk.findChild(object, f"reason_{second.key}")
    assert reason.hasFocus()
    qtbot.keyClicks(reason, "The market asked for it")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    tick = desk.findChild(object, f"tick_{first.key}")
    assert tick.hasFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    assert desk.area.hasFocus()
    desk.turn_page()
    assert desk.bar.box.hasFocus()


def test_a_tick_by_mouse_leaves_the_keys_to_the_page(desk, qtbot):
    caution = ui_b.a_flag()
    put(desk, ui_b.a_view(flags=(caution,)))
    turn_until_read(desk, qtbot)
    desk.focus_post()
    tick = desk.findChild(object, f"tick_{caution.key}")
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=beside_its_start(tick))
    assert tick.isChecked()
    assert desk.area.hasFocus()


def beside_its_start(box):
    is_mirrored = box.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return QPoint(box.width() - 12 if is_mirrored else 12, box.height() // 2)


def test_what_is_asked_for_is_on_screen_when_it_gets_the_keys(desk, qtbot):
    long_why = replace(ui_b.a_flag(), why="Because of all this. " * 60)
    put(desk, ui_b.a_view(flags=(long_why,)))
    turn_until_read(desk, qtbot)
    desk.area.verticalScrollBar().setValue(0)
    desk.turn_page()
    tick = desk.findChild(object, f"tick_{long_why.key}")
    assert tick.hasFocus()
    assert not tick.visibleRegion().isEmpty()


def test_a_line_goes_on_when_the_post_is_read_again_under_it(desk, qtbot):
    view = ui_b.a_view(flags=(ui_b.SOLEMN,))
    put(desk, view)
    line = desk.findChild(object, f"reason_{ui_b.SOLEMN.key}")
    line.setFocus()
    qtbot.keyClicks(line, "The may")
    put(desk, view)
    again = desk.findChild(object, f"reason_{ui_b.SOLEMN.key}")
    assert again.hasFocus()
    qtbot.keyClicks(again, "or is told")
    assert again.text() == "The mayor is told"
    assert not desk.has_lost_a_line


def test_a_no_that_is_being_written_stays_when_the_post_is_read_again(desk, qtbot):
    view = ui_b.a_view()
    put(desk, view)
    desk.take_letter(Qt.Key.Key_A)
    qtbot.keyClicks(desk.bar.why.line, "Another pic")
    put(desk, view)
    assert desk.bar.why.line.hasFocus()
    assert desk.bar.why.line.text() == "Another pic"
    put(desk, ui_b.a_view(replace(ui_b.a_post(), id=PostId("p2"))))
    assert desk.bar.why.isHidden()


def test_words_for_a_line_that_has_gone_are_no_commands(desk, monkeypatch):
    monkeypatch.setattr(reading_desk, "LEAST_READING_MS", 60_000)
    put(desk, ui_b.a_view(flags=(ui_b.SOLEMN,)))
    desk.findChild(object, f"reason_{ui_b.SOLEMN.key}").setFocus()
    assert desk.is_typed_in
    put(desk, ui_b.a_view())
    assert desk.has_lost_a_line


def test_a_letter_begins_a_comment_and_the_post_gets_the_keys_back(desk):
    put(desk, ui_b.a_view())
    assert desk.take_letter(Qt.Key.Key_C)
    assert desk.is_typed_in
    assert desk.leave_field()
    assert desk.area.hasFocus()
    assert not desk.leave_field()


def test_the_keys_go_on_through_the_twins_of_an_approved_post(desk, qtbot):
    caution = ui_b.a_flag()
    twin = ui_b.a_view(replace(ui_b.a_post(), id=PostId("p2")), flags=(caution,))
    view = ui_b.approved(ui_b.a_view())
    desk.show_post(view, (), ui_b.calendar(), MARC, (twin,))
    for _turn in range(40):
        qtbot.wait(40)
        desk.turn_page()
        if desk.findChild(object, f"tick_{caution.key}").hasFocus():
            break
    tick = desk.findChild(object, f"tick_{caution.key}")
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    desk.turn_page()
    box = desk.findChild(object, f"bar_{twin.card.name}").box
    assert box.hasFocus()
    assert not box.visibleRegion().isEmpty()


def test_space_turns_no_page_while_all_that_is_unseen_is_on_screen(desk):
    put(desk, ui_b.a_view())
    desk.resize(1100, 900)
    desk.turn_page()
    assert desk.area.verticalScrollBar().value() == 0


def test_space_never_turns_past_a_flag_that_has_not_been_on_screen(desk, qtbot):
    flags = tuple(ui_b.a_flag(Severity.NOTE, f"day.{number}") for number in range(6))
    put(desk, ui_b.a_view(flags=flags))
    turns = 0
    while unread(desk):
        qtbot.wait(60)
        desk.turn_page()
        turns += 1
        assert turns < 20, desk.bar.to_do
    assert desk.bar.box.isEnabled()


def test_hammering_space_ticks_no_caution_and_approves_nothing_with_one(desk, qtbot, monkeypatch):
    monkeypatch.setattr(page_walk, "HASTE_MS", 60_000)
    caution = ui_b.a_flag()
    put(desk, ui_b.a_view(flags=(caution,)))
    turn_until_read(desk, qtbot)
    desk.focus_post()
    with qtbot.assertNotEmitted(desk.approved):
        for _press in range(20):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
            desk.turn_page()
        assert not desk.findChild(object, f"tick_{caution.key}").isChecked()


def test_a_box_that_is_hammered_stays_open_and_unticked(desk, qtbot, monkeypatch):
    put(desk, ui_b.a_view())
    turn_until_read(desk, qtbot)
    monkeypatch.setattr(page_walk, "HASTE_MS", 60_000)
    desk.turn_page()
    with qtbot.assertNotEmitted(desk.approved):
        desk.bar.box.click()
    assert not desk.bar.box.isChecked()
    assert desk.bar.box.isEnabled()


def test_a_box_keeps_the_keys_when_a_colleague_says_something(desk):
    caution = ui_b.a_flag()
    put(desk, ui_b.a_view(flags=(caution,)))
    desk.findChild(object, f"tick_{caution.key}").setFocus()
    put(desk, ui_b.a_view(flags=(caution,)))
    assert desk.findChild(object, f"tick_{caution.key}").hasFocus()
    assert desk.has_keys


def test_two_calm_presses_tick_a_post_without_cautions(desk, qtbot, monkeypatch):
    put(desk, ui_b.a_view())
    turn_until_read(desk, qtbot)
    monkeypatch.setattr(page_walk, "HASTE_MS", 50)
    desk.turn_page()
    qtbot.wait(60)
    with qtbot.waitSignal(desk.approved):
        desk.turn_page()


def test_the_key_after_an_approval_counts_at_once(desk, monkeypatch, qtbot):
    monkeypatch.setattr(reading_desk, "LEAST_READING_MS", 60_000)
    put(desk, ui_b.a_view())
    turn_until_read(desk, qtbot)
    desk.bar.box.setFocus()
    put(desk, ui_b.approved(ui_b.a_view()))
    assert desk.area.hasFocus()
    assert not desk.has_lost_a_line


@pytest.mark.in_english
def test_which_post_came_and_what_it_waits_for_is_told_once(desk, monkeypatch):
    told = []
    monkeypatch.setattr(reading_desk, "announce", lambda _desk, words: told.append(words))
    view = ui_b.a_view(ui_b.a_post(LONG))
    put(desk, view, LENA)
    put(desk, view, LENA)
    (words,) = told
    assert view.card.name in words
    assert "only reviewers and owners approve" in words


def test_what_lies_there_unseen_takes_no_keys(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    desk = ReadingDesk(LIGHT, TalkPanel(DirectOperations(MARC), LIGHT), window)
    desk.hide()
    field.setFocus()
    put(desk, ui_b.a_view())
    desk.focus_post()
    assert window.focusWidget() is field
