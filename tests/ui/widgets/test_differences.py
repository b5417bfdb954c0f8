from datetime import datetime

import pytest

from tests.builders import ui_b
from ui.widgets.differences import all_differences, differences

pytestmark = pytest.mark.in_english


def test_differences_show_the_text_first_and_leave_out_what_is_the_same():
    approved = ui_b.a_post()
    present = approved.changed(
        text="Anderes Brot", local=datetime(2027, 11, 10, 9, 0), tags=("brot",), notes="x"
    )
    found = differences(approved, present, ui_b.calendar())
    assert [difference.field for difference in found] == ["text", "date and time", "tags"]


def test_a_changed_picture_is_a_difference():
    approved = ui_b.a_post(media=ui_b.with_pictures("d1"))
    present = approved.changed(media=ui_b.with_pictures("d2"))
    (found,) = differences(approved, present, ui_b.calendar())
    assert found.field == "pictures"


def test_what_never_goes_out_is_told_where_all_is_asked_for():
    before = ui_b.a_post()
    after = before.changed(notes="Ask the shop", ready=not before.ready)
    found = all_differences(before, after, ui_b.calendar())
    assert {difference.field for difference in found} == {"notes", "ready for review"}
