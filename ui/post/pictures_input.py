"""The pictures of a post: what they show, where they lie, and adding or removing one."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.domain.medium import Medium
from app.wording import _
from ui.post.inputs import Line
from ui.theme import Space, Theme
from ui.widgets import icons

THUMBNAIL = 72
"""Logical pixels of the longer side."""


class PicturesInput(QWidget):
    """A row per picture, in the order in which they go out.

    `edited` tells of another alt text, address or a removed picture, `file_wanted` that a file is
    to be chosen and added.
    """

    edited = Signal()
    file_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("post_pictures")
        self._theme = theme
        self._images: Mapping[str, QImage] = {}
        self.rows: list[PictureRow] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self.choose = QPushButton(_("Add a picture…"))
        self.choose.setObjectName("add_picture")
        self.choose.clicked.connect(self.file_wanted)
        self.by_address = QPushButton(_("Add by address"))
        self.by_address.setObjectName("add_picture_address")
        self.by_address.setToolTip(_("For a picture that already lies on the web"))
        self.by_address.clicked.connect(self._on_by_address)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.by_address)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.S)
        whole.addLayout(self._column)
        whole.addLayout(buttons)

    @property
    def value(self) -> tuple[Medium, ...]:
        """The pictures as they stand; a row that is empty throughout is none."""
        return tuple(row.value for row in self.rows if row.value != Medium())

    def give(self, value: tuple[Medium, ...]) -> None:
        """Show these pictures."""
        if value == self.value and len(value) == len(self.rows):
            return
        for row in list(self.rows):
            self._take_away(row)
        for medium in value:
            self._append(medium)

    def set_images(self, images: Mapping[str, QImage]) -> None:
        """Show these thumbnails, by digest."""
        self._images = images
        for row in self.rows:
            row.set_image(images.get(row.value.digest))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)

    def _append(self, medium: Medium) -> "PictureRow":
        row = PictureRow(medium, len(self.rows), self._theme)
        row.set_image(self._images.get(medium.digest))
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._on_removed(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _take_away(self, row: "PictureRow") -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_removed(self, row: "PictureRow") -> None:
        self._take_away(row)
        self.choose.setFocus()
        self.edited.emit()

    def _on_by_address(self) -> None:
        self._append(Medium()).url.setFocus()


class PictureRow(QWidget):
    """One picture with its alt text and public address."""

    edited = Signal()
    removed = Signal()

    def __init__(self, medium: Medium, number: int, theme: Theme) -> None:
        super().__init__()
        self._medium = medium
        self._theme = theme
        self._image: QImage | None = None
        self._thumbnail = QLabel()
        self._thumbnail.setFixedSize(THUMBNAIL, THUMBNAIL)
        self._thumbnail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.alt = Line(f"picture_{number}_alt", _("Alt text"), _("Alt text: what it shows"))
        self.alt.give(medium.alt)
        self.alt.setToolTip(_("Screen readers read it out; it goes out with the picture."))
        self.alt.textChanged.connect(self.edited)
        self.url = Line(
            f"picture_{number}_url", _("Public address"), _("Public address, https://…")
        )
        self.url.give(medium.url)
        self.url.setToolTip(_("Schedulers that take no files fetch the picture from here."))
        self.url.textChanged.connect(self.edited)
        self.remove = QToolButton()
        self.remove.setObjectName(f"picture_{number}_remove")
        self.remove.setAutoRaise(True)
        self.remove.setMinimumSize(QSize(Space.XL, Space.XL))
        self.remove.setToolTip(_("Remove this picture"))
        self.remove.setAccessibleName(_("Remove this picture"))
        self.remove.clicked.connect(self.removed)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self.alt)
        words.addWidget(self.url)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.set_theme(theme)

    @property
    def value(self) -> Medium:
        """The picture with its words as they stand."""
        return replace(self._medium, alt=self.alt.value, url=self.url.value)

    def set_image(self, image: QImage | None) -> None:
        """Show a thumbnail; without one, an icon stands for the picture."""
        self._image = image
        ratio = self.devicePixelRatioF()
        if image is None or image.isNull():
            self._thumbnail.setPixmap(icons.pixmap("picture", self._theme.muted, 32, ratio))
            return
        side = round(THUMBNAIL * ratio)
        scaled = image.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        picture = QPixmap.fromImage(scaled)
        picture.setDevicePixelRatio(ratio)
        self._thumbnail.setPixmap(picture)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.remove.setIcon(icons.icon("close", theme.text))
        self.set_image(self._image)
