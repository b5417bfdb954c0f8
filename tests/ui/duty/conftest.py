from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.calendars import MARC
from tests.builders.ui_c import operations_on, team_calendar
from ui.operations import Operations


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "team.countersign"
    team_calendar(made)
    return made


@pytest.fixture
def operations(path: Path, qtbot) -> Iterator[Operations]:
    """Operations with reviewer Marc in front."""
    with operations_on(path, qtbot, MARC) as made:
        yield made
