"""The pages of a paper, one after the other, as they will lie on the table."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.wording import _
from ui.papers.paper import Paper
from ui.theme import Space, Theme
from ui.widgets import icons
from ui.widgets.labels import Label

FINER = 2
"""A page is drawn so much larger than it is shown: icons stay smooth."""


class PageView(QWidget):
    """Shows one page as large as it fits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page_view")
        self.setMinimumSize(QSize(320, 320))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._paper: Paper | None = None
        self._number = 0
        self._picture = QPixmap()

    def sizeHint(self) -> QSize:
        return QSize(720, 560)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the paper stays white."""
        self._theme = theme
        self.update()

    def show_page(self, paper: Paper | None, number: int) -> None:
        """Show a page, or nothing."""
        self._paper, self._number = paper, number
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.window)
        if not self._picture.isNull():
            size = self._picture.deviceIndependentSize().toSize()
            place = QRect(
                self.rect().center() - QRect(0, 0, size.width(), size.height()).center(), size
            )
            painter.drawPixmap(place.topLeft(), self._picture)
            painter.setPen(self._theme.border)
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _draw(self) -> None:
        self._picture = QPixmap()
        if self._paper is not None and self._number < len(self._paper.pages):
            size = self._paper.sheet.size
            room = self.size() - QSize(2 * Space.M, 2 * Space.M)
            width = round(min(room.width(), room.height() * size.width() / size.height()))
            ratio = self.devicePixelRatioF()
            image = self._paper.image(self._number, max(width, 1), FINER * ratio)
            smooth = image.scaled(
                image.size() / FINER,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            smooth.setDevicePixelRatio(ratio)
            self._picture = QPixmap.fromImage(smooth)
        self.update()


class PagePreview(QWidget):
    """A page with the way to the next and the previous."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._paper: Paper | None = None
        self._number = 0
        self.page = PageView(theme)
        self._earlier = _turning("previous_page", _("Previous page"))
        self._later = _turning("next_page", _("Next page"))
        self._count = Label()
        self._count.setObjectName("page_count")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self._earlier, self._count, self._later):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        self._earlier.clicked.connect(lambda: self._turn(-1))
        self._later.clicked.connect(lambda: self._turn(1))
        self.set_theme(theme)
        self.show_paper(None, "")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.page.set_theme(theme)
        self._earlier.setIcon(icons.icon("previous", theme.text))
        self._later.setIcon(icons.icon("next", theme.text))

    def show_paper(self, paper: Paper | None, words: str) -> None:
        """Show the first page of a paper; without one, say why."""
        self._paper, self._number = paper, 0
        self._count.setText(words)
        self._turn(0)

    def _turn(self, step: int) -> None:
        count = len(self._paper.pages) if self._paper else 0
        self._number = min(max(self._number + step, 0), max(count - 1, 0))
        self._earlier.setEnabled(self._number > 0)
        self._later.setEnabled(self._number + 1 < count)
        if count:
            self._count.setText(
                _("Page {number} of {count}").format(number=self._number + 1, count=count)
            )
        self.page.show_page(self._paper, self._number)


def _turning(name: str, words: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button
