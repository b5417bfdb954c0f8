from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from app.domain.change import ChangeSet
from tests.builders.hours import FRENCH, HOURS, LATE, MORNING, NINTH, NOW
from tests.builders.ui import FRANCE, GERMANY, JAPAN, KeptCards, calendar, day_knowledge
from tests.ui.direct import DirectJobs
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.hours.hours_plan import HoursPlan
from ui.plan.plan_view import Nudge, PlanParts, Side, Span, Standing
from ui.theme import DARK, LIGHT

TENTH = NINTH + timedelta(days=1)


class Cards(KeptCards):
    """Cards, hours and days, for whoever asks."""

    def __init__(self, cards) -> None:
        super().__init__(cards)
        self.asked = []

    def clock(self):
        return NOW

    def again(self):
        return self

    def close(self) -> None:
        """There is no connection."""

    def hours(self, _day):
        return HOURS

    def days(self, _first, _last):
        return day_knowledge()

    def hover_flags(self, *place):
        self.asked.append(place)
        return ()


@pytest.fixture
def plan(qtbot):
    made = HoursPlan(
        PlanParts(
            Cards([MORNING, FRENCH, LATE]),
            DirectJobs(),
            SimpleNamespace(),
            calendar(),
            LIGHT,
            TENTH,
            Density.NORMAL,
        )
    )
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    yield made
    made.rest()


def test_it_stands_where_the_person_stood_in_another_view(plan):
    plan.stand_at(Standing(NINTH, FRANCE.id, LATE.id))
    assert plan.standing == Standing(NINTH, FRANCE.id, LATE.id)
    assert plan.span == Span(NINTH, NINTH)
    assert plan.title == plan.model.period.title
    assert plan.current_ghost() is None
    plan.stand_at(Standing(NINTH, GERMANY.id))
    assert plan.current_place() == (GERMANY.id, NINTH)
    assert plan.selected_cards() == (MORNING,)


def test_who_stands_nowhere_plans_in_the_first_market(plan):
    plan.stand_at(Standing(TENTH))
    assert plan.current_place() == (GERMANY.id, TENTH)


def test_what_the_hours_are_like_comes_when_it_is_known(plan, qtbot):
    plan.stand_at(Standing(NINTH))
    assert plan.model.hours_of(GERMANY.id) == HOURS[GERMANY.id]
    qtbot.waitUntil(lambda: plan.is_settled)


def test_a_page_is_a_day_and_the_market_stays(plan):
    plan.stand_at(Standing(NINTH, FRANCE.id))
    plan.page(1)
    assert plan.current_place() == (FRANCE.id, TENTH)
    plan.go_to(NINTH)
    assert plan.day == NINTH
    plan.go_to(NINTH)
    plan.table.drag.pager.paged.emit(-1)
    assert plan.day == NINTH - timedelta(days=1)


def test_a_week_on_it_shows_the_same_weekday(plan):
    plan.stand_at(Standing(NINTH, FRANCE.id))
    plan.step_a_week(1)
    assert plan.current_place() == (FRANCE.id, NINTH + timedelta(weeks=1))


@pytest.mark.parametrize(
    ("side", "nudge"),
    [
        (Side.UP, Nudge(minutes=-5)),
        (Side.DOWN, Nudge(minutes=5)),
        (Side.LEFT, Nudge(markets=-1)),
        (Side.RIGHT, Nudge(markets=1)),
    ],
)
def test_a_step_is_five_minutes_or_a_market(plan, side, nudge):
    plan.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert plan.nudge(side) == nudge


def test_news_are_shown_and_counted(plan, qtbot):
    plan.stand_at(Standing(NINTH, GERMANY.id))
    source = plan.model._source  # noqa: SLF001 - what somebody has saved
    source.put(replace(MORNING, local=datetime.combine(NINTH, time(20))))
    with qtbot.waitSignal(plan.counted) as told:
        plan.on_changed(ChangeSet("", everything=True))
    assert told.args[0] == 3
    assert plan.model.index_of(MORNING.id).row() == 20
    plan.refresh()
    plan.set_keeps(lambda _card: False)
    assert not plan.model.shown_cards()


def test_the_flags_of_a_minute_are_asked_for_before_the_drop(plan):
    there = datetime.combine(NINTH, time(11, 5))
    plan._flags_at(MORNING.id, GERMANY.id, there)  # noqa: SLF001 - what a drag asks
    assert plan.model._source.asked == [  # noqa: SLF001
        (MORNING.id, GERMANY.id, NINTH, time(11, 5))
    ]


def test_looks_and_markets_are_taken(plan):
    plan.stand_at(Standing(NINTH, FRANCE.id))
    plan.set_calendar(calendar(markets=(JAPAN,)))
    assert plan.model.markets == (JAPAN,)
    plan.set_theme(DARK)
    plan.set_density(Density.COMPACT)
    plan.set_today(date(2026, 11, 12))
    plan.set_clock(OtherClock("Asia/Tokyo"))
    height = plan.table.measures.hour
    plan.zoom_by(1)
    assert plan.table.measures.hour > height
    plan.zoom_as_it_fits()
    assert plan.table.measures.hour == height
    plan.rest()
    plan.set_calendar(calendar())
    assert plan.model.markets == calendar().markets


def test_what_is_chosen_is_told(plan, qtbot):
    plan.stand_at(Standing(NINTH))
    with qtbot.waitSignal(plan.post_chosen) as told:
        plan.choose_post(MORNING.id)
    assert told.args == [MORNING.id]
    assert not plan.choose_flagged(-1)


def test_only_markets_that_a_filter_leaves_have_columns(plan):
    plan.stand_at(Standing(NINTH))
    plan.show_markets([JAPAN])
    assert plan.model.markets == (JAPAN,)
