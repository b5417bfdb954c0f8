"""Pictures of a calendar, decoded beside the window's thread."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.errors import AppError
from ui.jobs import Jobs, Progress

if TYPE_CHECKING:
    from app.commands.reader import Reader


def load_pictures(
    jobs: Jobs,
    reader: "Reader",
    digests: Iterable[str],
    largest: QSize,
    done: Callable[[Mapping[str, QImage]], None],
) -> None:
    """Decode pictures in a job; `done` gets a null image for what cannot be read as a picture."""
    wanted = tuple(dict.fromkeys(filter(None, digests)))
    if not wanted:
        done({})
        return

    def work(progress: Progress) -> Mapping[str, QImage]:
        own = reader.again()
        try:
            return read_pictures(own, wanted, largest, progress)
        finally:
            own.close()

    jobs.run(work, done=done)


def read_pictures(
    reader: "Reader", digests: Iterable[str], largest: QSize, progress: Progress
) -> Mapping[str, QImage]:
    """Decode pictures in this thread; a null image stands for what cannot be read as a picture."""
    found = {}
    for digest in dict.fromkeys(filter(None, digests)):
        progress.check()
        found[digest] = _decoded(reader, digest, largest)
    return found


def decoded(data: bytes, largest: QSize) -> QImage:
    """Return a picture upright and not larger than asked; null where the bytes are no picture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    source = QImageReader(buffer)
    source.setAutoTransform(True)
    size = source.size()
    if size.isValid() and not _fits(size, largest):
        source.setScaledSize(size.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio))
    return source.read()


def _decoded(reader: "Reader", digest: str, largest: QSize) -> QImage:
    try:
        return decoded(reader.media_bytes(digest), largest)
    except AppError:
        return QImage()


def _fits(size: QSize, largest: QSize) -> bool:
    return size.width() <= largest.width() and size.height() <= largest.height()
