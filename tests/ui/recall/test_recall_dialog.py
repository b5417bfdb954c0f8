from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.commands.exports import export_posts
from app.commands.posts import cancel_posts
from app.domain.change import ChangeSet
from tests.builders import calendars
from tests.builders.calendars import BREAD, GERMANY, NOW, QUIET_DAY, approve_as, ready_post
from tests.builders.moves import move_posts
from tests.ui.direct import DirectJobs, DirectOperations
from ui.recall.recall_dialog import RecallDialog
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """Three posts at Buffer, all moved since; and the list before a person."""

    def __init__(self, tmp_path, qtbot) -> None:
        path = tmp_path / "team.countersign"
        self.qtbot = qtbot
        self.session = calendars.team_session(path)
        self.reader = calendars.reader_of(path)
        days = (QUIET_DAY, QUIET_DAY + timedelta(days=2), QUIET_DAY + timedelta(days=3))
        self.posts = [
            ready_post(self.session, text=f"{BREAD} {number}", day=day)
            for number, day in enumerate(days)
        ]
        for post_id in self.posts:
            approve_as(self.session, self.reader, post_id)
        export_posts(
            self.session,
            preset="buffer",
            first=QUIET_DAY,
            last=days[-1],
            market_ids=[GERMANY],
            folder=tmp_path / "out",
        )
        move_posts(self.session, post_ids=self.posts, to_day=QUIET_DAY + timedelta(days=9))
        self.operations = DirectOperations(self.session.me, self.session)

    def dialog(self, post_id=None):
        made = RecallDialog(
            self.reader,
            self.operations,
            DirectJobs(),
            self.reader.calendar(),
            LIGHT,
            post_id=post_id,
            clock=lambda: NOW,
        )
        self.qtbot.addWidget(made)
        made.show()
        self.qtbot.waitExposed(made)
        made.activateWindow()
        return made


@pytest.fixture
def desk(tmp_path, qtbot):
    made = Desk(tmp_path, qtbot)
    yield made
    made.reader.close()
    made.session.close()


def part(dialog, name):
    return dialog.findChild(object, name)


def shown(dialog):
    return part(dialog, "recall_name").text()[:7]


def listed(dialog):
    entries = part(dialog, "recall_list")
    return [entries.item(row).text()[-7:] for row in range(entries.count())]


def test_the_soonest_is_shown_first(desk):
    dialog = desk.dialog()
    assert listed(dialog) == ["DE-0001", "DE-0002", "DE-0003"]
    assert shown(dialog) == "DE-0001"
    assert part(dialog, "recall_title").text() == "3 posts must be taken out"
    dialog.set_theme(DARK)


def test_each_word_is_for_one_post_and_enter_goes_on_to_the_next(desk, qtbot):
    dialog = desk.dialog()
    note = part(dialog, "recall_note")
    qtbot.keyClicks(note, "Deleted in Buffer")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert listed(dialog) == ["DE-0002", "DE-0003"]
    assert (shown(dialog), note.text()) == ("DE-0002", "")
    assert part(dialog, "recall_noted").text().startswith("DE-0001 is noted as taken out")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert listed(dialog) == ["DE-0002", "DE-0003"]
    for _post in range(2):
        qtbot.keyClick(note, Qt.Key.Key_Up)
        qtbot.keyClick(note, Qt.Key.Key_Return)
    assert listed(dialog) == []
    assert not part(dialog, "recall_page").isVisible()
    assert desk.reader.recall_list() == ()
    said = [entry.what for entry in desk.reader.history(desk.posts[1])]
    assert "Deleted in Buffer" in said[-1]


def test_another_entry_is_chosen_by_key_or_click(desk, qtbot):
    dialog = desk.dialog()
    entries = part(dialog, "recall_list")
    entries.setFocus()
    qtbot.keyClick(entries, Qt.Key.Key_Down)
    assert shown(dialog) == "DE-0002"
    place = entries.visualItemRect(entries.item(2)).center()
    qtbot.mouseClick(entries.viewport(), LEFT, pos=place)
    assert shown(dialog) == "DE-0003"
    with qtbot.waitSignal(dialog.post_asked) as asked:
        qtbot.mouseClick(part(dialog, "recall_post"), LEFT)
    assert asked.args == [desk.posts[2]]


def test_a_post_that_was_asked_for_is_shown_first(desk):
    dialog = desk.dialog(desk.posts[1])
    assert shown(dialog) == "DE-0002"
    dialog.choose(desk.posts[2])
    assert shown(dialog) == "DE-0003"
    dialog.choose("nowhere")
    assert shown(dialog) == "DE-0003"


def test_a_refusal_is_said_and_what_was_written_stays(desk, qtbot):
    dialog = desk.dialog()
    note = part(dialog, "recall_note")
    desk.session.me = None
    qtbot.keyClicks(note, "Deleted")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert "Choose who you are" in part(dialog, "message_bar").text
    assert (shown(dialog), note.text()) == ("DE-0001", "Deleted")
    assert part(dialog, "recall_confirm").isEnabled()


def test_the_list_follows_the_work_beside_it(desk, qtbot):
    dialog = desk.dialog()
    qtbot.keyClicks(part(dialog, "recall_note"), "Dele")
    cancel_posts(desk.session, post_ids=[desk.posts[0]])
    dialog.on_changed(ChangeSet("Cancel", posts=frozenset({desk.posts[0]})))
    assert "It was cancelled." in part(dialog, "recall_why").text()
    assert part(dialog, "recall_note").text() == "Dele"
    for _step in range(2):
        desk.session.undo()
    dialog.set_calendar(desk.reader.calendar())
    assert listed(dialog) == []
    dialog._on_post_asked()  # noqa: SLF001 - the page is gone, and its button with it
    dialog._on_confirmed("Late")  # noqa: SLF001
