"""The pictures of the post on the desk, read and decoded beside the window."""

from collections.abc import Mapping
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage

from app.commands.views import Picture, PostView
from app.domain.post import Fingerprint
from app.wording import _
from ui.jobs import Jobs, Progress
from ui.review.outside import Outside
from ui.review.reading_desk import ReadingDesk
from ui.widgets.loaded_pictures import load_pictures

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

LARGEST_PICTURE = QSize(2400, 6000)


class DeskPictures(QObject):
    """Brings pictures to the post that they are of; what comes too late is dropped."""

    def __init__(self, reader: "Reader", jobs: Jobs, desk: ReadingDesk) -> None:
        super().__init__(desk)
        self._reader = reader
        self._jobs = jobs
        self._desk = desk
        self._outside = Outside()
        desk.open_wanted.connect(self._on_open_wanted)

    def show_of(self, view: PostView) -> None:
        """Show the pictures of a post as soon as they are decoded."""
        load_pictures(
            self._jobs,
            self._reader,
            [picture.digest for picture in view.pictures],
            LARGEST_PICTURE,
            partial(self._on_images, view.post.fingerprint),
        )

    def _on_images(self, fingerprint: Fingerprint, images: Mapping[str, QImage]) -> None:
        if self._is_shown(fingerprint):
            self._desk.show_images(images)

    def _on_open_wanted(self, number: int) -> None:
        """Open a picture that cannot be shown here with the program of the computer for it."""
        view = self._desk.view
        if view is None:
            return
        picture = view.pictures[number]

        def read(_progress: Progress) -> bytes:
            with closing(self._reader.again()) as own:
                return own.media_bytes(picture.digest)

        opening = partial(self._open, view.post.fingerprint, number, picture)
        self._jobs.run(read, done=opening, refused=self._desk.refuse)

    def _open(self, fingerprint: Fingerprint, number: int, picture: Picture, data: bytes) -> None:
        if not self._is_shown(fingerprint):
            return
        if self._outside.open(picture, data):
            self._desk.mark_opened(number)
        else:
            self._desk.refuse(_("No program on this computer opens this file."))

    def _is_shown(self, fingerprint: Fingerprint) -> bool:
        view = self._desk.view
        return view is not None and view.post.fingerprint == fingerprint
