"""What an export would do."""

from app.commands.exporting import Request, candidates, judged, preset_views
from tests.builders.calendars import (
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
