"""A fresh calendar with a small team, for each test."""

import shutil
from datetime import timedelta

import pytest

from tests.app.storage.ground import FR, MONDAY, SPRING, TODAY, Desk, found_team


@pytest.fixture(scope="session")
def team_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "team.countersign"
    found_team(path)
    return path


@pytest.fixture
def calendar_path(team_file, tmp_path):
    return shutil.copy(team_file, tmp_path / "spring.countersign")


@pytest.fixture
def desk(calendar_path):
    desk = Desk.at(calendar_path)
    yield desk
    desk.engine.close()


@pytest.fixture
def engine(desk):
    return desk.engine


@pytest.fixture
def plan(desk):
    """Gone by, cancelled, soon, later, in the tray; several at the same minute."""
    for hours in (-30, -1):
        desk.create(local=TODAY + timedelta(hours=1 + hours))
    desk.edit("ana", desk.create(), cancelled=True)
    return [
        desk.create(local=TODAY + timedelta(hours=3)),
        desk.create(local=TODAY + timedelta(hours=20), **FR),
        *(desk.create(**SPRING) for _number in range(3)),
        desk.create(local=MONDAY + timedelta(days=1), **FR),
        desk.create(local=None, **SPRING),
    ]
