from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands.reader import Reader
from app.commands.worker import Worker
from tests.builders.calendars import LENA, reader_of
from tests.builders.ui_c import calendar_with_posts, operations_on
from ui.jobs import Jobs
from ui.operations import Operations


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A calendar with one approved post and one that nobody approved, both on 16 November 2027."""
    made = tmp_path / "team.countersign"
    calendar_with_posts(made)
    return made


@pytest.fixture
def operations(path: Path, qtbot) -> Iterator[Operations]:
    """Operations with planner Lena in front."""
    with operations_on(path, qtbot, LENA) as made:
        yield made


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def reader(path: Path) -> Iterator[Reader]:
    made = reader_of(path)
    yield made
    made.close()


@pytest.fixture
def worker(path: Path) -> Iterator[Worker]:
    """A process beside the window; it is started by the first who asks."""
    made = Worker(path)
    yield made
    made.close()
