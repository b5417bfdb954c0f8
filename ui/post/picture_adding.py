"""Adding a picture file to the post in the panel: an edit of its own."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.commands import pictures
from app.wording import _
from ui.jobs import Jobs
from ui.operations import Operations
from ui.post.picture_file import PictureFile, read_picture
from ui.post.saver import Saver


class PictureAdding(QObject):
    """Asks for a file and puts it on top of all that was written before.

    `refused` carries the sentence why a picture was not added.
    """

    refused = Signal(str)

    def __init__(self, saver: Saver, operations: Operations, jobs: Jobs, panel: QWidget) -> None:
        super().__init__(panel)
        self._saver = saver
        self._operations = operations
        self._jobs = jobs
        self._panel = panel

    def choose(self) -> None:
        """Let a person choose a picture, and add it."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._panel,
            _("Add a picture"),
            "",
            _("Pictures (*.png *.jpg *.jpeg *.gif *.webp);;All files (*)"),
        )
        if chosen:
            self._jobs.run(
                lambda _progress: read_picture(Path(chosen)),
                done=self._on_read,
                refused=self.refused.emit,
                title=_("Reading the picture"),
            )

    def _on_read(self, picture: PictureFile) -> None:
        self._saver.settle(partial(self._attach, picture))

    def _attach(self, picture: PictureFile) -> None:
        view = self._saver.writing.view if self._saver.writing else None
        if view is None:
            self.refused.emit(_("Write a few words first, then add the picture."))
            return
        self._operations.run(
            partial(
                pictures.attach_picture,
                post_id=view.post.id,
                base_revision=view.post.revision,
                data=picture.data,
                file_name=picture.name,
                width=picture.width,
                height=picture.height,
            ),
            refused=self.refused.emit,
        )
