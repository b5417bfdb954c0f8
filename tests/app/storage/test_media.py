"""Pictures and videos."""

import hashlib

import pytest

from app.errors import InvalidInputError, MissingError
from app.storage import media
from app.storage.audit import head, verify

PICTURE = {"file_name": "loaf.png", "mime": "image/png", "width": 800, "height": 600}


def test_a_picture_is_kept_once_by_the_digest_of_its_bytes(desk, engine):
    data = bytes(range(256)) * 40
    digest = media.keep(engine, desk.stamp("ana"), data, **PICTURE)
    kept = head(engine)
    assert digest == hashlib.sha256(data).hexdigest()
    assert media.keep(engine, desk.stamp("ben"), data, **PICTURE) == digest
    assert head(engine) == kept
    assert media.bytes_of(engine, digest) == data
    facts = media.facts_of(engine, [digest, "0" * 64])
    assert facts == {digest: media.MediumFacts(digest, "image/png", 800, 600, 10240, "loaf.png")}
    assert verify(engine) == ()


def test_twenty_megabytes_are_kept_and_a_byte_more_is_not(desk, engine):
    most = bytes(media.MOST_BYTES)
    media.keep(engine, desk.stamp("ana"), most, **PICTURE)
    with pytest.raises(InvalidInputError, match=r"loaf\.png is bigger than 20 MB"):
        media.keep(engine, desk.stamp("ana"), most + b"x", **PICTURE)


def test_bytes_that_are_not_kept_are_missing(engine):
    with pytest.raises(MissingError, match="choose it again"):
        media.bytes_of(engine, "0" * 64)
