from tests.builders.ui import MONDAY
from ui.calendar.grid_view import Band, View


def test_a_view_without_a_drag_aims_at_nothing():
    view = View((Band(0, 0, 10),), (), {}, frozenset(), None, has_focus=False, today=MONDAY)
    assert view.drop_target is None
    assert not view.is_dragging
