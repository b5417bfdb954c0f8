from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.commands.holds import place_hold
from app.domain.hold import HoldId, Scope
from tests.builders import calendars, ui_b
from tests.builders.calendars import LENA, MARC
from tests.builders.domain import hold
from tests.ui.direct import DirectOperations
from ui.holds.hold_bar import HoldBar
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


def several(count):
    return tuple(replace(hold(placed=n), id=HoldId(f"h{n}")) for n in range(count))


@pytest.fixture
def bar_of(qtbot):
    def make(*holds, me=ui_b.MARC_PERSON, session=None):
        made = HoldBar(DirectOperations(me, session), ui_b.calendar(holds=holds), LIGHT)
        qtbot.addWidget(made)
        return made

    return make


def test_without_a_hold_there_is_no_banner(bar_of):
    assert bar_of().isHidden()
    assert bar_of(hold(lifted=40)).isHidden()


def test_the_newest_hold_stands_first_and_more_come_on_a_click(bar_of, qtbot):
    bar = bar_of(*several(4))
    bar.show()
    assert [row.hold.placed_seq for row in bar.rows] == [3, 2]
    more = bar.findChild(object, "hold_more")
    assert more.text() == "2 more holds"
    qtbot.mouseClick(more, LEFT)
    assert len(bar.rows) == 4
    assert not more.isVisible()


@pytest.mark.in_english
def test_a_planner_reads_why_they_cannot_lift_it(bar_of):
    bar = bar_of(hold(), me=ui_b.LENA_PERSON)
    assert bar.rows[0].why_not == "A reviewer or owner lifts it."
    bar.set_person(ui_b.MARC_PERSON)
    assert bar.rows[0].why_not == ""
    bar.set_person(None)
    assert "Choose who you are" in bar.rows[0].why_not


def test_what_was_written_survives_a_change_of_the_calendar(bar_of):
    bar = bar_of(hold())
    bar.rows[0].ask("News is")
    bar.set_calendar(ui_b.calendar(holds=(hold(), *several(1))))
    bar.set_theme(DARK)
    asked = next(row for row in bar.rows if row.hold.id == hold().id)
    assert asked.is_asking
    assert asked.reason.text() == "News is"


@pytest.fixture
def held(tmp_path):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    reader = calendars.reader_of(path)
    place_hold(session, scope=Scope.MARKET, target="DE", reason="Wait for news")
    yield session, reader
    reader.close()
    session.close()


def test_a_reviewer_lifts_a_hold_and_the_banner_goes(held, qtbot):
    session, reader = held
    calendars.act_as(session, MARC)
    operations = DirectOperations(session.me, session)
    bar = HoldBar(operations, reader.calendar(), LIGHT)
    operations.changed.connect(lambda _changes: bar.set_calendar(reader.calendar()))
    qtbot.addWidget(bar)
    bar.show()
    qtbot.mouseClick(bar.rows[0].open_button, LEFT)
    qtbot.keyClicks(bar.rows[0].reason, "News is out")
    qtbot.keyClick(bar.rows[0].reason, Qt.Key.Key_Return)
    (lifted,) = reader.calendar().holds
    assert lifted.lift_reason == "News is out"
    assert bar.isHidden()


def test_a_refusal_is_said_in_the_banner(held, qtbot):
    session, reader = held
    calendars.act_as(session, LENA)
    bar = HoldBar(DirectOperations(ui_b.MARC_PERSON, session), reader.calendar(), LIGHT)
    qtbot.addWidget(bar)
    bar.show()
    bar.rows[0].ask("News is out")
    qtbot.mouseClick(bar.rows[0].confirm, LEFT)
    assert "is a planner" in bar.findChild(object, "message_bar").text
