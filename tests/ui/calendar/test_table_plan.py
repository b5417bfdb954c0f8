from datetime import date
from types import SimpleNamespace

import pytest

from tests.builders.ui import GERMANY, KeptCards, calendar, card, on
from tests.ui.direct import DirectJobs
from ui.calendar.month_plan import MonthPlan
from ui.cards.card_layout import Density
from ui.cards.dragging import Drop
from ui.plan.plan_view import PlanParts, Standing
from ui.theme import LIGHT

NINTH = date(2026, 11, 9)
POST = card(1, GERMANY, local=on(NINTH))


class Cards(KeptCards):
    """Cards of which nobody asks more."""

    def hover_flags(self, *_place):
        return ()


@pytest.fixture
def plan(qtbot):
    parts = PlanParts(
        Cards([POST]), DirectJobs(), SimpleNamespace(), calendar(), LIGHT, NINTH, Density.NORMAL
    )
    made = MonthPlan(parts)
    qtbot.addWidget(made)
    made.show()
    made.stand_at(Standing(NINTH, GERMANY.id))
    yield made
    made.rest()


def test_what_its_table_tells_it_passes_on(plan):
    drop, told = Drop((POST.id,), GERMANY.id, NINTH), []
    for signal in (plan.dropped, plan.post_opened, plan.review_requested):
        signal.connect(told.append)
    plan.model.dropped.emit(drop)
    plan.table.post_opened.emit(POST.id)
    plan.table.review_requested.emit(POST.id)
    assert told == [drop, POST.id, POST.id]


def test_a_drag_that_rests_at_an_edge_turns_the_page_and_aims_again(plan, monkeypatch):
    aimed = []
    monkeypatch.setattr(plan.table.drag, "aim_again", lambda: aimed.append(plan.month))
    plan.table.drag.pager.paged.emit(1)
    assert [month.first for month in aimed] == [date(2026, 12, 1)]


def test_a_drag_that_is_given_up_leads_back_to_where_it_began(plan):
    plan.choose_post(POST.id)
    plan.table.lifted.emit()
    plan.page(1)
    plan.page(1)
    plan.table.given_up.emit()
    assert plan.month.first == date(2026, 11, 1)
    assert plan.current_post() == POST.id


def test_a_drag_that_was_let_go_on_another_page_stays_there(plan):
    plan.choose_post(POST.id)
    plan.table.lifted.emit()
    plan.page(1)
    plan.model.dropped.emit(Drop((POST.id,), GERMANY.id, date(2026, 12, 1)))
    plan.table.given_up.emit()
    assert plan.month.first == date(2026, 12, 1)


def test_a_drag_that_is_given_up_on_the_same_page_leaves_the_choice_alone(plan):
    plan.choose_post(POST.id)
    plan.table.lifted.emit()
    plan.table.choice.choose_place(GERMANY.id, date(2026, 11, 20))
    plan.table.given_up.emit()
    assert plan.current_post() is None


def test_a_filter_changes_what_is_counted(plan):
    counts = []
    plan.counted.connect(lambda *numbers: counts.append(numbers[0]))
    plan.set_keeps(lambda _card: False)
    plan.set_keeps(lambda _card: True)
    assert counts == [0, 1]


def test_the_post_of_the_current_cell_is_told_but_not_while_it_pages(plan):
    told = []
    plan.post_chosen.connect(told.append)
    plan.table.choice.choose_place(GERMANY.id, date(2026, 11, 20))
    plan.choose_post(POST.id)
    assert told == [None, POST.id]
    plan.page(1)
    plan.page(-1)
    assert plan.current_post() == POST.id
    assert told.count(None) == 2, "only the empty cell that the page led to is told"
