"""A plan is turned over: by mouse and by key, one and many, and all of it can be taken back."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from app.commands.dates import day_name
from app.commands.days import save_days
from app.commands.moving import Move, move_each
from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from tests.builders.calendars import (
    BREAD,
    GERMANY,
    LENA,
    MARC,
    act_as,
    approve_as,
    knowledge,
    ready_post,
    team_session,
)
from tests.journeys.desk import Desk

TODAY = datetime.now(ZoneInfo("Europe/Berlin")).date()
MONDAY = TODAY + timedelta(days=7 - TODAY.weekday())
"""Of next week: the window opens on two weeks, this one and that."""
TUESDAY, WEDNESDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 4))
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
REASON = "It is quiet, and agreed with the town hall."

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def now():
    return datetime.now(ZoneInfo("UTC"))


def plan(path):
    """Lena has written three posts of next week; the first is approved, Friday is solemn."""
    session = team_session(path, now)
    act_as(session, MARC)
    rule = FRIDAY.isoformat()
    save_days(
        session,
        days=[TeamDay("team-fire", "The fire", rule, Tone.MOURNING, Severity.STOP, (GERMANY,))],
    )
    act_as(session, LENA)
    first = ready_post(session, text=f"{BREAD} Eins.", day=MONDAY)
    ready_post(session, text=f"{BREAD} Zwei.", day=TUESDAY, clock=time(0, 1))
    ready_post(session, text=f"{BREAD} Drei.", day=WEDNESDAY, clock=time(17))
    reader = Reader.open(path, knowledge())
    approve_as(session, reader, first, by=MARC, reason=REASON)
    reader.close()
    session.close()


def card(desk, number):
    return desk.cell(rf"^DE-{number:04d}")


def column_of(desk, day):
    found = [index for words, index in desk.cells().items() if day_name(day, "long") in words]
    return found[0].column()


def at(desk, number, day):
    """Return the cell of a day in the row of a post."""
    return card(desk, number).siblingAtColumn(column_of(desk, day))


def is_on(desk, number, day):
    return day_name(day, "long") in str(card(desk, number).data(Qt.ItemDataRole.AccessibleTextRole))


def wait_for(desk, number, day):
    desk.wait(lambda: is_on(desk, number, day), why=f"DE-{number:04d} never came to {day}")


def take_back(desk, what="Move"):
    """Undo what was done last, and wait until that is said."""
    desk.grid.setFocus()
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.wait(
        lambda: desk.is_seen("toast") and desk.words("toast_words").startswith(f"Undid: {what}"),
        why=f"{what} was not undone: {desk.is_seen('message') and desk.words('message')}",
    )


def a_drag_to_a_solemn_day_says_all_that_it_did(desk):
    desk.click_cell(card(desk, 1))
    hints = []
    desk.drag(
        card(desk, 1),
        at(desk, 1, FRIDAY),
        on_the_way=lambda: hints.append(desk.words("drop_hint_why")),
    )
    wait_for(desk, 1, FRIDAY)
    assert "The approval ends." in hints[0]
    desk.wait(lambda: "came" in desk.words("toast_words"))
    said = desk.words("toast_words")
    assert said.startswith(f"Moved DE-0001 to {day_name(FRIDAY, 'short')} · approval ended")
    desk.click("toast_action")
    wait_for(desk, 1, MONDAY)
    assert "approval is back" in desk.words("toast_words")
    desk.cell(r"^DE-0001.*, approved,")


def many_keep_the_days_between_them(desk):
    desk.click_cell(card(desk, 1))
    desk.click_cell_too(card(desk, 2))
    desk.drag(card(desk, 1), at(desk, 1, WEDNESDAY))
    wait_for(desk, 1, WEDNESDAY)
    assert is_on(desk, 2, WEDNESDAY + timedelta(days=1))
    take_back(desk)
    wait_for(desk, 2, TUESDAY)
    assert is_on(desk, 1, MONDAY)


def ctrl_makes_a_copy_that_nobody_has_approved(desk):
    desk.click_cell(card(desk, 1))
    desk.drag(card(desk, 1), at(desk, 1, WEDNESDAY), keys=CONTROL)
    desk.cell(r"^DE-0004.*draft")
    assert is_on(desk, 1, MONDAY)
    take_back(desk, "Copy")


def escape_gives_a_drag_up(desk):
    desk.click_cell(card(desk, 1))
    desk.carry(
        desk.place_of(card(desk, 1)), lambda: desk.place_of(at(desk, 1, FRIDAY)), escapes=True
    )
    assert is_on(desk, 1, MONDAY)


def is_mirrored(desk) -> bool:
    return desk.window.layoutDirection() is Qt.LayoutDirection.RightToLeft


def alt_and_arrows_are_one_step_however_often(desk):
    desk.click_cell(card(desk, 3))
    later = Qt.Key.Key_Left if is_mirrored(desk) else Qt.Key.Key_Right
    for _press in range(3):
        desk.press(later, ALT)
    wait_for(desk, 3, WEDNESDAY + timedelta(days=3))
    take_back(desk)
    wait_for(desk, 3, WEDNESDAY)


def nothing_goes_into_the_past(desk):
    desk.click_cell(card(desk, 2))
    view = desk.grid
    bar = view.horizontalScrollBar()

    def edge():
        room = view.viewport().rect()
        x = room.right() - 8 if is_mirrored(desk) else room.left() + 8
        return view.viewport().mapTo(desk.window, QPoint(x, room.top() + 20))

    def today():
        # on a Monday today lies eight days before the card, out of sight until the drag scrolls
        desk.wait(lambda: bar.value() == bar.minimum(), why="the drag did not scroll")
        return desk.place_of(at(desk, 2, TODAY))

    desk.carry(desk.place_of(card(desk, 2)), edge, today)
    desk.wait(lambda: "past in Germany" in desk.words("message"))
    assert is_on(desk, 2, TUESDAY)


def a_drag_of_what_a_colleague_moves_meanwhile_takes_nothing_away(desk, path):
    desk.click_cell(card(desk, 2))

    def colleague():
        session = Session.open(path, knowledge(), origin="lena@elsewhere")
        reader = Reader.open(path, knowledge())
        act_as(session, LENA)
        post_id = reader.find_post("DE-0002")
        seen = reader.post(post_id).post.content.local
        move_each(session, moves=[Move(post_id, WEDNESDAY, seen)])
        session.close()
        reader.close()

    desk.drag(card(desk, 2), at(desk, 2, FRIDAY), on_the_way=colleague)
    desk.wait(lambda: "was moved meanwhile" in desk.words("message"))
    wait_for(desk, 2, WEDNESDAY)


def a_drag_that_rests_at_the_edge_goes_on_into_later_weeks(desk):
    title = desk.words("period_title")
    desk.click_cell(card(desk, 3))

    def edge():
        room = desk.grid.viewport().rect()
        x = room.left() + 8 if is_mirrored(desk) else room.right() - 8
        return desk.grid.viewport().mapTo(desk.window, QPoint(x, room.top() + 20))

    desk.carry(
        desk.place_of(card(desk, 3)),
        edge,
        on_the_way=lambda: desk.wait(lambda: desk.words("period_title") != title),
    )
    desk.wait(lambda: "Moved DE-0003" in desk.words("toast_words"))
    take_back(desk)
    desk.grid.setFocus()
    desk.press(Qt.Key.Key_PageUp)
    desk.wait(lambda: desk.words("period_title") == title)
    wait_for(desk, 3, WEDNESDAY)


def what_is_cut_is_moved_and_what_is_copied_is_copied(desk):
    desk.click_cell(card(desk, 3))
    desk.press(Qt.Key.Key_X, CONTROL)
    desk.click_cell(at(desk, 1, FRIDAY))
    desk.press(Qt.Key.Key_V, CONTROL)
    wait_for(desk, 3, FRIDAY)
    desk.press(Qt.Key.Key_C, CONTROL)
    desk.click_cell(at(desk, 1, WEDNESDAY))
    desk.press(Qt.Key.Key_V, CONTROL)
    desk.wait(lambda: "Copied DE-0003 to" in desk.words("toast_words"))
    take_back(desk, "Copy")
    take_back(desk)
    wait_for(desk, 3, WEDNESDAY)


def all_that_follows_is_shifted_in_one_step(desk):
    desk.click_cell(card(desk, 1))
    desk.press(Qt.Key.Key_M, SHIFT)
    desk.wait(lambda: desk.words("shift_go") == "Shift 3 posts")
    assert "1 approval ends" in desk.words("shift_meaning")
    desk.click("shift_go")
    wait_for(desk, 1, TUESDAY)
    assert is_on(desk, 2, WEDNESDAY)
    assert "Shifted 3 posts 1 day later · approval ended" in desk.words("toast_words")
    take_back(desk, "Shift")
    wait_for(desk, 1, MONDAY)
    desk.cell(r"^DE-0001.*, approved,")


def test_a_plan_is_turned_over_and_back(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    plan(path)
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(LENA, "Lena Brandt")
        a_drag_to_a_solemn_day_says_all_that_it_did(desk)
        many_keep_the_days_between_them(desk)
        ctrl_makes_a_copy_that_nobody_has_approved(desk)
        escape_gives_a_drag_up(desk)
        alt_and_arrows_are_one_step_however_often(desk)
        nothing_goes_into_the_past(desk)
        a_drag_that_rests_at_the_edge_goes_on_into_later_weeks(desk)
        what_is_cut_is_moved_and_what_is_copied_is_copied(desk)
        all_that_follows_is_shifted_in_one_step(desk)
        a_drag_of_what_a_colleague_moves_meanwhile_takes_nothing_away(desk, path)
    finally:
        QGuiApplication.clipboard().clear()
        desk.close()
