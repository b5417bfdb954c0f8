"""Which views of the plan there are, and how each is made."""

from functools import partial

from ui.calendar.grid_plan import GridPlan
from ui.calendar.month_plan import MonthPlan
from ui.hours.hours_plan import HoursPlan
from ui.leaving.leaving_plan import LeavingPlan
from ui.listing.list_plan import ListPlan
from ui.plan.plan_view import Makers, ViewKind


def plan_views(weeks: int) -> Makers:
    """Return how each view is made; the grid begins with so many weeks."""
    return {
        ViewKind.GRID: partial(GridPlan, weeks=weeks),
        ViewKind.MONTH: MonthPlan,
        ViewKind.DAY: HoursPlan,
        ViewKind.LIST: partial(ListPlan, weeks=weeks),
        ViewKind.LEAVING: LeavingPlan,
    }
