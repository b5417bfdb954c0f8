from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QTextEdit,
)

from app.commands.drafts import Draft, keep_draft
from app.commands.imports import import_rows, preview_import
from app.commands.people import choose_person
from app.commands.post_filter import EVERYTHING
from app.commands.posts import edit_post
from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.change import ChangeSet
from app.errors import RefusedError
from tests.builders import calendars
from tests.builders.calendars import (
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    POGROM_DAY,
    QUIET_DAY,
)
from tests.builders.moves import move_posts
from ui import news
from ui.calendar.period import Period
from ui.cards.card_layout import Density
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.operations import Operations
from ui.plan.plan_view import ViewKind
from ui.preferences import Preferences
from ui.theme import DARK, LIGHT, ThemeChoice
from ui.widgets import toast as toasts


@dataclass
class Desk:
    """The window over a real calendar, with everything behind it."""

    path: Path
    window: MainWindow
    operations: Operations
    qtbot: object
    post: str

    def settle(self, within_ms: int = 5000) -> None:
        self.qtbot.waitUntil(lambda: self.window.is_settled, timeout=within_ms)

    def dialogs(self, name: str) -> list[QDialog]:
        found = [one for one in QApplication.topLevelWidgets() if one.objectName() == name]
        return [one for one in found if one.isVisible()]

    @property
    def toast(self) -> str:
        return self.window.body.toast.text

    @property
    def bar(self) -> str:
        return self.window.body.bar.text

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.window.activateWindow()
        view = self.window.calendar_screen.view
        view.setFocus()
        self.qtbot.waitUntil(view.hasFocus)
        self.qtbot.keyClick(view, key, modifier)

    def move(self, day: date) -> None:
        self.operations.run(lambda s: move_posts(s, post_ids=[self.post], to_day=day))
        self.settle()


@pytest.fixture
def desk(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    reader = calendars.reader_of(path)
    post = calendars.ready_post(session)
    calendars.approve_as(session, reader, post)
    session.close()
    Preferences().remember_first_day(path, QUIET_DAY)
    operations = Operations(lambda: Session.open(path, calendars.knowledge(), origin="t@here"))
    window = MainWindow(
        path,
        reader,
        operations,
        Jobs(),
        LIGHT,
        preferences=Preferences(),
        today=QUIET_DAY,
    )
    qtbot.addWidget(window)
    window.show()
    window.start(LENA)
    made = Desk(path, window, operations, qtbot, post)
    made.settle()
    yield made
    window.close()


def another_program(path: Path, command) -> None:
    session = Session.open(path, calendars.knowledge(), origin="else@there")
    calendars.act_as(session, LENA)
    command(session)
    session.close()


def test_no_work_begins_beside_the_window_before_the_calendar_is_painted(desk, qtbot):
    jobs, works = Jobs(), Event()
    operations = Operations(lambda: Session.open(desk.path, calendars.knowledge(), origin="t@here"))
    window = MainWindow(
        desk.path,
        calendars.reader_of(desk.path),
        operations,
        jobs,
        LIGHT,
        preferences=Preferences(),
        today=QUIET_DAY,
    )
    qtbot.addWidget(window)
    window.show()
    window.start(LENA)
    jobs.run(lambda _progress: works.set(), done=lambda _nothing: None)
    assert not works.wait(0.05)
    assert not window.is_settled
    with qtbot.waitSignal(window.begun):
        pass  # Qt paints the window meanwhile
    assert works.wait(5)
    qtbot.waitUntil(lambda: window.is_settled)
    window.close()


def test_it_opens_on_the_days_that_were_shown_last(desk):
    assert desk.window.calendar_screen.period.holds(QUIET_DAY)
    assert "Solvane" in desk.window.windowTitle()
    assert desk.window.body.top_bar.title.text() == desk.window.calendar_screen.period.title


def test_a_move_that_ends_an_approval_says_so_and_offers_undo(desk):
    desk.move(POGROM_DAY)
    assert desk.toast.startswith("Moved ")
    assert "approval ended" in desk.toast
    button = desk.window.body.toast.findChild(QPushButton, "toast_action")
    assert button.text() == "Undo"
    button.click()
    desk.settle()
    card = desk.window.calendar_screen.grid.card(
        desk.window.calendar_screen.grid.index_of(desk.post)
    )
    assert card.is_approved
    assert card.day == QUIET_DAY


@pytest.mark.in_english
@pytest.mark.left_to_right
def test_moves_and_their_undoing_are_told_to_who_does_not_see_them(desk, monkeypatch):
    told = []
    monkeypatch.setattr(toasts, "announce", lambda _toast, words: told.append(words))
    grid = desk.window.calendar_screen.view
    grid.choice.choose_post(desk.post)
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    moved, undone = told
    assert moved.startswith("Moved DE-0001 to ")
    assert "approval ended" in moved
    assert undone.startswith("Undid: Move DE-0001")
    assert "approval is back" in undone


def test_what_one_person_did_is_not_offered_to_the_next_to_take_back(desk):
    desk.move(POGROM_DAY)
    desk.operations.run(lambda session: choose_person(session, person_id=MARC))
    desk.settle()
    assert desk.toast == ""


def test_undo_and_redo_work_by_key_and_say_what_they_did(desk):
    desk.move(QUIET_DAY + timedelta(days=1))
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.toast.startswith("Undid")
    assert desk.window.body.toast.findChild(QPushButton, "toast_action").isHidden()
    desk.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.toast.startswith("Did again")


def test_a_refusal_is_said_in_the_bar_and_escape_closes_it(desk):
    def refuse(_session):
        raise RefusedError("Ask a reviewer.")

    desk.operations.run(refuse)
    desk.settle()
    assert desk.bar == "Ask a reviewer."
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    assert desk.bar == ""


def test_a_refusal_goes_once_something_else_was_done(desk):
    def refuse(_session):
        raise RefusedError("Ask a reviewer.")

    desk.operations.run(refuse)
    desk.settle()
    desk.move(POGROM_DAY)
    assert desk.bar == ""


def test_what_another_program_writes_appears_by_itself(desk):
    later = QUIET_DAY + timedelta(days=2)
    another_program(desk.path, lambda s: move_posts(s, post_ids=[desk.post], to_day=later))
    grid = desk.window.calendar_screen.grid
    desk.qtbot.waitUntil(lambda: grid.card(grid.index_of(desk.post)).day == later, timeout=3000)


def test_a_new_day_is_marked_while_the_window_stands_open(desk, monkeypatch):
    class Tomorrow(date):
        @classmethod
        def today(cls):
            return QUIET_DAY + timedelta(days=1)

    monkeypatch.setattr(news, "date", Tomorrow)
    screen = desk.window.calendar_screen
    desk.qtbot.waitUntil(lambda: screen._today == Tomorrow.today())  # noqa: SLF001


def test_enter_opens_the_details_and_leaving_saves_them(desk):
    screen, panel = desk.window.calendar_screen, desk.window.panel
    screen.view.choice.choose_post(desk.post)
    desk.press(Qt.Key.Key_Return)
    assert panel.isVisible()
    desk.settle()
    assert panel.post_id == desk.post
    panel.leave()
    desk.qtbot.waitUntil(lambda: not panel.isVisible())


def test_the_details_follow_the_chosen_post_only_while_they_are_shown(desk):
    screen, panel = desk.window.calendar_screen, desk.window.panel
    screen.view.choice.choose_post(desk.post)
    assert not panel.isVisible()
    desk.window.door.turn(True)
    desk.settle()
    assert panel.post_id == desk.post
    desk.window.door.turn(False)
    desk.qtbot.waitUntil(lambda: not panel.isVisible())


def test_a_new_post_begins_in_the_panel(desk):
    desk.window.calendar_screen.view.choice.choose_place(FRANCE, QUIET_DAY)
    desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.panel.isVisible()
    assert desk.window.panel.post_id is None


def test_space_opens_the_review_and_escape_leads_back(desk):
    desk.window.calendar_screen.view.choice.choose_post(desk.post)
    desk.press(Qt.Key.Key_Space)
    assert desk.window.body.shows_review
    assert desk.window.body.status.counts.isHidden()  # those of the calendar, which is not there
    desk.window.body.review_screen.closed.emit()
    assert not desk.window.body.status.counts.isHidden()
    assert not desk.window.body.shows_review


def test_a_new_post_begun_during_a_review_leads_back_to_the_calendar(desk):
    desk.window.show_review()
    desk.window._actions.new_post.trigger()  # noqa: SLF001
    assert not desk.window.body.shows_review
    assert desk.window.panel.isVisible()


def test_the_review_can_be_opened_without_a_post(desk):
    desk.window.show_review()
    assert desk.window.body.shows_review


def test_the_review_shows_at_once_what_the_button_counts(desk, monkeypatch):
    another_program(desk.path, calendars.ready_post)
    desk.window._news.look_around()  # noqa: SLF001
    desk.window.body.who.choose(MARC)
    desk.settle()
    with monkeypatch.context() as patch:
        patch.delattr(Reader, "review_queue")  # nothing of it is read again
        desk.window.show_review()
        desk.settle()
    rows = desk.window.body.review_screen.findChild(QListWidget, "review_queue")
    assert (rows.isVisible(), rows.count() > 0) == (True, True)


def test_the_review_that_is_open_shows_what_came_from_elsewhere(desk):
    desk.window.body.who.choose(MARC)
    desk.settle()
    desk.window.show_review()
    desk.settle()
    rows = desk.window.body.review_screen.findChild(QListWidget, "review_queue")
    before = rows.count()
    another_program(desk.path, calendars.ready_post)
    desk.window._news.look_around()  # noqa: SLF001
    desk.settle()
    assert rows.count() > before


def test_the_button_counts_what_waits_for_a_reviewer(desk):
    another_program(desk.path, calendars.ready_post)
    desk.window.body.who.choose(MARC)
    review = desk.window._actions.review  # noqa: SLF001
    desk.qtbot.waitUntil(lambda: "(1)" in review.text(), timeout=3000)


def test_people_markets_and_holds_are_read_anew_when_everything_changes(desk):
    from app.commands.holds import place_hold  # noqa: PLC0415 - one use
    from app.domain.hold import Scope  # noqa: PLC0415 - one use

    desk.operations.run(
        lambda s: place_hold(s, scope=Scope.MARKET, target=str(GERMANY), reason="Crisis")
    )
    desk.settle()
    assert desk.window.body.hold_bar.isVisible()
    header = desk.window.calendar_screen.view.market_header
    assert header.holds_of(desk.window.calendar.market(GERMANY))
    desk.window._actions.caught.trigger()  # noqa: SLF001
    (found,) = desk.dialogs("caught_dialog")
    desk.settle()
    found.post_asked.emit(desk.post)
    assert desk.window.panel.isVisible()
    found.reject()


def test_a_lifted_hold_leads_to_the_review_of_what_it_caught(desk):
    from app.commands.holds import lift_hold, place_hold  # noqa: PLC0415 - one use
    from app.domain.hold import Scope  # noqa: PLC0415 - one use

    desk.window.start(MARC)
    desk.settle()
    desk.operations.run(
        lambda s: place_hold(s, scope=Scope.MARKET, target=str(GERMANY), reason="Crisis")
    )
    desk.settle()
    hold = desk.window.body.hold_bar.newest
    desk.operations.run(lambda s: lift_hold(s, hold_id=hold.id, reason="It is over"))
    desk.settle()
    (row,) = desk.window.body.hold_bar.lifted_rows
    row.review.click()
    assert desk.window.body.shows_review
    chip = desk.window.body.review_screen.findChild(QPushButton, "queue_limit")
    assert chip.text() == "Caught by the hold: Germany"


def test_what_was_moved_after_its_export_leads_to_the_recall_list(desk, tmp_path):
    from app.commands.exports import export_posts  # noqa: PLC0415 - one use

    def export(session):
        session.clock = lambda: calendars.NOW
        span = {"first": QUIET_DAY, "last": QUIET_DAY, "market_ids": [GERMANY]}
        return export_posts(session, preset="buffer", folder=tmp_path / "out", **span)

    body, view = desk.window.body, desk.window.calendar_screen.view
    assert body.recall_bar.isHidden()
    desk.operations.run(export)
    desk.move(QUIET_DAY + timedelta(days=1))
    assert body.recall_bar.isVisible()
    assert "(1)" in desk.window._actions.recall.text()  # noqa: SLF001
    view.choice.choose_place(GERMANY, QUIET_DAY)
    assert view.choice.current_ghost() is not None
    view.menu_requested.emit(view.mapToGlobal(view.rect().center()))
    menus = [one for one in desk.window.findChildren(QMenu) if one.isVisible()]
    (taken_out,) = [
        one for menu in menus for one in menu.actions() if one.objectName() == "ghost_recall"
    ]
    taken_out.trigger()
    menus[0].close()
    desk.settle()
    (found,) = desk.dialogs("recall_dialog")
    assert "DE-0001" in found.findChild(QLabel, "recall_name").text()
    found.reject()
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.panel.post_id == desk.post
    body.recall_bar._clock = lambda: calendars.NOW + timedelta(days=30)  # noqa: SLF001
    desk.window._news.look_around()  # noqa: SLF001
    assert body.recall_bar.isHidden()


@pytest.mark.parametrize(
    ("name", "dialog"),
    [
        ("export", "export_dialog"),
        ("import_sheet", "import_dialog"),
        ("people", "settings_dialog"),
        ("markets", "settings_dialog"),
        ("policy", "settings_dialog"),
        ("who_am_i", "who_am_i_dialog"),
        ("hold", "hold_dialog"),
        ("recall", "recall_dialog"),
        ("shortcuts", "shortcuts_dialog"),
    ],
)
def test_every_dialog_opens_over_the_window(desk, name, dialog):
    getattr(desk.window._actions, name).trigger()  # noqa: SLF001
    (found,) = desk.dialogs(dialog)
    assert found.parent() is desk.window
    desk.window.set_theme(DARK)
    found.reject()
    desk.settle()


def test_where_ones_own_clock_comes_first_the_line_at_the_bottom_says_so(desk):
    zones = desk.window.body.status.zones
    assert zones.text() == "Times are those of each market"
    desk.window.show_view(ViewKind.LEAVING)
    assert zones.text().startswith("Times are your own")
    desk.window.show_review()
    assert zones.text() == "Times are those of each market"


def test_looks_are_kept_for_the_next_start(desk):
    actions = desk.window._actions  # noqa: SLF001
    actions.density.actions()[2].trigger()
    actions.weeks.actions()[0].trigger()
    actions.show_tray.trigger()
    desk.settle()
    assert Preferences().density is Density.ROOMY
    assert Preferences().weeks == 1
    assert Preferences().shows_tray
    assert desk.window.calendar_screen.tray.isVisible()
    desk.window.calendar_screen.tray.closed.emit()
    assert not Preferences().shows_tray


def test_another_look_is_asked_for_by_its_menu(desk):
    chosen = []
    desk.window.theme_chosen.connect(chosen.append)
    desk.window._actions.theme.actions()[2].trigger()  # noqa: SLF001
    assert chosen == [ThemeChoice.DARK]


def test_the_menu_of_a_post_lists_what_can_be_done_to_it(desk):
    desk.window.calendar_screen.view.choice.choose_post(desk.post)
    desk.window.calendar_screen.menu_requested.emit(desk.window.pos())
    (menu,) = [
        one for one in QApplication.topLevelWidgets() if one.inherits("QMenu") and one.isVisible()
    ]
    names = {action.objectName() for action in menu.actions()}
    assert {"new_post", "move_to", "duplicate", "cancel_post"} <= names
    menu.close()


def test_a_post_is_found_by_its_number(desk):
    assert desk.window.find_post("DE-0001") == desk.post
    assert desk.window.find_post("DE-9999") is None
    assert desk.window.find_post("") is None


def test_a_post_of_another_month_is_shown_with_its_details(desk):
    desk.move(QUIET_DAY + timedelta(days=90))
    desk.window.show_post(desk.post)
    assert desk.window.calendar_screen.view.choice.current_card().id == desk.post
    desk.settle()
    assert desk.window.panel.post_id == desk.post


def test_a_sheet_dropped_on_the_window_is_offered_for_import(desk, tmp_path):
    sheet = tmp_path / "plan.csv"
    sheet.write_text("date,text\n2027-11-16,Bread\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, corner = Qt.KeyboardModifier.NoModifier, QPoint(5, 5)
    enter = QDragEnterEvent(corner, copy, data, left, none)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(corner), copy, data, left, none))
    (dialog,) = desk.dialogs("import_dialog")
    desk.settle()
    dialog.reject()


def test_many_new_posts_are_assessed_in_a_process_that_ends_with_the_window(desk, tmp_path):
    sheet = tmp_path / "plan.csv"
    lines = [f"2027-11-16,10:{n % 60:02},Germany,Instagram,Brot {n} für euch" for n in range(450)]
    sheet.write_text("\n".join(["Date,Time,Market,Channel,Text", *lines]), encoding="utf-8")
    reader = calendars.reader_of(desk.path)
    preview = preview_import(reader, sheet)
    reader.close()
    desk.operations.run(partial(import_rows, preview=preview))
    desk.settle(within_ms=60_000)
    assert len(desk.window.calendar_screen.grid.lanes.cards) == 451
    assert all(one.is_assessed for one in desk.window.calendar_screen.grid.shown_cards())
    (process,) = active_children()
    desk.window.close()
    assert active_children() == []
    assert not process.is_alive()


def test_closing_saves_what_is_written_and_where_the_window_was(desk):
    panel = desk.window.panel
    desk.window.show_post(desk.post)
    desk.settle()
    words = next(one for one in panel.findChildren(QTextEdit) if one.toPlainText())
    words.setFocus()
    words.setPlainText("Neue Worte")
    assert panel.has_unsaved_changes
    with desk.qtbot.waitSignal(desk.window.closed):
        desk.window.close()
    reader = calendars.reader_of(desk.path)
    assert reader.post(desk.post).post.content.text == "Neue Worte"
    reader.close()
    assert Preferences().geometry is not None
    assert Preferences().first_day(desk.path) == desk.window.calendar_screen.period.first


def test_the_window_stays_while_a_save_is_under_way_that_may_be_refused(desk):
    panel, go_on = desk.window.panel, Event()
    desk.window.show_post(desk.post)
    desk.settle()
    words = next(one for one in panel.findChildren(QTextEdit) if one.toPlainText())
    words.setFocus()
    words.setPlainText("Neue Worte")
    desk.operations.run(lambda _session: ChangeSet("" if go_on.wait(5) else "Too late"))
    panel.save()
    another_program(
        desk.path,
        lambda s: edit_post(s, post_id=desk.post, base_revision=2, changes={"text": "Andere"}),
    )
    go_on.set()
    desk.window.close()
    desk.settle()
    assert desk.window.isVisible()
    assert words.toPlainText() == "Neue Worte"
    panel.findChild(QPushButton, "discard_changes").click()
    desk.settle()


def test_a_stale_edit_is_a_refusal_and_no_fault(desk):
    crashed = []
    desk.operations.crashed.connect(crashed.append)
    desk.operations.run(
        lambda s: edit_post(s, post_id=desk.post, base_revision=99, changes={"text": "x"})
    )
    desk.settle()
    assert "was changed by somebody else" in desk.bar
    assert crashed == []


def test_the_status_line_counts_what_is_in_view(desk):
    counts = desk.window.findChild(QLabel, "counts_in_view")
    assert counts.text().startswith("1 post in view")


def test_the_window_starts_at_the_anchor_of_a_sample_and_nowhere_else(desk):
    assert desk.window.calendar.anchor is None
    assert desk.window.calendar_screen.period == Period.around(QUIET_DAY, 2)


def test_words_that_cannot_be_saved_keep_the_window_open(desk, monkeypatch):
    panel = desk.window.panel
    desk.window.show_post(desk.post)
    desk.settle()
    words = next(one for one in panel.findChildren(QTextEdit) if one.toPlainText())
    words.setFocus()
    words.setPlainText("Neue Worte")
    monkeypatch.setattr(panel, "save_then", lambda _then: None)  # as when a save is refused
    desk.window.close()
    assert desk.window.isVisible()
    assert words.toPlainText() == "Neue Worte"
    monkeypatch.undo()
    words.setPlainText("Frisch aus dem Ofen")
    with desk.qtbot.waitSignal(desk.window.closed):
        desk.window.close()


def test_what_was_typed_before_a_crash_is_offered_at_the_start(desk):
    draft = Draft(desk.post, GERMANY, 2, {"text": "Zwei Brote"})
    desk.operations.run(lambda session: keep_draft(session, draft=draft))
    desk.operations.run(partial(choose_person, person_id=MARC))
    desk.operations.run(partial(choose_person, person_id=LENA))
    desk.qtbot.waitUntil(lambda: "DE-0001" in desk.bar)
    desk.window.body.bar.findChild(QPushButton, "message_action").click()
    desk.settle()
    assert desk.window.panel.post_id == desk.post
    assert desk.window.panel.findChild(QTextEdit, "post_text").toPlainText() == "Zwei Brote"


def test_each_person_finds_their_filter_again_and_one_that_hid_a_post_comes_back(desk):
    window = desk.window
    finder = window.calendar_screen.finder
    wanted = EVERYTHING.saying("nowhere")
    finder.set_filter(wanted)
    for person, theirs in ((MARC, EVERYTHING), (LENA, wanted)):
        window.body.who.choose(person)
        desk.settle()
        assert finder.filter == theirs
    window.calendar_screen.reveal(desk.post)
    assert finder.filter.is_empty
    window.body.toast.findChild(QPushButton, "toast_action").click()
    assert finder.filter == wanted


def test_ctrl_f_goes_to_the_search_from_every_page(desk, qtbot):
    desk.window.show_review()
    desk.window.find_posts()
    qtbot.waitUntil(desk.window.calendar_screen.finder.bar.search.hasFocus)


def test_where_no_flagged_post_is_left_the_way_begins_anew(desk):
    desk.press(Qt.Key.Key_F8)
    desk.settle()
    assert desk.toast
    desk.window.body.toast.findChild(QPushButton, "toast_action").click()
    desk.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    assert desk.toast


def test_a_command_is_given_by_a_few_of_its_letters(desk):
    desk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = desk.dialogs("palette")
    desk.qtbot.keyClicks(palette.field, "polic")
    desk.qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.dialogs("settings_dialog")))
    assert not desk.dialogs("palette")


def test_a_small_window_stays_small_whatever_is_open_in_it(desk):
    desk.window.resize(600, 400)
    desk.window.show_post(desk.post)
    for kind in desk.window.calendar_screen.kinds:
        desk.window.show_view(kind)
        desk.settle()
        assert desk.window.minimumSizeHint().width() <= 600, kind
    assert desk.window.width() == 600
