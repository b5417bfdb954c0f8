"""Turning to the next four weeks and back: after a look at these, or on and on."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import Qt

from tests.bench import baseline
from tests.bench.desk import SEEN_600, Desk, wait_until
from tests.bench.ground import Ground
from tests.bench.measurement import ANSWER, PERIOD, Measurement

PRESSES_EVERY_S = 0.2
NEXT, BEFORE = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


def measure(ground: Ground) -> Iterator[Measurement]:
    """Page forth and back by key."""
    rounds = min(ground.rounds(6, 2), ground.periods_to_come)
    desk = Desk(ground.calendar, SEEN_600, ground.folder, ground.today)
    try:
        empty = baseline.repaints(SEEN_600.size, 20)
        note = f"{desk.cards_in_period():,} posts in 28 days"
        for what, key, looks, deed in (
            ("next month, after a look at this one", NEXT, True, turn),
            ("the month before, after a look at this one", BEFORE, True, turn),
            ("next month, five pages a second: with its posts", NEXT, False, press_and_read),
            (
                "the month before, five pages a second: with its posts",
                BEFORE,
                False,
                press_and_read,
            ),
            ("next month, paging on at once: the days", NEXT, False, turn),
            ("the month before, paging on at once: with its posts", BEFORE, False, turn_and_read),
        ):
            times = []
            for _round in range(rounds):
                if looks:
                    desk.rest()
                times.append(deed(desk, key))
            desk.settle()
            goal = PERIOD if deed is turn else ANSWER
            yield Measurement("paging", what, tuple(times), goal=goal, baseline=empty, note=note)
    finally:
        desk.close()


def turn(desk: Desk, key: Qt.Key) -> float:
    """Return how long it takes until other days are painted."""
    screen = desk.window.calendar_screen
    before = screen.period
    return desk.until_painted(lambda: desk.press(key), lambda: screen.period != before)


def press_and_read(desk: Desk, key: Qt.Key) -> float:
    """Return the same where the next press comes a fifth of a second after this one."""
    started = perf_counter()
    spent = turn_and_read(desk, key)
    again = started + PRESSES_EVERY_S
    wait_until(lambda: perf_counter() > again, why="time stands still")
    return spent


def turn_and_read(desk: Desk, key: Qt.Key) -> float:
    """Return how long it takes until the posts are there too, where they come later."""
    screen = desk.window.calendar_screen
    before = screen.period
    return desk.until_painted(
        lambda: desk.press(key), lambda: screen.period != before and screen.grid.lanes.cards
    )
