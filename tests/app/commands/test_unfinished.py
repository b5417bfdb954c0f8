"""A sample that was cut short is known by what is not in it."""

from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from app.commands.calendars import create_calendar, create_sample
from app.commands.unfinished import is_cut_short, is_unfinished_sample
from app.domain.person import NOBODY, Person, PersonId, Role
from app.storage import people, sqlite
from app.storage.audit import Stamp
from tests.builders.calendars import knowledge, reader_of

STAMP = Stamp(NOBODY, "", datetime(2027, 11, 1, tzinfo=UTC))


def half_of_a_sample(path):
    sqlite.create_calendar(path, name="Sample: Solvane", is_sample=True, stamp=STAMP).close()
    return path


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Sample.countersign"


def test_a_sample_without_anything_in_it_was_cut_short(path):
    with closing(reader_of(half_of_a_sample(path))) as reader:
        assert is_unfinished_sample(reader)
    assert is_cut_short(path, knowledge())


def test_a_file_without_anything_in_it_was_cut_short(path):
    path.touch()
    assert is_cut_short(path, knowledge())


def test_one_in_which_anybody_has_written_is_theirs(path):
    engine = sqlite.open_calendar(half_of_a_sample(path))
    people.save_person(engine, STAMP, Person(PersonId("me"), "Me", Role.OWNER))
    engine.close()
    assert not is_cut_short(path, knowledge())


def test_a_whole_sample_and_a_calendar_without_posts_were_not(path, tmp_path):
    create_sample(path, date(2026, 11, 22), knowledge())
    assert not is_cut_short(path, knowledge())
    new = tmp_path / "new.countersign"
    sqlite.create_calendar(new, name="Mine", stamp=STAMP).close()
    assert not is_cut_short(new, knowledge())
    create_calendar(tmp_path / "owned.countersign", name="Mine", owner_name="Me")
    assert not is_cut_short(tmp_path / "owned.countersign", knowledge())


def test_what_cannot_be_read_stays(path):
    path.write_text("my notes")
    assert not is_cut_short(path, knowledge())
