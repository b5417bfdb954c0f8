from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.flag import Severity
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    approved,
    card,
    flag,
    on,
    recall,
)
from ui.calendar import lane_changes
from ui.calendar.lane_changes import lanes_after
from ui.calendar.lanes import Lanes
from ui.calendar.stacks import stacks_of
from ui.hours.hour_lanes import HourLanes
from ui.plan.folding import Folding

DAYS = tuple(MONDAY + timedelta(days=number) for number in range(4))
ONE, TWO = card(1, local=on(DAYS[0], 9)), card(2, local=on(DAYS[0], 15), flags=(flag(),))
THREE = card(3, local=on(DAYS[2]))
SHOWN = (GERMANY, FRANCE, JAPAN)
BY_REGION = Folding(by_region=True)

days = st.sampled_from([*DAYS, DAYS[-1] + timedelta(days=1)])
markets = st.sampled_from(MARKETS)
flags = st.sampled_from([(), (flag(Severity.NOTE),), (flag(Severity.CAUTION),), (flag(),)])
plans = st.lists(st.tuples(markets, days, st.integers(8, 12), flags, st.booleans()), max_size=14)


def posts_of(plan):
    made = []
    for number, (market, day, hour, found, is_approved) in enumerate(plan):
        one = card(number, market, local=on(day, hour), flags=found)
        made.append(approved(one) if is_approved else one)
    return made


def ghosts_of(plan):
    return [
        recall(card(100 + number, market, local=None), on(day, hour))
        for number, (market, day, hour, *_rest) in enumerate(plan)
    ]


def facts_of(lanes):
    return {
        **{name: getattr(lanes, name) for name in Lanes.__dataclass_fields__ if name != "shown"},
        "shown": sorted(lanes.shown, key=lambda one: one.id),
    }


@given(plans, plans, plans, plans, st.sampled_from([Folding(), BY_REGION]))
def test_lanes_with_changes_are_those_that_are_arranged_anew(before, after, gone, come, folding):
    was = stacks_of(posts_of(before), ghosts_of(gone))
    now = stacks_of(posts_of(after), ghosts_of(come))
    first = Lanes.stacked(SHOWN, DAYS, was, folding=folding)
    anew = Lanes.stacked(SHOWN, DAYS, now, folding=folding)
    found = lanes_after(first, was, now)
    assert (found is not None) == first.same_table(anew)
    if found is not None:
        assert facts_of(found.lanes) == facts_of(anew)
        assert first.changed_places(found.lanes, found.places) == first.changed_places(anew)


def test_what_has_not_changed_is_not_arranged_again(monkeypatch):
    was = stacks_of([ONE, TWO, THREE])
    lanes = Lanes.stacked(SHOWN, DAYS, was)
    monkeypatch.setattr(Lanes, "stacked", None)
    moved = replace(TWO, local=on(DAYS[2], 9))
    now = {
        **was,
        ONE.cell: stacks_of([ONE])[ONE.cell],
        moved.cell: stacks_of([THREE, moved])[moved.cell],
    }
    after, _places = lanes_after(lanes, was, now)
    assert after.places == {ONE.id: (0, 0), moved.id: (0, 2), THREE.id: (1, 2)}


def test_folded_rows_months_and_hours_are_arranged_anew():
    was, now = stacks_of([ONE]), stacks_of([replace(ONE, headline="New")])
    folded = Folding(markets=frozenset({FRANCE.id}))
    for lanes in (
        Lanes.stacked(SHOWN, DAYS, was, folding=folded),
        Lanes.stacked(SHOWN, DAYS[:2], was, turns=2),
        HourLanes.of_day(SHOWN, DAYS[0], [ONE], (), 60),
    ):
        assert lanes_after(lanes, was, now) is None


def test_many_changes_are_arranged_anew(monkeypatch):
    monkeypatch.setattr(lane_changes, "FEW", 0)
    was, now = stacks_of([ONE]), stacks_of([replace(ONE, headline="New")])
    assert lanes_after(Lanes.stacked(SHOWN, DAYS, was), was, now) is None
