"""A place to drop a sheet, with a button for those who would rather choose."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
ICON_SIZE = 40
RADIUS = 8.0


class DropZone(QWidget):
    """Takes one file by drop or by choice; `chosen` carries its Path."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop_zone")
        self.setAcceptDrops(True)
        self._theme = theme
        self._is_over = False
        self._picture = QLabel()
        self._choose = make_primary(QPushButton(_("Choose a file…")))
        self._choose.setObjectName("choose_file")
        self._choose.clicked.connect(self.ask)
        self._lay_out()
        self.set_theme(theme)

    def ask(self) -> None:
        """Let the person choose a file."""
        path, _filter = QFileDialog.getOpenFileName(
            self,
            _("Choose a sheet to import"),
            "",
            _("Sheets ({endings})").format(endings=" ".join(f"*{ending}" for ending in ENDINGS)),
        )
        if path:
            self.chosen.emit(Path(path))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap("import", theme.accent, ICON_SIZE, ratio))
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_sheet(event.mimeData()) is not None:
            self._is_over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._is_over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_over = False
        self.update()
        path = dropped_sheet(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._theme.accent if self._is_over else self._theme.outline
        painter.setPen(QPen(line, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.accent_tint if self._is_over else self._theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addStretch(1)
        column.addWidget(self._picture, 0, middle)
        column.addWidget(Label(_("Drop your plan here"), TextRole.TITLE), 0, middle)
        column.addWidget(Label(_("CSV, TSV or Excel (.xlsx)"), muted=True), 0, middle)
        column.addWidget(self._choose, 0, middle)
        column.addSpacing(Space.L)
        words = Label(
            _(
                "Most columns are recognised by their names: date, time, platform, market, "
                "copy, link, picture … What was guessed you see before anything is imported."
            ),
            TextRole.SMALL,
            muted=True,
            wraps=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        column.addStretch(1)


def dropped_sheet(data: QMimeData) -> Path | None:
    """Return the one file that is being dropped, if it may be a sheet."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if len(files) != 1 or not files[0].lower().endswith(ENDINGS):
        return None
    return Path(files[0])
