"""One post whole."""

import pytest

from app.commands.pictures import attach_picture
from app.commands.posts import edit_post
from app.domain.medium import Medium
from app.errors import MissingError
from tests.builders.calendars import (
    BREAD,
    FR_INSTAGRAM,
    LENA,
    MARC,
    POGROM_DAY,
    QUIET_DAY,
    approve_as,
    only,
    ready_post,
)
from tests.builders.moves import adapt_posts, move_posts

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_a_post_that_is_not_there_is_named(reader):
    with pytest.raises(MissingError):
        reader.post("gone")


def test_pictures_come_with_the_name_of_their_file_and_addresses_alone(session, reader):
    post_id = ready_post(session, media=(Medium("https://media.example/cup.png"),))
    attach_picture(
        session, post_id=post_id, base_revision=2, data=PNG, file_name="loaf.png", alt="A loaf"
    )
    address, kept = reader.post(post_id).pictures
    assert (address.url, address.file_name) == ("https://media.example/cup.png", "")
    assert (kept.file_name, kept.mime, kept.alt) == ("loaf.png", "image/png", "A loaf")
    assert reader.media_bytes(kept.digest) == PNG


def test_the_version_approved_last_is_there_to_compare(session, reader):
    post_id = ready_post(session)
    assert reader.post(post_id).approved_version is None
    approve_as(session, reader, post_id)
    assert reader.post(post_id).approved_version is None
    edit_post(session, post_id=post_id, base_revision=2, changes={"text": "Neu"})
    approved = reader.post(post_id).approved_version
    assert approved is not None
    assert approved.content.text == BREAD


def test_a_sibling_says_when_it_was_not_touched_since(session, reader):
    original = ready_post(session)
    sibling = only(adapt_posts(session, post_ids=[original], to=FR_INSTAGRAM, to_day=QUIET_DAY))
    assert [one.is_older for one in reader.post(original).siblings] == [False]
    edit_post(session, post_id=original, base_revision=2, changes={"text": "Korrigiert"})
    (older,) = reader.post(original).siblings
    assert (older.card.id, older.is_older) == (sibling, True)


def test_flags_are_worked_out_anew_and_authors_named(session, reader):
    post_id = ready_post(session)
    move_posts(session, post_ids=[post_id], to_day=POGROM_DAY)
    view = reader.post(post_id)
    assert view.flags[0].key.endswith("de-reichspogromnacht")
    assert view.authors == {LENA}
    assert (view.approvers_needed, view.approvals_so_far) == (1, ())
    approve_as(session, reader, post_id)
    assert reader.post(post_id).approvals_so_far == (MARC,)
