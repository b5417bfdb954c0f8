from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.commands.catch import Ground
from app.commands.hold_calls import EVERY_ONE
from app.commands.holds import place_hold
from app.domain.change import ChangeSet
from app.domain.hold import HoldId, Scope
from app.domain.post import PostId
from tests.builders import calendars, ui_b
from tests.builders.calendars import LENA, MARC, ready_post
from tests.builders.domain import hold
from tests.ui.direct import DirectJobs, DirectOperations
from ui.holds import hold_bar
from ui.holds.hold_bar import HoldBar
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


def several(count):
    return tuple(replace(hold(placed=n), id=HoldId(f"h{n}")) for n in range(count))


class CountingReader(ui_b.KnownReader):
    """Knows what could be caught, and what must be read again."""

    again_ids: dict = {}  # noqa: RUF012

    def ground(self):
        places = {ui_b.INSTAGRAM.id: (ui_b.GERMANY, ui_b.INSTAGRAM)}
        return Ground(places, {(ui_b.INSTAGRAM.id, ""): 14}, None, ())

    def to_read_again(self, _post_ids=None):
        return self.again_ids


@pytest.fixture
def bar_of(qtbot):
    def make(*holds, me=ui_b.MARC_PERSON, session=None):
        made = HoldBar(
            CountingReader(),
            DirectOperations(me, session),
            DirectJobs(),
            ui_b.calendar(holds=holds),
            LIGHT,
        )
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
    bar = HoldBar(reader, operations, DirectJobs(), reader.calendar(), LIGHT)
    operations.changed.connect(lambda _changes: bar.set_calendar(reader.calendar()))
    qtbot.addWidget(bar)
    bar.show()
    qtbot.mouseClick(bar.rows[0].open_button, LEFT)
    qtbot.keyClicks(bar.rows[0].reason, "News is out")
    qtbot.keyClick(bar.rows[0].reason, Qt.Key.Key_Return)
    (lifted,) = reader.calendar().holds
    assert lifted.lift_reason == "News is out"
    assert bar.isHidden()


def test_the_count_follows_the_posts(held, qtbot):
    session, reader = held
    bar = HoldBar(
        reader, DirectOperations(session.me, session), DirectJobs(), reader.calendar(), LIGHT
    )
    qtbot.addWidget(bar)
    assert "Stops 0 posts" in bar.rows[0].accessibleName()
    bar.on_changed(ChangeSet("Create", posts=frozenset({ready_post(session)})))
    assert "Stops 1 post." in bar.rows[0].accessibleName()
    bar.on_changed(ChangeSet("Nothing"))
    assert bar.newest == bar.rows[0].hold


def test_the_posts_of_a_hold_are_asked_for_by_a_click(bar_of, qtbot):
    bar = bar_of(hold())
    with qtbot.waitSignal(bar.list_asked) as asked:
        qtbot.mouseClick(bar.rows[0].list_button, LEFT)
    assert asked.args == [hold()]
    assert "Stops 14 posts" in bar.rows[0].accessibleName()


@pytest.fixture
def lifted_bar(bar_of, monkeypatch):
    monkeypatch.setattr(CountingReader, "again_ids", {HoldId("h1"): ("p1", "p2")})
    return bar_of


def test_a_lifted_hold_offers_the_review_of_what_it_caught(lifted_bar, qtbot):
    bar = lifted_bar(hold(lifted=40))
    bar.show()
    (row,) = bar.lifted_rows
    assert bar.isVisible()
    assert bar.newest is None
    assert row.review.text() == "Review the 2 posts it caught"
    with qtbot.waitSignal(bar.review_asked) as asked:
        qtbot.mouseClick(row.review, LEFT)
    assert asked.args == [hold(lifted=40)]
    bar.set_theme(DARK)


def test_a_planner_reads_who_can_review_it(lifted_bar):
    bar = lifted_bar(hold(lifted=40), me=ui_b.LENA_PERSON)
    bar.show()
    (row,) = bar.lifted_rows
    assert not row.review.isVisible()
    words = [label.text() for label in row.findChildren(QLabel)]
    assert "Marc Fournier, Nora Haddad can read them again." in words


def test_what_was_put_away_stays_away(lifted_bar, qtbot):
    bar = lifted_bar(hold(lifted=40))
    bar.show()
    qtbot.mouseClick(bar.lifted_rows[0].findChild(object, "lifted_close"), LEFT)
    assert bar.isHidden()
    bar.on_changed(ChangeSet("Move", everything=True))
    assert bar.isHidden()


def test_what_is_read_is_offered_no_more(lifted_bar, monkeypatch):
    bar = lifted_bar(hold(lifted=40))
    monkeypatch.setattr(CountingReader, "again_ids", {})
    bar.on_changed(ChangeSet("Approved", posts=frozenset({PostId("p1"), PostId("p2")})))
    assert bar.lifted_rows == ()
    assert bar.isHidden()


def test_a_refusal_is_said_in_the_banner(held, qtbot):
    session, reader = held
    calendars.act_as(session, LENA)
    operations = DirectOperations(ui_b.MARC_PERSON, session)
    bar = HoldBar(reader, operations, DirectJobs(), reader.calendar(), LIGHT)
    qtbot.addWidget(bar)
    bar.show()
    bar.rows[0].ask("News is out")
    qtbot.mouseClick(bar.rows[0].confirm, LEFT)
    assert "is a planner" in bar.findChild(object, "message_bar").text


def test_once_a_minute_it_names_who_can_be_called_now(bar_of, monkeypatch):
    bar = bar_of(hold())
    asked = []

    def words(*_facts, most=3):
        asked.append(most)
        return "On duty now: Lena Brandt (Germany)"

    monkeypatch.setattr(hold_bar, "calls_of", words)
    bar.look_at_the_clock()
    bar.look_at_the_clock()
    assert asked == [3, EVERY_ONE], "in one line, and all of them for the tooltip"
    assert "Lena Brandt" in bar.rows[0].accessibleName()
