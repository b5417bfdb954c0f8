"""Pictures and videos, kept in the calendar by the digest of their bytes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from app.errors import InvalidInputError, MissingError
from app.storage.chain import Stamp, record
from app.storage.engine import Engine
from app.storage.rows import read_for
from app.wording import _

MOST_BYTES = 20 * 2**20
"""The biggest medium that a calendar keeps."""


@dataclass(frozen=True, slots=True)
class MediumFacts:
    """What the calendar knows of a medium beside its bytes; sizes in pixels and bytes."""

    digest: str
    mime: str
    width: int
    height: int
    size: int
    file_name: str


def keep(
    engine: Engine,
    stamp: Stamp,
    data: bytes,
    *,
    file_name: str,
    mime: str,
    width: int,
    height: int,
) -> str:
    """Keep a medium and return its SHA-256; what is kept already stays as it is.

    Raises InvalidInputError where it is too big.
    """
    if len(data) > MOST_BYTES:
        message = _("{file} is bigger than 20 MB. Choose a smaller version of it.")
        raise InvalidInputError(message.format(file=file_name))
    digest = hashlib.sha256(data).hexdigest()
    row = {
        "digest": digest,
        "mime": mime,
        "width": width,
        "height": height,
        "size": len(data),
        "file_name": file_name,
        "bytes": data,
    }
    with engine.write():
        if not facts_of(engine, [digest]):
            record(engine, stamp, "keep", "medium", row)
    return digest


def bytes_of(engine: Engine, digest: str) -> bytes:
    """Return the bytes of a medium; raise MissingError for one that is not kept."""
    rows = engine.read("SELECT bytes FROM medium WHERE digest = :digest", digest=digest)
    if not rows:
        raise MissingError(_("This picture or video is not in the calendar; choose it again."))
    data: bytes = rows[0]["bytes"]
    return data


def facts_of(engine: Engine, digests: Iterable[str]) -> dict[str, MediumFacts]:
    """Return what is known of the media; those that are not kept are left out."""
    sql = """
        SELECT digest, mime, width, height, size, file_name FROM medium WHERE digest IN {these}
    """
    return {row["digest"]: MediumFacts(**row) for row in read_for(engine, sql, digests)}
