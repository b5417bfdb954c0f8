"""Which views of the plan there are, and how each is made: loaded when it is first shown."""
# ruff: noqa: PLC0415

from functools import partial

from ui.plan.plan_view import Makers, PlanParts, PlanView, ViewKind


def plan_views(weeks: int) -> Makers:
    """Return how each view is made; the grid begins with so many weeks."""
    return {
        ViewKind.GRID: partial(_grid, weeks),
        ViewKind.MONTH: _month,
        ViewKind.DAY: _hours,
        ViewKind.LIST: partial(_list, weeks),
        ViewKind.LEAVING: _leaving,
    }


def _grid(weeks: int, parts: PlanParts) -> PlanView:
    from ui.calendar.grid_plan import GridPlan

    return GridPlan(parts, weeks=weeks)


def _month(parts: PlanParts) -> PlanView:
    from ui.calendar.month_plan import MonthPlan

    return MonthPlan(parts)


def _hours(parts: PlanParts) -> PlanView:
    from ui.hours.hours_plan import HoursPlan

    return HoursPlan(parts)


def _list(weeks: int, parts: PlanParts) -> PlanView:
    from ui.listing.list_plan import ListPlan

    return ListPlan(parts, weeks=weeks)


def _leaving(parts: PlanParts) -> PlanView:
    from ui.leaving.leaving_plan import LeavingPlan

    return LeavingPlan(parts)
