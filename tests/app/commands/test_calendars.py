"""New calendars."""

from datetime import date

import pytest

from app.commands import calendars
from app.commands.calendars import create_calendar, create_sample, make_sample_anew
from app.commands.people import choose_person
from app.commands.session import Session
from app.domain.person import Role
from app.errors import CalendarFileError, InvalidInputError
from tests.builders.calendars import knowledge, reader_of


def test_a_new_calendar_has_its_owner_and_nothing_else(tmp_path):
    path = tmp_path / "new.countersign"
    owner = create_calendar(path, name="Solvane", owner_name="Olga Owner")
    session = Session.open(path, knowledge())
    choose_person(session, person_id=owner)
    assert session.actor().role is Role.OWNER
    session.close()
    reader = reader_of(path)
    assert (reader.calendar().markets, reader.calendar().is_sample) == ((), False)
    reader.close()


@pytest.mark.parametrize(("name", "owner"), [("", "Olga"), ("Solvane", " ")])
def test_a_calendar_has_a_name_and_an_owner(tmp_path, name, owner):
    with pytest.raises(InvalidInputError):
        create_calendar(tmp_path / "new.countersign", name=name, owner_name=owner)


def test_a_file_that_exists_is_never_overwritten(tmp_path):
    path = tmp_path / "mine.countersign"
    path.write_text("my notes")
    for make in (
        lambda: create_calendar(path, name="Solvane", owner_name="Olga"),
        lambda: create_sample(path, date(2026, 11, 22), knowledge()),
    ):
        with pytest.raises(CalendarFileError, match="mine"):
            make()
        assert path.read_text() == "my notes"


def test_a_sample_has_its_name_only_when_all_is_in_it(tmp_path, monkeypatch):
    path = tmp_path / "sample.countersign"
    seen = []

    def die(_session, _today):
        seen.append(path.exists())
        raise KeyboardInterrupt

    monkeypatch.setattr(calendars, "fill_sample", die)
    with pytest.raises(KeyboardInterrupt):
        create_sample(path, date(2026, 11, 22), knowledge())
    assert seen == [False]
    assert list(tmp_path.iterdir()) == []


def test_a_sample_takes_no_name_that_another_file_got_meanwhile(tmp_path, monkeypatch):
    path = tmp_path / "sample.countersign"
    monkeypatch.setattr(calendars, "fill_sample", lambda _session, _today: path.write_text("mine"))
    with pytest.raises(CalendarFileError, match="exists already"):
        create_sample(path, date(2026, 11, 22), knowledge())
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_sample_that_was_cut_short_is_made_anew_without_what_lay_beside_it(tmp_path):
    path, beside = tmp_path / "s.countersign", tmp_path / "s.countersign-journal"
    path.touch()
    beside.write_bytes(b"the rest of a command")
    make_sample_anew(path, date(2026, 11, 22), knowledge())
    reader = reader_of(path)
    assert reader.calendar().people
    reader.close()
    assert list(tmp_path.iterdir()) == [path]


def test_a_sample_with_anything_in_it_is_never_made_anew(tmp_path):
    path = create_sample(tmp_path / "s.countersign", date(2026, 11, 22), knowledge())
    before = path.read_bytes()
    with pytest.raises(CalendarFileError, match="exists already"):
        make_sample_anew(path, date(2026, 11, 22), knowledge())
    assert path.read_bytes() == before


def test_what_a_program_left_that_was_killed_over_a_sample_goes(tmp_path):
    path = tmp_path / "s [1].countersign"
    mine = [tmp_path / "s 1.countersign.0a.part", tmp_path / "s [1].countersign.backup"]
    left = tmp_path / "s [1].countersign.0123.part"
    for file in (*mine, left, tmp_path / f"{left.name}-journal"):
        file.write_bytes(b"half of it")
    create_sample(path, date(2026, 11, 22), knowledge())
    assert sorted(tmp_path.iterdir()) == sorted([path, *mine])
