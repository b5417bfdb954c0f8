"""A calendar file with a small team for every test of the commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.post import PostId
from tests.builders.calendars import approve_as, reader_of, ready_post, team_session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "team.countersign"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = team_session(path)
    yield session
    session.close()


@pytest.fixture
def reader(session: Session, path: Path) -> Iterator[Reader]:
    reader = reader_of(path)
    yield reader
    reader.close()


@pytest.fixture
def approved(session: Session, reader: Reader) -> PostId:
    """A German post that Marc has approved."""
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    return post_id
