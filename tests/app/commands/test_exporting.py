"""What an export would do."""

from datetime import date, datetime

from app.commands.exporting import (
    Request,
    candidates,
    judged,
    may_still_leave,
    preset_views,
)
from app.domain.export import ExportId
from app.domain.post import Content, Post, PostId
from tests.builders.calendars import (
    DE_INSTAGRAM,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    NOW,
    QUIET_DAY,
    approve_as,
    knowledge,
    ready_post,
)


def test_only_the_markets_that_were_asked_for_are_judged(session):
    ready_post(session)
    french = ready_post(session, channel=FR_INSTAGRAM, text="Notre pain sort du four ce matin.")
    request = Request("buffer", QUIET_DAY, QUIET_DAY, frozenset({FRANCE}))
    found = judged(session.engine, knowledge(), request, NOW)
    assert [one.case.post.id for one in found] == [french]
    assert found[0].codes == ("not-approved",)


def test_a_preview_names_what_stays_behind_of_a_post_that_leaves(session, reader):
    approve_as(session, reader, ready_post(session, campaign="Herbst"))
    request = Request("buffer", QUIET_DAY, QUIET_DAY, frozenset({GERMANY}))
    (one,) = candidates(session.engine, knowledge(), request, NOW)
    assert one.leaves
    assert one.stays_behind == ("campaign",)


def test_buffer_is_among_the_formats():
    assert "Buffer" in [preset.title for preset in preset_views()]


def test_a_post_at_the_beginning_of_time_is_named_in_the_preview(session):
    first = datetime(1, 1, 1, 0, 10)
    content = Content(GERMANY, DE_INSTAGRAM, "de", "Europe/Berlin", local=first, text="Brot")
    far = Post(PostId("far"), number=0, content=content)
    session.write("Create", [far], [far])
    request = Request("buffer", date.min, date.max, frozenset({GERMANY}))
    (one,) = candidates(session.engine, knowledge(), request, NOW)
    assert one.reasons == ("Its date is out of reach: choose another day.",)


def test_what_was_written_in_a_format_of_long_ago_may_not_leave(session):
    ask = {"export_id": ExportId("7f3a"), "form_name": "long ago", "now": NOW}
    assert not may_still_leave(session.engine, knowledge(), [], **ask)
