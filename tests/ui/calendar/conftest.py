import pytest

from tests.builders.month import month_view


@pytest.fixture
def month(qtbot):
    """November of one market on the screen."""
    view = month_view()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view
