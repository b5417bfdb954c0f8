"""From letting a post go over another day until it is saved and painted there; and Undo."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import Qt

from tests.bench import baseline
from tests.bench.desk import SEEN_600, Desk
from tests.bench.ground import Ground
from tests.bench.measurement import DROP, Measurement

CONTROL = Qt.KeyboardModifier.ControlModifier


def measure(ground: Ground) -> Iterator[Measurement]:
    """Drop approved posts on the next day, one by one, and take every drop back."""
    rounds = ground.rounds(30, 3)
    desk = Desk(ground.calendar, SEEN_600, ground.folder, ground.today)
    try:
        desk.rest()
        drops, undos = [], []
        for _round in range(rounds):
            drops.append(drop(desk, ground.today))
            desk.settle()
            undos.append(undo(desk))
            desk.settle()
        empty = baseline.repaints(SEEN_600.size, rounds)
    finally:
        desk.close()
    for what, times in (("drop", drops), ("undo a drop", undos)):
        yield Measurement(
            "saving",
            f"{what} → saved → repainted",
            tuple(times),
            goal=DROP,
            baseline=empty,
            note="one post, synced to the disk",
        )


def drop(desk: Desk, today: date) -> float:
    """Return how long it takes to drop an approved post on its next day."""
    grid = desk.window.calendar_screen.grid
    card = next(
        card
        for (row, _column), card in sorted(grid.lanes.cards.items())
        if card.is_approved and card.day and today < card.day < grid.period.last and row < 40
    )
    there = card.day + timedelta(days=1)
    with desk.drag(grid.index_of(card.id)) as drag:
        cell = grid.index_at(card.market, there)
        drag.hover(cell)
        desk.look()  # a hand stays over a cell until its tint and hint are painted
        return desk.until_painted(lambda: drag.drop(cell), lambda: _stands_on(desk, card.id, there))


def undo(desk: Desk) -> float:
    """Return how long it takes to take that back."""
    grid = desk.window.calendar_screen.grid
    before = grid.lanes
    return desk.until_painted(
        lambda: desk.press(Qt.Key.Key_Z, CONTROL), lambda: grid.lanes is not before
    )


def _stands_on(desk: Desk, post_id: str, day: object) -> bool:
    grid = desk.window.calendar_screen.grid
    index = grid.index_of(post_id)
    card = grid.card(index) if index.isValid() else None
    return card is not None and card.day == day and not card.is_approved
