from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from app.commands.listing import Listed
from app.domain.change import ChangeSet
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    MONDAY,
    KeptCards,
    calendar,
    card,
    flag,
    on,
)
from tests.ui.direct import DirectJobs
from ui.cards.card_layout import Density
from ui.listing.columns import Column
from ui.listing.list_plan import ListPlan
from ui.plan.plan_view import Nudge, PlanParts, Side, Span, Standing
from ui.theme import DARK, LIGHT

WEEK = timedelta(days=7)
TUESDAY = MONDAY + timedelta(days=1)
ONE = card(1, GERMANY, local=on(MONDAY, 9), flags=(flag(),))
TWO = card(2, FRANCE, local=on(TUESDAY, 9))
NEXT = card(3, FRANCE, local=on(MONDAY + WEEK, 9))


class Source(KeptCards):
    """A reader that knows only the posts of a list."""

    readings = 0

    def listed(self, first, last):
        self.readings += 1
        return tuple(Listed(one) for one in self.cards(first, last))

    def listed_in(self, cells):
        return tuple(Listed(one) for one in self.cards_in(cells))


class Desk:
    def __init__(self, qtbot, **facts) -> None:
        self.source = Source([ONE, TWO, NEXT])
        parts = PlanParts(
            self.source,
            DirectJobs(),
            SimpleNamespace(),
            calendar(),
            LIGHT,
            MONDAY,
            Density.NORMAL,
            **facts,
        )
        self.plan = ListPlan(parts, weeks=1)
        qtbot.addWidget(self.plan)
        self.counts = []
        self.plan.counted.connect(lambda *counts: self.counts.append(counts))
        self.plan.stand_at(Standing(MONDAY))

    def names(self):
        return [one.name for one in self.plan.shown_cards()]


@pytest.fixture
def desk(qtbot):
    made = Desk(qtbot)
    yield made
    made.plan.rest()


def test_it_lists_the_posts_of_its_weeks_and_counts_them(desk, qtbot):
    assert desk.names() == ["DE-0001", "FR-0002"]
    assert desk.counts[-1] == (2, 2, 1)
    desk.plan.set_weeks(2)
    assert desk.names() == ["DE-0001", "FR-0002", "FR-0003"]
    assert desk.plan.span == Span(MONDAY, MONDAY + 2 * WEEK - timedelta(days=1))
    assert desk.plan.weeks == 2
    qtbot.waitUntil(lambda: desk.plan.is_settled)


def test_who_comes_from_another_view_stands_on_the_same_post_and_weeks(desk):
    desk.plan.stand_at(Standing(TUESDAY, FRANCE.id, TWO.id, weeks=4))
    assert desk.plan.standing == Standing(TUESDAY, FRANCE.id, TWO.id)
    desk.plan.stand_at(Standing(TUESDAY, FRANCE.id, TWO.id, weeks=2, first=MONDAY - WEEK))
    assert desk.plan.standing.first == desk.plan.span.first == MONDAY - WEEK
    desk.plan.stand_at(Standing(TUESDAY, FRANCE.id, TWO.id, weeks=4))
    assert desk.plan.standing.weeks == desk.plan.weeks == 4
    desk.plan.stand_at(Standing(TUESDAY))
    assert desk.plan.current_post() == TWO.id, "the first post of that day"


def test_it_pages_by_its_weeks_and_goes_to_a_day(desk):
    desk.plan.page(1)
    assert desk.names() == ["FR-0003"]
    desk.plan.go_to(TUESDAY)
    assert desk.plan.current_place() == (FRANCE.id, TUESDAY)
    readings = desk.source.readings
    desk.plan.go_to(MONDAY)
    assert desk.plan.current_post() == ONE.id
    assert desk.source.readings == readings, "that day is on the page already"


def test_any_week_can_be_the_first(desk):
    first = desk.plan.span.first
    desk.plan.step_a_week(1)
    assert desk.plan.span.first == first + timedelta(weeks=1)


def test_where_no_post_stands_the_list_says_so(desk):
    desk.plan.page(-1)
    assert desk.plan._pages.currentIndex() == 1  # noqa: SLF001 - what is on the page
    assert desk.plan.current_place() is None
    assert desk.plan.current_post() is None
    assert desk.plan.standing == Standing(MONDAY - WEEK)
    assert not desk.plan.choose_flagged(1)


def test_a_change_reads_only_the_cells_that_it_touched(desk):
    desk.source.put(replace(TWO, local=on(MONDAY, 15)))
    cells = frozenset({(FRANCE.id, MONDAY), (FRANCE.id, None)})
    desk.plan.on_changed(ChangeSet("", posts=frozenset({TWO.id}), cells=cells))
    assert [one.day for one in desk.plan.shown_cards()] == [MONDAY, MONDAY]
    assert desk.source.readings == 1
    desk.plan.on_changed(ChangeSet("", everything=True))
    desk.plan.refresh()
    assert desk.source.readings == 3


def test_a_post_that_leaves_the_weeks_leaves_the_list(desk):
    desk.plan.choose_post(TWO.id)
    desk.source.put(replace(TWO, local=on(MONDAY + WEEK)))
    desk.plan.on_changed(ChangeSet("", posts=frozenset({TWO.id})))
    assert desk.names() == ["DE-0001"]


def test_a_filter_counts_here_too(desk):
    desk.plan.set_keeps(lambda one: one.market == FRANCE.id)
    assert desk.names() == ["FR-0002"]
    assert not desk.plan.choose_post(ONE.id)
    assert desk.counts[-1] == (1, 1, 0)


def test_how_many_are_selected_is_told(desk, qtbot):
    with qtbot.waitSignal(desk.plan.selected) as told:
        desk.plan.table.selectAll()
    assert told.args == [2]
    assert len(desk.plan.selected_cards()) == 2


def test_posts_that_were_moved_together_are_chosen_together(desk):
    assert desk.plan.choose_posts([TWO.id, ONE.id, NEXT.id])
    assert [one.id for one in desk.plan.selected_cards()] == [ONE.id, TWO.id]
    assert desk.plan.current_post() == ONE.id
    assert not desk.plan.choose_posts([NEXT.id])


def test_flagged_posts_are_found(desk):
    desk.plan.choose_post(TWO.id)
    assert desk.plan.choose_flagged(-1)
    assert desk.plan.current_post() == ONE.id
    assert not desk.plan.choose_flagged(-1)


@pytest.mark.left_to_right
def test_a_step_to_a_side_is_a_day(desk):
    assert desk.plan.nudge(Side.LEFT) == Nudge(days=-1)
    assert desk.plan.nudge(Side.DOWN) == Nudge()


def test_columns_are_arranged_as_they_were_kept(desk, qtbot):
    kept = []
    desk.plan.arranged.connect(kept.append)
    button = desk.plan.findChild(QToolButton, "columns_button")
    button.menu().aboutToShow.emit()
    items = {one.objectName(): one for one in button.menu().actions()}
    items["column_labels"].trigger()
    assert Desk(qtbot, columns=kept[-1]).plan.table.shows(Column.LABELS)


def test_a_right_click_on_a_head_opens_the_menu_of_columns(desk, qtbot):
    desk.plan.show()
    desk.plan.table.columns_asked.emit(desk.plan.mapToGlobal(desk.plan.rect().center()))
    (menu,) = [one for one in desk.plan.findChildren(QMenu) if one.isVisible()]
    assert menu.actions()
    menu.close()


def test_it_takes_colours_days_and_names(desk):
    desk.plan.set_theme(DARK)
    desk.plan.set_density(Density.ROOMY)
    desk.plan.set_today(TUESDAY)
    desk.plan.set_calendar(calendar(markets=[replace(GERMANY, name="Deutschland")]))
    index = desk.plan.model.index(0, list(Column).index(Column.MARKET))
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Deutschland"


def test_while_it_rests_nothing_is_shown_and_a_busy_file_is_no_harm(desk):
    desk.plan.rest()
    desk.source.kept = []
    desk.plan.refresh()
    assert len(desk.names()) == 2
    desk.plan._on_refused("The file is busy.")  # noqa: SLF001 - as a job tells it
    desk.plan.stand_at(Standing(MONDAY))
    assert desk.names() == []
