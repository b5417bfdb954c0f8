from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.builders.hours import BESIDE, FRENCH, GHOST, LATE, MORNING, NINTH, at
from tests.builders.ui import FRANCE, GERMANY, JAPAN, card
from ui.calendar.lanes import Lanes
from ui.hours.hour_lanes import USUAL_HOUR, HourLanes

MARKETS = (GERMANY, FRANCE, JAPAN)


def lanes_of(*cards, ghosts=(), minutes=60):
    return HourLanes.of_day(MARKETS, NINTH, cards, ghosts, minutes)


def test_posts_that_would_lie_on_one_another_stand_beside_each_other():
    lanes = lanes_of(MORNING, BESIDE, FRENCH)
    assert lanes.places == {MORNING.id: (9, 0), BESIDE.id: (9, 1), FRENCH.id: (14, 2)}
    assert [(lane.market.id, lane.number, lane.is_last) for lane in lanes.columns] == [
        (GERMANY.id, 0, False),
        (GERMANY.id, 1, True),
        (FRANCE.id, 0, True),
        (JAPAN.id, 0, True),
    ]
    assert lanes.first_columns == (0, 2, 3)


@given(st.lists(st.integers(0, 1439), max_size=12), st.integers(5, 200))
def test_none_lies_on_another_and_none_is_left_out(minutes, long):
    cards = [
        card(number, GERMANY, local=datetime.combine(NINTH, time(minute // 60, minute % 60)))
        for number, minute in enumerate(minutes)
    ]
    lanes = lanes_of(*cards, minutes=long)
    assert len(lanes.cards) == len(cards)
    starts = {}
    for (_hour, column), one in lanes.cards.items():
        minute = min(one.local.hour * 60 + one.local.minute, 1440 - long)
        starts.setdefault(column, []).append(minute)
    for column in starts.values():
        column.sort()
        assert all(b - a >= long for a, b in pairwise(column))


def test_a_ghost_stands_beside_the_post_of_its_minute():
    there = card(6, JAPAN, local=at(12, 15))
    lanes = lanes_of(there, ghosts=[GHOST])
    assert lanes.places[there.id] == (12, 2)
    assert list(lanes.ghosts) == [(12, 3)]


def test_posts_of_other_days_and_markets_are_left_out():
    tomorrow = replace(MORNING, local=MORNING.local + timedelta(days=1))
    assert lanes_of(tomorrow).cards == {}
    assert HourLanes.of_day((JAPAN,), NINTH, [MORNING], (), 60).cards == {}


def test_one_stands_on_the_first_post_of_a_market_or_in_the_morning():
    lanes = lanes_of(BESIDE, MORNING)
    assert lanes.first_place(GERMANY.id, NINTH) == (9, 0)
    assert lanes.first_place(FRANCE.id, NINTH) == (USUAL_HOUR, 2)
    assert lanes.first_place(FRANCE.id, date(2026, 11, 10)) is None
    assert HourLanes.of_day((), NINTH, (), (), 60).first_place(FRANCE.id, NINTH) is None


def test_places_follow_their_post_and_empty_ones_their_market():
    before = lanes_of(MORNING, LATE)
    after = lanes_of(replace(MORNING, local=at(17)), BESIDE, LATE)
    assert before.moves_to(after, [(9, 0), (14, 1)]) == [(17, 0), (14, 1)]
    assert after.moves_to(before, [(9, 0)]) == [(9, 0)], "its post has gone, its hour has not"
    assert before.same_table(lanes_of(replace(MORNING, local=at(11)), LATE))
    assert before.same_table(after)
    assert not before.same_table(lanes_of(MORNING, BESIDE, LATE)), "it needs another column"
    assert before.same_table(lanes_of(MORNING, LATE))
    assert not before.same_table(Lanes.of(MARKETS, (NINTH,), ()))


def test_a_market_that_has_gone_has_no_place():
    before = lanes_of(MORNING)
    after = HourLanes.of_day((FRANCE,), NINTH, (), (), 60)
    assert before.moves_to(after, [(14, 0)]) == [None]
    assert before.moves_to(Lanes.of(MARKETS, (NINTH,), ()), [(14, 0)]) == [None]


def test_the_head_counts_the_day():
    lanes = lanes_of(MORNING, BESIDE, LATE)
    assert lanes.heads[0].post_count == 3
    assert lanes.post_counts == {GERMANY.id: 2, FRANCE.id: 1, JAPAN.id: 0}
    assert lanes.day(5, 1) == NINTH
