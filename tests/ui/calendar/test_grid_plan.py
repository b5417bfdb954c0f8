from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from app.domain.change import ChangeSet
from tests.builders.ui import FRANCE, GERMANY, MONDAY, KeptCards, calendar, card, on
from tests.ui.direct import DirectJobs
from ui.calendar import grid_plan
from ui.calendar.grid_plan import GridPlan
from ui.cards.card_layout import Density
from ui.plan.folding import Fold
from ui.plan.plan_view import Nudge, PlanParts, Side, Span, Standing
from ui.theme import LIGHT

TUESDAY = MONDAY + timedelta(days=1)
ONE = card(1, GERMANY, local=on(MONDAY))
TWO = card(2, FRANCE, local=on(TUESDAY))


class Cards(KeptCards):
    """Cards of which nobody asks more."""

    def hover_flags(self, *_place):
        return ()

    def stand(self) -> int:
        return 1

    def newest_event(self) -> int:
        return 1

    def again(self) -> "Cards":
        return self

    def close(self) -> None:
        """Nothing is open."""


class WaitingJobs(DirectJobs):
    """Does jobs when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = []

    def run(self, work, **ends):
        def job() -> None:
            super(WaitingJobs, self).run(work, **ends)

        self.waiting.append(job)
        return SimpleNamespace(cancel=lambda: self.waiting.remove(job))

    def do(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def jobs():
    return DirectJobs()


def plan_of(cards: Cards, jobs: DirectJobs, keeps=lambda one: one.id != TWO.id) -> GridPlan:
    parts = PlanParts(
        cards,
        jobs,
        SimpleNamespace(),
        calendar(),
        LIGHT,
        MONDAY,
        Density.NORMAL,
        keeps=keeps,
    )
    return GridPlan(parts, weeks=1)


@pytest.fixture
def plan(qtbot, jobs):
    made = plan_of(Cards([ONE, TWO]), jobs)
    qtbot.addWidget(made)
    yield made
    made.rest()


def test_it_stands_where_the_person_stood_in_another_view(plan):
    plan.stand_at(Standing(TUESDAY, FRANCE.id))
    assert plan.current_place() == (FRANCE.id, TUESDAY)
    plan.stand_at(Standing(MONDAY, GERMANY.id, ONE.id))
    assert plan.standing == Standing(MONDAY, GERMANY.id, ONE.id)

    assert plan.span == Span(MONDAY, MONDAY + timedelta(days=6))
    assert plan.anchor == MONDAY
    assert plan.title == plan.period.title


def test_it_shows_the_weeks_that_another_view_showed(plan):
    week = timedelta(days=7)
    plan.stand_at(Standing(MONDAY, GERMANY.id, weeks=2, first=MONDAY - week))
    assert plan.span == Span(MONDAY - week, MONDAY + week - timedelta(days=1))
    assert (plan.standing.day, plan.standing.first) == (MONDAY, MONDAY - week)


def test_who_stands_nowhere_stands_on_today_or_where_the_weeks_begin(plan):
    assert plan.standing.day == MONDAY
    plan.page(1)
    assert plan.standing.day == MONDAY + timedelta(days=7)


def test_it_shows_only_what_the_filter_keeps(plan):
    plan.stand_at(Standing(MONDAY))
    assert [one.id for one in plan.model.shown_cards()] == [ONE.id]
    assert not plan.choose_post(TWO.id)
    plan.set_keeps(lambda one: one.id != ONE.id)
    assert [one.id for one in plan.model.shown_cards()] == [TWO.id]


@pytest.mark.parametrize(
    ("side", "nudge"),
    [
        (Side.UP, Nudge(markets=-1)),
        (Side.DOWN, Nudge(markets=1)),
        (Side.LEFT, Nudge(days=-1)),
        (Side.RIGHT, Nudge(days=1)),
    ],
)
def test_a_step_is_a_day_or_a_market(plan, side, nudge):
    plan.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert plan.nudge(side) == nudge


def test_rows_are_folded_as_a_person_asks(plan, qtbot):
    folded = []
    plan.folded.connect(folded.append)
    plan.stand_at(Standing(MONDAY, GERMANY.id))
    plan.fold(Fold.BY_REGION)
    plan.fold(Fold.ALL)
    assert folded[-1].regions == {"EMEA", "APAC"}
    plan.fold(Fold.NOTHING)
    plan.stand_at(Standing(MONDAY, GERMANY.id))
    plan.fold(Fold.MARKET)
    plan.fold(Fold.REGION)
    assert (folded[-1].regions, folded[-1].markets) == ({"EMEA"}, {GERMANY.id})
    assert plan.model.order[:2] == (GERMANY.id, FRANCE.id)


@pytest.mark.parametrize("jobs", [WaitingJobs()])
def test_many_posts_that_nobody_has_read_come_after_the_page_has_turned(
    plan, jobs, monkeypatch, qtbot
):
    monkeypatch.setattr(grid_plan, "READ_WHILE_WAITING", 0)
    plan.stand_at(Standing(MONDAY))
    counted = []
    plan.counted.connect(lambda *found: counted.append(found))
    plan.page(1)
    plan.page(-1)
    assert plan.period.holds(MONDAY)
    assert (list(plan.model.shown_cards()), counted, plan.is_settled) == ([], [], False)
    assert not jobs.waiting  # the days are painted first
    qtbot.waitUntil(lambda: jobs.do() or plan.is_settled)
    assert [one.id for one in plan.model.shown_cards()] == [ONE.id]
    assert counted == [(1, 1, 0)]


@pytest.mark.parametrize("jobs", [WaitingJobs()])
def test_who_pages_on_and_on_finds_what_is_seen_of_the_next_page(plan, jobs, monkeypatch, qtbot):
    monkeypatch.setattr(grid_plan, "READ_WHILE_WAITING", -1)
    plan.stand_at(Standing(MONDAY))
    for step in (-1, -1, 1):
        plan.page(step)
        qtbot.waitUntil(lambda: jobs.do() or plan.is_settled)
    plan.page(1)
    assert [one.id for one in plan.model.shown_cards()] == [ONE.id]
    assert not plan.model.is_whole
    qtbot.waitUntil(lambda: jobs.do() or plan.is_settled)
    assert plan.model.is_whole


@pytest.mark.parametrize("jobs", [WaitingJobs()])
def test_who_turns_before_all_is_read_finds_what_is_seen_first(plan, jobs, monkeypatch, qtbot):
    monkeypatch.setattr(grid_plan, "SEEN_AT_FIRST", 1)
    plan.set_keeps(lambda _one: True)
    plan.stand_at(Standing(MONDAY, FRANCE.id))
    plan.page(-1)
    qtbot.waitUntil(lambda: bool(jobs.waiting))
    jobs.waiting.pop(0)()
    assert not plan.model.is_whole
    qtbot.waitUntil(lambda: jobs.do() or plan.is_settled)
    assert plan.model.is_whole


def test_a_glance_takes_in_what_is_seen_where_posts_stand(qtbot, monkeypatch):
    monkeypatch.setattr(grid_plan, "SEEN_AT_FIRST", 1)
    asked, jobs = [], WaitingJobs()
    plain = Cards.cards_of_markets
    monkeypatch.setattr(
        Cards, "cards_of_markets", lambda *args: asked.append(set(args[1])) or plain(*args)
    )
    tall = [card(number, GERMANY, local=on(MONDAY, number)) for number in range(1, 20)]
    plan = plan_of(Cards(tall), jobs, lambda _one: True)
    qtbot.addWidget(plan)
    plan.resize(1400, 400)
    plan.show_markets(calendar().markets)
    plan.show()
    qtbot.waitExposed(plan)
    assert len(plan.table.markets_in_view()) > 1
    plan.stand_at(Standing(MONDAY, GERMANY.id))
    plan.page(1)
    qtbot.waitUntil(lambda: bool(jobs.waiting))
    jobs.waiting.pop(0)()
    assert asked == [{GERMANY.id}, {GERMANY.id}]
    plan.rest()


@pytest.mark.parametrize("jobs", [WaitingJobs()])
def test_a_glance_is_worth_nothing_once_somebody_has_saved(plan, jobs, monkeypatch, qtbot):
    monkeypatch.setattr(grid_plan, "READ_WHILE_WAITING", -1)
    plan.stand_at(Standing(MONDAY))
    for step in (-1, -1, 1):
        plan.page(step)
        qtbot.waitUntil(lambda: jobs.do() or plan.is_settled)
    monkeypatch.setattr(Cards, "stand", lambda _cards: 2)
    plan.page(1)
    assert list(plan.model.shown_cards()) == []
    qtbot.waitUntil(lambda: jobs.do() or plan.is_settled)
    assert [one.id for one in plan.model.shown_cards()] == [ONE.id]


def test_few_posts_are_there_when_the_page_has_turned(plan):
    plan.stand_at(Standing(MONDAY - timedelta(days=7)))
    plan.page(1)
    assert [one.id for one in plan.model.shown_cards()] == [ONE.id]


def test_any_week_can_be_the_first(plan):
    plan.stand_at(Standing(MONDAY))
    weeks, first = plan.weeks, plan.span.first
    plan.step_a_week(1)
    assert (plan.span.first, plan.weeks) == (first + timedelta(weeks=1), weeks)
    plan.step_a_week(-1)
    plan.step_a_week(-1)
    assert plan.span.first == first - timedelta(weeks=1)


@pytest.mark.parametrize("jobs", [WaitingJobs()])
def test_what_is_seen_first_is_read_first_where_there_are_many_markets(
    plan, jobs, monkeypatch, qtbot
):
    monkeypatch.setattr(grid_plan, "SEEN_AT_FIRST", 1)
    plan.set_keeps(lambda _one: True)
    counted = []
    plan.counted.connect(lambda *found: counted.append(found))
    plan.stand_at(Standing(MONDAY, FRANCE.id))
    assert [one.id for one in plan.model.shown_cards()] == [TWO.id]
    assert counted == []
    qtbot.waitUntil(lambda: bool(jobs.waiting))
    jobs.do()
    assert {one.id for one in plan.model.shown_cards()} == {ONE.id, TWO.id}
    assert counted == [(2, 2, 0)]
    assert plan.standing.market == FRANCE.id


@pytest.mark.parametrize("jobs", [WaitingJobs()])
def test_whoever_looks_for_a_post_meanwhile_finds_it(plan, jobs, monkeypatch):
    monkeypatch.setattr(grid_plan, "SEEN_AT_FIRST", 1)
    plan.stand_at(Standing(MONDAY, FRANCE.id))
    assert plan.choose_post(ONE.id)
    plan.page(1)
    plan.stand_at(Standing(MONDAY, FRANCE.id))
    assert plan.choose_posts([ONE.id])


def test_flags_that_become_known_while_all_is_read_are_not_lost_when_it_comes(qtbot, monkeypatch):
    """What was read before is without them, and nothing would ever tell of them again."""
    cards, jobs = Cards([replace(ONE, is_assessed=False)]), WaitingJobs()
    plain, known = Cards.cards, replace(ONE, is_assessed=True)
    plan = plan_of(cards, jobs)
    qtbot.addWidget(plan)
    plan.stand_at(Standing(MONDAY))
    plan.refresh()

    def read_and_be_told(cards, first, last):
        read = plain(cards, first, last)
        if cards.kept != [known]:
            cards.kept = [known]
            plan.on_changed(ChangeSet("", posts=frozenset({ONE.id}), cells=frozenset({ONE.cell})))
        return read

    monkeypatch.setattr(Cards, "cards", read_and_be_told)
    qtbot.waitUntil(lambda: jobs.do() or plan.has_looked_closer)
    assert [one.is_assessed for one in plan.model.shown_cards()] == [True]
    plan.rest()
