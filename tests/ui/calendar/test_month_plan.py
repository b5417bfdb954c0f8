from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from app.domain.change import ChangeSet
from tests.builders.ui import FRANCE, GERMANY, JAPAN, KeptCards, calendar, card, flag, on
from tests.ui.direct import DirectJobs
from ui.calendar.month_plan import MonthPlan
from ui.calendar.month_weeks import Month
from ui.cards.card_layout import Density
from ui.plan.plan_view import Nudge, PlanParts, Side, Span, Standing
from ui.theme import DARK, LIGHT

NINTH = date(2026, 11, 9)
POST = card(1, GERMANY, local=on(NINTH), flags=(flag(),))
FRENCH = card(2, FRANCE, local=on(NINTH))


class Cards(KeptCards):
    """Cards of which nobody asks more."""

    def hover_flags(self, *_place):
        return ()


@pytest.fixture
def plan(qtbot):
    made = MonthPlan(
        PlanParts(
            Cards([POST, FRENCH]),
            DirectJobs(),
            SimpleNamespace(),
            calendar(),
            LIGHT,
            NINTH,
            Density.NORMAL,
        )
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    made.rest()


def test_it_stands_where_the_person_stood_in_another_view(plan):
    plan.stand_at(Standing(NINTH, FRANCE.id, FRENCH.id))
    assert plan.standing == Standing(NINTH, FRANCE.id, FRENCH.id)
    assert plan.month == Month(2026, 11)
    assert plan.span == Span(date(2026, 11, 1), date(2026, 11, 30))
    assert plan.title == plan.month.title
    assert plan.selected_cards() == (FRENCH,)
    assert plan.current_ghost() is None


def test_without_a_market_it_is_the_first_one(plan):
    plan.stand_at(Standing(NINTH))
    assert plan.current_place() == (GERMANY.id, NINTH)


def test_another_market_shows_the_same_month(plan):
    plan.stand_at(Standing(NINTH, GERMANY.id))
    plan.set_market(FRANCE.id)
    assert plan.standing.market == FRANCE.id
    assert plan.month == Month(2026, 11)


def test_a_page_is_a_month_and_the_day_stays_as_near_as_it_can(plan):
    plan.stand_at(Standing(date(2027, 1, 31), GERMANY.id))
    plan.page(1)
    assert plan.current_place() == (GERMANY.id, date(2027, 2, 28))
    plan.page(-1)
    assert plan.month == Month(2027, 1)


def test_a_day_of_another_month_turns_to_it(plan):
    plan.stand_at(Standing(NINTH, FRANCE.id))
    plan.go_to(date(2027, 3, 5))
    assert plan.current_place() == (FRANCE.id, date(2027, 3, 5))
    plan.go_to(date(2027, 3, 6))
    assert plan.current_place() == (FRANCE.id, date(2027, 3, 6))


@pytest.mark.parametrize(
    ("side", "days"), [(Side.UP, -7), (Side.DOWN, 7), (Side.LEFT, -1), (Side.RIGHT, 1)]
)
def test_a_step_is_a_day_or_a_week(plan, side, days):
    plan.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert plan.nudge(side) == Nudge(days=days)


def test_what_is_chosen_is_told_but_not_what_only_comes_into_sight(plan, qtbot):
    plan.stand_at(Standing(date(2026, 11, 2), GERMANY.id))
    with qtbot.waitSignal(plan.post_chosen) as told:
        plan.choose_post(POST.id)
    assert told.args == [POST.id]
    assert not plan.choose_flagged(1)


def test_news_are_shown_and_counted(plan, qtbot):
    plan.stand_at(Standing(NINTH, GERMANY.id))
    source = plan.model._source  # noqa: SLF001 - what somebody has saved
    source.put(replace(POST, local=on(date(2026, 11, 20))))
    with qtbot.waitSignal(plan.counted) as told:
        plan.on_changed(ChangeSet("", everything=True))
    assert told.args[0] == 1
    assert plan.model.index_at(GERMANY.id, date(2026, 11, 20)) == plan.model.index_of(POST.id)
    plan.refresh()
    plan.set_keeps(lambda _card: False)
    assert not plan.model.shown_cards()


def test_a_market_that_has_gone_gives_way_to_the_first(plan):
    plan.stand_at(Standing(NINTH, GERMANY.id))
    plan.set_calendar(replace(calendar(), markets=(JAPAN,)))
    assert plan.standing.market == JAPAN.id
    plan.set_theme(DARK)
    plan.set_density(Density.COMPACT)
    plan.set_today(date(2026, 11, 10))
    assert plan.table.density is Density.COMPACT


def test_a_calendar_without_markets_has_no_month(plan):
    plan.set_calendar(replace(calendar(), markets=()))
    plan.stand_at(Standing(NINTH))
    plan.page(1)
    plan.go_to(NINTH)
    assert plan.current_place() is None
    assert plan.standing == Standing(NINTH)
