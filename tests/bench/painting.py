"""Painting the grid: anew, while scrolling, and while a post is dragged over it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex

from tests.bench import baseline
from tests.bench.desk import SEEN_600, SEEN_5000, Desk, Look, milliseconds
from tests.bench.ground import Ground
from tests.bench.measurement import MOVE, REPAINT, Goal, Measurement

BELOW_THE_EDGE = 3
"""Near the edges of the grid a drag scrolls it, and all of it is painted."""
STEP = 40
"""Pixels of one step of a wheel or of two fingers."""


def measure(ground: Ground) -> Iterator[Measurement]:
    """Paint, scroll and hover with 600 posts in view, then paint 5,000."""
    desk = Desk(ground.calendar, SEEN_600, ground.folder, ground.today)
    try:
        desk.rest()
        yield from _at(desk, ground, SEEN_600)
    finally:
        desk.close()
    desk = Desk(ground.calendar, SEEN_5000, ground.folder, ground.today)
    try:
        desk.rest()
        yield from _repaint(desk, ground, SEEN_5000, None)
    finally:
        desk.close()


def _at(desk: Desk, ground: Ground, look: Look) -> Iterator[Measurement]:
    rounds = ground.rounds(200, 20)
    empty = baseline.repaints(look.size, rounds)
    yield from _repaint(desk, ground, look, REPAINT)
    for what in ("never painted before", "painted before"):
        times = _scroll(desk, rounds)
        yield _measured(f"scroll by {STEP} pixels, cards {what}", times, empty, MOVE)
        desk.to_top()
    for what, times in (
        ("another cell", _hover(desk, rounds, _other_cells(desk))),
        ("the same cell", _hover(desk, rounds, _same_cell(desk))),
    ):
        yield _measured(f"drag: hover over {what}", times, empty, MOVE)


def _repaint(desk: Desk, ground: Ground, look: Look, goal: Goal | None) -> Iterator[Measurement]:
    rounds = ground.rounds(200, 20) if goal else ground.rounds(50, 5)
    milliseconds(desk.viewport.repaint)
    times = tuple(milliseconds(desk.viewport.repaint) for _round in range(rounds))
    what = f"repaint all {desk.cards_in_view():,} cards in view"
    yield _measured(what, times, baseline.repaints(look.size, rounds), goal)


def _measured(
    what: str, times: tuple[float, ...], empty: tuple[float, ...], goal: Goal | None
) -> Measurement:
    return Measurement("painting", what, times, goal=goal, baseline=empty)


def _scroll(desk: Desk, rounds: int) -> tuple[float, ...]:
    steps = min(rounds, desk.view.verticalScrollBar().maximum() // STEP)
    return tuple(milliseconds(lambda: desk.wheel(STEP)) for _step in range(steps))


def _hover(desk: Desk, rounds: int, cell: Callable[[int], QModelIndex]) -> tuple[float, ...]:
    with desk.drag(desk.a_card()) as drag:
        milliseconds(lambda: drag.hover(cell(0)))
        return tuple(
            milliseconds(lambda to=number: drag.hover(cell(to))) for number in range(1, rounds + 1)
        )


@dataclass(frozen=True, slots=True)
class _Walk:
    """A way over the cells in view."""

    desk: Desk
    is_still: bool = False

    def __call__(self, number: int) -> QModelIndex:
        model = self.desk.view.model()
        step = 3 if self.is_still else number
        return model.index(BELOW_THE_EDGE + step // 20 % 20, 1 + step % 20)


def _other_cells(desk: Desk) -> _Walk:
    return _Walk(desk)


def _same_cell(desk: Desk) -> _Walk:
    return _Walk(desk, is_still=True)
