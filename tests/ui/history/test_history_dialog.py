"""The history beside the window, on a real calendar."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from app.commands import history_pages
from app.commands.history_pages import Kind
from app.commands.posts import cancel_posts, edit_post
from app.domain.change import ChangeSet
from tests.builders import calendars
from tests.builders.calendars import BREAD, LENA, NOW
from tests.ui.direct import DirectJobs, DirectOperations
from ui.history import history_dialog
from ui.history.history_dialog import HistoryDialog
from ui.theme import DARK, LIGHT
from ui.widgets.two_line_list import TwoLineList

pytestmark = pytest.mark.in_english
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path):
    made = calendars.team_session(tmp_path / "team.countersign")
    yield made
    made.close()


@pytest.fixture
def post(session):
    made = calendars.ready_post(session)
    edit_post(session, post_id=made, base_revision=2, changes={"text": f"{BREAD} Neu!"})
    return made


@pytest.fixture
def dialog(session, post, tmp_path, qtbot):
    reader = calendars.reader_of(tmp_path / "team.countersign")
    operations = DirectOperations(reader.calendar().person(LENA), session)
    made = HistoryDialog(
        reader,
        operations,
        DirectJobs(),
        reader.calendar(),
        LIGHT,
        today=NOW.astimezone().date(),
    )
    operations.changed.connect(made.on_changed)
    made.operations = operations
    qtbot.addWidget(made)
    made.show_post(post)
    made.show()
    yield made
    reader.close()


def entries(dialog):
    found = dialog.findChild(TwoLineList, "history_entries")
    return [found.item(row).text() for row in range(found.count())]


def choose(dialog, row):
    dialog.findChild(TwoLineList, "history_entries").setCurrentRow(row)


def words(dialog, name):
    return dialog.findChild(QLabel, name).text()


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def differences(dialog):
    return [label.accessibleName() for label in dialog.findChildren(QLabel, "difference")]


def test_a_post_has_its_own_history_with_what_each_version_changed(dialog):
    assert words(dialog, "history_title") == "History of DE-0001"
    assert entries(dialog) == ["Changed text", "Marked ready", "Written"]
    assert words(dialog, "entry_what") == "Changed text"
    assert "Lena Brandt · Monday, 1 November 2027" in words(dialog, "entry_who")
    assert any("[added:" in one and "Neu" in one for one in differences(dialog))
    assert words(dialog, "entry_note") == "This is how the post stands now."
    assert not button(dialog, "restore_version").isVisible()


def test_the_first_version_shows_all_that_was_written(dialog):
    choose(dialog, 2)
    assert any(BREAD[:10] in one for one in differences(dialog))


def test_an_older_version_is_restored_as_a_draft_and_says_so(dialog, qtbot):
    choose(dialog, 1)
    qtbot.mouseClick(button(dialog, "restore_version"), LEFT)
    assert words(dialog, "message") == "DE-0001 has these words again, as a draft."
    assert len(entries(dialog)) == 4


def test_what_is_refused_is_said_in_the_bar(dialog, session, post, qtbot):
    choose(dialog, 1)
    edit_post(session, post_id=post, base_revision=3, changes={"text": "Meanwhile"})
    qtbot.mouseClick(button(dialog, "restore_version"), LEFT)
    assert words(dialog, "message")
    assert len(entries(dialog)) == 3


def test_the_whole_calendar_and_the_way_to_a_post(dialog, post, qtbot):
    qtbot.mouseClick(button(dialog, "history_whole"), LEFT)
    assert words(dialog, "history_title") == "History"
    assert not button(dialog, "history_whole").isVisible()
    assert any("Saved the channel" in one for one in entries(dialog))
    with qtbot.waitSignal(dialog.post_asked) as asked:
        qtbot.mouseClick(button(dialog, "open_post_of_entry"), LEFT)
    assert asked.args == [post]


def test_an_event_that_saved_no_version_shows_who_and_when(dialog):
    dialog.show_post(None)
    row = next(n for n, one in enumerate(entries(dialog)) if "Saved the channel" in one)
    choose(dialog, row)
    assert words(dialog, "entry_what").startswith("Saved the channel")
    assert differences(dialog) == []
    assert not button(dialog, "open_post_of_entry").isVisible()


def test_older_events_come_page_by_page(dialog, monkeypatch, qtbot):
    whole = len(entries(dialog))
    monkeypatch.setattr(
        history_dialog,
        "history_page",
        lambda *facts: history_pages.history_page(*facts, size=2),
    )
    dialog.show_post(dialog._post)  # noqa: SLF001 - the same one again
    assert len(entries(dialog)) == 2
    qtbot.mouseClick(button(dialog, "history_older"), LEFT)
    assert len(entries(dialog)) == whole
    assert not button(dialog, "history_older").isVisible()


def test_older_ones_are_offered_only_when_the_first_page_is_there(dialog, monkeypatch, post):
    monkeypatch.setattr(
        history_dialog,
        "history_page",
        lambda *facts: history_pages.history_page(*facts, size=2),
    )
    older, waiting = button(dialog, "history_older"), []
    assert not older.isVisible()

    def later(work, *, done):
        waiting.append(lambda: done(work(None)))
        return SimpleNamespace(cancel=lambda: None)

    monkeypatch.setattr(dialog._jobs, "run", later)  # noqa: SLF001 - it is read when we say so
    dialog.show_post(post)
    assert not older.isVisible()
    waiting.pop(0)()
    assert older.isVisible()
    assert older.isEnabled()
    dialog.show_kind(Kind.POSTS)
    assert not older.isEnabled()
    assert older.toolTip()


def test_where_nothing_matches_one_button_shows_everything(dialog, qtbot):
    dialog.show_kind(Kind.EXPORTS)
    assert entries(dialog) == []
    qtbot.mouseClick(button(dialog, "history_clear_button"), LEFT)
    assert len(entries(dialog)) > 3


def test_a_cancelled_post_is_found_and_brought_back(dialog, session, post, qtbot):
    cancel_posts(session, post_ids=[post])
    dialog.show_kind(Kind.CANCELLED)
    assert entries(dialog) == ["Cancelled"]
    qtbot.mouseClick(button(dialog, "bring_back"), LEFT)
    assert words(dialog, "message") == "DE-0001 is back, as a draft."
    assert entries(dialog) == []


def test_it_follows_the_work_of_the_window_and_keeps_what_is_chosen(dialog, session, post):
    choose(dialog, 2)
    edit_post(session, post_id=post, base_revision=3, changes={"text": "Meanwhile"})
    dialog.on_changed(ChangeSet("Edit", posts=frozenset({post})))
    assert len(entries(dialog)) == 4
    assert words(dialog, "entry_what") == "Written"
    dialog.on_changed(ChangeSet("Nothing"))
    dialog.set_theme(DARK)
    dialog.set_calendar(dialog._calendar)  # noqa: SLF001 - the same one again
    assert differences(dialog)


def test_what_is_still_being_read_is_let_go_when_it_closes(dialog):
    class Job:
        is_cancelled = False

        def cancel(self):
            self.is_cancelled = True

    reading, looking = Job(), Job()
    dialog._reading, dialog._looking = reading, looking  # noqa: SLF001
    choose(dialog, 1)
    assert looking.is_cancelled
    dialog._read()  # noqa: SLF001
    assert reading.is_cancelled
    dialog._reading = last = Job()  # noqa: SLF001
    dialog.reject()
    assert last.is_cancelled


def test_the_box_of_kinds_narrows_what_is_shown(dialog):
    dialog.show_post(None)
    dialog.findChild(QComboBox, "history_kind").setCurrentIndex(1 + list(Kind).index(Kind.POSTS))
    assert entries(dialog) == ["Changed text", "Marked ready", "Written"]


def test_what_happened_in_another_year_says_so(dialog):
    def first_tooltip():
        return dialog.findChild(TwoLineList, "history_entries").item(0).toolTip()

    assert "Mon 1 Nov, " in first_tooltip()
    dialog._today = NOW.date().replace(year=2029)  # noqa: SLF001 - two years later
    dialog.show_post(dialog._post)  # noqa: SLF001 - the same one again
    assert "1 Nov 2027, " in first_tooltip()
