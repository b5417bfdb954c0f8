import pytest
from PySide6.QtCore import Qt

from app.domain.hold import Scope
from tests.builders import calendars
from tests.builders.calendars import ready_post
from tests.ui.direct import DirectJobs, DirectOperations, LaterJobs
from ui.holds import hold_dialog
from ui.holds.hold_dialog import HoldDialog
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    reader = calendars.reader_of(path)
    posts = [ready_post(session, campaign="Late loaf"), ready_post(session)]
    dialog = HoldDialog(
        reader, DirectOperations(session.me, session), DirectJobs(), reader.calendar(), LIGHT
    )
    dialog.session, dialog.reader, dialog.posts = session, reader, posts
    qtbot.addWidget(dialog)
    dialog.open()
    yield dialog
    reader.close()
    session.close()


@pytest.fixture
def near(desk, qtbot):
    """The same, asked for around the first of two posts."""
    (card,) = desk.reader.cards_of(desk.posts[:1])
    session, reader = desk.session, desk.reader
    dialog = HoldDialog(
        reader,
        DirectOperations(session.me, session),
        DirectJobs(),
        reader.calendar(),
        LIGHT,
        around=card,
    )
    dialog.reader = reader
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: part(dialog, "hold_this_post").hasFocus())
    return dialog


def part(dialog, name):
    return dialog.findChild(object, name)


def choose(dialog, scope):
    part(dialog, "hold_scope").setCurrentIndex(list(Scope).index(scope))


def test_how_much_it_stops_is_said_before_it_is_placed(desk):
    assert part(desk, "hold_catch").text() == "It stops 2 planned posts, 0 of them approved."
    desk.aim(Scope.MARKET, "FR")
    assert part(desk, "hold_catch").text().startswith("It stops no post")
    assert desk.reader.calendar().holds == ()


def test_who_types_at_once_writes_the_reason(near, qtbot):
    for letter in "Fire":
        qtbot.keyClicks(near.focusWidget(), letter)
    assert part(near, "hold_reason").text() == "Fire"
    assert near.focusWidget() is part(near, "hold_reason")


def test_a_hold_needs_written_words(desk, qtbot):
    assert not part(desk, "hold_place").isEnabled()
    assert part(desk, "hold_place").toolTip() == "Write why first."
    qtbot.keyClicks(part(desk, "hold_reason"), "   ")
    assert not part(desk, "hold_place").isEnabled()


def test_a_planner_places_a_hold_at_once(desk, qtbot):
    desk.aim(Scope.MARKET, "DE")
    qtbot.keyClicks(part(desk, "hold_reason"), "Wait for news")
    with qtbot.waitSignal(desk.accepted):
        qtbot.mouseClick(part(desk, "hold_place"), LEFT)
    (placed,) = desk.reader.calendar().holds
    assert (placed.scope, placed.target, placed.reason) == (Scope.MARKET, "DE", "Wait for news")


def test_who_has_written_why_presses_enter(desk, qtbot):
    desk.aim(Scope.MARKET, "DE")
    qtbot.keyClicks(part(desk, "hold_reason"), "Wait for news")
    with qtbot.waitSignal(desk.accepted):
        qtbot.keyClick(part(desk, "hold_reason"), Qt.Key.Key_Return)
    assert len(desk.reader.calendar().holds) == 1


def test_who_is_about_to_place_the_same_hold_again_is_told(desk, qtbot):
    part(desk, "hold_reason").setText("Wait for news")
    qtbot.mouseClick(part(desk, "hold_place"), LEFT)
    again = HoldDialog(
        desk.reader,
        DirectOperations(desk.session.me, desk.session),
        DirectJobs(),
        desk.reader.calendar(),
        LIGHT,
    )
    qtbot.addWidget(again)
    again.open()
    assert "“Wait for news”" in part(again, "hold_stands_already").text()
    part(again, "hold_reason").setText("Another")
    assert part(again, "hold_place").isEnabled(), "two people may mean two things"
    again.aim(Scope.MARKET, "FR")
    assert part(again, "hold_stands_already").isHidden()


def test_everything_needs_no_target(desk, qtbot):
    qtbot.keyClicks(part(desk, "hold_reason"), "Wait for news")
    assert not part(desk, "hold_target").isEnabled()
    qtbot.mouseClick(part(desk, "hold_place"), LEFT)
    assert desk.reader.calendar().holds[0].scope is Scope.EVERYTHING


def test_a_campaign_is_chosen_or_written(desk, qtbot):
    choose(desk, Scope.CAMPAIGN)
    qtbot.keyClicks(part(desk, "hold_reason"), "Wrong price")
    assert part(desk, "hold_target").currentText() == "Late loaf"
    assert part(desk, "hold_catch").text().startswith("It stops 1 planned post")
    part(desk, "hold_target").setEditText(" ")
    assert part(desk, "hold_place").toolTip() == "Choose what it covers first."
    part(desk, "hold_target").setEditText("Next year")
    qtbot.mouseClick(part(desk, "hold_place"), LEFT)
    assert desk.reader.calendar().holds[0].target == "Next year"


@pytest.mark.parametrize("scope", [scope for scope in Scope if scope is not Scope.POST])
def test_every_scope_offers_what_it_can_cover(desk, scope):
    choose(desk, scope)
    assert part(desk, "hold_target").count() >= 1


def test_a_refusal_is_said_in_the_dialog(desk, qtbot):
    qtbot.keyClicks(part(desk, "hold_reason"), "Wait for news")
    desk.session.me = None
    qtbot.mouseClick(part(desk, "hold_place"), LEFT)
    assert "Choose who you are" in part(desk, "message_bar").text
    assert desk.isVisible()


def test_what_is_still_being_counted_ends_with_the_dialog(desk, qtbot):
    jobs = LaterJobs()
    operations = DirectOperations(desk.session.me, desk.session)
    dialog = HoldDialog(desk.reader, operations, jobs, desk.reader.calendar(), LIGHT)
    qtbot.addWidget(dialog)
    dialog.open()
    jobs.do_next()  # the number is there; how many could leave is still being counted
    (approvals,) = jobs.waiting
    assert not approvals.is_cancelled
    dialog.reject()
    assert approvals.is_cancelled


def test_cancelling_stops_nothing(desk, qtbot):
    qtbot.keyClicks(part(desk, "hold_reason"), "Wait for news")
    with qtbot.waitSignal(desk.rejected):
        qtbot.mouseClick(part(desk, "cancel"), LEFT)
    assert desk.reader.calendar().holds == ()


def test_who_is_on_duty_there_is_named_before_it_is_placed(desk, monkeypatch):
    calls = part(desk, "hold_on_duty")
    assert not calls.isVisible()
    monkeypatch.setattr(hold_dialog, "call_words", lambda *_facts, **_how: "On duty now: Lena")
    desk.aim(Scope.MARKET, "DE")
    assert calls.isVisible()
    assert calls.text() == "On duty now: Lena"


def test_around_a_post_that_alone_is_held_unless_somebody_says_otherwise(near, desk, qtbot):
    assert part(near, "hold_this_post").text().startswith("This post: DE-0001, ")
    assert part(near, "hold_catch").text() == "It stops this post alone."
    assert not part(near, "hold_scope").isVisible()
    qtbot.keyClick(part(near, "hold_this_post"), Qt.Key.Key_Return)
    qtbot.keyClicks(part(near, "hold_reason"), "The baker is ill")
    with qtbot.waitSignal(near.accepted):
        qtbot.keyClick(part(near, "hold_reason"), Qt.Key.Key_Return)
    (placed,) = desk.reader.calendar().holds
    assert (placed.scope, placed.target) == (Scope.POST, desk.posts[0])


@pytest.mark.parametrize(
    ("steps", "aim"),
    [(1, (Scope.CHANNEL, calendars.DE_INSTAGRAM)), (2, (Scope.MARKET, calendars.GERMANY))],
)
def test_an_arrow_goes_on_to_its_channel_and_its_market(near, desk, qtbot, steps, aim):
    for _step in range(steps):
        qtbot.keyClick(near.focusWidget(), Qt.Key.Key_Down)
    assert part(near, "hold_catch").text().startswith("It stops 2 planned posts")
    qtbot.keyClicks(part(near, "hold_reason"), "Fire")
    qtbot.mouseClick(part(near, "hold_place"), LEFT)
    (placed,) = desk.reader.calendar().holds
    assert (placed.scope, placed.target) == aim


def test_something_else_asks_how_far_it_reaches(near, desk, qtbot):
    part(near, "hold_something_else").setChecked(True)
    assert part(near, "hold_scope").isVisible()
    choose(near, Scope.NETWORK)
    qtbot.keyClicks(part(near, "hold_reason"), "Outage")
    qtbot.mouseClick(part(near, "hold_place"), LEFT)
    assert desk.reader.calendar().holds[0].scope is Scope.NETWORK


def test_around_a_post_those_of_its_market_are_named(near, monkeypatch):
    asked = []
    monkeypatch.setattr(
        hold_dialog,
        "call_words",
        lambda _calendar, *where, **_how: asked.append(where[:2]) or "Lena",
    )
    part(near, "hold_its_channel").setChecked(True)
    part(near, "hold_this_post").setChecked(True)
    assert asked[-1] == (Scope.MARKET, calendars.GERMANY)
