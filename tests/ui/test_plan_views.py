from ui.plan.plan_view import ViewKind
from ui.plan_views import plan_views


def test_the_grid_is_among_the_views_and_comes_first():
    assert next(iter(plan_views(2))) is ViewKind.GRID


def test_views_stand_in_the_order_of_their_keys():
    kinds = list(ViewKind)
    made = list(plan_views(2))
    assert made == sorted(made, key=kinds.index)
