"""What of the grid is visible, as its painters are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.market import MarketId
from ui.calendar.lanes import Place


@dataclass(frozen=True, slots=True)
class Band:
    """A visible row or column: its number, where it starts, and how large it is."""

    number: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class View:
    """What of the grid is visible, and in what state."""

    rows: tuple[Band, ...]
    columns: tuple[Band, ...]
    strips: Mapping[int, int]
    """Height of the strip with names of days, for the first lanes that have one."""
    selected: frozenset[Place]
    current: Place | None
    has_focus: bool
    today: date
    drop_target: tuple[MarketId, date] | None = None
    """The hovered cell during a drag."""
    is_dragging: bool = False
    hidden: frozenset[int] = frozenset()
    """Rows that have nothing in the days that are in view, and take no room."""
