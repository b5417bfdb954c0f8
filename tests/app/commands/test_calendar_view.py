"""The calendar beside its posts."""

from datetime import date

from app.commands.calendar_view import ANCHOR, calendar_view
from app.storage import settings
from tests.builders.calendars import DE_INSTAGRAM, DE_PUSH, GERMANY, MARC


def test_names_and_channels_are_found_by_their_ids(session):
    view = calendar_view(session.engine)
    assert view.person_name(MARC) == "Marc Fournier"
    assert view.person_name("somebody") == "somebody"
    assert view.market(GERMANY).name == "Germany"
    assert {channel.id for channel in view.channels_of(GERMANY)} == {DE_INSTAGRAM, DE_PUSH}


def test_only_a_sample_has_a_day_to_open_on(session):
    assert calendar_view(session.engine).anchor is None
    with session.engine.write():
        settings.keep_setting(session.engine, ANCHOR, "2027-11-09")
    assert calendar_view(session.engine).anchor == date(2027, 11, 9)
