"""A fresh calendar with a small team, for each test."""

import shutil

import pytest

from tests.app.storage.ground import Desk, found_team


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
