"""Exporting approved posts in a scheduler's format: preview, write, show where it lies."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands.exports import ExportChange, export_posts
from app.commands.reader import Reader
from app.commands.session import now_utc
from app.commands.views import CalendarView, Candidate
from app.domain.change import ChangeSet
from app.domain.post import PostId
from app.wording import _, ngettext
from ui.exchange.export_options import ExportOptions, Wish
from ui.exchange.export_outcome import ExportOutcomePage
from ui.exchange.export_preview import ExportPreview
from ui.exchange.gate_preview import GatePreview
from ui.jobs import Job, Jobs, Progress
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets.announcing import announce
from ui.widgets.fitting import fitting
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.message_bar import MessageBar

PATIENCE_MS = 250
"""How long a choice rests before the gate is asked again."""

_FOLDER = "export/folder"


class ExportDialog(QDialog):
    """Preset, period, markets and folder; what leaves, what stays in and why; then the export.

    `review_asked` tells that somebody wants to approve first; `post_asked` carries the PostId of a
    row that was opened; `exported` carries the ExportOutcome.
    """

    review_asked = Signal()
    post_asked = Signal(object)
    exported = Signal(object)

    def __init__(
        self,
        reader: Reader,
        jobs: Jobs,
        operations: Operations,
        calendar: CalendarView,
        theme: Theme,
        *,
        first: date,
        last: date,
        parent: QWidget | None = None,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(_("Export"))
        self._reader = reader
        self._jobs = jobs
        self._operations = operations
        self._clock = clock
        self._job: Job | None = None
        self._preview: GatePreview | None = None
        self._is_writing = False
        self._options = ExportOptions(calendar, reader.presets(), first, last)
        self._counts = Label(role=TextRole.TITLE)
        self._counts.setObjectName("counts")
        self._busy = QProgressBar()
        self._busy.setObjectName("busy")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy_words = Label(muted=True)
        self._halves = ExportPreview(calendar)
        self._outcome = ExportOutcomePage(theme)
        self._pages = QStackedWidget()
        self._bar = MessageBar(theme)
        self._folder = QLineEdit(_remembered_folder())
        self._folder.setObjectName("folder")
        self._folder.setAccessibleName(_("Folder"))
        self._choose = QPushButton(_("Choose…"))
        self._choose.setObjectName("choose_folder")
        self._close = QPushButton(_("Close"))
        self._close.setObjectName("close")
        self._export = make_primary(QPushButton(_("Export…")))
        self._export.setObjectName("export")
        for button in (self._choose, self._close):
            button.setAutoDefault(False)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(PATIENCE_MS)
        self._lay_out(calendar)
        self._connect()
        self._open_button()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._bar.set_theme(theme)
        self._outcome.set_theme(theme)

    def on_changed(self, _changes: ChangeSet) -> None:
        """Ask the gate again: what somebody has changed meanwhile may leave no more, or may now."""
        if not self._is_writing and self._pages.currentWidget() is not self._outcome:
            self._on_choice()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._preview is None and self._job is None:
            self._ask_gate()

    def reject(self) -> None:
        if self._is_writing:
            self._bar.show_information(_("The files are being written: one moment."))
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._resting.stop()
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _connect(self) -> None:
        self._options.changed.connect(self._on_choice)
        self._resting.timeout.connect(self._ask_gate)
        self._halves.post_asked.connect(self._on_post)
        self._halves.review_asked.connect(self._on_review)
        self._folder.textEdited.connect(self._open_button)
        self._choose.clicked.connect(self._choose_folder)
        self._close.clicked.connect(self.reject)
        self._export.clicked.connect(self._write)

    def _on_choice(self) -> None:
        self._preview = None
        self._open_button()
        self._resting.start()

    def _on_post(self, post_id: PostId) -> None:
        self.post_asked.emit(post_id)
        self.reject()

    def _on_review(self) -> None:
        self.review_asked.emit()
        self.reject()

    def _ask_gate(self) -> None:
        """Ask what would leave, beside the window's thread; an older question is dropped."""
        if self._job is not None:
            self._job.cancel()
        self._preview = None
        self._bar.dismiss()
        self._show_busy(_("Asking the gate about each post…"))
        self._job = self._jobs.run(
            partial(_candidates, self._reader, self._options.wish, self._clock()),
            done=while_there(self, self._show_preview),
            refused=while_there(self, self._on_refused),
            title=_("Preview of the export"),
        )
        self._open_button()

    def _show_preview(self, candidates: tuple[Candidate, ...]) -> None:
        self._job = None
        self._preview = GatePreview.of(candidates, self._clock())
        self._counts.setText(self._preview.counts())
        self._halves.show_preview(self._preview)
        self._show_busy("")
        self._open_button()
        announce(self, f"{self._preview.counts()}. {self._export.toolTip()}".strip())

    def _on_refused(self, sentence: str) -> None:
        self._job = None
        self._is_writing = False
        self._show_busy("")
        self._bar.show_refusal(sentence)
        self._open_button()

    def _show_busy(self, words: str) -> None:
        self._busy.setVisible(bool(words))
        self._busy_words.setText(words)

    def _open_button(self) -> None:
        count = len(self._preview.leaving) if self._preview else 0
        text = ngettext("Export {count} post", "Export {count} posts", count)
        self._export.setText(text.format(count=f"{count:,}") if count else _("Export"))
        why_not = self._why_not(count)
        self._export.setEnabled(not why_not)
        self._export.setToolTip(why_not)
        self._export.setDefault(not why_not)

    def _why_not(self, count: int) -> str:
        if self._is_writing:
            return _("The files are being written.")
        if self._preview is None:
            return _("The gate is being asked: one moment.")
        if not count:
            return _("Nothing may leave: the list says why for each post.")
        if not self._folder.text().strip():
            return _("Choose a folder first.")
        return ""

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _("Where shall the export be written?"), self._folder.text()
        )
        if chosen:
            self._folder.setText(chosen)
            self._open_button()

    def _write(self) -> None:
        wish, folder = self._options.wish, Path(self._folder.text().strip()).expanduser()
        _settings().setValue(_FOLDER, str(folder))
        self._is_writing = True
        self._bar.dismiss()
        self._show_busy(_("Writing the files…"))
        self._open_button()
        self._operations.run(
            partial(
                export_posts,
                preset=wish.preset,
                first=wish.first,
                last=wish.last,
                market_ids=wish.market_ids,
                folder=folder,
            ),
            refused=while_there(self, self._on_refused),
            done=while_there(self, self._on_written),
        )

    def _on_written(self, changes: ChangeSet) -> None:
        self._is_writing = False
        self._show_busy("")
        if isinstance(changes, ExportChange) and changes.outcome is not None:
            self._outcome.show_outcome(changes.outcome, self._options.preset.title)
            self._pages.setCurrentWidget(self._outcome)
            self._export.hide()
            self.exported.emit(changes.outcome)

    def _lay_out(self, calendar: CalendarView) -> None:
        metrics = self.fontMetrics()
        side = QScrollArea()
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what lies in it has the keys
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setWidgetResizable(True)
        side.setWidget(self._options)
        side.setFixedWidth(metrics.averageCharWidth() * 44)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._counts)
        head.addStretch(1)
        head.addWidget(self._busy_words)
        self._busy.setFixedWidth(metrics.averageCharWidth() * 16)
        head.addWidget(self._busy)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addLayout(head)
        right.addWidget(self._halves, 1)
        right.addLayout(self._folder_row(calendar))
        wishes = QWidget()
        middle = QHBoxLayout(wishes)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(Space.XL)
        middle.addWidget(side)
        middle.addLayout(right, 1)
        self._pages.addWidget(wishes)
        self._pages.addWidget(self._outcome)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        buttons.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)
        self.resize(fitting(self, QSize(metrics.averageCharWidth() * 182, metrics.height() * 46)))

    def _folder_row(self, calendar: CalendarView) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Label(_("Into a new folder in")))
        row.addWidget(self._folder, 1)
        row.addWidget(self._choose)
        rows = QVBoxLayout()
        rows.setSpacing(Space.XS)
        rows.addLayout(row)
        if calendar.is_sample:
            remark = _("This is a sample calendar: everything it exports is marked SAMPLE.")
            rows.addWidget(Label(remark, TextRole.SMALL, muted=True, wraps=True))
        return rows


def _candidates(
    reader: Reader, wish: Wish, now: datetime, progress: Progress
) -> tuple[Candidate, ...]:
    own = reader.again()
    try:
        progress.check()
        return own.preview_export(
            preset=wish.preset,
            first=wish.first,
            last=wish.last,
            market_ids=wish.market_ids,
            now=now,
        )
    finally:
        own.close()


def _remembered_folder() -> str:
    location = QStandardPaths.StandardLocation.DocumentsLocation
    usual = QStandardPaths.writableLocation(location) or str(Path.home())
    return str(_settings().value(_FOLDER, usual))


def _settings() -> QSettings:
    return QSettings(
        QSettings.defaultFormat(), QSettings.Scope.UserScope, "Countersign", "Countersign"
    )
