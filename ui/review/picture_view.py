"""A picture as large as the page is wide, with all that goes out beside it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.commands.views import Picture
from app.wording import _
from ui.review.outgoing_text import OutgoingText
from ui.theme import Space, TextRole, Theme
from ui.widgets.labels import Label, LinkLabel


class PictureView(QWidget):
    """One picture with its number, alt text and address.

    What cannot be shown here has a button that opens it elsewhere: `open_wanted`.
    """

    open_wanted = Signal()

    def __init__(
        self,
        picture: Picture,
        number: int,
        count: int,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"picture_{number}")
        self._picture = picture
        self._is_there = not picture.digest  # an address alone is there as soon as it is written
        self._canvas = _Canvas(theme)
        self._canvas.setAccessibleName(picture.alt or _("Picture without alt text"))
        self._loading = Label(_("Loading the picture…"), muted=True)
        self._unshown = Label(wraps=True)
        self._unshown.setObjectName(f"picture_{number}_unshown")
        self._unshown.hide()
        self._open = QPushButton(_("Open it outside Countersign"))
        self._open.setObjectName(f"picture_{number}_open")
        self._open.clicked.connect(self.open_wanted)
        self._open.hide()
        self._lay_out(number, count)

    @property
    def is_there(self) -> bool:
        """Whether the reviewer can see it: its image is shown, or was opened elsewhere."""
        return self._is_there

    def set_image(self, image: QImage) -> None:
        """Show the decoded picture; a null image could not be read as one."""
        self._loading.hide()
        if image.isNull():
            self._unshown.setText(
                _("{file} cannot be shown here. Open it: the box stays shut until you do.").format(
                    file=self._picture.file_name or _("This file")
                )
            )
            self._unshown.show()
            self._open.show()
            return
        self._canvas.set_image(image)
        self._canvas.show()
        self._is_there = True

    def mark_opened(self) -> None:
        """Take note that it was opened outside."""
        self._is_there = True
        self._unshown.setText(_("You have opened it outside Countersign."))

    def _lay_out(self, number: int, count: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        title = _("Picture")
        if count > 1:
            title = _("Picture {number} of {count}").format(number=number + 1, count=count)
        column.addWidget(Label(title, TextRole.SMALL_STRONG, muted=True))
        column.addWidget(self._canvas)
        self._canvas.hide()
        if self._picture.digest:
            column.addWidget(self._loading)
        else:
            column.addWidget(
                Label(
                    _("Only its address is known: look at it in the browser."),
                    TextRole.SMALL,
                    wraps=True,
                )
            )
        column.addWidget(self._unshown)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        if self._picture.url:
            column.addWidget(LinkLabel(self._picture.url, self._picture.url))
        if self._picture.alt:
            column.addWidget(Label(_("Alt text"), TextRole.SMALL_STRONG, muted=True))
            alt = OutgoingText(self._picture.alt)
            alt.setAccessibleName(_("Alt text"))
            column.addWidget(alt)
        else:
            column.addWidget(Label(_("No alt text"), TextRole.SMALL, muted=True))


class _Canvas(QWidget):
    """Paints an image as wide as it may be, never larger than it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_image(self, image: QImage) -> None:
        self._image = image
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._shown_size(width).height()

    def sizeHint(self) -> QSize:
        return self._shown_size(self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._shown_size(self.width())
        start = 0
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start = self.width() - size.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(start, 0, size.width(), size.height())
        painter.fillRect(frame, self._theme.window)  # shows where a picture is transparent
        painter.drawImage(frame, self._image)
        painter.setPen(self._theme.border)
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))

    def _shown_size(self, width: int) -> QSize:
        if self._image.isNull():
            return QSize(0, 0)
        own = self._image.deviceIndependentSize().toSize()
        if own.width() <= width:
            return own
        return QSize(width, max(1, round(own.height() * width / own.width())))
