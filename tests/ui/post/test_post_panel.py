from datetime import date, datetime

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from app.commands.people import choose_person
from app.commands.session import Session
from app.commands.views import Stage
from app.domain.change import ChangeSet
from app.domain.market import Market, MarketId
from tests.builders import calendars
from tests.builders.calendars import BREAD, DE_INSTAGRAM, GERMANY, LENA, QUIET_DAY, ready_post
from ui.jobs import Jobs
from ui.operations import Operations
from ui.post.post_panel import PostPanel
from ui.theme import DARK

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def save_by_key(writer, qtbot):
    qtbot.keyClick(QApplication.focusWidget() or writer.panel, Qt.Key.Key_S, CTRL)


def test_a_new_post_begins_empty_with_the_cursor_in_its_text(writer, qtbot):
    writer.panel.new_post(GERMANY, QUIET_DAY)
    assert writer.part("post_text").hasFocus()
    assert writer.part("save_bar").state == "Nothing written yet"
    writer.write(qtbot, "Brot")
    with qtbot.waitSignal(writer.panel.post_shown) as shown:
        qtbot.mouseClick(writer.part("save_post"), LEFT)
    post = writer.post()
    assert shown.args == [post.id]
    assert (post.content.text, post.content.channel) == ("Brot", DE_INSTAGRAM)
    assert post.content.local == datetime(2027, 11, 16, 10, 0)
    assert writer.part("save_bar").state.startswith("Saved ")


def test_after_save_by_key_the_keyboard_is_where_one_wrote(writer, qtbot):
    writer.panel.new_post(GERMANY, QUIET_DAY)
    writer.write(qtbot, "Brot")
    field = writer.panel.focusWidget()
    writer.part("save_post").setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(writer.panel.post_shown):
        qtbot.keyClick(writer.part("save_post"), Qt.Key.Key_Space)
    assert writer.panel.focusWidget() is field


def test_a_new_post_without_a_word_leaves_nothing_behind(writer, qtbot):
    writer.panel.new_post(GERMANY, QUIET_DAY)
    with qtbot.waitSignal(writer.panel.closed):
        qtbot.keyClick(writer.panel, Qt.Key.Key_Escape)
    assert writer.reader.cards(date(2027, 1, 1), date(2027, 12, 31)) == ()


def test_a_new_post_may_begin_in_the_tray(writer, qtbot):
    writer.panel.new_post(GERMANY, None)
    writer.write(qtbot, "Brot")
    writer.panel.save()
    assert writer.post().content.local is None


def test_edits_collect_until_ctrl_s_saves_them(writer, qtbot):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    assert writer.part("save_bar").state == "Unsaved changes"
    assert writer.post(post_id).content.text == BREAD
    save_by_key(writer, qtbot)
    assert writer.post(post_id).content.text == f"Neu: {BREAD}"
    assert not writer.panel.has_unsaved_changes


def test_what_the_save_does_to_the_approval_is_said_before(writer, qtbot):
    post_id = writer.show()
    calendars.approve_as(writer.session, writer.reader, post_id)
    writer.panel.on_changed(ChangeSet("", posts=frozenset({post_id})))
    writer.write(qtbot, "Ask the shop", "post_notes")
    assert "Saving keeps the approval by Marc Fournier" in writer.part("approval_line").words
    writer.write(qtbot, "Neu: ")
    assert writer.part("approval_line").words == (
        "Saving ends the approval by Marc Fournier: text changed."
    )
    writer.panel.save()
    assert writer.reader.post(post_id).card.stage == Stage.ENDED


def test_turning_to_another_post_saves_and_undo_takes_it_back(writer, qtbot):
    first = writer.show()
    other = ready_post(writer.session)
    writer.write(qtbot, "Neu: ")
    writer.panel.show_post(other)
    assert writer.post(first).content.text.startswith("Neu: ")
    assert writer.panel.post_id == other
    writer.operations.run(Session.undo)
    assert writer.post(first).content.text == BREAD


def test_closing_asks_nothing_but_saves(writer, qtbot):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    with qtbot.waitSignal(writer.panel.closed):
        qtbot.mouseClick(writer.part("post_close"), LEFT)
    assert writer.post(post_id).content.text.startswith("Neu: ")


def test_what_cannot_be_saved_is_said_and_nothing_is_lost(writer, qtbot):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    writer.session.me = None
    with qtbot.assertNotEmitted(writer.panel.closed):
        writer.panel.leave()
    assert "Choose who you are" in writer.part("message_bar").text
    assert writer.part("post_text").value == f"Neu: {BREAD}"
    assert writer.panel.has_unsaved_changes
    choose_person(writer.session, person_id=LENA)
    qtbot.keyClick(writer.panel, Qt.Key.Key_Escape)
    writer.panel.save()
    assert writer.post(post_id).content.text == f"Neu: {BREAD}"


def test_another_day_and_time_are_saved_as_the_clocks_of_the_market_show_them(writer):
    post_id = writer.show()
    writer.part("post_day").setDate(QDate(2027, 11, 18))
    writer.panel.save()
    assert writer.post(post_id).content.local == datetime(2027, 11, 18, 10, 30)


def test_discarded_changes_can_be_brought_back(writer, qtbot):
    writer.show()
    writer.write(qtbot, "Neu: ")
    qtbot.mouseClick(writer.part("discard_changes"), LEFT)
    assert writer.part("post_text").value == BREAD
    assert not writer.panel.has_unsaved_changes
    writer.answer()
    assert writer.part("post_text").value == f"Neu: {BREAD}"


def test_a_market_without_a_channel_says_what_comes_first(writer):
    market = Market(MarketId("JP"), "JP", "Japan", "JP", ("ja",), "Asia/Tokyo")
    calendar = writer.reader.calendar()
    writer.panel.set_calendar(
        calendar.__class__(
            name=calendar.name,
            is_sample=False,
            markets=(*calendar.markets, market),
            channels=calendar.channels,
            people=calendar.people,
            holds=(),
            policy=calendar.policy,
        )
    )
    writer.panel.new_post(MarketId("JP"), QUIET_DAY)
    assert "Japan has no channel yet" in writer.part("message_bar").text


def test_a_post_that_is_gone_is_said_to_be_gone(writer):
    writer.panel.show_post("nowhere")
    assert writer.part("message_bar").text
    assert writer.panel.post_id is None


def test_a_change_of_the_calendar_keeps_what_is_unsaved(writer, qtbot):
    writer.show()
    writer.write(qtbot, "Neu: ")
    writer.panel.on_changed(ChangeSet("", everything=True))
    writer.panel.set_theme(DARK)
    assert writer.part("post_text").value == f"Neu: {BREAD}"


def test_it_fits_beside_the_calendar(writer):
    writer.show()
    assert writer.panel.minimumSizeHint().width() <= 400
    assert writer.panel.sizeHint().width() == 400


def test_a_save_travels_over_the_database_thread_and_comes_back(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    post_id = ready_post(session)
    session.close()
    reader = calendars.reader_of(path)
    operations = Operations(lambda: Session.open(path, calendars.knowledge()))
    jobs = Jobs()
    panel = PostPanel(reader, operations, jobs, reader.calendar(), DARK)
    operations.changed.connect(panel.on_changed)
    qtbot.addWidget(panel)
    panel.show()
    operations.run(lambda opened: choose_person(opened, person_id=LENA))
    panel.show_post(post_id)
    qtbot.waitUntil(lambda: panel.post_id == post_id)
    field, bar = panel.findChild(object, "post_text"), panel.findChild(object, "save_bar")
    qtbot.keyClicks(field, "Neu: ")
    panel.save()
    qtbot.keyClicks(field, "und ")
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert reader.post(post_id).post.content.text == f"Neu: {BREAD}"
    assert field.value == f"Neu: und {BREAD}"
    assert bar.state == "Unsaved changes"
    panel.leave()
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert reader.post(post_id).post.content.text == f"Neu: und {BREAD}"
    operations.close()
    jobs.close()
    reader.close()
