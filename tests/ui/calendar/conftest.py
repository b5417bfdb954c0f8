import pytest

from tests.builders.month import month_view
from tests.ui.calendar.grid_ground import Grid


@pytest.fixture
def month(qtbot):
    """November of one market on the screen."""
    view = month_view()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def grid(qtbot):
    """A week of three markets on the screen."""
    return Grid(qtbot)
