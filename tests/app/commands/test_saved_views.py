"""Views that people keep by name."""

import pytest

from app.commands.post_filter import EVERYTHING
from app.commands.saved_views import (
    LONGEST_NAME,
    SavedView,
    delete_view,
    rename_view,
    save_view,
    saved_views,
)
from app.errors import InvalidInputError, MissingError
from app.storage import settings
from tests.builders.calendars import LENA, MARC, act_as

STOPS = SavedView("Stops", EVERYTHING.saying("Sale"), "list", 4)
DRAFTS = SavedView("drafts", EVERYTHING, "grid", 1)


def test_a_view_comes_back_as_it_was_kept_to_the_person_who_kept_it(session, reader):
    for view in (STOPS, DRAFTS):
        assert save_view(session, view=view).shows_nothing
    assert saved_views(reader, LENA) == (DRAFTS, STOPS)
    assert saved_views(reader, MARC) == ()
    act_as(session, MARC)
    save_view(session, view=STOPS)
    assert saved_views(reader, MARC) == (STOPS,)


def test_a_view_of_the_same_name_takes_the_place_of_the_earlier_one(session, reader):
    save_view(session, view=STOPS)
    again = SavedView("  STOPS ", EVERYTHING, "grid", 2)
    save_view(session, view=again)
    assert saved_views(reader, LENA) == (SavedView("STOPS", EVERYTHING, "grid", 2),)


def test_a_view_gets_another_name_unless_another_one_has_it(session, reader):
    for view in (STOPS, DRAFTS):
        save_view(session, view=view)
    rename_view(session, name="stops", new_name="Stop")
    assert [view.name for view in saved_views(reader, LENA)] == ["drafts", "Stop"]
    rename_view(session, name="Stop", new_name="STOP")
    with pytest.raises(InvalidInputError, match="already"):
        rename_view(session, name="STOP", new_name="Drafts")


def test_a_view_is_forgotten(session, reader):
    save_view(session, view=STOPS)
    delete_view(session, name="Stops")
    assert saved_views(reader, LENA) == ()
    with pytest.raises(MissingError, match="any more"):
        delete_view(session, name="Stops")


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1)])
def test_a_name_has_a_length(session, name):
    with pytest.raises(InvalidInputError, match="name"):
        save_view(session, view=SavedView(name))


@pytest.mark.parametrize("text", ["no json", "7", '[{"name": "x"}]', "[1]"])
def test_what_cannot_be_read_is_no_view_and_no_fault(session, reader, text):
    settings.keep_setting(session.engine, f"views/{LENA}", text)
    assert saved_views(reader, LENA) == ()
