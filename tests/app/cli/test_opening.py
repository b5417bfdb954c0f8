"""A calendar while a word works with it."""

import pytest

from app.cli.opening import markets_of, reading, working
from app.errors import MissingError
from tests.builders.calendars import FRANCE, GERMANY, LENA, NOW


def test_whoever_is_named_acts_at_the_moment_of_the_clock(path):
    with working(path, "lena", lambda: NOW) as desk:
        assert desk.session.actor().id == LENA
        assert desk.session.stamp().at == NOW
        assert desk.said == ()


def test_an_unknown_person_leaves_the_calendar_untouched(path):
    before = path.read_bytes()
    with pytest.raises(MissingError, match="Olga Owner"), working(path, "Zoe", lambda: NOW):
        pass
    assert path.read_bytes() == before


def test_without_a_name_all_markets_are_meant(path):
    with reading(path, lambda: NOW) as reader:
        assert markets_of(reader, []) == {GERMANY, FRANCE}
        assert markets_of(reader, ["france", "FR"]) == {FRANCE}
