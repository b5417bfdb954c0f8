"""Which lanes of a market have nothing in the days that are in view: they need no room."""

from ui.calendar.lanes import Lanes, Place


def empty_rows(lanes: Lanes, first: int, last: int, current: Place | None = None) -> frozenset[int]:
    """Return the rows in which no column from first to last has anything.

    The first lane of a market always stays, and whoever stands in a lane stays there.
    """
    if first <= 0 and last >= len(lanes.heads) - 1:
        return frozenset()  # no market has more lanes than its fullest day needs
    filled = {row for row, column in (*lanes.cards, *lanes.ghosts) if first <= column <= last}
    if current is not None and current[0] < len(lanes.rows):
        filled.update(_up_to(lanes, current[0]))
    return frozenset(
        row for row, lane in enumerate(lanes.rows) if lane.number and row not in filled
    )


def _up_to(lanes: Lanes, row: int) -> range:
    """Return the lanes of a market from its first one on."""
    return range(row - lanes.rows[row].number, row + 1)
