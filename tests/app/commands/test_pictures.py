"""Pictures kept in the calendar."""

import pytest

from app.commands.pictures import attach_picture
from app.errors import ConflictError, InvalidInputError
from tests.builders.calendars import approve_as, ready_post

KINDS = {
    "a.png": (b"\x89PNG\r\n\x1a\n" + bytes(9), "image/png"),
    "a.jpg": (b"\xff\xd8\xff\xe0" + bytes(9), "image/jpeg"),
    "a.gif": (b"GIF89a" + bytes(9), "image/gif"),
    "a.webp": (b"RIFF\x10\0\0\0WEBP" + bytes(9), "image/webp"),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_is_known_by_its_bytes(session, reader, name):
    data, kind = KINDS[name]
    post_id = ready_post(session)
    attach_picture(session, post_id=post_id, base_revision=2, data=data, file_name="x.txt")
    (picture,) = reader.post(post_id).pictures
    assert picture.mime == kind


def test_a_new_picture_ends_the_approval(session, reader):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    data, _kind = KINDS["a.png"]
    changes = attach_picture(
        session, post_id=post_id, base_revision=2, data=data, file_name="a.png"
    )
    assert changes.ended_approvals == 1


def test_what_is_no_picture_is_named(session):
    with pytest.raises(InvalidInputError, match=r"notes\.docx"):
        attach_picture(
            session,
            post_id=ready_post(session),
            base_revision=2,
            data=b"PK\x03\x04",
            file_name="notes.docx",
        )


def test_a_picture_for_an_old_version_keeps_nothing(session, reader):
    post_id = ready_post(session)
    data, _kind = KINDS["a.png"]
    with pytest.raises(ConflictError):
        attach_picture(session, post_id=post_id, base_revision=1, data=data, file_name="a.png")
    assert reader.post(post_id).pictures == ()
    assert session.engine.read("SELECT count(*) AS n FROM medium") == [{"n": 0}]
