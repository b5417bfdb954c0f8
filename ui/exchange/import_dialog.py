"""Importing a planner's own sheet: read, correct, look at each row, take the good ones in."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands.import_preview import ImportPreview
from app.commands.imports import import_rows, preview_import
from app.commands.reader import Reader
from app.commands.replay_report import write_report
from app.commands.replay_sources import replay_of_preview
from app.commands.sheet_flags import judged_beside
from app.commands.views import CalendarView
from app.commands.worker import Worker
from app.domain.change import ChangeSet
from app.wording import _, ngettext
from ui.exchange.drop_zone import DropZone, dropped_sheet
from ui.exchange.import_choices import Reading
from ui.exchange.import_page import ImportPage
from ui.jobs import Job, Jobs, Progress
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets.fitting import fitting
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.message_bar import MessageBar

BeforeMuch = Callable[[Callable[[], None]], None]
PAINTED_AFTER_MS = 30
"""After so long a dialog that was opened has been painted."""
MANY = 50
"""From so many posts on the calendar is backed up before they come in."""


def _at_once(go_on: Callable[[], None]) -> None:
    go_on()


class ImportDialog(QDialog):
    """Takes a sheet, shows what it would become, and imports its good rows as drafts.

    `imported` carries the ChangeSet once the rows are in the calendar.
    """

    imported = Signal(object)

    def __init__(
        self,
        reader: Reader,
        jobs: Jobs,
        operations: Operations,
        calendar: CalendarView,
        theme: Theme,
        *,
        worker: Worker,
        before_much: BeforeMuch = _at_once,
        parent: QWidget | None = None,
    ) -> None:
        """`before_much` makes a backup before many posts come in, and then goes on."""
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(_("Import a sheet"))
        self.setAcceptDrops(True)
        self._reader = reader
        self._jobs = jobs
        self._worker = worker
        self._operations = operations
        self._before_much = before_much
        self._job: Job | None = None
        self._path: Path | None = None
        self._reading = Reading()
        self._preview: ImportPreview | None = None
        self._is_importing = False
        self._once_painted = QTimer(self, singleShot=True, interval=PAINTED_AFTER_MS)
        self._drop_zone = DropZone(theme)
        self._page = ImportPage(calendar, theme)
        self._pages = QStackedWidget()
        self._title = Label(_("Import a sheet"), TextRole.TITLE)
        self._title.setObjectName("import_title")
        self._another = QPushButton(_("Another file…"))
        self._another.setObjectName("another_file")
        self._busy_words = Label(muted=True)
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._stop = QPushButton(_("Stop"))
        self._stop.setObjectName("stop")
        self._stop.setToolTip(_("Stop reading the sheet."))
        self._bar = MessageBar(theme)
        self._remark = Label(muted=True, wraps=True)
        self._remark.setObjectName("import_remark")
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setObjectName("cancel")
        self._import = make_primary(QPushButton())
        self._import.setObjectName("import")
        for button in (self._another, self._stop, self._cancel):
            button.setAutoDefault(False)
        self._lay_out()
        self._drop_zone.chosen.connect(self.choose_file)
        self._page.corrected.connect(self._read)
        self._page.taken_changed.connect(self._show_state)
        self._page.report_asked.connect(self._ask_where)
        self._stop.clicked.connect(self._stop_reading)
        jobs.progressed.connect(self._show_progress)
        self._another.clicked.connect(self._drop_zone.ask)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self._import_rows)
        self._show_state()

    def choose_file_once_painted(self, path: Path) -> None:
        """Read a sheet with which it was opened: beside the reading painting takes far longer."""
        self._once_painted.timeout.connect(partial(self.choose_file, path))
        self._once_painted.start()

    def choose_file(self, path: Path) -> None:
        """Read a sheet anew, with everything guessed."""
        self._path = path
        self._preview = None
        self._page.forget()
        self._read(Reading())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._drop_zone.set_theme(theme)
        self._page.set_theme(theme)
        self._bar.set_theme(theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_sheet(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_sheet(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.choose_file(path)

    def reject(self) -> None:
        if self._is_importing:
            self._bar.show_information(_("The rows are being imported: one moment."))
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._once_painted.stop()
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _read(self, reading: Reading) -> None:
        """Read the sheet beside the window's thread; an older reading is dropped."""
        if self._path is None:
            return
        self._reading = reading
        if self._job is not None:
            self._job.cancel()
        self._preview = None
        self._bar.dismiss()
        self._busy.setRange(0, 0)
        self._job = self._jobs.run(
            partial(_preview_of, self._reader, self._worker, self._path, reading),
            done=while_there(self, self._show_reading),
            refused=while_there(self, self._on_refused),
            title=_("Reading {file}").format(file=self._path.name),
        )
        self._show_state()

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._busy.setRange(0, total)
            self._busy.setValue(done)

    def _stop_reading(self) -> None:
        """Go back to where another file can be chosen; what was read so far is dropped."""
        if self._job is not None:
            self._job.cancel()
            self._start_over()
            self._bar.show_information(_("Reading was stopped."))
            self._show_state()

    def _start_over(self) -> None:
        self._job = None
        self._path = None
        self._preview = None
        self._title.setText(_("Import a sheet"))
        self._pages.setCurrentWidget(self._drop_zone)

    def _show_reading(self, preview: ImportPreview) -> None:
        """Show how the sheet was read, and count its rows beside the window.

        All at once would keep the window for more than a tenth of a second.
        """
        self._page.show_reading(preview)
        self._pages.setCurrentWidget(self._page)
        self._job = self._jobs.run(
            lambda _progress: preview.looked_through(), done=while_there(self, self._show_preview)
        )
        self._show_state()

    def _show_preview(self, preview: ImportPreview) -> None:
        self._job = None
        self._preview = preview
        self._page.show_rows(preview)
        if self._path is not None:
            self._title.setText(_("Import “{file}”").format(file=self._path.name))
        self._show_state()

    def _on_refused(self, sentence: str) -> None:
        self._start_over()
        self._bar.show_refusal(sentence)
        self._show_state()

    def _on_import_refused(self, sentence: str) -> None:
        """Say why, and look at the calendar again: it may have changed since the sheet was read."""
        self._is_importing = False
        self._read(self._reading)
        self._bar.show_refusal(sentence)

    def _ask_where(self) -> None:
        """Let the person choose where the report goes, and write it beside the window's thread."""
        if self._preview is None:
            return
        preview = self._preview
        usual = preview.path.with_suffix(".html").name
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save a report"), usual, _("Web pages (*.html)")
        )
        if chosen:
            path = Path(chosen)
            self._jobs.run(
                lambda _progress: write_report(
                    replay_of_preview(preview),
                    path,
                    made_on=date.today(),  # noqa: DTZ011 - the reader's own day
                ),
                done=while_there(self, lambda _nothing: self._say_written(path)),
                refused=while_there(self, self._bar.show_refusal),
                title=_("Writing {file}").format(file=path.name),
            )

    def _say_written(self, path: Path) -> None:
        self._bar.show_information(
            _("The report lies in {path}.").format(path=path),
            _("Open it"),
            partial(_show_page, path),
        )

    def _import_rows(self) -> None:
        if self._preview is None:
            return
        self._is_importing = True
        self._bar.dismiss()
        self._show_state()
        run = partial(
            self._operations.run,
            partial(import_rows, preview=self._preview, take=self._page.taken),
            refused=while_there(self, self._on_import_refused),
            done=while_there(self, self._on_imported),
        )
        if sum(self._counts()) < MANY:
            run()
        else:
            self._before_much(while_there(self, run))

    def _on_imported(self, changes: ChangeSet) -> None:
        self._is_importing = False
        self.imported.emit(changes)
        self.accept()

    def _show_state(self) -> None:
        words = ""
        if self._is_importing:
            words = _("Importing…")
            self._busy.setRange(0, 0)
        elif self._job is not None:
            words = _("Reading the sheet…")
        self._busy_words.setText(words)
        self._busy.setVisible(bool(words))
        self._stop.setVisible(self._job is not None)
        is_open = self._pages.currentWidget() is self._page
        self._another.setVisible(is_open)
        self._remark.setVisible(is_open)
        self._import.setVisible(is_open)
        new, changed = self._counts()
        self._import.setText(_import_words(new, changed))
        why_not = self._why_not(new + changed)
        self._import.setEnabled(not why_not)
        self._import.setToolTip(why_not)
        self._import.setDefault(not why_not)
        self._cancel.setText(_("Close") if self._is_done() else _("Cancel"))
        self._remark.setText(self._promise())

    def _counts(self) -> tuple[int, int]:
        """Return how many posts would be made, and how many changed."""
        if self._preview is None:
            return 0, 0
        changed = len(self._preview.updated_rows) + len(self._page.taken)
        return len(self._preview.new_rows), changed

    def _promise(self) -> str:
        """Return what an import does to approvals: it gives none, and may end some."""
        rows = (
            (*self._preview.updated_rows, *self._preview.conflicting_rows) if self._preview else ()
        )
        taken = self._page.taken
        ended = sum(row.ends_approval for row in rows if not row.can_be_taken or row.key in taken)
        promise = _("Nothing is approved by importing: new posts come in as drafts.")
        if not ended:
            return promise
        ends = ngettext(
            "{count} approval ends: the post must be read again.",
            "{count} approvals end: the posts must be read again.",
            ended,
        )
        return f"{promise} {ends.format(count=f'{ended:,}')}"

    def _is_done(self) -> bool:
        """Tell whether the calendar knows all of the sheet, so that there is nothing to cancel."""
        preview = self._preview
        return preview is not None and _is_known(preview)

    def _why_not(self, count: int) -> str:
        if self._is_importing:
            return _("The rows are being imported.")
        if self._preview is None:
            return _("The sheet is being read.")
        return "" if count else _why_nothing(self._preview)

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._busy_words)
        self._busy.setFixedWidth(metrics.averageCharWidth() * 16)
        head.addWidget(self._busy)
        head.addWidget(self._stop)
        head.addWidget(self._another)
        self._pages.addWidget(self._drop_zone)
        self._pages.addWidget(self._page)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.M)
        buttons.addWidget(self._cancel)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        buttons.addWidget(self._remark, 1)
        buttons.addStretch()
        buttons.addWidget(self._import)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)
        self.resize(fitting(self, QSize(metrics.averageCharWidth() * 182, metrics.height() * 46)))


def _show_page(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _import_words(new: int, changed: int) -> str:
    """Return what the button does."""
    if new and changed:
        return _("Import {new}, update {changed}").format(new=f"{new:,}", changed=f"{changed:,}")
    if changed:
        return ngettext("Update {count} post", "Update {count} posts", changed).format(
            count=changed
        )
    if new:
        return ngettext("Import {count} post", "Import {count} posts", new).format(count=f"{new:,}")
    return _("Import")


def _is_known(preview: ImportPreview) -> bool:
    return bool(preview.rows) and preview.rows == preview.unchanged_rows


def _why_nothing(preview: ImportPreview) -> str:
    """Return why a sheet would neither make nor change a post."""
    if _is_known(preview):
        return _("Every row of this sheet is in the calendar already.")
    if preview.rows:
        return _("Tick a row in which the sheet is right: all others are here already.")
    if preview.needs_market:
        return _("Choose the market of this sheet first.")
    return _("No row can come in yet: the list says what to mend, or correct a column.")


def _preview_of(
    reader: Reader, worker: Worker, path: Path, reading: Reading, progress: Progress
) -> ImportPreview:
    own = reader.again()
    try:
        return preview_import(
            own,
            path,
            columns=reading.columns,
            default_market=reading.default_market,
            day_first=reading.day_first,
            sheet=reading.sheet,
            encoding=reading.encoding,
            joined=reading.joined,
            judge=judged_beside(worker, own),
            progress=progress.report,
        )
    finally:
        own.close()
