from datetime import timedelta

from tests.builders.ui import FRANCE, GERMANY, MONDAY, card, on, recall
from ui.calendar.lane_room import empty_rows
from ui.calendar.lanes import Lanes

DAYS = tuple(MONDAY + timedelta(days=number) for number in range(14))
FULL = [card(number, GERMANY, local=on(MONDAY, 9 + number)) for number in range(3)]
LANES = Lanes.of([GERMANY, FRANCE], DAYS, [*FULL, card(9, GERMANY, local=on(DAYS[10]))])


def test_lanes_without_anything_in_view_are_empty():
    assert empty_rows(LANES, 0, 6) == frozenset()
    assert empty_rows(LANES, 7, 13) == {1, 2}


def test_the_first_lane_always_stays():
    assert empty_rows(Lanes.of([FRANCE], DAYS, []), 0, 6) == frozenset()


def test_who_stands_in_a_lane_stays_there():
    assert empty_rows(LANES, 7, 13, (1, 12)) == {2}
    assert empty_rows(LANES, 7, 13, (99, 0)) == {1, 2}, "that row is gone"


def test_a_ghost_needs_room_too():
    haunted = Lanes.of([GERMANY], DAYS, FULL, [recall(card(8, GERMANY, local=None), on(MONDAY))])
    assert empty_rows(haunted, 0, 0) == frozenset()
    assert empty_rows(haunted, 1, 6) == {1, 2, 3}
