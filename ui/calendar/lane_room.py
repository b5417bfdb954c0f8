"""Which lanes of a market have nothing in the days that are in view: they need no room."""

from collections.abc import Iterator

from ui.calendar.lanes import Group, Lanes, Place


def empty_rows(lanes: Lanes, first: int, last: int, current: Place | None = None) -> frozenset[int]:
    """Return the rows in which no column from first to last has anything.

    The first lane of a market always stays, and whoever stands in a lane stays there.
    """
    needed: dict[Group, int] = {}
    for row, column in _places(lanes, current):
        if first <= column <= last or (row, column) == current:
            lane = lanes.rows[row]
            needed[lane.group] = max(needed.get(lane.group, 0), lane.number)
    return frozenset(
        row for row, lane in enumerate(lanes.rows) if lane.number > needed.get(lane.group, 0)
    )


def _places(lanes: Lanes, current: Place | None) -> Iterator[Place]:
    yield from lanes.cards
    yield from lanes.ghosts
    if current is not None and current[0] < len(lanes.rows):
        yield current
