"""`sample FILE`."""

from app.cli.answer import BAD_INPUT, DONE
from tests.builders.calendars import reader_of


def test_a_sample_is_made_once_and_marked_for_ever(say, tmp_path):
    path = tmp_path / "sample.countersign"
    said = say("sample", path, "--json")
    assert said.code == DONE
    assert said.facts == {"calendar": str(path), "is_sample": True}
    reader = reader_of(path)
    assert reader.calendar().is_sample
    reader.close()
    before = path.read_bytes()
    assert say("sample", path).code == BAD_INPUT
    assert path.read_bytes() == before
