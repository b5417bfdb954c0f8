from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from app.commands.exports import export_posts
from app.commands.holds import lift_hold, place_hold
from app.commands.posts import cancel_posts
from app.domain.change import ChangeSet
from app.domain.hold import Scope
from app.errors import CalendarFileError
from tests.builders import calendars
from tests.builders.calendars import (
    BREAD,
    GERMANY,
    MARC,
    QUIET_DAY,
    act_as,
    approve_as,
    ready_post,
)
from tests.ui.direct import DirectJobs
from ui.holds import caught_dialog
from ui.holds.caught_dialog import CaughtDialog
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


class Desk:
    def __init__(self, tmp_path, qtbot) -> None:
        path = tmp_path / "team.countersign"
        self.qtbot = qtbot
        self.session = calendars.team_session(path)
        self.reader = calendars.reader_of(path)
        self.queued = ready_post(self.session)
        approve_as(self.session, self.reader, self.queued)
        export_posts(
            self.session,
            preset="buffer",
            first=QUIET_DAY,
            last=QUIET_DAY,
            market_ids=[GERMANY],
            folder=tmp_path / "out",
        )
        self.stopped = ready_post(
            self.session, text=f"{BREAD} Bis morgen!", day=QUIET_DAY + timedelta(days=1)
        )

    def place(self, scope=Scope.MARKET, target=GERMANY, reason="Fire"):
        place_hold(self.session, scope=scope, target=target, reason=reason)
        return self.reader.calendar().holds[-1]

    def dialog(self, hold=None):
        made = CaughtDialog(self.reader, DirectJobs(), self.reader.calendar(), LIGHT, hold=hold)
        self.qtbot.addWidget(made)
        made.show()
        self.qtbot.waitExposed(made)
        return made


def test_where_no_hold_stands_there_is_none_to_choose(desk):
    dialog = desk.dialog()
    choice = dialog.findChild(QComboBox, "caught_hold")
    assert not choice.isVisible()
    hold = desk.place()
    dialog.set_calendar(desk.reader.calendar())
    assert choice.isVisible()
    assert choice.currentData() == hold.id


@pytest.fixture
def desk(tmp_path, qtbot):
    made = Desk(tmp_path, qtbot)
    yield made
    made.reader.close()
    made.session.close()


def part(dialog, name):
    return dialog.findChild(object, name)


def names(dialog, table):
    model = part(dialog, table).model()
    return [model.index(row, 3).data()[:7] for row in range(model.rowCount())]


def test_what_lies_at_the_scheduler_stands_apart_from_what_is_stopped(desk):
    desk.place()
    dialog = desk.dialog()
    assert names(dialog, "caught_queued") == ["DE-0001"]
    assert names(dialog, "caught_stopped") == ["DE-0002"]
    assert "no hold reaches it: take it out there" in part(dialog, "caught_queued_title").text()
    assert part(dialog, "caught_stopped_title").text() == "1 stopped here"
    assert part(dialog, "caught_reason").text() == "Fire"
    assert not part(dialog, "caught_more").isVisible()
    dialog.set_theme(DARK)


def test_a_row_opens_its_post_and_the_list_stays(desk, qtbot):
    desk.place()
    dialog = desk.dialog()
    table = part(dialog, "caught_stopped")
    place = table.visualRect(table.model().index(0, 0)).center()
    with qtbot.waitSignal(dialog.post_asked) as asked:
        qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert asked.args == [desk.stopped]
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.recall_asked):
        qtbot.mouseClick(part(dialog, "caught_recall"), LEFT)


def test_the_list_follows_the_posts(desk):
    desk.place()
    dialog = desk.dialog()
    cancel_posts(desk.session, post_ids=[desk.stopped])
    dialog.on_changed(ChangeSet("Cancel", posts=frozenset({desk.stopped})))
    assert names(dialog, "caught_stopped") == []
    assert "Nothing planned is stopped here now" in part(dialog, "caught_stopped_title").text()
    dialog.on_changed(ChangeSet("Nothing"))


def test_of_several_holds_one_is_chosen(desk):
    first, second = desk.place(), desk.place(Scope.CAMPAIGN, "Herbst", "Wrong price")
    dialog = desk.dialog()
    choice = part(dialog, "caught_hold")
    assert isinstance(choice, QComboBox)
    assert (choice.currentText(), choice.count()) == ("Herbst", 2)
    assert names(dialog, "caught_stopped") == []
    dialog.choose(first)
    assert part(dialog, "caught_reason").text() == "Fire"
    assert names(dialog, "caught_stopped") == ["DE-0002"]
    assert desk.dialog(second).findChild(object, "caught_reason").text() == "Wrong price"


def test_a_lifted_hold_leaves_the_list_and_the_shown_one_stays_shown(desk):
    first, second = desk.place(), desk.place(Scope.CAMPAIGN, "Herbst", "Wrong price")
    dialog = desk.dialog(first)
    act_as(desk.session, MARC)
    lift_hold(desk.session, hold_id=second.id, reason="Price is right")
    dialog.set_calendar(desk.reader.calendar())
    assert part(dialog, "caught_reason").text() == "Fire"
    assert not part(dialog, "caught_hold").isEnabled()
    assert part(dialog, "caught_hold").toolTip() == "No other hold stands."
    lift_hold(desk.session, hold_id=first.id, reason="All are safe")
    dialog.set_calendar(desk.reader.calendar())
    assert part(dialog, "caught_nothing").isVisible()
    assert not part(dialog, "caught_stopped_title").isVisible()
    dialog.on_changed(ChangeSet("Move", posts=frozenset({desk.stopped})))
    assert names(dialog, "caught_queued") == []


def test_after_the_last_hold_one_sentence_with_one_button_takes_little_room(desk, qtbot):
    hold = desk.place()
    dialog = desk.dialog(hold)
    dialog.resize(900, 600)
    act_as(desk.session, MARC)
    lift_hold(desk.session, hold_id=hold.id, reason="All are safe")
    dialog.set_calendar(desk.reader.calendar())
    assert dialog.height() < 400
    assert [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()] == ["Close"]
    desk.place(reason="Again")
    dialog.set_calendar(desk.reader.calendar())
    assert (dialog.width(), dialog.height()) == (900, 600)
    assert names(dialog, "caught_stopped") == ["DE-0002"]
    act_as(desk.session, MARC)
    lift_hold(desk.session, hold_id=desk.reader.calendar().holds[-1].id, reason="Over")
    dialog.set_calendar(desk.reader.calendar())
    qtbot.mouseClick(part(dialog, "caught_leave_button"), LEFT)
    assert not dialog.isVisible()


def test_a_long_list_comes_in_parts(desk, qtbot, monkeypatch):
    monkeypatch.setattr(caught_dialog, "AT_ONCE", 1)
    ready_post(desk.session, text=f"{BREAD} Und wieder.", day=QUIET_DAY + timedelta(days=2))
    desk.place()
    dialog = desk.dialog()
    assert part(dialog, "caught_stopped_title").text() == "The next 1 stopped here"
    assert part(dialog, "caught_more").text() == "Show 1 more"
    qtbot.mouseClick(part(dialog, "caught_more"), LEFT)
    assert names(dialog, "caught_stopped") == ["DE-0002", "DE-0003"]
    assert not part(dialog, "caught_more").isVisible()


def test_what_cannot_be_read_is_said_in_the_dialog(desk, monkeypatch):
    desk.place()

    def unreadable(_reader):
        raise CalendarFileError("It cannot be read.")

    monkeypatch.setattr(type(desk.reader), "again", unreadable)
    assert part(desk.dialog(), "message_bar").text == "It cannot be read."
