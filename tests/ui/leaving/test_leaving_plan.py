from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.domain.change import ChangeSet
from tests.builders.ui import GERMANY, THE_NINTH, calendar, flag
from tests.ui.direct import DirectJobs
from tests.ui.leaving.kit import ALL, LATER, LYING, NOW, SOON, TOKYO, Source
from ui.cards.card_layout import Density
from ui.leaving.leaving_plan import LeavingPlan
from ui.plan.plan_view import Nudge, PlanParts, Side, Standing
from ui.theme import DARK, LIGHT


class Desk:
    def __init__(self, qtbot, source) -> None:
        self.source = source
        parts = PlanParts(
            source, DirectJobs(), SimpleNamespace(), calendar(), LIGHT, THE_NINTH, Density.NORMAL
        )
        self.plan = LeavingPlan(parts)
        self.plan.model._mine = "Europe/Berlin"  # noqa: SLF001 - not that of this computer
        qtbot.addWidget(self.plan)
        self.counts = []
        self.plan.counted.connect(lambda *counts: self.counts.append(counts))

    def cards(self):
        return [one.card for one in self.plan.shown()]


@pytest.fixture
def desk(qtbot):
    made = Desk(qtbot, Source())
    made.plan.stand_at(Standing(THE_NINTH))
    yield made
    made.plan.rest()


@pytest.mark.in_english
def test_the_top_bar_says_as_many_posts_as_there_are_in_view(desk, qtbot):
    assert desk.plan.title == "Next 48 hours · 6 posts"
    assert desk.counts[-1] == (6, 6, 1)
    fate = desk.plan.findChild(QToolButton, "fate_held")
    qtbot.mouseClick(fate, Qt.MouseButton.LeftButton)
    assert desk.plan.title == "Next 48 hours · 1 post"
    assert desk.counts[-1] == (1, 1, 0)
    assert desk.cards() == [LATER.card]


def test_who_comes_stands_on_their_own_post_or_on_what_goes_out_next(desk, qtbot):
    assert desk.plan.current_post() == SOON.card.id
    desk.plan.stand_at(Standing(THE_NINTH, None, LATER.card.id))
    assert desk.plan.standing == Standing(THE_NINTH, GERMANY.id, LATER.card.id)
    assert desk.plan.anchor == THE_NINTH
    assert desk.plan.span.holds(THE_NINTH + timedelta(days=2))
    qtbot.waitUntil(lambda: desk.plan.is_settled)


def test_what_lies_at_a_scheduler_is_a_ghost_and_its_post_stays_as_it_is(desk):
    assert desk.plan.choose_post(LYING.card.id)
    assert desk.plan.current_ghost() == LYING.recall
    assert desk.plan.selected_cards() == ()
    assert desk.plan.choose_post(TOKYO.card.id)
    assert desk.plan.current_ghost() is None
    assert desk.plan.selected_cards() == (TOKYO.card,)


def test_a_filter_counts_here_too(desk):
    desk.plan.set_keeps(lambda card: card.market == GERMANY.id)
    assert TOKYO.card not in desk.cards()
    assert not desk.plan.choose_post(TOKYO.card.id)


def test_a_change_is_read_and_words_move_on_with_the_clock(desk):
    desk.plan.on_changed(ChangeSet("", posts=frozenset({SOON.card.id})))
    desk.plan.refresh()
    assert desk.source.readings == 3
    desk.source.now = NOW + timedelta(minutes=1)
    desk.plan._on_tick()  # noqa: SLF001 - the clock
    assert desk.source.readings == 3, "nothing has passed in that minute"
    desk.source.now = NOW + timedelta(minutes=11)
    desk.plan._on_tick()  # noqa: SLF001 - the clock
    assert desk.source.readings == 4


def test_while_it_rests_nothing_is_shown(desk):
    desk.plan.rest()
    desk.source.entries = ()
    desk.plan.refresh()
    assert len(desk.cards()) == len(ALL)


def test_flagged_posts_and_days_are_found(desk):
    stop = replace(SOON, card=replace(SOON.card, flags=(flag(),)))
    desk.source.entries = tuple(stop if one is SOON else one for one in desk.source.entries)
    desk.plan.refresh()
    desk.plan.choose_post(TOKYO.card.id)
    found = [step for step in (1, -1) if desk.plan.choose_flagged(step)]
    assert desk.plan.current_post() == SOON.card.id
    assert len(found) == 1
    desk.plan.choose_post(TOKYO.card.id)
    desk.plan.go_to(THE_NINTH)
    assert desk.plan.current_place() == (GERMANY.id, THE_NINTH)


@pytest.mark.left_to_right
def test_a_step_to_a_side_is_a_day(desk):
    assert desk.plan.nudge(Side.RIGHT) == Nudge(days=1)
    assert desk.plan.nudge(Side.UP) == Nudge()


def test_two_quiet_days_are_said_to_be_so(qtbot):
    desk = Desk(qtbot, Source(()))
    desk.plan.stand_at(Standing(THE_NINTH))
    assert desk.plan._pages.currentIndex() == 1  # noqa: SLF001 - what is on the page
    assert desk.plan.standing == Standing(THE_NINTH)
    assert not desk.plan.choose_flagged(1)
    desk.plan.page(1)
    desk.plan.set_theme(DARK)
    desk.plan.set_density(Density.ROOMY)
    desk.plan.set_today(THE_NINTH + timedelta(days=1))
    assert desk.plan.anchor == THE_NINTH + timedelta(days=1)
    desk.plan.rest()


def test_a_file_that_cannot_be_read_is_read_at_the_next_tick(desk):
    desk.plan._on_refused("The file is busy.")  # noqa: SLF001 - as a job tells it
    before = desk.source.readings
    desk.plan._on_tick()  # noqa: SLF001 - the clock
    assert desk.source.readings == before + 1
