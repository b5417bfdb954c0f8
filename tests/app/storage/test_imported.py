"""Posts that came from sheets: found by their rows, with their whole past."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.channel import ChannelId
from app.domain.post import PostId
from app.storage import imported, planned, posts
from tests.app.storage.ground import MONDAY

INSTAGRAM, X = ChannelId("de-ig"), ChannelId("de-x")


def test_posts_are_found_by_every_row_that_they_came_from(desk, engine):
    first = desk.create(source_id="7")
    second = desk.create(source_id="8", cancelled=True)
    desk.create()
    posts.revise(engine, desk.stamp("ana"), [first.changed(source_id="9")])
    assert imported.ids_by_source(engine, ["7", "8", "9", "", "nowhere"]) == {
        "7": (first.id,),
        "8": (second.id,),
        "9": (first.id,),
    }


@pytest.mark.parametrize("size", [1, 100])
def test_only_imported_posts_of_the_channel_stand_near_and_those_of_the_tray(
    desk, engine, size, monkeypatch
):
    monkeypatch.setattr(planned, "SLICE", size)
    near = desk.create(source_id="1", channel=INSTAGRAM)
    tray = desk.create(source_id="2", channel=INSTAGRAM, local=None)
    desk.create(source_id="3", channel=X)
    desk.create(source_id="4", channel=INSTAGRAM, local=MONDAY + timedelta(days=9))
    desk.create(channel=INSTAGRAM)
    day = MONDAY.date()
    assert set(imported.ids_near(engine, [INSTAGRAM], day, day)) == {near.id, tray.id}


def test_the_past_of_a_post_tells_which_versions_an_import_wrote(desk, engine):
    post = desk.create(source_id="1")
    (second,) = posts.revise(engine, desk.stamp("ana"), [post.changed(name="by hand")])
    (third,) = posts.revise(
        engine,
        desk.stamp("ana"),
        [second.changed(name="by sheet")],
        action=imported.BY_IMPORT,
    )
    past = imported.pasts(engine, [post.id])[post.id]
    assert past.versions == (post, second, third)
    assert past.imported == {3}


def test_what_one_import_brought_shares_its_moment_and_what_was_made_here_has_none(desk, engine):
    stamp = desk.stamp("ana")
    first = desk.create(source_id="1")
    assert imported.moments_of(engine, [first.id]) == {}
    made = [
        replace(first, id=PostId(f"sheet-{n}"), number=0, revision=0, source_id=str(n))
        for n in (1, 2)
    ]
    posts.create(engine, stamp, made, {}, action=imported.BY_IMPORT)
    moments = imported.moments_of(engine, [first.id, *(one.id for one in made)])
    assert moments.keys() == {one.id for one in made}
    assert len(set(moments.values())) == 1
