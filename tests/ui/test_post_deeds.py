from dataclasses import replace
from datetime import time, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.commands.moving import NUDGE
from app.commands.posts import mark_ready
from app.commands.shifting import Foreseen, ShiftPreview
from app.errors import MissingError
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MONDAY,
    calendar,
    card,
    channel,
    on,
)
from tests.ui.direct import DirectJobs
from ui.plan.plan_view import Nudge
from ui.post_deeds import PostDeeds
from ui.theme import LIGHT

ONE = card(1, GERMANY, local=on(MONDAY))
TWO = card(2, GERMANY, local=on(MONDAY + timedelta(days=1)))
FRENCH = card(3, FRANCE, local=on(MONDAY))
UNDATED = card(4, GERMANY, local=None)


pytestmark = pytest.mark.in_english


@pytest.fixture
def ran():
    return []


@pytest.fixture
def deeds(ran, qtbot):
    cards = {one.id: one for one in (ONE, TWO, FRENCH, UNDATED)}

    def cards_of(ids):
        if not set(ids) <= cards.keys():
            raise MissingError("There is no such post.")
        return tuple(cards[one] for one in ids)

    reader = SimpleNamespace(cards_of=cards_of)
    operations = SimpleNamespace(
        run=lambda it, **_told: ran.append((it.func.__name__, it.keywords))
    )
    reader.again = lambda: reader
    reader.close = lambda: None
    reader.preview_shift = lambda shift, _report: ShiftPreview(
        tuple(Foreseen(cards[one], MONDAY, (), False, False) for one in shift.chosen)
    )
    window = QWidget()
    qtbot.addWidget(window)
    return PostDeeds(reader, operations, calendar(), LIGHT, window, jobs=DirectJobs())


def test_a_command_runs_on_all_that_is_chosen_and_never_on_nothing(deeds, ran):
    deeds.run(mark_ready, [ONE, TWO])
    deeds.run(mark_ready, [])
    assert ran == [("mark_ready", {"post_ids": (ONE.id, TWO.id)})]


def moves_of(ran):
    ((name, facts),) = ran
    assert name == "move_each"
    return facts["moves"]


def test_a_step_by_a_day_is_one_command_that_says_where_each_post_stood(deeds, ran):
    deeds.nudge([ONE, TWO, UNDATED], Nudge(days=1))
    assert [(one.post, one.day, one.seen) for one in moves_of(ran)] == [
        (ONE.id, TWO.day, ONE.local),
        (TWO.id, TWO.day + timedelta(days=1), TWO.local),
    ]
    assert ran[0][1]["joins"] == NUDGE


def test_a_step_by_minutes_keeps_the_day_until_midnight(deeds, ran):
    deeds.nudge([ONE], Nudge(minutes=30))
    ((move),) = moves_of(ran)
    assert (move.day, move.clock) == (MONDAY, time(13, 30))


def test_a_step_to_the_next_market_makes_versions_there_in_one_command(deeds, ran):
    deeds.nudge([ONE, FRENCH, UNDATED], Nudge(markets=1))
    assert [(one.post, one.channel) for one in moves_of(ran)] == [
        (ONE.id, channel(FRANCE).id),
        (FRENCH.id, channel(JAPAN).id),
    ]
    ran.clear()
    deeds.nudge([ONE], Nudge(markets=-1))
    assert ran == []


def test_posts_go_into_the_tray_and_never_none(deeds, ran):
    deeds.put_in_tray([ONE, UNDATED])
    assert [(one.post, one.day) for one in moves_of(ran)] == [(ONE.id, None)]
    deeds.put_in_tray([])
    assert len(ran) == 1


def test_without_a_post_nobody_is_asked_where_to(deeds, ran):
    deeds.ask_where_to([], MONDAY)
    assert ran == []


@pytest.fixture
def clipboard(qapp):
    QGuiApplication.clipboard().clear()
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def test_copied_posts_are_pasted_as_copies_as_far_apart_as_they_are(deeds, ran, clipboard):
    assert deeds.clip([TWO, ONE], is_cut=False).startswith("Copied 2 posts")
    there = MONDAY + timedelta(days=7)
    assert deeds.paste(GERMANY.id, there) == ""
    assert [(one.post, one.day, one.is_copy) for one in moves_of(ran)] == [
        (ONE.id, there, True),
        (TWO.id, there + timedelta(days=1), True),
    ]


def test_cut_posts_are_moved_by_the_paste(deeds, ran, clipboard):
    assert deeds.clip([ONE], is_cut=True).startswith("Cut DE-0001")
    deeds.paste(None, None)
    ((move),) = moves_of(ran)
    assert (move.post, move.day, move.is_copy) == (ONE.id, None, False)
    assert "nothing to paste" in deeds.paste(GERMANY.id, MONDAY), "it has gone there once"


def test_a_cut_post_goes_from_where_it_was_cut_so_that_a_move_by_others_is_noticed(
    deeds, ran, clipboard
):
    where_it_was = on(MONDAY - timedelta(days=7))
    deeds.clip([replace(ONE, local=where_it_was)], is_cut=True)
    deeds.paste(GERMANY.id, TWO.day)
    ((move),) = moves_of(ran)
    assert (move.post, move.day, move.seen) == (ONE.id, TWO.day, where_it_was)


def test_a_paste_into_another_market_makes_a_version_there(deeds, ran, clipboard):
    deeds.clip([ONE], is_cut=True)
    deeds.paste(FRANCE.id, MONDAY)
    ((move),) = moves_of(ran)
    assert move.channel == channel(FRANCE).id
    assert deeds.paste(FRANCE.id, MONDAY) == "", "it is still where it was cut"


def test_what_cannot_be_clipped_or_pasted_is_said(deeds, ran, clipboard):
    assert "choose one first" in deeds.clip([], is_cut=True)
    assert "nothing to paste" in deeds.paste(GERMANY.id, MONDAY)
    deeds.clip([card(99)], is_cut=False)
    assert "not in this calendar" in deeds.paste(GERMANY.id, MONDAY)
    assert ran == []


def test_duplicates_stay_on_their_day(deeds, ran):
    deeds.duplicate([ONE, TWO])
    deeds.duplicate([])
    assert ran == [("duplicate_posts", {"post_ids": (ONE.id, TWO.id)})]


def test_a_shift_is_one_command_on_what_was_looked_at(deeds, ran):
    deeds.ask_shift([TWO, ONE, UNDATED])
    dialog = deeds._window.findChild(QWidget, "shift_dialog")  # noqa: SLF001
    dialog.findChild(QPushButton, "shift_go").click()
    assert [move.post for move in moves_of(ran)] == [ONE.id, TWO.id]
    assert ran[0][1]["words"].label == "Shift 2 posts 1 day later"


def test_what_has_no_date_cannot_be_shifted(deeds, ran):
    deeds.ask_shift([UNDATED])
    assert deeds._window.findChild(QWidget, "shift_dialog") is None  # noqa: SLF001
