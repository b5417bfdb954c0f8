"""`new FILE`."""

from app.cli.answer import BAD_INPUT, DONE
from tests.builders.calendars import reader_of


def test_an_empty_calendar_gets_its_owner(say, tmp_path):
    path = tmp_path / "new.countersign"
    said = say("new", path, "--name", "Solvane", "--owner", "Olga", "--json")
    assert said.code == DONE
    reader = reader_of(path)
    (person,) = reader.calendar().people
    reader.close()
    assert person.name == "Olga"
    assert said.facts == {"calendar": str(path), "owner": person.id}


def test_without_names_nothing_is_made(say, tmp_path):
    path = tmp_path / "new.countersign"
    assert say("new", path, "--name", " ", "--owner", "Olga").code == BAD_INPUT
    assert not path.exists()
