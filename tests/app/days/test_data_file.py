"""Data files: what is wrong is named, and the rest is read."""

import pytest

from app.days.data_file import entries_by_id, tables_of, tables_under
from app.errors import InvalidInputError


@pytest.fixture
def file(tmp_path):
    """Writes a data file and returns its place."""

    def write(content):
        path = tmp_path / "days.toml"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("content", [b"[day", b"\xff", b"a = 1\na = 2"])
def test_what_makes_no_sense_as_a_whole_is_refused_with_its_name(file, content):
    with pytest.raises(InvalidInputError, match=r"^days\.toml cannot be read: "):
        tables_of(file(content))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InvalidInputError, match=r"gone\.toml cannot be read"):
        tables_of(tmp_path / "gone.toml")


@pytest.mark.parametrize("content", [b"day = 5", b"day = [1]", b"[day]\nid = 'a'"])
def test_entries_need_a_heading_of_their_own(file, content):
    with pytest.raises(InvalidInputError, match=r"under a heading \[\[day\]\]"):
        tables_under(file(content), "day")


def test_a_file_without_the_heading_has_no_entries(file):
    assert tables_under(file(b""), "day") == []


def test_a_wrong_entry_is_named_and_the_others_are_read(file):
    path = file(b"[[day]]\nid = 'a'\n[[day]]\nid = 7\n[[day]]\nid = 'a'\n[[day]]\nid = 'b'\n")
    tables = tables_under(path, "day")
    entries, problems = entries_by_id(path, tables, lambda fields: fields.text("id").upper())
    assert entries == {"a": "A", "b": "B"}
    assert [str(problem) for problem in problems] == [
        "days.toml, entry 7, field id: a text is expected.",
        "days.toml, entry a, field id: it is used twice.",
    ]
