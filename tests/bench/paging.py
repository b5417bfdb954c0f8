"""Turning to the next four weeks and back."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from tests.bench import baseline
from tests.bench.desk import SEEN_600, Desk
from tests.bench.ground import Ground
from tests.bench.measurement import ANSWER, Measurement


def measure(ground: Ground) -> Iterator[Measurement]:
    """Page forth and back by key; the window comes to rest before each press."""
    rounds = ground.rounds(6, 2)
    desk = Desk(ground.calendar, SEEN_600, ground.folder, ground.today)
    try:
        empty = baseline.repaints(SEEN_600.size, 20)
        for what, key in (
            ("next month, never shown before", Qt.Key.Key_PageDown),
            ("the month before, shown already", Qt.Key.Key_PageUp),
        ):
            times = tuple(_turn(desk, key) for _round in range(rounds))
            note = f"{desk.cards_in_period():,} posts in 28 days"
            yield Measurement("paging", what, times, goal=ANSWER, baseline=empty, note=note)
    finally:
        desk.close()


def _turn(desk: Desk, key: Qt.Key) -> float:
    screen = desk.window.calendar_screen
    before = screen.period
    spent = desk.until_painted(lambda: desk.press(key), lambda: screen.period != before)
    desk.settle()
    return spent
