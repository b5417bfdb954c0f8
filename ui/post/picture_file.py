"""Reading a picture from a file that a person has chosen."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImageReader

from app.errors import InvalidInputError
from app.wording import _

LARGEST = 20 * 1024 * 1024
"""Bytes that a calendar keeps of one picture."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """The bytes of a picture, its name, and its size in pixels."""

    data: bytes
    name: str
    width: int
    height: int


def read_picture(path: Path) -> PictureFile:
    """Return a picture file; InvalidInputError says why it cannot be used."""
    try:
        if path.stat().st_size > LARGEST:
            raise InvalidInputError(
                _("“{file}” is larger than 20 MB: save it smaller, then add it again.").format(
                    file=path.name
                )
            )
        data = path.read_bytes()
    except OSError as problem:
        raise InvalidInputError(
            _("“{file}” cannot be read: check that it is still there and open to you.").format(
                file=path.name
            )
        ) from problem
    size = QImageReader(str(path)).size()
    return PictureFile(data, path.name, max(size.width(), 0), max(size.height(), 0))
