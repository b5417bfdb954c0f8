"""Pictures and videos that no screen of ours can show, opened by the computer's own program."""

from pathlib import Path, PurePath

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from app.commands.views import Picture


class Outside:
    """Writes what is opened into a folder that goes with this object."""

    def __init__(self) -> None:
        self._files: QTemporaryDir | None = None

    def open(self, picture: Picture, data: bytes) -> bool:
        """Open the bytes of a picture, and tell whether there is a program for it."""
        self._files = self._files or QTemporaryDir()
        suffix = PurePath(picture.file_name).suffix
        path = self._files.filePath(f"{picture.digest}{suffix}")
        Path(path).write_bytes(data)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
