"""Where an export lies and what is in it."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.views import ExportOutcome
from app.wording import _, ngettext
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.announcing import announce
from ui.widgets.labels import Label

ICON_SIZE = 40


class ExportOutcomePage(QWidget):
    """Says that it is done, names folder and files, and opens the folder."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_outcome")
        self._folder = ""
        self._picture = QLabel()
        self._heading = Label(role=TextRole.TITLE, wraps=True)
        self._heading.setObjectName("outcome_heading")
        self._place = Label(muted=True, wraps=True)
        self._place.setObjectName("outcome_folder")
        self._place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._next = Label(wraps=True)
        self._next.setObjectName("next_step")
        self._files = QListWidget()
        self._files.setSpacing(2)
        self._files.setObjectName("outcome_files")
        self._files.setAccessibleName(_("Files of the export"))
        self._open = QPushButton(_("Open folder"))
        self._open.setObjectName("open_folder")
        self._open.clicked.connect(self._open_folder)
        self._lay_out()
        self.set_theme(theme)

    def show_outcome(self, outcome: ExportOutcome, scheduler: str) -> None:
        """Show where an export for a scheduler lies."""
        self._folder = outcome.folder
        left = ngettext("{count} post exported", "{count} posts exported", outcome.post_count)
        stayed = ngettext("{count} stayed in", "{count} stayed in", outcome.left_in)
        self._heading.setText(
            " · ".join(
                (
                    left.format(count=f"{outcome.post_count:,}"),
                    stayed.format(count=f"{outcome.left_in:,}"),
                )
            )
        )
        self._place.setText(outcome.folder)
        self._files.clear()
        for name in outcome.files:
            QListWidgetItem(name, self._files)
        self._next.setText(
            _(
                "Upload each file to its channel in {scheduler}. The hand-over sheet beside them "
                "says which is which; the manifest proves what they held."
            ).format(scheduler=scheduler)
        )
        self._open.setFocus()
        announce(self, f"{self._heading.text()}. {outcome.folder}")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap("stage-approved", theme.accent, ICON_SIZE, ratio))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self._picture)
        top.addWidget(self._heading, 1)
        place = QHBoxLayout()
        place.setSpacing(Space.M)
        place.addWidget(self._place, 1)
        place.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addLayout(top)
        column.addLayout(place)
        column.addWidget(self._next)
        column.addWidget(self._files, 1)
