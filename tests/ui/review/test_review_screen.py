from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.commands import holds, posts
from app.commands.assignments import assign_review
from app.commands.comments import add_comment
from app.commands.people import choose_person
from app.commands.pictures import attach_picture
from app.commands.session import Session
from app.commands.views import Stage
from app.domain.change import ChangeSet
from app.domain.hold import Scope
from app.errors import CalendarFileError
from tests.builders import calendars
from tests.builders.calendars import LENA, MARC, NORA, POGROM_DAY, QUIET_DAY, ready_post
from tests.builders.moves import copy_posts, move_posts
from tests.ui.direct import a_picture
from ui.jobs import Jobs
from ui.operations import Operations
from ui.review import review_screen
from ui.review.decision_bar import No
from ui.review.queue_reader import AfterHold
from ui.review.reading_desk import ReadingDesk
from ui.review.review_screen import ReviewScreen
from ui.review.suggest_dialog import SuggestDialog
from ui.talk.comment_input import CommentInput
from ui.theme import DARK
from ui.widgets.flag_list import FlagRow

LEFT = Qt.MouseButton.LeftButton
SPACE = Qt.Key.Key_Space
QUIET = "Heute bleibt es auf diesem Kanal still. Wir gedenken der Opfer."
LONG = "\n".join(f"Heute backen wir Roggenbrot mit Sauerteig, Blech {n}." for n in range(1, 41))


def read(desk, qtbot, person=MARC, post_id=None):
    desk.sit_down(person)
    if post_id is None:
        desk.screen.open_queue()
    else:
        desk.screen.show_post(post_id)
    desk.read_whole(qtbot)


def named(desk, name):
    return desk.screen.findChild(QWidget, name)


@pytest.mark.in_english
def test_the_box_stays_shut_until_every_line_was_on_screen_at_600_by_400(desk, qtbot):
    post_id = ready_post(desk.session, LONG)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    qtbot.wait(60)
    assert (desk.screen.width(), desk.screen.height()) == (600, 400)
    assert not desk.bar.box.isEnabled()
    qtbot.mouseClick(desk.bar.box, LEFT)
    assert desk.stage(post_id) == Stage.WAITING
    desk.read_whole(qtbot)
    assert desk.bar.box.isEnabled()
    desk.bar.box.setFocus()
    qtbot.keyClick(desk.bar.box, SPACE)
    assert desk.stage(post_id) == Stage.APPROVED


def test_what_was_on_screen_is_kept_with_the_decision(desk, qtbot):
    post_id = ready_post(desk.session, QUIET, POGROM_DAY)
    post = desk.reader.post(post_id).post
    attach_picture(
        desk.session,
        post_id=post_id,
        base_revision=post.revision,
        data=a_picture(),
        file_name="loaf.png",
        alt="A loaf",
    )
    (flag,) = [f for f in desk.reader.post(post_id).flags if f.rule == "day.solemn"]
    read(desk, qtbot)
    qtbot.keyClicks(named(desk, f"reason_{flag.key}"), "We remember, we do not sell.")
    for row in desk.screen.findChildren(QWidget):
        if row.objectName().startswith("tick_") and row.isVisible():
            row.setChecked(True)
    qtbot.mouseClick(desk.bar.box, LEFT)
    (decision,) = desk.reader.post(post_id).decisions
    assert "text" in decision.shown
    assert flag.sight in decision.shown
    assert any(shown.startswith("medium:") for shown in decision.shown)
    assert decision.seen[0].reason == "We remember, we do not sell."


def test_a_stop_needs_written_words(desk, qtbot):
    ready_post(desk.session, QUIET, POGROM_DAY)
    read(desk, qtbot)
    assert "1 stop needs a reason." in desk.to_do
    assert not desk.bar.box.isEnabled()


def test_the_author_is_told_why_the_box_is_shut(desk, qtbot):
    desk.sit_down(MARC)
    post_id = ready_post(desk.session)
    desk.screen.open_queue()
    qtbot.wait(60)
    assert desk.to_do == "You wrote this version: another reviewer must approve it."
    for _press in range(3):
        qtbot.keyClick(desk.screen, SPACE)
    qtbot.mouseClick(desk.bar.box, LEFT)
    assert desk.stage(post_id) == Stage.WAITING


def test_space_and_space_approve_a_post_without_flags_and_the_next_one_comes(desk, qtbot):
    first = ready_post(desk.session)
    second = ready_post(
        desk.session, "Am Samstag ist der Laden zu.", day=QUIET_DAY + timedelta(days=2)
    )
    read(desk, qtbot)
    assert named(desk, "review_counter").text() == "1 of 2"
    qtbot.keyClick(desk.screen, SPACE)
    assert desk.stage(first) == Stage.WAITING
    qtbot.keyClick(desk.screen, SPACE)
    assert desk.stage(first) == Stage.APPROVED
    assert named(desk, "review_name").text() == desk.reader.post(second).card.name
    assert named(desk, "review_counter").text() == "1 of 1"


def test_in_a_low_window_head_and_box_leave_the_post_more_room(desk):
    ready_post(desk.session, LONG)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    parts = named(desk, "review_head"), named(desk, "decision_bar")
    needed = []
    for height in (500, 300, 500):
        desk.screen.resize(600, height)
        needed.append(sum(part.heightForWidth(600) for part in parts))
    before, low, after = needed
    assert low < before == after


def test_after_the_last_post_the_decided_one_stays_with_its_tick(desk, qtbot):
    ready_post(desk.session)
    read(desk, qtbot)
    qtbot.keyClick(desk.screen, SPACE)
    qtbot.keyClick(desk.screen, SPACE)
    assert desk.bar.box.isChecked()
    assert "Approved by Marc Fournier" in desk.to_do


def test_j_and_k_walk_through_the_queue_by_risk(desk, qtbot):
    ready_post(desk.session)
    risky = ready_post(desk.session, day=POGROM_DAY)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    shown = named(desk, "review_name")
    assert shown.text() == desk.reader.post(risky).card.name
    for key, counter in (("j", "2 of 2"), ("n", "2 of 2"), ("k", "1 of 2"), ("p", "1 of 2")):
        qtbot.keyClick(desk.screen, key)
        assert named(desk, "review_counter").text() == counter


@pytest.mark.parametrize(
    ("way", "stage"), [(No.CHANGES, Stage.CHANGES), (No.REFUSE, Stage.REFUSED)]
)
def test_a_no_is_kept_with_its_note(desk, qtbot, way, stage):
    post_id = ready_post(desk.session)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    qtbot.mouseClick(desk.bar.buttons[way], LEFT)
    qtbot.keyClicks(desk.bar.why.line, "Not with this picture")
    qtbot.keyClick(desk.bar.why.line, Qt.Key.Key_Return)
    view = desk.reader.post(post_id)
    assert view.card.stage == stage
    assert view.decisions[-1].note == "Not with this picture"


def test_an_approval_can_be_taken_back(desk, qtbot):
    post_id = ready_post(desk.session)
    calendars.approve_as(desk.session, desk.reader, post_id)
    desk.sit_down(NORA)
    desk.screen.show_post(post_id)
    qtbot.mouseClick(desk.bar.buttons[No.WITHDRAW], LEFT)
    qtbot.keyClicks(desk.bar.why.line, "News from Berlin")
    qtbot.mouseClick(desk.bar.why.send, LEFT)
    assert desk.reader.post(post_id).card.stage != Stage.APPROVED
    assert not desk.bar.box.isChecked()


def test_a_change_under_the_reader_must_be_read_anew(desk, qtbot):
    post_id = ready_post(desk.session)
    read(desk, qtbot)
    assert desk.bar.box.isEnabled()
    posts.mark_ready(desk.session, post_ids=[post_id])
    calendars.act_as(desk.session, LENA)
    post = desk.reader.post(post_id).post
    changes = posts.edit_post(
        desk.session,
        post_id=post_id,
        base_revision=post.revision,
        changes={"text": "Ganz anderes Brot liegt heute für euch bereit, mit Sauerteig."},
    )
    calendars.act_as(desk.session, MARC)
    desk.screen.on_changed(changes)
    assert not desk.bar.box.isEnabled()
    assert "changed by Lena Brandt while you read it" in named(desk, "message_bar").text


def test_a_post_that_could_not_be_read_anew_is_tried_again(desk, qtbot, monkeypatch):
    post_id = ready_post(desk.session)
    read(desk, qtbot)
    monkeypatch.setattr(review_screen, "READ_AGAIN_MS", 0)
    tries, again = [], type(desk.reader).again

    def busy_at_first(reader):
        tries.append(reader)
        if len(tries) < 3:
            raise CalendarFileError("The calendar is busy: try again in a moment.")
        return again(reader)

    monkeypatch.setattr(type(desk.reader), "again", busy_at_first)
    desk.screen.on_changed(ChangeSet("Checked", posts=frozenset({post_id})))
    assert "busy" in named(desk, "message_bar").text
    assert "as it is now" in desk.to_do
    qtbot.waitUntil(lambda: "as it is now" not in desk.to_do)
    assert desk.bar.box.isEnabled()


def test_a_decision_on_what_was_changed_meanwhile_is_refused_in_place(desk, qtbot):
    post_id = ready_post(desk.session)
    read(desk, qtbot)
    calendars.act_as(desk.session, LENA)
    revision = desk.reader.post(post_id).post.revision
    posts.edit_post(
        desk.session, post_id=post_id, base_revision=revision, changes={"text": "Anderes Brot."}
    )
    calendars.act_as(desk.session, MARC)
    qtbot.mouseClick(desk.bar.box, LEFT)
    assert "was changed while you read it" in named(desk, "message_bar").text
    assert not desk.bar.box.isChecked()


def test_why_the_approval_ended_is_told_in_words(desk):
    post_id = ready_post(desk.session, day=POGROM_DAY)
    calendars.approve_as(desk.session, desk.reader, post_id)
    move_posts(desk.session, post_ids=[post_id], to_day=date(2027, 11, 10))
    desk.sit_down(MARC)
    desk.screen.show_post(post_id)
    told = named(desk, "why_ended").text()
    assert "Moved from Tue 9 Nov to Wed 10 Nov, by Lena Brandt" in told
    named(desk, "show_difference").click()
    part = named(desk, "section_diff")
    assert part.visibleRegion().boundingRect().height() > 0


def test_what_one_person_has_read_does_not_count_for_the_next(desk, qtbot):
    ready_post(desk.session)
    read(desk, qtbot)
    assert desk.bar.box.isEnabled()
    desk.sit_down(NORA)
    assert not desk.bar.box.isEnabled()
    assert "not yet seen" in desk.to_do


def test_a_tick_given_while_another_sits_down_counts_for_neither(desk, qtbot):
    post_id = ready_post(desk.session)
    read(desk, qtbot)
    calendars.act_as(desk.session, NORA)  # on its way: the window does not know it yet
    qtbot.mouseClick(desk.bar.box, LEFT)
    assert desk.stage(post_id) == Stage.WAITING
    assert "Marc Fournier does not sit here any more" in named(desk, "message_bar").text
    assert not desk.bar.box.isChecked()


def test_a_planner_sees_who_approves(desk):
    post_id = ready_post(desk.session)
    desk.sit_down(LENA)
    desk.screen.show_post(post_id)
    assert desk.to_do == "You are a planner: only reviewers and owners approve."
    assert not desk.bar.buttons[No.REFUSE].isEnabled()


def test_a_hold_keeps_the_box_shut_with_its_reason(desk, qtbot):
    post_id = ready_post(desk.session)
    changes = holds.place_hold(
        desk.session, scope=Scope.EVERYTHING, target="", reason="Wait for news"
    )
    desk.sit_down(MARC)
    desk.screen.on_changed(changes)
    desk.screen.show_post(post_id)
    qtbot.wait(60)
    assert not desk.bar.box.isEnabled()
    assert "Wait for news" in desk.to_do or "Must be mended first" in desk.to_do


def test_where_nothing_waited_for_one_person_the_next_finds_what_waits_for_them(desk, qtbot):
    post_id = ready_post(desk.session)
    assign_review(desk.session, post_id=post_id, assignee=NORA)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    assert named(desk, "empty_queue").isVisible()
    desk.sit_down(NORA)
    assert not named(desk, "empty_queue").isVisible()
    assert desk.screen.findChild(ReadingDesk).view.post.id == post_id


def test_where_nothing_waited_a_post_that_comes_is_shown(desk):
    desk.sit_down(MARC)
    desk.screen.open_queue()
    assert named(desk, "empty_queue").isVisible()
    choose_person(desk.session, person_id=LENA)
    post_id = ready_post(desk.session)
    desk.screen.on_changed(ChangeSet("Ready", posts=frozenset({post_id})))
    assert not named(desk, "empty_queue").isVisible()
    assert desk.screen.findChild(ReadingDesk).view.post.id == post_id


def test_nothing_to_review_leads_back_to_the_calendar(desk, qtbot):
    desk.sit_down(MARC)
    desk.screen.open_queue()
    assert named(desk, "empty_queue").isVisible()
    with qtbot.waitSignal(desk.screen.closed):
        qtbot.mouseClick(named(desk, "empty_back"), LEFT)


def test_esc_closes_first_the_note_then_the_screen(desk, qtbot):
    ready_post(desk.session)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    qtbot.mouseClick(desk.bar.buttons[No.CHANGES], LEFT)
    with qtbot.assertNotEmitted(desk.screen.closed):
        qtbot.keyClick(desk.screen, Qt.Key.Key_Escape)
    assert not desk.bar.why.isVisible()
    with qtbot.waitSignal(desk.screen.closed):
        qtbot.keyClick(desk.screen, Qt.Key.Key_Escape)


def test_the_panel_opens_with_the_post_that_is_read(desk, qtbot):
    post_id = ready_post(desk.session)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    with qtbot.waitSignal(desk.screen.post_opened) as opened:
        qtbot.mouseClick(named(desk, "open_panel"), LEFT)
    assert opened.args == [post_id]


def test_the_queue_stands_beside_the_post_when_there_is_room_or_when_asked(desk, qtbot):
    ready_post(desk.session)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    assert not named(desk, "review_queue").isVisible()
    qtbot.mouseClick(named(desk, "toggle_queue"), LEFT)
    assert named(desk, "review_queue").isVisible()
    qtbot.mouseClick(named(desk, "toggle_queue"), LEFT)
    assert not named(desk, "review_queue").isVisible()


def test_on_a_wide_screen_the_queue_stands_there_by_itself(desk):
    ready_post(desk.session)
    desk.sit_down(MARC)
    desk.screen.resize(1200, 700)
    desk.screen.open_queue()
    assert named(desk, "review_queue").isVisible()


def test_a_held_down_space_never_ticks(desk, qtbot):
    post_id = ready_post(desk.session)
    read(desk, qtbot)
    for _repeat in range(5):
        _repeat_space(desk.screen)
    assert desk.stage(post_id) == Stage.WAITING


def _repeat_space(screen):
    event = QKeyEvent(
        QEvent.Type.KeyPress, SPACE, Qt.KeyboardModifier.NoModifier, " ", autorep=True
    )
    QCoreApplication.sendEvent(screen, event)


def test_while_it_is_hidden_it_reads_nothing_and_catches_up_when_shown(desk, qtbot):
    desk.sit_down(MARC)
    desk.screen.open_queue()
    desk.screen.hide()
    calendars.act_as(desk.session, LENA)
    ready_post(desk.session)
    calendars.act_as(desk.session, MARC)
    desk.screen.show()
    assert named(desk, "review_counter").text() == "0 to review"
    desk.screen.hide()
    desk.screen.on_changed(ChangeSet("x", everything=True))
    desk.screen.show()
    assert named(desk, "review_counter").text() == "1 of 1"


def test_the_dark_theme_keeps_what_was_read(desk, qtbot):
    ready_post(desk.session)
    read(desk, qtbot)
    desk.screen.set_theme(DARK)
    assert desk.bar.box.isEnabled()


def test_other_colours_open_no_box_of_a_post_that_is_being_read_anew(desk, qtbot):
    post_id = ready_post(desk.session)
    read(desk, qtbot)
    desk.screen._posts.read_again = lambda _post: None  # noqa: SLF001 - it takes long
    desk.screen.on_changed(ChangeSet("x", posts=frozenset([post_id])))
    assert not desk.bar.box.isEnabled()
    desk.screen.set_theme(DARK)
    assert not desk.bar.box.isEnabled()


def test_what_no_screen_can_show_is_opened_outside_before_the_tick(desk, qtbot, monkeypatch):
    post_id = ready_post(desk.session)
    broken = b"\x89PNG\r\n\x1a\nbroken"
    post = desk.reader.post(post_id).post
    attach_picture(
        desk.session,
        post_id=post_id,
        base_revision=post.revision,
        data=broken,
        file_name="loaf.png",
        alt="A loaf",
    )
    desk.sit_down(MARC)
    desk.screen.show_post(post_id)
    qtbot.wait(60)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    named(desk, "picture_0_open").click()
    assert opened[0].toLocalFile().endswith(".png")
    desk.read_whole(qtbot)
    assert desk.bar.box.isEnabled()


def test_a_post_that_is_gone_says_so(desk):
    ready_post(desk.session)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    desk.screen.show_post("nowhere")
    assert named(desk, "message_bar").text


def test_a_decision_travels_over_the_database_thread_and_comes_back(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    post_id = ready_post(session)
    session.close()
    reader = calendars.reader_of(path)
    operations = Operations(lambda: Session.open(path, calendars.knowledge()))
    jobs = Jobs()
    screen = ReviewScreen(reader, operations, jobs, reader.calendar(), DARK)
    operations.changed.connect(screen.on_changed)
    qtbot.addWidget(screen)
    screen.resize(600, 800)
    screen.show()
    operations.run(lambda opened: choose_person(opened, person_id=MARC))
    qtbot.waitUntil(lambda: operations.me is not None)
    screen.open_queue()
    bar = screen.findChild(QWidget, "decision_bar")
    qtbot.waitUntil(bar.box.isEnabled)
    qtbot.mouseClick(bar.box, LEFT)
    qtbot.waitUntil(lambda: "Approved by Marc Fournier" in bar.to_do)
    assert reader.post(post_id).card.stage == Stage.APPROVED
    operations.close()
    jobs.close()
    reader.close()


# --- after a hold ------------------------------------------------------------------------------


@pytest.fixture
def after_hold(desk):
    """A post that a lifted hold had caught approved, and one that waits anyway."""
    caught = ready_post(desk.session)
    calendars.approve_as(desk.session, desk.reader, caught)
    ready_post(desk.session, text=f"{calendars.BREAD} Und morgen?")
    holds.place_hold(desk.session, scope=Scope.EVERYTHING, target="", reason="Fire")
    (hold,) = desk.reader.calendar().holds
    desk.sit_down(NORA)
    holds.lift_hold(desk.session, hold_id=hold.id, reason="All are safe")
    desk.screen.open_queue(AfterHold(hold.id, "Everything"))
    return caught


def test_after_a_hold_the_queue_holds_exactly_what_it_had_caught(desk, qtbot, after_hold):
    assert named(desk, "review_name").text() == "DE-0001"
    assert named(desk, "review_counter").text() == "1 of 1"
    assert named(desk, "queue_limit").text() == "Caught by the hold: Everything"
    desk.read_whole(qtbot)
    qtbot.mouseClick(desk.bar.box, LEFT)
    assert desk.stage(after_hold) == Stage.APPROVED
    assert named(desk, "empty_title").text() == "All that the hold had caught is read"
    qtbot.mouseClick(named(desk, "empty_whole"), LEFT)
    assert named(desk, "review_name").text() == "DE-0002"
    assert not named(desk, "queue_limit").isVisible()


def test_a_click_on_the_chip_brings_the_whole_queue_back(desk, qtbot, after_hold):
    qtbot.mouseClick(named(desk, "queue_limit"), LEFT)
    assert named(desk, "review_counter").text() == "1 of 2"
    assert not named(desk, "queue_limit").isVisible()


def test_a_look_at_new_hashtags_takes_their_flag_away(desk, qtbot):
    ready_post(desk.session, "Frisch aus dem Ofen. #Roggenliebe")
    read(desk, qtbot)
    button = named(desk, "deed_hashtag.unconfirmed")
    qtbot.mouseClick(button, LEFT)
    assert named(desk, "flag_hashtag.unconfirmed") is None
    assert named(desk, "review_page") is not None


def test_hashtags_of_a_far_day_are_ticked_and_the_screen_says_so(desk, qtbot):
    far = QUIET_DAY + timedelta(days=300)
    ready_post(desk.session, "Frisch aus dem Ofen. #Roggenliebe", day=far)
    read(desk, qtbot)
    qtbot.mouseClick(named(desk, "deed_hashtag.unconfirmed"), LEFT)
    assert named(desk, "flag_hashtag.unconfirmed") is not None


def test_a_post_beside_one_that_is_changed_is_shown_with_its_flags_of_now(desk, qtbot):
    first = ready_post(desk.session)
    read(desk, qtbot, post_id=first)
    keys = {row.flag.family for row in desk.screen.findChildren(FlagRow)}
    assert "duplicate" not in keys
    before = desk.session.me
    desk.operations.run(
        lambda session: copy_posts(session, post_ids=[first], to_day=QUIET_DAY + timedelta(days=3))
    )
    assert desk.session.me == before
    keys = {row.flag.family for row in desk.screen.findChildren(FlagRow)}
    assert "duplicate" in keys


def test_mine_all_and_overdue_are_parts_of_one_queue(desk, qtbot):
    german = ready_post(desk.session)
    dutch = ready_post(desk.session, "Warm from the oven.", language="nl")
    desk.sit_down(MARC)
    desk.screen.resize(1200, 700)
    desk.screen.open_queue()
    shown = desk.screen.findChild(ReadingDesk)
    assert shown.view.post.id == german
    assert named(desk, "review_counter").text() == "1 of 1"
    qtbot.mouseClick(named(desk, "queue_all_button"), LEFT)
    assert (shown.view.post.id, named(desk, "review_counter").text()) == (german, "1 of 2")
    qtbot.keyClick(desk.screen, Qt.Key.Key_J)
    assert shown.view.post.id == dutch
    qtbot.mouseClick(named(desk, "queue_overdue_button"), LEFT)
    assert not shown.isVisible()
    qtbot.mouseClick(named(desk, "empty_others"), LEFT)
    assert shown.isVisible()
    assert shown.view.post.id == german


def test_who_turns_to_all_in_the_middle_goes_on_with_the_first_of_them(desk, qtbot):
    grave = ready_post(desk.session, "Warm from the oven.", language="nl", day=POGROM_DAY)
    german = ready_post(desk.session)
    ready_post(desk.session, "Closed on Monday.", language="nl", day=QUIET_DAY + timedelta(days=9))
    desk.sit_down(MARC)
    desk.screen.resize(1200, 700)
    desk.screen.open_queue()
    shown = desk.screen.findChild(ReadingDesk)
    qtbot.mouseClick(named(desk, "queue_all_button"), LEFT)
    assert (shown.view.post.id, named(desk, "review_counter").text()) == (german, "2 of 3")
    desk.read_whole(qtbot)
    qtbot.waitUntil(desk.bar.box.isEnabled)
    qtbot.mouseClick(desk.bar.box, LEFT)
    assert desk.stage(german) == Stage.APPROVED
    assert shown.view.post.id == grave


def test_another_order_keeps_the_post_that_is_read(desk, qtbot):
    plain = ready_post(desk.session, day=QUIET_DAY)
    grave = ready_post(desk.session, "Jetzt ${price}!", day=QUIET_DAY + timedelta(days=9))
    desk.sit_down(MARC)
    desk.screen.resize(1200, 700)
    desk.screen.open_queue()
    qtbot.keyClick(named(desk, "queue_order"), Qt.Key.Key_Down)
    assert desk.screen.findChild(ReadingDesk).view.post.id == plain
    assert named(desk, "review_counter").text() == "2 of 2"
    qtbot.keyClick(desk.screen, Qt.Key.Key_K)
    assert desk.screen.findChild(ReadingDesk).view.post.id == grave


def test_letters_in_an_editor_are_words_and_turn_no_page(desk, qtbot):
    first = ready_post(desk.session)
    ready_post(desk.session, clock=time(12))
    desk.sit_down(MARC)
    desk.screen.open_queue()
    field = desk.screen.findChild(CommentInput)
    field.setFocus()
    qtbot.keyClicks(field, "njkp")
    assert field.toPlainText() == "njkp"
    assert desk.screen.findChild(ReadingDesk).view.post.id == first


def test_a_reviewer_suggests_other_words_and_goes_on_reading(desk, qtbot):
    post_id = ready_post(desk.session)
    read(desk, qtbot)
    named(desk, "suggest_edit").click()
    dialog = desk.screen.findChild(SuggestDialog)
    dialog.findChild(QWidget, "suggest_text").setPlainText("Kurz.")
    dialog.findChild(QWidget, "suggest_send").click()
    view = desk.reader.post(post_id)
    assert view.talk.suggestions[0].words[0].after == "Kurz."
    assert view.card.stage is Stage.WAITING
    assert named(desk, "suggestion").isVisible()
    assert desk.bar.box.isEnabled()  # what was read stays read


def test_a_comment_goes_on_being_typed_while_others_speak(desk, qtbot):
    post_id = ready_post(desk.session)
    desk.sit_down(MARC)
    desk.screen.open_queue()
    field = desk.screen.findChild(CommentInput)
    field.setFocus()
    qtbot.keyClicks(field, "Half")
    changes = add_comment(desk.session, post_id=post_id, text="Meanwhile")
    desk.screen.on_changed(changes)
    assert desk.screen.findChild(CommentInput) is field
    assert (field.toPlainText(), field.hasFocus()) == ("Half", True)
