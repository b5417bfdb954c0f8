import pytest

from tests.builders.hours import hours_model, hours_view


@pytest.fixture
def model():
    return hours_model()


@pytest.fixture
def hours(qtbot):
    """The ninth of November by hours, on the screen."""
    view = hours_view()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view
